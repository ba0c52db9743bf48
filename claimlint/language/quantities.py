"""Quantities in running text: numbers with units, counts, ranges, dimensions and bounds.

Only the text is read; what a quantity speaks of is decided later, where the capability is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimlint.claim import Bound
from claimlint.language.data import language_data
from claimlint.units import read_number, symbols

_SPACE = r"[ \t\u00a0\u202f]"
_DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_TO = rf"{_SPACE}*(?:to|through|–|—|-|‑|~|…|\.\.\.?){_SPACE}*"
# Numbers that measure nothing: web addresses, picture formats (4K), dates, dotted versions of three parts, times of day, years.
_NO_QUANTITY = re.compile(
    r"https?://\S+|\b\d{1,2}K\b|\b\d{4}-\d{2}-\d{2}\b|\b\d+\.\d+\.\d+[\w.]*|\b\d{1,2}:\d{2}\b|\b(?:19|20)\d{2}\b(?!\s?(?:mAh|mA|px|[x×]))"
)
# Video modes name a resolution and a frame rate in one word: "4Kp60", "1080p60", "4K60".
_VIDEO_MODE = re.compile(r"\b(?:\d+K[pi]?@?|(?P<lines>\d{3,4})[pi]@?)(?P<rate>\d{2,3})?(?:Hz|fps)?\b")


_COMPARISON = re.compile(rf"{_SPACE}*(?:times{_SPACE}+)?(?:as{_SPACE}|\w+er\b|more\b|less\b)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text. start, stop: character range, bound words included; number_start: where the digits begin.

    unit: as written, "" for a bare count. nouns: the words behind a bare count, lower case ("ports" in "four USB ports").
    to: the second end of a range. strict: the words exclude the number itself. sides, position: of a dimension: 2 and 0 for
    the first of "320 × 240". multiplied: a count that is written with a multiplication sign ("2x HDMI").
    """

    start: int
    stop: int
    number_start: int
    amount: float
    to: float | None
    unit: str
    bound: Bound
    strict: bool = False
    nouns: tuple[str, ...] = ()
    position: int = 0
    sides: int = 1
    multiplied: bool = False


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Find the quantities of a text in order of their place; they do not overlap."""
    if not _MAYBE.search(text):
        return ()
    masked = _NO_QUANTITY.sub(_blank, _VIDEO_MODE.sub(_blank, text))
    found: list[Quantity] = []
    taken = 0
    for match in _quantity_pattern().finditer(masked):
        if match.start() < taken:
            continue
        found.extend(_read(match, masked))
        taken = match.end()
    return tuple(sorted([*found, *_video_modes(text)], key=lambda quantity: quantity.number_start))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


_MAYBE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|hundred|thousand|million|half|full|whole|entire"
    r"|quarter|couple|dozen|single|dual|triple|quad\w*|penta|hexa?|oct[ao]|deca)\b",
    re.IGNORECASE,
)


def _read(match: re.Match[str], text: str) -> Iterator[Quantity]:
    sign = match.start("first")
    first, unit = _number(match["first"]) * (1000 if match["thousands"] else 1), match["unit"] or ""
    bound, strict, start = _bound_before(text, sign)
    if match["open"] and bound == "exact":
        bound = "min"
    if match["dimension"] and _counts_sized_things(match, text):
        yield Quantity(start, match.end("first"), sign, first, None, "", bound, strict, _nouns_behind(text, match.end()))
        return
    if match["dimension"]:
        numbers = [first, *map(read_number, re.findall(_DIGITS, match["dimension"]))]
        unit = unit or match["unit_within"] or match["unit_of_first"] or ""
        for position, number in enumerate(numbers):
            yield Quantity(start, match.end(), sign, number, None, unit, bound, strict, (), position, len(numbers))
        return
    to = _number(match["second"]) if match["second"] else None
    unit = unit or match["unit_of_first"] or ""
    stop = match.end() if unit or match["open"] else max(map(match.end, ("first", "thousands", "second")))
    multiplied = False
    if unit in {"x", "X", "×"} and not _COMPARISON.match(text, stop):
        unit, multiplied = "", True
    nouns = () if unit else _nouns_behind(text, stop)
    yield Quantity(start, stop, sign, first, to, unit, bound, strict, nouns, multiplied=multiplied)


def _counts_sized_things(match: re.Match[str], text: str) -> bool:
    """Tell "7 x 40 pin" (seven of forty pins) from "320 x 240"."""
    unit = match["unit"] or match["unit_within"] or match["unit_of_first"]
    return not unit and _number(match["first"]) < 10 and re.match(rf"{_SPACE}?-?[A-Za-z]", text[match.end() :]) is not None


def _number(text: str) -> float:
    """Read digits or a number in words."""
    words = re.sub(r"[\s-]+", " ", text.lower()).strip()
    data = language_data("numbers")
    for table in ("fractions", "prefixed", "words"):
        if words in data[table]:
            return float(data[table][words])
    parts = words.split(" ")
    if all(part in data["words"] for part in parts):
        total = 0.0
        for part in parts:
            value = float(data["words"][part])
            total = total * value if value >= 100 and total else total + value
        return total
    return read_number(text)


def _bound_before(text: str, start: int) -> tuple[Bound, bool, int]:
    match = _bound_pattern().search(text[max(0, start - 30) : start])
    if match is None:
        return "exact", False, start
    bound, strict = _bounds()[match.group(1).lower()]
    return bound, strict, start - (len(match.group(0)))


@cache
def _bounds() -> dict[str, tuple[Bound, bool]]:
    data = language_data("numbers")
    table: dict[str, tuple[Bound, bool]] = {word: (bound, False) for bound, words in data["bounds"].items() for word in words}
    table.update({word: (bound, True) for bound, words in data["strict"].items() for word in words})
    return table


@cache
def _bound_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_bounds(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)({words}){_SPACE}*(?:an?{_SPACE}+|the{_SPACE}+|-)?\Z", re.IGNORECASE)


def _nouns_behind(text: str, stop: int) -> tuple[str, ...]:
    match = re.match(rf"(?:{_SPACE}|-|‑|[x×](?={_SPACE}))*((?:[\w][\w+./-]*(?:{_SPACE}+|\b)){{0,5}})", text[stop : stop + 80])
    return tuple(word.lower() for word in re.findall(r"[A-Za-z][\w+]*", match.group(1))) if match else ()


def _video_modes(text: str) -> Iterator[Quantity]:
    for match in _VIDEO_MODE.finditer(text):
        for part, unit in (("lines", "px"), ("rate", "fps")):
            if match[part]:
                yield Quantity(match.start(part), match.end(), match.start(part), float(match[part]), None, unit, "exact")


@cache
def _quantity_pattern() -> re.Pattern[str]:
    data = language_data("numbers")
    words = "|".join(sorted(map(re.escape, data["words"]), key=len, reverse=True))
    phrases = "|".join(sorted((re.escape(word) for word in data["fractions"]), key=len, reverse=True))
    prefixed = "|".join(sorted((re.escape(word) for word in data["prefixed"]), key=len, reverse=True))
    in_words = rf"(?i:\b(?:{phrases})\b|\b(?:{words})(?:[ -](?:{words}))*\b|\b(?:{prefixed})(?=[ -]))"
    number = rf"(?:(?<![\w.,])(?:(?<![\w)])[-+−–])?{_DIGITS}|{in_words})"
    unit = rf"(?:(?![xX×]{_SPACE}*\d|in{_SPACE}+[A-Za-z])(?:{_alternatives()})(?:/(?:{_alternatives()}|[A-Za-z]+))?)(?![A-Za-z0-9²³])"
    gap = rf"(?:{_SPACE}|-|‑)?"
    return re.compile(
        rf"(?P<between>(?i:\bbetween){_SPACE}+)?(?P<first>{number})(?P<thousands>k\b)?(?:{gap}(?P<unit_of_first>{unit}))?"
        rf"(?:(?:{_TO}|(?(between){_SPACE}+and{_SPACE}+|(?!)))(?P<second>(?:[-+−–])?{_DIGITS}|{in_words})(?!\d|\.\d)"
        rf"|(?P<dimension>(?:(?:[x×*]|{_SPACE}+[x×*]{_SPACE}+){_DIGITS}(?:{gap}(?P<unit_within>{unit}))?){{1,2}}))?"
        rf"(?:{gap}(?P<unit>{unit}))?(?P<open>{_SPACE}?\+(?!\w)|{_SPACE}or{_SPACE}(?:more|longer|better)\b)?"
    )


@cache
def _alternatives() -> str:
    exact = [re.escape(symbol) for symbol in symbols() if len(symbol) < 4 and symbol != "B"]  # "8420B" is a model number
    words = [re.escape(symbol) for symbol in symbols() if len(symbol) >= 4]
    return f"(?i:{'|'.join(words)})|{'|'.join(exact)}"
