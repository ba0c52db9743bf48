"""Which way the words around a number bound it: "up to 10 h", "over 10 h", "10 h or more", "10+"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from claimlint.claim import Bound
from claimlint.language.data import language_data

_REACH = 36
"""The most characters that bound words in front of a number take up."""
_SPACE = r"[ \t\n\u00a0\u202f]"
_PLUS = re.compile(rf"{_SPACE}?\+(?!\w)")


class Bounded(NamedTuple):
    """How a number is bounded, and the characters [start, stop) with the words that do it."""

    bound: Bound
    strict: bool
    start: int
    stop: int


def bounds_around(text: str, start: int, stop: int, *, modifier: bool = False) -> Bounded:
    """Read the words before and behind the number, with its unit, at [start, stop).

    modifier: the number is part of a word before a noun ("a 5-year warranty"), where a preposition speaks of the noun.
    """
    bound, strict, first = _before(text, start, modifier=modifier)
    plus = _PLUS.match(text, stop)
    if plus:
        return Bounded("min" if bound == "exact" else bound, strict, first, plus.end())
    behind = _behind_pattern().match(text, stop)
    if behind and bound in ("exact", "approx"):
        return Bounded(_behind()[_folded(behind[1])], False, first, behind.end())
    return Bounded(bound, strict, first, stop)


def plus_inside(text: str, stop: int) -> int:
    """Give the place behind a plus sign that stands between a number and its unit or noun ("10+ hours"), or the place itself."""
    plus = _PLUS.match(text, stop)
    return plus.end() if plus else stop


def _before(text: str, start: int, *, modifier: bool) -> tuple[Bound, bool, int]:
    if text[start : start + 4].lower() in ("sub-", "sub‑"):
        return "max", True, start
    match = _before_pattern().search(text[max(0, start - _REACH) : start])
    if match is None:
        return "exact", False, start
    word = _folded(match[1])
    if word in language_data("numbers")["prepositions"] and (match[2] or modifier):
        return "exact", False, start
    bound, strict = _before_words()[word]
    return bound, strict, start - len(match.group())


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


@cache
def _before_words() -> dict[str, tuple[Bound, bool]]:
    data = language_data("numbers")
    table: dict[str, tuple[Bound, bool]] = {word: (bound, False) for bound, words in data["bounds"].items() for word in words}
    table.update({word: (bound, True) for bound, words in data["strict"].items() for word in words})
    return table


@cache
def _behind() -> dict[str, Bound]:
    return {word: bound for bound, words in language_data("numbers")["bounds-behind"].items() for word in words}


@cache
def _before_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({_either(_before_words())}){_SPACE}*(an?{_SPACE}+|the{_SPACE}+|:{_SPACE}*|-)?\Z", re.IGNORECASE)


@cache
def _behind_pattern() -> re.Pattern[str]:
    return re.compile(rf",?{_SPACE}?\(?({_either(_behind())})(?!\w)", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", rf"{_SPACE}+") for word in sorted(words, key=len, reverse=True))
