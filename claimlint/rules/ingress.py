"""Ingress protection codes (IEC 60529): which codes a set of codes covers.

The first digit (solids) and the lower second digits (dripping to jets, 0 to 6) each include all digits below them. From 7
on that ends: immersion (7, 8) does not include the jets of 5 and 6 (IEC 60529, clause 6), and hot high-pressure jets (9)
include neither. A code with X claims nothing for that digit.
"""

from __future__ import annotations

import re

_CODE = re.compile(r"\bIP\s?-?(?P<first>[0-6X][0-9X])K?(?P<more>(?:\s*[/&+]\s*[0-6X][0-9X](?![0-9])K?)*)", re.IGNORECASE)
_DIGITS = re.compile(r"[0-6X][0-9X]", re.IGNORECASE)

_DRIPS_AND_SPRAYS = frozenset("01234")
_WATER: dict[str, frozenset[str]] = {
    **{str(level): frozenset(map(str, range(level + 1))) for level in range(7)},
    "7": _DRIPS_AND_SPRAYS | {"7"},
    "8": _DRIPS_AND_SPRAYS | {"7", "8"},
    "9": _DRIPS_AND_SPRAYS | {"9"},
}
"""The second digits that each second digit covers."""


def ingress_codes(text: str) -> tuple[str, ...]:
    """Give the digits of every code in a text: "IP66/IP68" and "IP66/68" give ("66", "68"), "IPX4" gives ("X4",)."""
    return tuple(digits.upper() for match in _CODE.finditer(text) for digits in _DIGITS.findall(match["first"] + match["more"]))


def covers_ingress(held: str, claimed: str) -> bool:
    """Tell whether the codes held, taken together, cover every code claimed; a text without a code claims nothing."""
    codes = ingress_codes(held)
    solids = max((code[0] for code in codes if code[0] != "X"), default="0")
    water = frozenset[str]().union(*(_WATER[code[1]] for code in codes if code[1] != "X"))
    return all((code[0] == "X" or code[0] <= solids) and (code[1] == "X" or code[1] in water) for code in ingress_codes(claimed))
