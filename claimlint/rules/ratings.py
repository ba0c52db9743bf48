"""Rating codes in which a higher grade covers the lower ones, beside those of ingress protection."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from claimlint.rules.ingress import covers_ingress

_ENCLOSURES = (("1", "3R", "3", "4", "4X"), ("6", "6P"))
"""Types of enclosure (NEMA 250) in the order in which each withstands what the one before does, and more; other types stand alone."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """How a code of the scale is written, the grade in its first group, and whether one grade covers another."""

    code: re.Pattern[str]
    covers: Callable[[str, str], bool]


def covers_rating(held: str, claimed: str) -> bool:
    """Tell whether the codes held cover every code claimed; a code of a scale on which nothing is held cannot be compared."""
    return covers_ingress(held, claimed) and all(_reaches(scale, held, claimed) for scale in _SCALES)


def _reaches(scale: _Scale, held: str, claimed: str) -> bool:
    grades = scale.code.findall(held)
    return not grades or all(any(scale.covers(own, grade) for own in grades) for grade in scale.code.findall(claimed))


def _at_least(held: str, claimed: str) -> bool:
    return int(held) >= int(claimed)


def _edition_covers(held: str, claimed: str) -> bool:
    """Compare editions of a military standard by their letters: 810H covers 810G; a standard named without one is covered by any."""
    return held[:-1] == claimed[:-1] and held[-1] >= claimed[-1] if held[-1:].isalpha() and claimed[-1:].isalpha() else True


def _enclosure_covers(held: str, claimed: str) -> bool:
    held, claimed = held.upper(), claimed.upper()
    order = next((order for order in _ENCLOSURES if held in order and claimed in order), None)
    return held == claimed if order is None else order.index(held) >= order.index(claimed)


_SCALES: tuple[_Scale, ...] = (
    _Scale(re.compile(r"\bIK\s?(\d{1,2})\b", re.IGNORECASE), _at_least),
    _Scale(re.compile(r"\b(\d{1,3})\s?(?:ATM|bar)\b", re.IGNORECASE), _at_least),
    _Scale(re.compile(r"\bMIL-STD-(810[A-Z]?)\b"), _edition_covers),
    _Scale(re.compile(r"\bNEMA\s(?:type\s)?(\d{1,2}[A-Z]?)\b", re.IGNORECASE), _enclosure_covers),
    _Scale(re.compile(r"\b(?:UHS |speed )class\s(\d{1,2})\b", re.IGNORECASE), _at_least),
)
"""Impact energy (IEC 62262, IK00 to IK11), the test pressure of watches (ISO 22810), in which an atmosphere is stated as a bar,
environmental tests (MIL-STD-810), enclosures (NEMA 250), speeds of memory cards (SD Association)."""
