"""Numbers with what stands around them: their unit, the things that they count, the words that bound them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimlint.language.data import language_data
from claimlint.language.quantities.bounds import plus_inside
from claimlint.language.quantities.numbers import Number, find_numbers, part_behind
from claimlint.language.quantities.units_behind import currency_before, unit_behind
from claimlint.units import quantity_of

_BELOW_ZERO = re.compile(r"[ \n]+below[ \n]+(?:zero|freezing)\b", re.IGNORECASE)
_NAME = re.compile(r"(?:^|[\s(/,])(?P<word>[A-Za-z][\w®™.+-]*)[ \u00a0#]*\Z")
_OF_SOMETHING = re.compile(r"[ \n]+(?!what\b|it\b|that\b|this\b)\w", re.IGNORECASE)
_AT_THE_END = re.compile(r"[ \n]*(?:[.,;:)|]|\Z)")
_COMPARED = re.compile(r"\bby[ \n]+\Z", re.IGNORECASE)
_LETTERS = re.compile(r"(?![xX]\s?\d)[A-Za-z_]")
_PART_OF_A_WORD = re.compile(r"[-‑][A-Za-z]")
_WORD_BEFORE = re.compile(r"([\w~]+)[\s‑-]*\Z")


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its unit, "" where it has none, at [start, stop). open: "10+ hours". named: it is the number of a name ("USB 3")."""

    number: Number
    start: int
    stop: int
    amount: float
    unit: str
    open: bool = False
    named: bool = False
    modifier: bool = False


def measured_numbers(text: str) -> Iterator[Measured]:
    """Give the numbers of a text, in order, with the units behind them; an article only where it counts a unit."""
    stop = 0
    for number in find_numbers(text):
        if number.start < stop:
            continue
        found = _measured(text, number, stop)
        if found is not None:
            stop = found.stop
            yield found


def _measured(text: str, number: Number, taken: int) -> Measured | None:
    money = currency_before(text, number.start)
    if money is not None and money.stop >= taken:
        return Measured(number, money.stop, number.stop, number.amount, money.symbol)
    end = plus_inside(text, number.stop)
    unit = unit_behind(text, end)
    if number.implied and (unit is None or not _counts_one(text, number, unit.symbol)):
        return None
    if unit is None:
        return _bare(text, number)
    share, stop = part_behind(text, unit.stop)
    amount = number.amount + share
    below = _BELOW_ZERO.match(text, stop)
    if below:
        amount, stop = -abs(amount), below.end()
    modifier = text[end : end + 1] in ("-", "‑")
    return Measured(number, number.start, stop, amount, unit.symbol, open=end > number.stop, modifier=modifier)


def _bare(text: str, number: Number) -> Measured | None:
    """Read a number without a unit: a share of something, a temperature, a count; None where letters make it a name ("3D")."""
    if number.part:
        return _share(text, number)
    if number.signed and number.amount < 0:
        return Measured(number, number.start, number.stop, number.amount, "degrees")
    if not number.in_words and _LETTERS.match(text, number.stop):
        return None
    end = plus_inside(text, number.stop)
    if text[number.start : number.stop].lower() in language_data("numbers")["adverbs"]:
        return Measured(number, number.start, end, number.amount, "times")
    return Measured(number, number.start, end, number.amount, "", open=end > number.stop, named=_is_named(text, number))


def _share(text: str, number: Number) -> Measured | None:
    """Read "half of", "three quarters of" as a percentage; beside another product ("half the weight") it has no base."""
    whole = _OF_SOMETHING if text[: number.stop].endswith("of") else _AT_THE_END
    if whole.match(text, number.stop) is None or _COMPARED.search(text, max(0, number.start - 4), number.start):
        return None
    return Measured(number, number.start, number.stop, round(number.amount * 100, 6), "%")


def _counts_one(text: str, number: Number, unit: str) -> bool:
    """Tell "within an hour", "a decade", "every second" from "a second battery", "30 a minute"."""
    word = text[number.start : number.stop].lower()
    if word == "sub":
        return text[number.stop : number.stop + 1] in ("-", "‑")
    if not unit.isalpha() or len(unit) < 3 or quantity_of(unit) in (None, "data", "multiple"):
        return False
    if word == "every" or unit in language_data("numbers")["article-always"]:
        return unit != "second" or word != "every"
    before = _WORD_BEFORE.search(text, max(0, number.start - 20), number.start)
    counted = before is not None and before[1].lower() in language_data("numbers")["article-counts"]
    return counted or part_behind(text, number.stop + 1 + len(unit))[0] > 0


def _is_named(text: str, number: Number) -> bool:
    """Tell "USB 3", "step 3" from "has 3"."""
    if number.in_words or _PART_OF_A_WORD.match(text, number.stop):
        return False
    match = _NAME.search(text, max(0, number.start - 24), number.start)
    if match is None:
        return False
    word = match["word"]
    return word.lower() in _named_by() or sum(letter.isupper() for letter in word) > 1


@cache
def _named_by() -> frozenset[str]:
    return frozenset(language_data("numbers")["named-by"])
