"""How near clauses are to subjects in what they mean, whatever words they use: the question put to the language model."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claimlint.linking.lexicon import Lexicon

if TYPE_CHECKING:
    from claimlint.meaning.guess import Guess
    from claimlint.meaning.model import Model
    from claimlint.meaning.network import Array

_SHARPNESS = 20.0
"""How much a little more nearness counts where subjects share a clause out among themselves."""


def nearness(texts: Sequence[str], lexicon: Lexicon) -> list[dict[str, float]]:
    """Give for each text how near each subject is by its nearest name: cosines, -1 to 1, by id.

    Raises InputError where the model's file is missing or wrong.
    """
    import numpy as np

    from claimlint.meaning.model import model

    named = {subject.id: [term.text for term in subject.terms] for subject in lexicon.subjects.values() if subject.terms}
    if not texts or not named:
        return [{} for _ in texts]
    table = _cosines(model(), texts, [name for names in named.values() for name in names])
    firsts = np.cumsum([0, *map(len, named.values())])[:-1]
    return [dict(zip(named, row, strict=True)) for row in np.maximum.reduceat(table, firsts, axis=1).tolist()]


def guessed_nearness(texts: Sequence[str], lexicon: Lexicon) -> list[float]:
    """Give for each text about how near the nearest name of any subject is, -1 to 1, without running the model.

    Raises InputError where a file of the model is missing or wrong.
    """
    from claimlint.meaning.guess import guess

    names = [term.text for subject in lexicon.subjects.values() for term in subject.terms]
    if not texts or not names:
        return [-1.0 for _ in texts]
    nearest: list[float] = _cosines(guess(), texts, names).max(axis=1).tolist()
    return nearest


def cosines(texts: Sequence[str], names: Sequence[str]) -> list[list[float]]:
    """Give for each text how near each name is, -1 to 1. Raises InputError where the model's file is missing or wrong."""
    from claimlint.meaning.model import model

    rows: list[list[float]] = _cosines(model(), texts, names).tolist()
    return rows


def _cosines(reader: Model | Guess, texts: Sequence[str], names: Sequence[str]) -> Array:
    import numpy as np

    found: Array = np.round(reader.vectors(texts) @ reader.vectors(names).T, 3)  # so that no noise of the last places decides
    return found


def shares(near: Mapping[str, float]) -> dict[str, float]:
    """Give each subject's share of a clause, 0 to 1: they add up to 1, and the nearer ones have far more."""
    weighed = {subject: math.exp(_SHARPNESS * cosine) for subject, cosine in near.items()}
    total = sum(weighed.values())
    return {subject: weight / total for subject, weight in weighed.items()}
