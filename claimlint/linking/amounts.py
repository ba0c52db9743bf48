"""A quantity of a text as an amount of a limit: in the limit's unit, or not at all."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimlint.language.data import language_data
from claimlint.language.quantities import Quantity
from claimlint.linking.words import stems_of
from claimlint.manifest.model import Limit
from claimlint.units import convert, convert_difference, quantity_of, read_as

_ANOTHER_THING = math.log(500)
"""A number that many times as large or small speaks of something else of the same dimension."""

Basis = Literal["unit", "count", "number", "rating", "version"]
"""By what a value speaks of a limit: its unit, the things that it counts, or only that it is a number of that order."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount (and the end of its range) in a limit's unit."""

    amount: float
    to: float | None = None


def measured_amounts(limit: Limit, quantity: Quantity, near: frozenset[str]) -> Iterator[Amount]:
    """Give what a quantity comes to in the unit of a limit: nothing where it measures something else; of "2 × 5 W" one and both.

    near: the stems of the words next to it, which tell degrees of an angle from those of a temperature.
    """
    unit = limit.unit or ""
    if quantity_of(quantity.unit) == "angle" != quantity_of(unit) and not near.isdisjoint(_angle_stems()):
        return
    for factor in {1.0, quantity.times}:
        amount = _converted(quantity.amount * factor, unit, quantity)
        if amount is not None and distance_to(limit, amount) < _ANOTHER_THING:
            yield Amount(amount, None if quantity.to is None else _converted(quantity.to * factor, unit, quantity))


def _converted(amount: float, unit: str, quantity: Quantity) -> float | None:
    if quantity.deviation and quantity.unit:
        return convert_difference(amount, quantity.unit, unit)
    if quantity.unit:
        return read_as(amount, quantity.unit, unit)
    if quantity.multiplied and quantity_of(unit) == "multiple":
        return amount
    if unit == "px" and quantity.sides > 1:
        return amount
    return _counted(amount, unit, quantity)


def _counted(amount: float, unit: str, quantity: Quantity) -> float | None:
    """Read "600 pages a minute" for a limit in pages/min, "60 pictures a second" for one in Hz, "500 cycles" for one in cycles."""
    if quantity.per and (quantity_of(unit) in ("frequency", "frame-rate", "rotation") and _is_frequency(quantity)):
        return convert(convert(amount, f"1/{quantity.per}", "1/s") or 0.0, "Hz", unit)
    things, _, time = unit.partition("/")
    counted = stems_of(things)[:1]
    if things != "1" and (not counted or counted[0] not in _stems(quantity.nouns[:3])):
        return None
    if not time:
        return amount if things != "1" else None
    return convert(amount, f"1/{quantity.per}", f"1/{time}") if quantity.per else (amount if things != "1" else None)


def _is_frequency(quantity: Quantity) -> bool:
    return not _stems(quantity.nouns).isdisjoint(_frequency_stems())


def distance_to(limit: Limit, amount: float) -> float:
    """Give how far an amount is from the nearest end of a limit, as the logarithm of their ratio: 0 inside a range."""
    if limit.low and limit.high and limit.low.amount <= amount <= limit.high.amount:
        return 0.0
    return min(_distance(amount, measure.amount) for measure in (limit.measure, limit.low, limit.high) if measure is not None)


def _distance(amount: float, bound: float) -> float:
    if amount * bound <= 0:
        return 0.0 if amount == bound else 2.0
    return abs(math.log(amount / bound))


def _stems(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem for word in words for stem in stems_of(word))


@cache
def _angle_stems() -> frozenset[str]:
    return _stems(tuple(language_data("numbers")["angles"]))


@cache
def _frequency_stems() -> frozenset[str]:
    return _stems(tuple(language_data("numbers")["frequency-of"]))
