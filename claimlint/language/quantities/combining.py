"""Numbers put together: ranges, lists that share a unit, dimensions, "2 × 5 W", "98 out of 100", tolerances.

Each reader takes the numbers of a text from a place on, and gives the quantities with how many numbers it used up: none where
it does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from claimlint.language.quantities.bounds import bounds_around
from claimlint.language.quantities.measured import Measured
from claimlint.language.quantities.quantity import Quantity
from claimlint.language.quantities.units_behind import Things, things_behind
from claimlint.units import convert, quantity_of

Reading: TypeAlias = "tuple[list[Quantity], int]"

_TO = re.compile(r"\s*(?:(?:up\s+)?to|through|until|–|—|-|‑|~|…|\.\.\.?)\s*", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
_SIDE = re.compile(r"\s*[x×*]\s*|\s+by\s+", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:,|/|,?\s*\b(?:or|and)\b|&)\s*", re.IGNORECASE)
_LAST_LISTED = re.compile(r"\s*(?:/|,?\s*\b(?:or|and)\b|&)\s*", re.IGNORECASE)
_DEVIATION = re.compile(r"(?:±|\+/[-−–]|\bplus[ -]or[ -]minus|\bgive or take|\bto within)\s*\Z", re.IGNORECASE)
_OUT_OF = re.compile(r"(?:\s+[a-z]+){0,2}?\s+(?:out\s+of|of|in)\s+(?:every\s+|a\s+)?", re.IGNORECASE)
_WHOLES = frozenset({3, 4, 5, 10, 20, 100, 1000, 10_000})
_COMPARISON = re.compile(r"\s*(?:times\s+)?(?:as\s|(?:\w+er|more|less|worse)\b)", re.IGNORECASE)
_SIZE = re.compile(r"[-‑][A-Za-z]")
_OF_WHICH = re.compile(r"[A-Za-z]\s+\Z")  # "the old one" is a pronoun
_MULTIPLES = frozenset({"x", "X", "×"})
_MOST_PIECES = 64
"""More than so many pieces of a kind are not written "64 × 10 W": the first number is a length."""


def dimension(text: str, numbers: Sequence[Measured], at: int) -> Reading:
    """Read "1920 × 1080", "80 x 60 x 12 mm"."""
    last = at + 1
    while last < len(numbers) and last - at < 3 and _SIDE.fullmatch(text, numbers[last - 1].stop, numbers[last].number.start):
        last += 1
    sides = numbers[at:last]
    unit = next((side.unit for side in reversed(sides) if side.unit), "")
    if len(sides) < 2 or (unit and quantity_of(unit) not in ("length", "resolution")) or _counts_sized_things(text, sides):
        return [], 0
    bounds = bounds_around(text, sides[0].start, sides[-1].stop)
    quantities = [
        Quantity(
            bounds.start, bounds.stop, side.number.start, side.amount, None, unit, bounds.bound, bounds.strict, (), position, len(sides)
        )
        for position, side in enumerate(sides)
    ]
    return quantities, len(sides)


def _counts_sized_things(text: str, sides: Sequence[Measured]) -> bool:
    """Tell "7 x 40 pin" (seven of forty pins) and "2 × 10 mm" from "320 x 240"."""
    first, last = sides[0], sides[-1]
    if last.unit and not first.unit:
        return len(sides) == 2 and first.number.in_words
    return not last.unit and first.amount < 10 and re.match(r"\s?-?[A-Za-z]", text[last.stop : last.stop + 3]) is not None


def multiplied(text: str, numbers: Sequence[Measured], at: int) -> Reading:
    """Read "2 × 5 W": two of five watts each."""
    if at + 1 >= len(numbers):
        return [], 0
    count, each = numbers[at], numbers[at + 1]
    if (
        count.unit
        or not count.number.whole
        or not 0 < count.amount <= _MOST_PIECES
        or not _SIDE.fullmatch(text, count.stop, each.number.start)
    ):
        return [], 0
    bounds = bounds_around(text, count.start, count.stop)
    things = _sized_things(text, numbers, at + 1)
    pieces = Quantity(
        bounds.start, count.stop, count.number.start, count.amount, None, "", bounds.bound, bounds.strict, things.nouns, multiplied=True
    )
    if not each.unit:
        return [pieces, *single(text, numbers, at + 1)[0]], 2
    one = Quantity(each.start, each.stop, each.number.start, each.amount, None, each.unit, bounds.bound, bounds.strict, times=count.amount)
    return [pieces, one], 2


def span(text: str, numbers: Sequence[Measured], at: int) -> Reading:
    """Read "8–10 h", "20 Hz to 22 kHz", "between 2 and 8 degrees"."""
    if at + 1 >= len(numbers):
        return [], 0
    first, second = numbers[at], numbers[at + 1]
    between = _BETWEEN.search(text, max(0, first.start - 9), first.start)
    if not (_TO.fullmatch(text, first.stop, second.start) or (between and _AND.fullmatch(text, first.stop, second.start))):
        return [], 0
    unit = first.unit or second.unit
    to = second.amount if not second.unit or second.unit == unit else convert(second.amount, second.unit, unit)
    if first.named and not unit:
        return [], 2
    if to is None or first.number.implied:
        return [], 0
    if first.number.part and not second.number.part:
        return [], 0
    bounds = bounds_around(text, first.start, second.stop)
    things = None if unit else _things(text, numbers, at + 1)
    start = between.start() if between else bounds.start
    begins = bounds.bound == "min" and not bounds.strict  # "from 8 to 10 h" begins there
    quantity = Quantity(
        start,
        bounds.stop,
        first.number.start,
        first.amount,
        to,
        unit,
        "exact" if begins else bounds.bound,
        bounds.strict,
        things.nouns if things else (),
        per=things.per if things else "",
        whole=first.number.whole,
    )
    return [quantity], 2


def share_of(text: str, numbers: Sequence[Measured], at: int) -> Reading:
    """Read "98 out of 100", "three in four" as a percentage."""
    if at + 1 >= len(numbers):
        return [], 0
    some, all_of_them = numbers[at], numbers[at + 1]
    between = _OUT_OF.fullmatch(text, some.stop, all_of_them.start)
    plain = not (some.unit or all_of_them.unit or some.named) and some.number.whole and all_of_them.amount in _WHOLES
    if between is None or not plain or not 0 < some.amount <= all_of_them.amount:
        return [], 0
    if "out" not in between.group() and all_of_them.amount < 100 and between.group().split()[-1:] != ["in"]:
        return [], 0
    bounds = bounds_around(text, some.start, all_of_them.stop)
    share = round(100 * some.amount / all_of_them.amount, 6)
    return [Quantity(bounds.start, bounds.stop, some.number.start, share, None, "%", bounds.bound, bounds.strict)], 2


def tolerance(text: str, numbers: Sequence[Measured], at: int) -> Reading:
    """Read "10 ± 0.5 mm": the number takes the unit of its deviation."""
    if at + 1 >= len(numbers) or not _DEVIATION.fullmatch(text[numbers[at].stop : numbers[at + 1].start].strip()):
        return [], 0
    value, deviation = numbers[at], numbers[at + 1]
    unit = value.unit or deviation.unit
    bounds = bounds_around(text, value.start, value.stop)
    nominal = Quantity(bounds.start, value.stop, value.number.start, value.amount, None, unit, bounds.bound, bounds.strict)
    return [nominal, *single(text, numbers, at + 1)[0]], 2


def listed(text: str, numbers: Sequence[Measured], at: int) -> Reading:
    """Read "4, 8 or 16 GB", "2.4/5 GHz": the numbers before share the last one's unit."""
    last = at
    while (
        last + 1 < len(numbers)
        and not numbers[last].unit
        and not numbers[last].named
        and _LISTED.fullmatch(text, numbers[last].stop, numbers[last + 1].start)
    ):
        last += 1
    unit = numbers[last].unit
    if last == at or not unit or not _LAST_LISTED.fullmatch(text, numbers[last - 1].stop, numbers[last].start):
        return [], 0
    quantities = []
    for number in numbers[at : last + 1]:
        bounds = bounds_around(text, number.start, number.stop)
        quantities.append(
            Quantity(
                bounds.start,
                bounds.stop,
                number.number.start,
                number.amount,
                None,
                unit,
                bounds.bound,
                bounds.strict,
                whole=number.number.whole,
            )
        )
    return quantities, last - at + 1


