"""A guess at what the language model would say of a text, from the model's embeddings of its pieces alone: no layer is run.

The guess is the mean of the pieces' embeddings, common pieces counting less, through a single matrix. Made by scripts/make_guess.py;
guess.yaml beside this file says from what, and which hash the file has.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from claimlint.meaning.model import FOLDER, MOST_PIECES, Model, checked_file, model
from claimlint.meaning.remembering import vectors_of

if TYPE_CHECKING:
    from claimlint.meaning.network import Array

_COMMON = 0.003
"""Pieces more frequent than that count for less (Arora et al., "A simple but tough-to-beat baseline for sentence embeddings", 2017)."""

_MOST_FREQUENT = 1990
"""The number of the first word in the list of pieces; words stand in it from the most frequent to the rarest."""

_REMEMBERED = 50_000
"""So many texts are remembered."""


@dataclass(frozen=True)
class Guess:
    """The matrix, and the model whose embeddings it takes."""

    model: Model
    matrix: Array
    remembered: dict[str, Array] = field(default_factory=dict)

    def vectors(self, texts: Sequence[str]) -> Array:
        """Give texts by dimensions; each vector has the length 1, so that their product is a guess at the cosine."""
        return vectors_of(texts, self.remembered, self._made, self.matrix.shape[1], _REMEMBERED)

    def _made(self, texts: Sequence[str]) -> Iterator[Array]:
        import numpy as np

        for text in texts:
            vector = mean_of(text, self.model) @ self.matrix
            yield vector / np.linalg.norm(vector)


def mean_of(text: str, model: Model) -> Array:
    """Give the mean of the embeddings of a text's pieces, common ones counting less, with the length 1."""
    import numpy as np

    pieces = np.array(model.pieces.read(text, MOST_PIECES - 2) or [model.pieces.numbers["[UNK]"]])
    share = 1.0 / np.maximum(pieces - _MOST_FREQUENT, 1)  # by Zipf's law
    counts = (_COMMON / (_COMMON + share)).astype(np.float32)
    mean: Array = (counts[:, None] * (model.table[pieces] * model.scale[pieces])).sum(axis=0)
    length = np.linalg.norm(mean)
    return mean / length if length else mean


@cache
def guess() -> Guess:
    """Load the matrix, once. Raises InputError where its file, or that of the model, is missing or not the one that is expected."""
    import numpy as np

    with np.load(io.BytesIO(checked_file(FOLDER / "guess.npz", FOLDER / "guess.yaml"))) as arrays:
        return Guess(model(), arrays["bytes"].astype(np.float32) * arrays["scale"])
