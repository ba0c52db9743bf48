"""A transformer encoder, run forward on the processor with numpy alone.

The layers are those of Vaswani et al., "Attention is all you need" (2017), section 3, with the norm behind each half (BERT). The pieces
of many texts go through the matrices together, since a large product takes far less time than many small ones; only attention is
among the pieces of one text. Nothing is padded, and a text gives the same numbers whatever it is read beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = "NDArray[np.float32]"

_SMALL = 1e-12
_AT_ONCE = 64
"""Texts that are read together: more would only take memory."""


class Run(NamedTuple):
    """Texts of one length that follow each other."""

    texts: int
    pieces: int


@dataclass(frozen=True)
class Linear:
    """A matrix of inputs by outputs and what is added to its product."""

    matrix: Array
    bias: Array

    def __call__(self, values: Array) -> Array:
        """Give rows @ matrix + bias."""
        found: Array = values @ self.matrix
        found += self.bias
        return found


@dataclass(frozen=True)
class Norm:
    """A layer norm over the last axis."""

    gain: Array
    bias: Array

    def __call__(self, values: Array) -> Array:
        """Give the values with mean 0 and variance 1, scaled and shifted."""
        values = values - values.mean(axis=-1, keepdims=True)
        values /= np.sqrt((values * values).mean(axis=-1, keepdims=True) + np.float32(_SMALL))
        values *= self.gain
        values += self.bias
        return values


@dataclass(frozen=True)
class Layer:
    """One layer: attention of every piece to every other, then two linear steps for each; a norm behind each half."""

    attention: Linear
    attended: Linear
    attention_norm: Norm
    inner: Linear
    outer: Linear
    outer_norm: Norm
    heads: int

    def __call__(self, rows: Array, runs: Sequence[Run]) -> Array:
        """Take and give pieces by width: those of all texts below each other. runs: which of them are texts, in order."""
        rows = self.attention_norm(rows + self.attended(self._attend(rows, runs)))
        return self.outer_norm(rows + self.outer(_gelu(self.inner(rows))))

    def _attend(self, rows: Array, runs: Sequence[Run]) -> Array:
        width = rows.shape[1]
        size = width // self.heads
        mixed = self.attention(rows)
        found = np.empty_like(rows)
        first = 0
        for texts, pieces in runs:
            last = first + texts * pieces
            query, key, value = mixed[first:last].reshape(texts, pieces, 3, self.heads, size).transpose(2, 0, 3, 1, 4)
            weights = _softmax(query @ key.swapaxes(-1, -2) * np.float32(size**-0.5))
            found[first:last].reshape(texts, pieces, self.heads, size)[:] = (weights @ value).transpose(0, 2, 1, 3)
            first = last
        return found


def through(layers: Sequence[Layer], hidden: Sequence[Array]) -> list[Array]:
    """Put texts, each pieces by width, through layers; give them in the order in which they came."""
    results: list[Array] = list(hidden)
    order = sorted(range(len(hidden)), key=lambda place: len(hidden[place]))
    for first in range(0, len(order), _AT_ONCE):
        together = order[first : first + _AT_ONCE]
        lengths = [len(hidden[place]) for place in together]
        runs = [Run(len(list(same)), length) for length, same in groupby(lengths)]
        rows: Array = np.concatenate([hidden[place] for place in together])
        for layer in layers:
            rows = layer(rows, runs)
        for place, values in zip(together, np.split(rows, np.cumsum(lengths)[:-1]), strict=True):
            results[place] = values
    return results


def _softmax(values: Array) -> Array:
    values -= values.max(axis=-1, keepdims=True)
    np.exp(values, out=values)
    values /= values.sum(axis=-1, keepdims=True)
    return values


def _gelu(values: Array) -> Array:
    """Give the Gaussian error linear unit in the form with tanh (Hendrycks and Gimpel, 2016)."""
    inner = values * values
    inner *= np.float32(0.044715)
    inner += np.float32(1.0)
    inner *= values
    inner *= np.float32(0.7978845608)
    np.tanh(inner, out=inner)
    inner += np.float32(1.0)
    inner *= values
    inner *= np.float32(0.5)
    return inner
