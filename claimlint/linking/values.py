"""Which numbers, ratings and versions of a clause speak of which limit of a capability."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimlint.claim import Value
from claimlint.language.data import language_data
from claimlint.language.quantities import Quantity
from claimlint.linking.amounts import Amount, Basis, distance_to, measured_amounts
from claimlint.linking.codes import Code, bare_version, on_scale_of, rate_of, same_era
from claimlint.linking.lexicon import Subject
from claimlint.linking.numbers import Numbers, Surroundings
from claimlint.linking.words import stems_of
from claimlint.manifest.model import Limit
from claimlint.units import read_as, read_measure

_OF_ITS_ORDER = math.log(3)
"""A bare number of things that the manifest does not name must be as close as that to the only limit that is a count."""

_TELLING_COUNT = 5
"""Smaller numbers of other things stand everywhere."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """A value that can speak of a limit, and by what. start, stop of the value are characters of the block text."""

    value: Value
    basis: Basis
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class _Option:
    limit: Limit
    basis: Basis
    amount: Amount


def speaking_values(subject: Subject, numbers: Numbers) -> tuple[Speaking, ...]:
    """Find the values among numbers that can speak of a limit of the subject. Each quantity is given to one limit."""
    if not subject.limits:
        return ()
    found: list[Speaking] = []
    used: list[str] = []
    for quantity, around in numbers.quantities:
        options = list(_options(subject, quantity, around))
        if options:
            best = max(options, key=lambda option: _fit(subject, option, around, used))
            used.append(best.limit.name)
            found.append(Speaking(_value(numbers.text, quantity, best), best.basis, quantity))
    return (*_one_side_each(subject, found), *_codes(subject, numbers))


def closeness(subject: Subject, speaking: Speaking) -> float:
    """How close a value comes to the limit that it speaks of: 1 where they are equal, towards 0 where they are worlds apart."""
    value, limit = speaking.value, subject.limits.get(speaking.value.limit or "")
    if limit is None or value.amount is None:
        return 0.0
    return math.exp(-distance_to(limit, value.amount))


def placed(value: Value, start: int, end: int) -> Value:
    """Give the value with its range in the source."""
    return replace(value, start=start, end=end)


def _one_side_each(subject: Subject, found: Sequence[Speaking]) -> Iterator[Speaking]:
    """Leave out the side of "3840 × 2160" that fits a limit less, where two sides speak of one limit."""
    for speaking in found:
        same = [
            other
            for other in found
            if speaking.quantity is not None
            and other.quantity is not None
            and speaking.quantity.sides > 1
            and (other.value.start, other.value.limit) == (speaking.value.start, speaking.value.limit)
        ]
        if not same or speaking is max(same, key=lambda other: closeness(subject, other)):
            yield speaking


def _options(subject: Subject, quantity: Quantity, around: Surroundings) -> Iterator[_Option]:
    if _of_others(subject, quantity):
        return
    for limit in subject.limits.values():
        if quantity.deviation and limit.kind == "max" and not subject.limit_stems[limit.name] & _errors():
            continue
        if limit.unit:
            for amount in measured_amounts(limit, quantity, around.near):
                yield _Option(limit, "unit", amount)
        elif limit.unit is not None and (basis := _count_basis(subject, limit, quantity, around)) is not None:
            yield _Option(limit, basis, Amount(quantity.amount, quantity.to))


def _of_others(subject: Subject, quantity: Quantity) -> bool:
    """Tell "a 128 GB USB stick" and "a 65 W charger" from what the product itself has."""
    things = {stem for noun in quantity.nouns for stem in stems_of(noun)} & _others_things()
    return bool(quantity.unit and things - _own_stems(subject))


def _count_basis(subject: Subject, limit: Limit, quantity: Quantity, around: Surroundings) -> Basis | None:
    """Say by what a bare number counts what a limit counts: the nouns behind it, what stands above it, or only its order."""
    if quantity.unit not in ("", "times") or not quantity.whole or quantity.sides > 1:
        return None
    if not quantity.unit and _counts(subject, limit, quantity, around.row):
        return "count"
    counted = [other for other in subject.limits.values() if other.unit == ""]
    alone = len(counted) == 1 and distance_to(limit, quantity.amount) < _OF_ITS_ORDER
    telling = quantity.amount >= _TELLING_COUNT and (quantity.unit == "times" or around.things)
    return "number" if alone and telling else None


def _counts(subject: Subject, limit: Limit, quantity: Quantity, row: frozenset[str]) -> bool:
    nouns = {stem for noun in quantity.nouns for stem in stems_of(noun)}
    name = subject.limit_stems[limit.name]
    special = name - _counted_things()
    if nouns & _counted_things() and name & _counted_things() and not nouns & name & _counted_things():
        return False
    if _counts_a_part(subject, limit, quantity.amount, nouns):
        return False
    if special:
        return bool(special & nouns) if nouns else special <= row
    if nouns:
        return bool(nouns & (name | _own_stems(subject)))
    return bool(row & (name | _own_stems(subject) if quantity.multiplied else name))


def _counts_a_part(subject: Subject, limit: Limit, amount: float, nouns: set[str]) -> bool:
    """Tell the fewer things of a special kind from all of them, "4x little cores" of twelve; a single one is named and not counted."""
    special = nouns - subject.limit_stems[limit.name] - _own_stems(subject) - _counted_things()
    fewer = limit.kind == "equals" and limit.measure is not None and amount < limit.measure.amount
    return fewer and (amount == 1 or bool(special))


def _fit(subject: Subject, option: _Option, around: Surroundings, used: Sequence[str]) -> float:
    """Say how well a limit fits a quantity: by the words near it, in the clause, by its order, and as long as nothing else took it."""
    name = subject.limit_stems[option.limit.name]
    near = len(name & around.near) / max(1, len(name))
    clause = len(name & around.clause) / max(1, len(name))
    distance = min(distance_to(option.limit, option.amount.amount), 3.0) / 3.0
    return 2.0 * near + clause - distance - (1.5 if option.limit.name in used else 0.0) - (1.0 if option.basis == "number" else 0.0)


def _own_stems(subject: Subject) -> frozenset[str]:
    return frozenset(stem for term in subject.terms for stem in term.stems)


@cache
def _counted_things() -> frozenset[str]:
    return frozenset(stem for word in language_data("products")["counted"] for stem in stems_of(word))


@cache
def _errors() -> frozenset[str]:
    return frozenset(stem for word in language_data("numbers")["errors"] for stem in stems_of(word))


@cache
def _others_things() -> frozenset[str]:
    return frozenset(stem for word in language_data("numbers")["others-things"] for stem in stems_of(word)[-1:])


def _value(text: str, quantity: Quantity, option: _Option) -> Value:
    return Value(
        text=text[quantity.start : quantity.stop],
        start=quantity.start,
        end=quantity.stop,
        bound=quantity.bound,
        limit=option.limit.name,
        amount=option.amount.amount,
        to=option.amount.to,
        unit=option.limit.unit,
        strict=quantity.strict,
    )


def _codes(subject: Subject, numbers: Numbers) -> Iterator[Speaking]:
    """Find the ratings and versions that speak of a limit of the subject."""
    text = numbers.text
    for name, limit in subject.limits.items():
        if limit.kind == "rating":
            for code in numbers.ratings:
                if not on_scale_of(code.text, limit.code or ""):
                    continue
                yield Speaking(Value(text[code.start : code.stop], code.start, code.stop, limit=name, rating=code.text), "rating")
        elif limit.kind == "version":
            for code in _versions(subject, limit, numbers):
                yield Speaking(Value(text[code.start : code.stop], code.start, code.stop, limit=name, version=code.text), "version")
    if not any(limit.kind == "version" for limit in subject.limits.values()):
        yield from _rates(subject, numbers)


def _versions(subject: Subject, limit: Limit, numbers: Numbers) -> Iterator[Code]:
    own = _own_stems(subject) | subject.limit_stems[limit.name]
    joined = own | {"".join(term.stems) for term in subject.terms} | {"".join(stems_of(limit.name))}
    joined |= {"wifi"} if "wlan" in own else set()
    found = False
    for code in numbers.versions:
        if same_era(code.text, limit.code or "") and (code.name[-1] in joined or "".join(code.name) in joined):
            found = True
            yield code
    bare = bare_version(numbers.text) if not found and numbers.row & own and numbers.start == 0 else None
    if bare is not None and bare.start not in numbers.measured and same_era(bare.text, limit.code or ""):
        yield bare


def _rates(subject: Subject, numbers: Numbers) -> Iterator[Speaking]:
    """Find versions that promise a rate: "USB 3.2 Gen 2" is 10 Gbit/s."""
    own = _own_stems(subject)
    for code in numbers.versions:
        rate = rate_of(code) if own & set(code.name) else None
        if rate is None:
            continue
        amount, unit = read_measure(rate)
        for name, limit in subject.limits.items():
            claimed = read_as(amount, unit, limit.unit) if limit.unit else None
            if claimed is not None:
                value = Value(numbers.text[code.start : code.stop], code.start, code.stop, limit=name, amount=claimed, unit=limit.unit)
                yield Speaking(value, "version")
