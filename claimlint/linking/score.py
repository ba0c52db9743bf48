"""How sure a link is: the signals, weighed, as a probability."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimlint.data import read_data


@dataclass(frozen=True)
class Weights:
    """A table of `rules/linking.yaml` or `rules/unknown.yaml`: a weight for each signal, and the score from which it counts."""

    signals: Mapping[str, float]
    threshold: float


@cache
def weights(with_meaning: bool) -> Weights:
    """Read the table that ships with claimlint for links with the language model's signals, or for those by words alone."""
    return _table("linking.yaml", with_meaning)


@cache
def unknown_weights(with_meaning: bool) -> Weights:
    """Read the table that ships for promises that the manifest does not have, likewise."""
    return _table("unknown.yaml", with_meaning)


def _table(file: str, with_meaning: bool) -> Weights:
    data = read_data(file)["with-meaning" if with_meaning else "by-words"]
    return Weights({name: float(value) for name, value in data["weights"].items()}, float(data["threshold"]))


def score(signals: Mapping[str, float], table: Weights) -> float:
    """Give the probability, 0 to 1, that a clause with these signals is a claim about the subject (logistic regression)."""
    total = sum(table.signals.get(name, 0.0) * value for name, value in signals.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
