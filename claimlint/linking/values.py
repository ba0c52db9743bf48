"""Which numbers, ratings and versions of a clause speak of which limit of a capability."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from claimlint.claim import Value
from claimlint.language.data import language_data
from claimlint.language.quantities import Quantity
from claimlint.linking.lexicon import Subject
from claimlint.linking.words import stems_of
from claimlint.manifest.model import Limit
from claimlint.units import convert

_RATING = re.compile(
    r"\bIP[ -]?[0-6X][0-9X]K?(?:/[0-6X][0-9X]K?)*(?![\dA-Za-z])|\bIK ?\d{2}\b|\b\d{1,2} ?ATM\b|\bMIL-STD-\d+[A-Z]*\b", re.IGNORECASE
)
_VERSION = re.compile(
    r"(?P<name>[A-Za-z][\w®™-]*)[ \u00a0-]?(?:v|version |V|Rev\.? |Revision |Gen |generation )?"
    r"(?P<version>\d+(?:\.\d+)*[A-Za-z]?)(?![\w%°]|\.\d)"
)
_WLAN = re.compile(r"\b802\.11 ?(?:n|ac|ax|be)\b")

_ANOTHER_THING = math.log(2000)

Basis = Literal["unit", "count", "rating", "version"]


@dataclass(frozen=True, slots=True)
class Speaking:
    """A value that can speak of a limit, and by what. start, stop of the value are characters of the block text."""

    value: Value
    basis: Basis
    quantity: Quantity | None = None


def speaking_values(
    subject: Subject,
    text: str,
    start: int,
    stop: int,
    quantities: Sequence[Quantity],
    stems: frozenset[str],
    row: frozenset[str] = frozenset(),
) -> tuple[Speaking, ...]:
    """Find the values in text[start:stop] that can speak of a limit of the subject.

    stems: the words around (clause, headers), which tell limits of one dimension apart. row: those that name the row or
    introduce the item, which say what a bare number counts. Each quantity is given to one limit.
    """
    found: list[Speaking] = []
    numbers = {name: limit for name, limit in subject.limits.items() if limit.unit is not None}
    used: list[str] = []
    for quantity in quantities:
        if not start <= quantity.number_start < stop:
            continue
        options = [(name, basis, amount) for name, limit in numbers.items() for basis, amount in _amounts(subject, limit, quantity, row)]
        if options:
            name, basis, amount = max(options, key=lambda option: _fit(subject, option[0], option[2], stems, used))
            used.append(name)
            found.append(Speaking(_value(text, quantity, numbers[name], name, amount), basis, quantity))
    for name, limit in subject.limits.items():
        if limit.kind == "rating":
            found.extend(_ratings(text, start, stop, name))
        elif limit.kind == "version":
            found.extend(_versions(subject, text, start, stop, name, quantities))
    return tuple(found)


def _amounts(subject: Subject, limit: Limit, quantity: Quantity, row: frozenset[str]) -> Iterator[tuple[Basis, float]]:
    unit = limit.unit or ""
    if not unit:
        if not quantity.unit and float(quantity.amount).is_integer() and _counts(subject, limit, quantity, row):
            yield "count", quantity.amount
        return
    amount = _converted(limit, quantity)
    if amount is not None and _plausible(limit, amount):
        yield "unit", amount


def _converted(limit: Limit, quantity: Quantity) -> float | None:
    unit = limit.unit or ""
    if quantity.unit:
        amount = convert(quantity.amount, quantity.unit, unit)
        # "2.5 gigabit" of a link means a second's worth.
        return amount if amount is not None else convert(quantity.amount, f"{quantity.unit}/s", unit)
    if unit == "px":
        return quantity.amount if quantity.sides > 1 else None
    counted = stems_of(unit.split("/")[0])[:1]
    nouns = [stem for noun in quantity.nouns[:3] for stem in stems_of(noun)]
    return quantity.amount if counted and counted[0] in nouns else None


def _counts(subject: Subject, limit: Limit, quantity: Quantity, row: frozenset[str]) -> bool:
    """Whether a bare number counts what the limit counts, by the nouns behind it, or where there are none by what stands above."""
    nouns = {stem for noun in quantity.nouns[:6] for stem in stems_of(noun)}
    name = subject.limit_stems[limit.name]
    special = name - _counted_things()
    if special:
        return bool(special & nouns) if nouns else special <= row
    if nouns:
        return bool(nouns & (name | _own_stems(subject)))
    return bool(row & (name | _own_stems(subject) if quantity.multiplied else name))


@cache
def _counted_things() -> frozenset[str]:
    return frozenset(stem for word in language_data("products")["counted"] for stem in stems_of(word))


def _plausible(limit: Limit, amount: float) -> bool:
    """A number a thousand times off speaks of something else of the same dimension."""
    return _nearest(limit, amount) < _ANOTHER_THING


def closeness(subject: Subject, speaking: Speaking) -> float:
    """How close a value comes to the limit that it speaks of: 1 where they are equal, towards 0 where they are worlds apart."""
    value, limit = speaking.value, subject.limits.get(speaking.value.limit or "")
    if limit is None or value.amount is None:
        return 0.0
    return math.exp(-_nearest(limit, value.amount))


def _nearest(limit: Limit, amount: float) -> float:
    if limit.low and limit.high and limit.low.amount <= amount <= limit.high.amount:
        return 0.0
    return min(_distance(amount, measure.amount) for measure in (limit.measure, limit.low, limit.high) if measure is not None)


def _own_stems(subject: Subject) -> frozenset[str]:
    return frozenset(stem for term in subject.terms for stem in term.stems)


def _fit(subject: Subject, name: str, amount: float, stems: frozenset[str], used: Sequence[str]) -> float:
    limit = subject.limits[name]
    words = len(subject.limit_stems[name] & stems)
    return 2.0 * words - min(_nearest(limit, amount), 3.0) / 3.0 - (1.5 if name in used else 0.0)


def _distance(amount: float, bound: float) -> float:
    if amount * bound <= 0:
        return 0.0 if amount == bound else 2.0
    return abs(math.log(amount / bound))


def _value(text: str, quantity: Quantity, limit: Limit, name: str, amount: float) -> Value:
    to = quantity.to
    if to is not None and quantity.unit and limit.unit:
        to = convert(to, quantity.unit, limit.unit)
    return Value(
        text=text[quantity.start : quantity.stop],
        start=quantity.start,
        end=quantity.stop,
        bound=quantity.bound,
        limit=name,
        amount=amount,
        to=to,
        unit=limit.unit,
        strict=quantity.strict,
    )


def _ratings(text: str, start: int, stop: int, name: str) -> Iterator[Speaking]:
    for match in _RATING.finditer(text, start, stop):
        code = match.group().upper().replace(" ", "").replace("IP-", "IP")
        yield Speaking(Value(match.group(), match.start(), match.end(), limit=name, rating=code), "rating")


def _versions(subject: Subject, text: str, start: int, stop: int, name: str, quantities: Sequence[Quantity]) -> Iterator[Speaking]:
    own = _own_stems(subject) | subject.limit_stems[name]
    joined = {"".join(term.stems) for term in subject.terms} | {"".join(sorted(subject.limit_stems[name]))}
    measured = {quantity.number_start for quantity in quantities if quantity.unit}
    for match in _WLAN.finditer(text, start, stop):
        if own & {"wifi", "wlan", "fi"} or "802.11" in own:
            yield Speaking(Value(match.group(), match.start(), match.end(), limit=name, version=match.group().replace(" ", "")), "version")
    for match in _VERSION.finditer(text, start, stop):
        stems = stems_of(match["name"])
        if match.start("version") in measured or not stems:
            continue
        if not _same_era(match["version"], subject.limits[name].code or ""):
            continue
        if stems[-1] in own or "".join(stems) in own | joined:
            yield Speaking(Value(match.group(), match.start(), match.end(), limit=name, version=match["version"]), "version")


def _same_era(claimed: str, held: str) -> bool:
    """A number far beyond the version held is a model number: the 663 of a graphics chip is no version of a programming interface."""
    first, second = re.match(r"\d+", claimed), re.search(r"\d+", held)
    return first is None or second is None or int(first.group()) <= 10 * (int(second.group()) + 1)


def placed(value: Value, start: int, end: int) -> Value:
    """Give the value with its range in the source."""
    return replace(value, start=start, end=end)
