"""Whether a claimed value goes past what was measured.

A value and a limit are both read as intervals. `max` has no floor and `min` no ceiling, so that "the most that copy may
claim" and "the least" are one comparison; a number that the words exclude ("over 10 h") is an open end.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isclose

from claimlint.claim import Value
from claimlint.manifest.model import Limit
from claimlint.rules.ratings import covers_rating
from claimlint.rules.versions import is_newer

_ROUNDING = 1e-9
"""Relative difference below which two amounts are the same: unit conversion leaves as much behind."""


@dataclass(frozen=True, slots=True)
class _Interval:
    """From low to high; open_low and open_high: the end itself is excluded."""

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False


def beyond(value: Value, limit: Limit) -> bool:
    """Tell whether a claimed value goes past a limit.

    value: its amount (and `to`) in the limit's unit, or its rating or version. limit: of the same capability.
    A value that cannot be compared with the limit (no amount, no code that the limit's kind knows) is not beyond it.
    """
    if limit.kind == "rating":
        return value.rating is not None and not covers_rating(limit.code or "", value.rating)
    if limit.kind == "version":
        return value.version is not None and is_newer(value.version, limit.code or "")
    if value.amount is None:
        return False
    return _reaches_outside(_claimed(value, value.amount), _held(limit))


def _claimed(value: Value, amount: float) -> _Interval:
    """Read what the words claim: "over 10 h" begins just above 10, "under 90 min" ends just below 90."""
    other = amount if value.to is None else value.to
    return _Interval(
        low=min(amount, other),
        high=max(amount, other),
        open_low=value.strict and value.bound == "max",
        open_high=value.strict and value.bound == "min",
    )


def _held(limit: Limit) -> _Interval:
    """Read what was measured, widened by the tolerance: a percentage of the magnitude of each end."""
    measure, low, high = limit.measure, limit.low, limit.high
    bottom = (low or measure) if limit.kind != "max" else None
    top = (high or measure) if limit.kind != "min" else None
    return _Interval(
        low=-inf if bottom is None else bottom.amount - abs(bottom.amount) * limit.tolerance / 100,
        high=inf if top is None else top.amount + abs(top.amount) * limit.tolerance / 100,
    )


def _reaches_outside(claimed: _Interval, held: _Interval) -> bool:
    above = claimed.open_high if _same(claimed.high, held.high) else claimed.high > held.high
    below = claimed.open_low if _same(claimed.low, held.low) else claimed.low < held.low
    return above or below


def _same(first: float, second: float) -> bool:
    return isclose(first, second, rel_tol=_ROUNDING, abs_tol=_ROUNDING)
