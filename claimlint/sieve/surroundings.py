"""What stands around a stretch, as far as it tells whether a document speaks of the product at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

SURROUNDINGS: Mapping[str, str] = {
    "constant": "always 1",
    "words": "what its own words say (logit)",
    "likely-next": "how likely claims are in the stretches next to it (logit of the mean)",
    "likely-near": "and in those near it",
    "likely-around": "and in those around it",
    "likely-document": "and in the whole document",
    "likeliest": "and in the likeliest tenth of it",
    "product": "it names a product",
    "product-above": "a heading, header or introduction above it does",
    "product-above-around": "something above a stretch around it does",
    "product-near": "a stretch near it does",
    "product-around": "a stretch around it does",
    "products-near": "how many near it do, of three",
    "products-around": "how many around it do, of three",
    "products-share": "how large a share of those around it do",
}
"""What is known of a stretch and its surroundings; their weights are those of `claimlint.sieve.weights`."""

OWN = ("words", "likely-next", "product")
"""Those that tell of a stretch more than of what it stands in."""

NEXT, NEAR, AROUND = 3, 8, 30
"""How many stretches before and behind one are next to it, near it and around it."""

_USUAL, _DOUBT = 0.15, 1.0
_ENOUGH = 3.0
_DENSE = 8.0


def surroundings(words: Array, named: Sequence[bool], above: Sequence[bool]) -> Array:
    """Give a row for each stretch of a document, with the columns of SURROUNDINGS.

    words: logits by the stretches' own words. named, above: whether each names a product, and whether something above it does.
    """
    import numpy as np

    likely = 1.0 / (1.0 + np.exp(-np.clip(words, -30, 30)))
    naming, headed = np.asarray(named, dtype=float), np.asarray(above, dtype=float)
    columns = [np.ones_like(words), words]
    for window in (NEXT, NEAR, AROUND, len(words)):
        total, count = _within(likely, window)
        columns.append(_logit((total - likely + _USUAL) / (count - 1 + _DOUBT)))
    columns.append(np.full_like(words, _logit(np.sort(likely)[-max(1, len(words) // 10) :].mean())))
    near, around, count = _within(naming, NEAR)[0], *_within(naming, AROUND)
    columns += [naming, headed, np.minimum(_within(headed, AROUND)[0], 1.0), np.minimum(near, 1.0), np.minimum(around, 1.0)]
    columns += [np.minimum(near / _ENOUGH, 1.0), np.minimum(around / _ENOUGH, 1.0), np.minimum(around / count * _DENSE, 1.0)]
    return np.stack(columns, axis=1)


def _within(values: Array, window: int) -> tuple[Array, Array]:
    """Give the sum of the values up to so many places before and behind each place, and how many these are."""
    import numpy as np

    sums = np.concatenate([[0.0], np.cumsum(values)])
    places = np.arange(len(values))
    first, last = np.maximum(places - window, 0), np.minimum(places + window + 1, len(values))
    return sums[last] - sums[first], (last - first).astype(float)


def _logit(likely: Array) -> Array:
    import numpy as np

    kept = np.clip(likely, 1e-3, 1 - 1e-3)
    found: Array = np.log(kept / (1 - kept))
    return found
