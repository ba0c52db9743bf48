"""Ratings and versions in a text: "IP67", "MIL-STD-810H", "5 ATM", "Bluetooth 5.3", "USB 3.2 Gen 2", "802.11ax"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimlint.data import read_data
from claimlint.linking.words import stems_of

_RATING = re.compile(
    r"\bIP[ -]?[0-6X][0-9X]K?(?:[/&+][0-6X][0-9X]K?)*(?![\dA-Za-z])|\bIK ?\d{2}\b|\b\d{1,2} ?ATM\b|\bMIL[- ]STD[- ]\d+[A-Z]?\b"
    r"|\bNEMA (?:type )?\d{1,2}[A-Z]?\b"
    r"|\b(?:(?:UHS|speed|laser|safety|protection) )?class (?:\d{1,2}[A-Z]?|I{1,3}|[A-G]\+{0,3})(?!\w)",
    re.IGNORECASE,
)
_VERSION = re.compile(
    r"(?<![A-Za-z])(?P<name>[A-Za-z][\w®™-]*)(?:[ -](?:Low Energy|LE|Core|Specification|standard|release))*:?[ \u00a0-]?"
    r"(?:v|version |V|Rev\.? |Revision |Gen\.? ?|generation )?"
    r"(?P<version>\d+(?:\.\d+)*[A-Za-z]?(?: ?Gen ?\d(?:x\d)?)?)(?![\w%°]|\.\d)",
)
_MORE = re.compile(r"(?:/|,? (?:and|or|&) )(?P<version>\d+\.\d+[A-Za-z]?|\d[A-Za-z])(?![\w%°]|\.\d)")
_WLAN = re.compile(r"\b802\.11 ?(?:n|ac|ax|be|bn)\b")
_BARE = re.compile(r"\s*(?:v|version )?(?P<version>\d+(?:\.\d+)*[A-Za-z]?)(?=\s*(?:[,;(/|]|\Z))", re.IGNORECASE)
_MODEL = 10
"""A number that many times as high as the version held is a model's: the 663 of a graphics chip is no version."""


@dataclass(frozen=True, slots=True)
class Code:
    """A rating or version at [start, stop). name: stems of the word that a version stands behind; empty where there is none."""

    text: str
    start: int
    stop: int
    name: tuple[str, ...] = ()


def ratings_in(text: str, start: int, stop: int) -> Iterator[Code]:
    """Find the rating codes in text[start:stop], as manifests write them: "IP 68" gives "IP68"."""
    for match in _RATING.finditer(text, start, stop):
        code = re.sub(r"(?<=IP)[ -]|(?<=IK) |(?<=\d) (?=ATM)", "", match.group().upper())
        yield Code(code.replace("MIL STD", "MIL-STD").replace("STD ", "STD-"), match.start(), match.end())


def versions_in(text: str, start: int, stop: int, measured: Sequence[int]) -> Iterator[Code]:
    """Find the versions in text[start:stop] with the names before them. measured: where numbers with units begin, which are none."""
    for match in _WLAN.finditer(text, start, stop):
        yield Code(match.group().replace(" ", ""), match.start(), match.end(), ("wifi",))
    for match in _VERSION.finditer(text, start, stop):
        name = stems_of(match["name"])
        if match.start("version") in measured or not name:
            continue
        yield Code(match["version"], match.start(), match.end(), name)
        more = _MORE.match(text, match.end(), stop)
        if more is not None and more.start("version") not in measured:
            yield Code(more["version"], more.start("version"), more.end(), name)


def bare_version(text: str) -> Code | None:
    """Read a version that is all there is in a text, or begins it: the cell of a row that names what it is of."""
    match = _BARE.match(text)
    return None if match is None else Code(match["version"], match.start("version"), match.end())


def on_scale_of(code: str, held: str) -> bool:
    """Tell whether a rating is of a scale that a limit holds: "IP68" is compared with "IP67", "IK08" is not."""
    return bool(_scale(code) & _scale(held)) or not _scale(held)


def _scale(codes: str) -> frozenset[str]:
    return frozenset(word.upper() for word in re.findall(r"IP(?=[ -]?[\dX])|IK(?= ?\d)|ATM|MIL-STD|NEMA|class", codes, re.IGNORECASE))


def same_era(claimed: str, held: str) -> bool:
    """Tell a version from the number of a model, which is far beyond the version held."""
    first, second = re.match(r"(?!802\.11)\d+", claimed), re.search(r"\d+", held)
    return first is None or second is None or int(first.group()) <= _MODEL * (int(second.group()) + 1)


def rate_of(code: Code) -> str | None:
    """Give the rate that a version promises ("USB 3.2 Gen 2": "10 Gbit/s"); None where the data has none."""
    version = re.sub(r"\s*gen\s*", " gen ", code.text.lower())
    return next((str(rates[version]) for name, rates in _rates().items() if name in code.name and version in rates), None)


@cache
def _rates() -> Mapping[str, Mapping[str, Any]]:
    rates: Mapping[str, Mapping[str, Any]] = read_data("standards.yaml")["rates"]
    return rates
