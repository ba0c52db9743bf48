"""Whether two values of one limit, each from another place, can both be true."""

from __future__ import annotations

from math import inf

from claimlint.claim import Value

_ROUNDING = 0.01
"""Numbers that differ by less are the same number, rounded."""
_ABOUT = 0.1
"""What "about" allows on either side."""


def disagree(first: Value, second: Value) -> bool:
    """Tell whether two values cannot both be true: "10 hours" and "12 hours", "up to 10 hours" and "up to 12 hours".

    "Up to 12 hours" and "at least 8 hours" agree, and so do a number and a range that holds it.
    """
    if first.rating is not None and second.rating is not None:
        return _folded(first.rating) != _folded(second.rating)
    if first.version is not None and second.version is not None:
        return _folded(first.version) != _folded(second.version)
    if first.amount is None or second.amount is None:
        return False
    if first.bound == second.bound and first.bound in ("max", "min") and first.to is second.to is None:
        return abs(first.amount - second.amount) > _ROUNDING * max(abs(first.amount), abs(second.amount))
    if first.to is not None and second.to is not None:
        ends, others = sorted((first.amount, first.to)), sorted((second.amount, second.to))
        return any(abs(end - other) > _ROUNDING * max(abs(end), abs(other)) for end, other in zip(ends, others, strict=True))
    (low, high), (other_low, other_high) = _interval(first, first.amount), _interval(second, second.amount)
    return high < other_low or other_high < low


def _interval(value: Value, amount: float) -> tuple[float, float]:
    low, high = sorted((amount, amount if value.to is None else value.to))
    margin = _ABOUT if value.bound == "approx" else _ROUNDING
    return (
        -inf if value.bound == "max" else low - abs(low) * margin,
        inf if value.bound == "min" else high + abs(high) * margin,
    )


def _folded(code: str) -> str:
    return "".join(filter(str.isalnum, code)).upper()
