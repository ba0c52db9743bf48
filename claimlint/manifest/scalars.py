"""The single values of a manifest: texts, dates, numbers with units, ratings, and how each is read from its text."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches

from claimlint.manifest.firmware import specifiers
from claimlint.manifest.model import NONE, Measure
from claimlint.manifest.shapes import Scalar, Unreadable
from claimlint.positioned_yaml import nearest
from claimlint.units import convert, quantity_of, read_measure, symbols, unit_of

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_PERCENTAGE = re.compile(r"(\d+(?:\.\d+)?) ?%")
_RATING = re.compile(r"[A-Za-z][- ]?\d|\d ?[A-Za-z]")
_INGRESS = re.compile(r"\bIP ?[0-9X]\w*")
# IEC 60529: solids 0 to 6, water 0 to 9 (9K after ISO 20653), X for "not tested", then optional letters.
_INGRESS_CODE = re.compile(r"IP ?[0-6X](?:[0-9]|9K|X)[A-DFHMSW]{0,3}")

_ANY_TEXT = {"type": ["string", "number", "boolean"], "minLength": 1}
_MISSPELT = 0.85
"""From this similarity on a word is taken for a misspelt unit, and not for what is counted: "hous" for "hours", but "cores" for cores."""


def _text(text: str) -> str:
    if not text.strip():
        raise Unreadable("it is empty", "Write some text or leave the key out.")
    return text


def _identifier(text: str) -> str:
    if _ID.fullmatch(text):
        return text
    kebab = re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", text).lower()).strip("-")
    hint = f'Write "{kebab}".' if kebab else ""
    raise Unreadable(f'"{text}" is not an id: small letters and digits, joined by single hyphens', hint)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text if _DATE.fullmatch(text) else "")
    except ValueError:
        raise Unreadable(f'"{text}" is not a date', "Write year, month and day, such as 2027-02-15.") from None


def _measure(text: str) -> Measure:
    amount, unit = read_measure(text)
    if unit and unit_of(unit) is None:
        meant = get_close_matches(unit, symbols(), n=1, cutoff=_MISSPELT)
        if meant and quantity_of(unit) is None:
            raise Unreadable(f'"{unit}" is no unit', f'Did you mean "{meant[0]}"?')
    return Measure(amount, unit, text)


def _percentage(text: str) -> float:
    match = _PERCENTAGE.fullmatch(text.strip())
    if match is None:
        raise Unreadable(f'"{text}" is not a percentage', "Write it with its sign, such as 5 %.")
    return float(match.group(1))


def _yes_or_no(text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise Unreadable(f'"{text}" is neither true nor false', "Write true or false.")
    return text.lower() == "true"


def _rating(text: str) -> str:
    wrong = [code for code in _INGRESS.findall(text) if not _INGRESS_CODE.fullmatch(code)]
    if wrong:
        raise Unreadable(f'"{wrong[0]}" is not an ingress code of IEC 60529', "Write codes such as IP67, IPX7 or IP66/IP68.")
    if not _RATING.search(text):
        raise Unreadable(f'"{text}" holds no rating', "Write a code such as IP67, IK08, 5 ATM or MIL-STD-810H.")
    return text


def _version(text: str) -> str:
    if not any(character.isdigit() for character in text):
        raise Unreadable(f'"{text}" holds no version number', 'Write one such as "5.2" or "6E".')
    return text


def _pattern(text: str) -> str:
    try:
        re.compile(_text(text))
    except re.error as error:
        raise Unreadable(f'"{text}" is not a regular expression: {error}', "Escape signs that are meant literally.") from None
    return text


def _firmware(text: str) -> str:
    try:
        specifiers(text)
    except ValueError:
        raise Unreadable(f'"{text}" names no firmware', 'Write it as ">=1.4", or as ">=1.4,<2".') from None
    return text


def one_of(*choices: str) -> Scalar:
    """Give a value that is one of a few words, written exactly so."""

    def read(text: str) -> str:
        if text not in choices:
            raise Unreadable(f'"{text}" is not one of {", ".join(choices)}', nearest(text, choices) if len(choices) > 1 else "")
        return text

    wants = f"one of {', '.join(choices)}" if len(choices) > 1 else choices[0]
    return Scalar(wants, read, {"enum": [*choices, *(int(choice) for choice in choices if choice.isdigit())]})


def agree(ends: tuple[Measure, ...]) -> None:
    """Check the two ends of a range: they measure the same thing, and the lower stands first. Raises Unreadable."""
    low, high = ends
    lowest = convert(low.amount, low.unit, high.unit)
    if lowest is None:
        raise Unreadable(f'"{low.text}" and "{high.text}" do not measure the same thing', "Give both ends in one unit.")
    if lowest > high.amount:
        raise Unreadable(f'"{low.text}" is more than "{high.text}"', "Write the lower end first.")


def _reference(wants: str, section: str, read: Callable[[str], object] = _text, among: tuple[str, ...] = ()) -> Scalar:
    return Scalar(wants, read, {"type": ["string", "number"], "minLength": 1}, refers=section, among=among)


TEXT = Scalar("text", _text, _ANY_TEXT)
ID = Scalar("an id such as battery-life", _identifier, {"pattern": f"^{_ID.pattern}$"})
DAY = Scalar("a date such as 2027-02-15", _day, {"type": "string", "format": "date", "pattern": f"^{_DATE.pattern}$"})
MEASURE = Scalar("a number with a unit such as 10 h", _measure, {"type": ["string", "number"], "pattern": r"^\s*[-+−–]?\s*\.?\d"})
PERCENTAGE = Scalar("a percentage such as 5 %", _percentage, {"type": "string", "pattern": f"^{_PERCENTAGE.pattern}$"})
YES_OR_NO = Scalar("true or false", _yes_or_no, {"enum": [True, False, "true", "false"]})
RATING = Scalar("a rating such as IP67", _rating, {"type": "string", "pattern": _RATING.pattern})
VERSION = Scalar("a version such as 5.2", _version, {"type": ["string", "number"], "pattern": r"\d"})
FIRMWARE = Scalar('a firmware version such as ">=1.4"', _firmware, {"type": ["string", "number"], "pattern": r"\d"})
PATTERN = Scalar("a regular expression", _pattern, {"type": "string", "format": "regex", "minLength": 1})
PRODUCT = _reference("the id of a product", "products")
CAPABILITY = _reference("the id of a capability", "capabilities")
STAGE = _reference("a stage of the ladder", "stages")
VALIDATED = _reference("a stage of the ladder, or none", "stages", among=(NONE,))
