"""A number in its words with another amount: unit, spelling and what stands around it stay as the copy has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import isclose

from claimlint.claim import Value
from claimlint.data import read_data
from claimlint.manifest.model import Limit, Measure
from claimlint.units import convert, quantity_of, read_number

_FIGURES = r"(?:(?<![\w)])[-−–])?\d+(?:[,\u00a0\u202f]\d{3})*(?:\.\d+)?(?!\d)"
_BETWEEN = re.compile(r"(?P<plus>[ \u00a0]?\+)?(?P<gap>[ \u00a0\u202f\n-]{0,2})")
_DECIMALS = 2
_MOST_WORDS = 3
"""The longest unit has so many words: "liters per minute"."""


@dataclass(frozen=True, slots=True)
class Restated:
    """A value with another amount. in_its_words: with all that stood around the number; bare: the number with its unit only."""

    in_its_words: str
    bare: str


def numbers_in(text: str) -> list[str]:
    """Give the numbers of a text, in figures or in a word, as they are written."""
    return _number().findall(text)


def restated(value: Value, measure: Measure) -> Restated | None:
    """Write a value with the amount of a measure, in the unit of the copy; None where that gives no plain number.

    The value must hold one number, in figures or in a word. A word stays a word as far as there is one, and grouped figures stay
    grouped. None as well where another unit of time gives a smaller number (three hours are not 180 minutes), and where a number
    comes to one, or was one: what stands behind it would have to change.
    """
    numbers = list(_number().finditer(value.text))
    if len(numbers) != 1 or value.amount is None:
        return None
    (number,) = numbers
    between = _BETWEEN.match(value.text, number.end())
    behind = between.end() if between else number.end()
    unit = _unit(value.text[behind:], measure.unit)
    before, amount = _read(number.group()), None if unit is None else convert(measure.amount, measure.unit, unit)
    if unit is None or amount is None or not _same(convert(before, unit, measure.unit), value.amount):
        return None
    if quantity_of(measure.unit) == "time" and measure.amount.is_integer() and 1 <= measure.amount < amount:
        return None
    joined = "-" in (between["gap"] if between else "")
    written = _written(amount, number.group())
    if not written or (not joined and (abs(amount) == 1) != (abs(before) == 1)):
        return None
    gap = (between["gap"] if between else "") if unit else ""
    return Restated(value.text[: number.start()] + written + value.text[number.end() :], f"{written}{gap}{unit}")


def clipped(value: Value, limit: Limit) -> str:
    """Write a range with the end that goes past a limit put at the limit; "" where nothing would be left of the range.

    Both numbers must be written in the limit's unit.
    """
    numbers = list(_number().finditer(value.text))
    if len(numbers) != 2 or value.amount is None or value.to is None:
        return ""
    claimed = (value.amount, value.to)
    if not all(_same(_read(number.group()), amount) for number, amount in zip(numbers, claimed, strict=True)):
        return ""
    low, high = _ends(limit)
    kept = [min(max(amount, low), high) for amount in claimed]
    return "" if _same(*kept) else _rewritten(value.text, numbers, claimed, kept)


def _rewritten(text: str, numbers: Sequence[re.Match[str]], before: Sequence[float], after: Sequence[float]) -> str:
    for number, old, new in reversed(list(zip(numbers, before, after, strict=True))):
        written = number.group() if old == new else _written(new, number.group())
        if not written:
            return ""
        text = text[: number.start()] + written + text[number.end() :]
    return text


def _ends(limit: Limit) -> tuple[float, float]:
    low, high = limit.low or limit.measure, limit.high or limit.measure
    bottom = float("-inf") if limit.kind == "max" or low is None else low.amount
    top = float("inf") if limit.kind == "min" or high is None else high.amount
    return bottom, top


def _unit(text: str, of_limit: str) -> str | None:
    """Give the longest unit at the start of a text into which the limit's converts; "" for a bare count, None where there is none."""
    words = re.findall(r"\S+", text)
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        unit = re.match(r"\s*".join(map(re.escape, words[:count])), text.lstrip())
        if unit and of_limit and convert(1.0, of_limit, unit.group()) is not None:
            return unit.group()
    return None if of_limit else ""


def _read(number: str) -> float:
    word = number.lower()
    return float(_words().index(word)) if word in _words() else read_number(number)


def _written(amount: float, like: str) -> str:
    """Write an amount as the copy writes its numbers; "" where it has more decimals than a reader wants."""
    if not isclose(amount, round(amount, _DECIMALS), rel_tol=1e-9, abs_tol=1e-9):
        return ""
    amount = round(amount, _DECIMALS)
    if like.lower() in _words() and amount.is_integer() and 0 < amount < len(_words()):
        word = _words()[int(amount)]
        return word.capitalize() if like[:1].isupper() else word
    group = next((sign for sign in ",\u00a0\u202f" if sign in like), "")
    figures = f"{abs(amount):,.{_DECIMALS}f}".rstrip("0").rstrip(".").replace(",", group)
    sign = (like[0] if like[0] in "-−–" else "-") if amount < 0 else ""
    return sign + figures


def _same(first: float | None, second: float) -> bool:
    return first is not None and isclose(first, second, rel_tol=1e-6, abs_tol=1e-9)


@cache
def _words() -> tuple[str, ...]:
    return tuple(read_data("wording.yaml")["number-words"])


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"{_FIGURES}|(?<![\w])(?:{'|'.join(_words())})(?!\w)", re.IGNORECASE)
