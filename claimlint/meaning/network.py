"""A transformer encoder, run forward on the processor with numpy alone.

The layers are those of Vaswani et al., "Attention is all you need" (2017), section 3, with the norm behind each half (BERT). Texts of
one length are read together, so that nothing is padded and a text gives the same numbers whatever it is read beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = "NDArray[np.float32]"

_SMALL = 1e-12
_AT_ONCE = 64
"""Texts that are read together: more would only take memory."""


@dataclass(frozen=True)
class Linear:
    """A matrix of inputs by outputs and what is added to its product."""

    matrix: Array
    bias: Array

    def __call__(self, values: Array) -> Array:
        """Give values @ matrix + bias, along the last axis."""
        flat = values.reshape(-1, values.shape[-1]) @ self.matrix
        flat += self.bias
        return flat.reshape(*values.shape[:-1], -1)


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

    def __call__(self, hidden: Array) -> Array:
        """Take and give texts by pieces by width."""
        hidden = self.attention_norm(hidden + self.attended(self._attend(hidden)))
        return self.outer_norm(hidden + self.outer(_gelu(self.inner(hidden))))

    def _attend(self, hidden: Array) -> Array:
        texts, pieces, width = hidden.shape
        size = width // self.heads
        mixed = self.attention(hidden).reshape(texts, pieces, 3, self.heads, size).transpose(2, 0, 3, 1, 4)
        query, key, value = mixed
        weights = _softmax(query @ key.swapaxes(-1, -2) * np.float32(size**-0.5))
        return np.ascontiguousarray((weights @ value).transpose(0, 2, 1, 3)).reshape(texts, pieces, width)


def through(layers: Sequence[Layer], hidden: Sequence[Array]) -> list[Array]:
    """Put texts, each pieces by width, through layers; give them in the order in which they came."""
    results: list[Array] = list(hidden)
    lengths = np.array([len(each) for each in hidden])
    for length in np.unique(lengths):
        places = np.flatnonzero(lengths == length)
        for first in range(0, len(places), _AT_ONCE):
            together = places[first : first + _AT_ONCE]
            stacked = np.stack([hidden[place] for place in together])
            for layer in layers:
                stacked = layer(stacked)
            for place, values in zip(together, stacked, strict=True):
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
