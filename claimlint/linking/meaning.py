"""How near clauses are to subjects in what they mean, whatever words they use: the question put to the language model."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claimlint.linking.lexicon import Lexicon

if TYPE_CHECKING:
    from claimlint.linking.views import ClauseView

_SHARPNESS = 20.0
"""How much a little more nearness counts where subjects share a clause out among themselves."""


def nearness(views: Sequence[ClauseView], lexicon: Lexicon) -> list[dict[str, float]]:
    """Give for each clause how near each subject is by its nearest name: cosines, -1 to 1, by id.

    Raises InputError where the model's file is missing or wrong.
    """
    import numpy as np

    from claimlint.meaning.model import model

    names = [(subject.id, term.text) for subject in lexicon.subjects.values() for term in subject.terms]
    if not views or not names:
        return [{} for _ in views]
    reader = model()
    texts = reader.vectors([text for _, text in names])
    clauses = reader.vectors([view.block.text[view.start : view.stop] for view in views])
    found = []
    for cosines in np.round(clauses @ texts.T, 3).tolist():
        nearest: dict[str, float] = {}
        for (subject, _), cosine in zip(names, cosines, strict=True):
            nearest[subject] = max(cosine, nearest.get(subject, -1.0))
        found.append(nearest)
    return found


def shares(near: Mapping[str, float]) -> dict[str, float]:
    """Give each subject's share of a clause, 0 to 1: they add up to 1, and the nearer ones have far more."""
    weighed = {subject: math.exp(_SHARPNESS * cosine) for subject, cosine in near.items()}
    total = sum(weighed.values())
    return {subject: weight / total for subject, weight in weighed.items()}
