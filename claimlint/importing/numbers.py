"""Numbers in tables: with a decimal point or a decimal comma, and never a guess which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimlint.importing.notes import NotUnderstood

POINT, COMMA = "point", "comma"
DECIMALS = (POINT, COMMA)

_SIGN = {POINT: ".", COMMA: ","}
_SPACES = r" \u00a0\u2009\u202f"
_DIGITS = rf"\d+(?:[.,'’]\d+|[{_SPACES}]\d{{3}}(?!\d))*|[.,]\d+"
_NUMBER = re.compile(rf"(?P<sign>[-+−–]?)[{_SPACES}]*(?P<digits>{_DIGITS})(?P<rest>.*)", re.DOTALL)
_GROUPS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


@dataclass(frozen=True, slots=True)
class Notation:
    """How a table writes numbers.

    stated: the decimal sign that the user has named, None where nobody has. seen: the signs of which the table leaves no doubt.
    semicolons: see Table.
    """

    stated: str | None = None
    seen: frozenset[str] = frozenset()
    semicolons: bool = False


def notation_of(texts: Iterable[str], stated: str | None, semicolons: bool) -> Notation:
    """Look through the numbers of a table for those that can be read in one way only."""
    matches = (_NUMBER.match(text.strip()) for text in texts)
    seen = frozenset(kind for match in matches if match and (kind := _kind(_compact(match["digits"]))) in DECIMALS)
    return Notation(stated, seen, semicolons)


def with_point(text: str, notation: Notation) -> tuple[str, str]:
    """Split a text into the number it begins with, written with a decimal point and without grouping, and the rest.

    Raises NotUnderstood where it begins with no number, or with one that can be read in two ways.
    """
    match = _NUMBER.match(text.strip())
    if match is None:
        raise NotUnderstood(f'"{text}" begins with no number, and was left out.')
    digits = _compact(match["digits"])
    sign = _decimal_sign(digits, notation, text)
    grouping = "," if sign == "." else "."
    number = digits.replace(grouping, "").replace(sign, ".")
    minus = "-" if match["sign"] and match["sign"] != "+" else ""
    return minus + (f"0{number}" if number.startswith(".") else number), match["rest"].strip()


def _compact(digits: str) -> str:
    return re.sub(rf"['’{_SPACES}]", "", digits)


def _kind(digits: str) -> str:
    """Say how digits can be read: with a point or a comma, "whole", "either" way, or "wrong"."""
    signs = re.sub(r"\d", "", digits)
    if not signs:
        return "whole"
    last = POINT if signs[-1] == "." else COMMA
    whole, _, fraction = digits.rpartition(signs[-1])
    if len(set(signs)) == 2:
        return last if signs.count(signs[-1]) == 1 and _GROUPS.fullmatch(whole) else "wrong"
    if len(signs) > 1:
        return (COMMA if last == POINT else POINT) if _GROUPS.fullmatch(digits) else "wrong"
    return "either" if len(fraction) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0") else last


def _decimal_sign(digits: str, notation: Notation, text: str) -> str:
    kind = _kind(digits)
    if notation.stated and kind in DECIMALS and kind != notation.stated:
        raise NotUnderstood(f'"{text}" has no decimal {notation.stated}, which was asked for with --decimal, and was left out.')
    if kind == "wrong":
        raise NotUnderstood(f'"{text}" is not a number, and was left out; write it with its unit, such as 1500 mAh.')
    if kind == "whole":
        return "."
    if kind in DECIMALS:
        return _SIGN[kind]
    sign = notation.stated or _inferred(digits, notation)
    if sign is None:
        raise NotUnderstood(f'"{text}" can be read in two ways, and was left out; say which with --decimal point or --decimal comma.')
    return _SIGN[sign]


def _inferred(digits: str, notation: Notation) -> str | None:
    """Say which sign the rest of a table speaks for, where it does not speak for both."""
    if "," in digits:
        return next(iter(notation.seen)) if len(notation.seen) == 1 else None
    return POINT if COMMA not in notation.seen and not (notation.semicolons and not notation.seen) else None
