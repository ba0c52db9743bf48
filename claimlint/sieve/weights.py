"""The weights of the sieve: a row for each word and each pair of words, one for each signal, and two for the surroundings.

Made by scripts/train_sieve.py; weights.yaml beside the file says from what, and which hash the file has.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimlint.errors import InputError, Problem
from claimlint.sieve.signals import ROWS, SIGNALS, Reading
from claimlint.sieve.surroundings import SURROUNDINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

FOLDER = Path(__file__).parent
_MIXED = 2654435761
"""Knuth's multiplicative constant: spreads pairs of numbers evenly."""


@dataclass(frozen=True)
class SieveWeights:
    """The table. words, pairs: by ROWS. signals: by SIGNALS. claim, copy: by SURROUNDINGS.

    claim tells how likely a stretch holds a claim, copy how likely it stands in copy about the product at all. thresholds: the logits
    from which it is taken for such copy, from which it is read there, and from which it is read elsewhere.
    """

    words: Array
    pairs: Array
    signals: Array
    claim: Array
    copy: Array
    thresholds: tuple[float, float, float]

    def logits(self, readings: Sequence[Reading]) -> Array:
        """Give for each stretch how likely its own words make a claim in it (logit)."""
        import numpy as np

        words, starts = numbers_of(readings)
        own = self.words[words] + self.pairs[pairs_of(words)]
        found: Array = np.add.reduceat(own, starts) + matrix_of(readings) @ self.signals
        return found


def numbers_of(readings: Sequence[Reading]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the words of all stretches in one row, and where each stretch begins in it."""
    import numpy as np

    words = np.array([word for reading in readings for word in reading.words], dtype=np.int64)
    lengths = np.array([len(reading.words) for reading in readings], dtype=np.int64)
    return words, np.concatenate([[0], np.cumsum(lengths)[:-1]])


def pairs_of(words: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give the number of the pair that each word makes with the one before it."""
    import numpy as np

    before = np.concatenate([[0], words[:-1]])
    found: NDArray[np.int64] = ((before * _MIXED + words * 40503) >> 7) & (ROWS - 1)
    return found


def matrix_of(readings: Sequence[Reading]) -> Array:
    """Give the signals of stretches, with the columns of SIGNALS."""
    import numpy as np

    places = {name: place for place, name in enumerate(SIGNALS)}
    found = np.zeros((len(readings), len(SIGNALS)))
    for row, reading in enumerate(readings):
        for name, value in reading.signals.items():
            found[row, places[name]] = value
    return found


@cache
def sieve_weights() -> SieveWeights:
    """Load the weights, once. Raises InputError where their file is missing, or is not the one that weights.yaml names."""
    import numpy as np
    import yaml

    path = FOLDER / "weights.npz"
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _broken(path, f"cannot be read: {error.strerror}") from error
    if hashlib.sha256(data).hexdigest() != yaml.safe_load((FOLDER / "weights.yaml").read_text(encoding="utf-8"))["sha256"]:
        raise _broken(path, "is not the file that weights.yaml beside it names")
    with np.load(io.BytesIO(data)) as arrays:
        scale = arrays["scale"].astype(float)
        in_copy, there, elsewhere = map(float, arrays["thresholds"])
        return SieveWeights(
            arrays["words"].astype(float) * scale[0],
            arrays["pairs"].astype(float) * scale[1],
            _checked(arrays["signals"], len(SIGNALS), path),
            _checked(arrays["claim"], len(SURROUNDINGS), path),
            _checked(arrays["copy"], len(SURROUNDINGS), path),
            (in_copy, there, elsewhere),
        )


def _checked(array: NDArray[np.float32], length: int, path: Path) -> Array:
    if len(array) != length:
        raise _broken(path, "was made for other signals")
    return array.astype(float)


def _broken(path: Path, message: str) -> InputError:
    return InputError([Problem(path.as_posix(), None, None, f"the table of the sieve {message}.", "Install claimlint again.")])
