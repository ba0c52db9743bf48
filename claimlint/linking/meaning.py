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
    names = [(subject.id, term.text) for subject in lexicon.subjects.values() for term in subject.terms]
    if not views or not names:
        return [{} for _ in views]
    found = []
    for row in cosines([view.text for view in views], [text for _, text in names]):
        nearest: dict[str, float] = {}
        for (subject, _), cosine in zip(names, row, strict=True):
            nearest[subject] = max(cosine, nearest.get(subject, -1.0))
        found.append(nearest)
    return found


def cosines(texts: Sequence[str], names: Sequence[str]) -> list[list[float]]:
    """Give for each text how near each name is, -1 to 1. Raises InputError where the model's file is missing or wrong."""
    import numpy as np

    from claimlint.meaning.model import model

    rows: list[list[float]] = np.round(model().vectors(texts) @ model().vectors(names).T, 3).tolist()
    return rows


def shares(near: Mapping[str, float]) -> dict[str, float]:
    """Give each subject's share of a clause, 0 to 1: they add up to 1, and the nearer ones have far more."""
    weighed = {subject: math.exp(_SHARPNESS * cosine) for subject, cosine in near.items()}
    total = sum(weighed.values())
    return {subject: weight / total for subject, weight in weighed.items()}