def single(text: str, numbers: Sequence[Measured], at: int) -> Reading:
    """Read a number that stands for itself; the bare number of a name ("USB 3") is none."""
    number = numbers[at]
    if number.named and not number.unit:
        return [], 1
    deviation = _DEVIATION.search(text, max(0, number.start - 14), number.start)
    bounds = bounds_around(text, number.start, number.stop, modifier=number.modifier)
    unit, times_sign = number.unit, False
    if unit in _MULTIPLES and not _COMPARISON.match(text, number.stop):
        unit, times_sign = "", True
    things = _things(text, numbers, at)
    if (
        number.number.in_words
        and number.amount == 1
        and not (unit or things.nouns)
        and _OF_WHICH.search(text, max(0, number.start - 3), number.start)
    ):
        return [], 1
    quantity = Quantity(
        deviation.start() if deviation else bounds.start,
        bounds.stop,
        number.number.start,
        number.amount,
        None,
        unit,
        "min" if number.open and bounds.bound == "exact" else bounds.bound,
        bounds.strict,
        things.nouns,
        multiplied=times_sign,
        per="" if unit else things.per,
        deviation=deviation is not None,
        whole=number.number.whole,
    )
    return [quantity], 1


def _things(text: str, numbers: Sequence[Measured], at: int) -> Things:
    """Read what a number counts; in "two 10 GbE ports" that stands behind the next number, else no further than that."""
    behind = numbers[at + 1] if at + 1 < len(numbers) else None
    if behind is not None and behind.unit and not numbers[at].unit and not text[numbers[at].stop : behind.start].strip(" \n\u00a0-"):
        at += 1
    limit = next((number.start for number in numbers[at + 1 :] if not number.named), len(text))
    return things_behind(text, numbers[at].stop, limit)


def _sized_things(text: str, numbers: Sequence[Measured], at: int) -> Things:
    """Read what the number before counts: in "1 x 40-pin header", headers."""
    size = _SIZE.match(text, numbers[at].stop)
    things = _things(text, numbers, at)
    return things._replace(nouns=things.nouns[1:]) if size else things


READERS: tuple[Callable[[str, Sequence[Measured], int], Reading], ...] = (dimension, multiplied, tolerance, span, share_of, listed, single)
"""In the order in which they are tried; the last always applies."""
