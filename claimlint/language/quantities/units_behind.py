"""The unit and the things behind a number: "10 hours", "40 MB a second", "four USB ports", "30 pages a minute"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimlint.language.data import language_data
from claimlint.units import quantity_of, symbols

_SPACE = r"[ \t\n\u00a0\u202f\u2009]"
_GAP = rf"(?:{_SPACE}{{0,2}}|[-‑])"
_THING = re.compile(r"[ \t\n\u00a0\u202f‑-]*([A-Za-z][\w+]*|\d[\d.]*)(?:[®™*])*")
_MOST_THINGS = 6
_CURRENCY = re.compile(r"(?:(US|CA|AU|NZ|HK)?\$|[€£¥₹]|\b(?:USD|EUR|GBP|CHF|JPY|CNY|CAD|AUD|INR) ?)[ \u00a0]?\Z")


class Unit(NamedTuple):
    """A unit as written, or composed of what was written ("MB/second"), and the place behind it."""

    symbol: str
    stop: int


class Things(NamedTuple):
    """What a bare number counts: the words, lower case, the unit of time that they are counted in, the place behind the words."""

    nouns: tuple[str, ...]
    per: str
    stop: int


def unit_behind(text: str, stop: int) -> Unit | None:
    """Read the unit behind a number that ends at a place; None where there is none."""
    match = _unit_pattern().match(text, stop)
    if match is None:
        return None
    symbol = match["unit"] + (f"/{match['over']}" if match["over"] else "")
    rate = None if match["over"] else _per_pattern().match(text, match.end())
    if rate and symbol == "times":
        return None
    if rate and quantity_of(f"{symbol}/{rate['time']}") is not None and quantity_of(symbol) not in ("time", "percentage", "multiple"):
        return Unit(f"{symbol}/{rate['time']}", rate.end())
    return Unit(symbol, match.end())


def currency_before(text: str, start: int) -> Unit | None:
    """Read the sign of money in front of a number that begins at a place; `stop` is then where the sign begins."""
    match = _CURRENCY.search(text, max(0, start - 5), start)
    return Unit(match.group().strip(), match.start()) if match else None


def things_behind(text: str, stop: int, limit: int) -> Things:
    """Read what a bare number counts, up to a character: the next number that is none of a name, a verb, the end of the phrase."""
    nouns: list[str] = []
    at = stop
    while len(nouns) < _MOST_THINGS:
        rate = _per_pattern().match(text, at)
        if rate and rate.end() <= limit:
            return Things(tuple(nouns), rate["time"], rate.end())
        match = _THING.match(text, at)
        if match is None or match.end() > limit or match[1].lower() in language_data("numbers")["not-counted"]:
            break
        if match[1][0].isalpha() and match[1].lower() not in ("of", "a", "an"):
            nouns.append(match[1].lower())
        at = match.end()
    return Things(tuple(nouns), "", stop)


@cache
def _unit_pattern() -> re.Pattern[str]:
    unit = rf"(?:(?![xX×]{_SPACE}*\d|[iI][nN](?:{_SPACE}+|[-‑])[A-Za-z0-9]|[aA]{_SPACE}+[a-z]|[aA]n{_SPACE})(?:{_alternatives()}))"
    return re.compile(rf"{_GAP}(?P<unit>{unit})(?:{_SPACE}?/{_SPACE}?(?P<over>{_alternatives()}|[A-Za-z]+))?(?![A-Za-z0-9²³])")


@cache
def _per_pattern() -> re.Pattern[str]:
    times = "|".join(
        sorted((symbol for symbol in symbols() if quantity_of(symbol) == "time" and symbol.isalpha()), key=lambda one: (-len(one), one))
    )
    spoken = rf"{_SPACE}+(?:per|an?|each|every|in{_SPACE}+(?:the|an?|one)){_SPACE}+(?=\w{{3}})"
    return re.compile(rf"(?:{spoken}|{_SPACE}?/{_SPACE}?)(?P<time>{times})\b(?!-)", re.IGNORECASE)


@cache
def _alternatives() -> str:
    exact = [re.escape(symbol) for symbol in symbols() if len(symbol) < 4 and symbol != "B"]  # "8420B" is a model number
    words = [re.escape(symbol).replace(r"\ ", rf"{_SPACE}") for symbol in symbols() if len(symbol) >= 4]
    return f"(?i:{'|'.join(words)})|{'|'.join(exact)}"
