"""Measures and units: reading "10 h" and "1.3 in", and converting between units that measure the same thing.

The units are data (`rules/units.yaml`); the arithmetic is pint's. A unit that the data does not know is a count of its own:
it compares with itself only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimlint.data import read_data

if TYPE_CHECKING:
    from pint import UnitRegistry

_NUMBER = re.compile(
    r"\s*([-+−–]?(?:\d{1,3}(?:[,_ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?|[-+−–]?\.\d+)\s*(.*?)\s*\Z", re.DOTALL
)
_UNIT = re.compile(r"(?!.*\s\d)(?:1/)?[^\d\s,;:!?][^,;!?]{0,40}\Z|:\d+\Z|['\"]{1,2}\Z")


class UnreadableMeasure(ValueError):
    """A text that was to be a number with a unit and is not; the message says so in words."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that the data knows: its name there and what it measures.

    nominal: what it counts for beside shorter units, "30 * day". also: what else it may stand for, in pint's notation.
    """

    name: str
    quantity: str
    nominal: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Table:
    by_symbol: Mapping[str, Unit]
    by_folded_symbol: Mapping[str, Unit]
    definitions: tuple[str, ...]


def read_measure(text: str) -> tuple[float, str]:
    """Read a number with an optional unit, as manifests write it: "10 h" gives (10.0, "h"), "4" gives (4.0, "").

    Raises UnreadableMeasure where the text holds no number in front, or words that cannot be a unit behind it.
    """
    match = _NUMBER.match(text)
    if match is None:
        raise UnreadableMeasure(f'"{text}" is not a number with a unit, such as "10 h" or "-20 C"')
    unit = match.group(2)
    if unit and not _UNIT.match(unit):
        raise UnreadableMeasure(f'"{unit}" in "{text}" cannot be a unit; write one number and one unit, such as "10 h"')
    return read_number(match.group(1)), unit


def read_number(text: str) -> float:
    """Read a plain number; commas, underscores and spaces group digits, any dash in front is a minus."""
    digits = re.sub(r"[,_ \u00a0\u202f]", "", text).replace("−", "-").replace("–", "-")
    return float(digits)


def unit_of(symbol: str) -> Unit | None:
    """Give the unit that a text stands for ("mAh", "hours", "°C"), or None where the data has none."""
    table = _table()
    return table.by_symbol.get(symbol) or table.by_folded_symbol.get(symbol.lower())


def symbols() -> tuple[str, ...]:
    """All ways to write a unit that the data knows, longest first."""
    return tuple(sorted(_table().by_symbol, key=lambda symbol: (-len(symbol), symbol)))


@cache
def quantity_of(unit: str) -> str | None:
    """What a unit measures ("time", "data-rate"); None for a bare number and for counts that the data does not know."""
    known = unit_of(unit)
    if known is not None:
        return known.quantity
    expression = _expression(unit)
    return None if expression is None else str(_registry().get_dimensionality(expression))


@lru_cache(maxsize=65536)
def convert(amount: float, unit: str, target: str) -> float | None:
    """Convert an amount between two written units; None where they do not measure the same thing.

    Units that the data does not know convert to themselves only, singular and plural alike. A bare number converts to a
    bare number. Months and years count for whole days beside days and shorter units: three months are 90 days.
    """
    if unit == target:
        return amount
    source, goal = _beside(unit, target), _beside(target, unit)
    if source is None and goal is None:
        return amount if _folded_count(unit) == _folded_count(target) else None
    return None if source is None or goal is None else _converted(amount, source, goal)


def read_as(amount: float, unit: str, target: str) -> float | None:
    """Convert as `convert` does, or where that fails by what else copy means by the unit: "70 degrees" as 70 °C, "5 ATM" as 50 m."""
    amount_in_target = convert(amount, unit, target)
    known, goal = unit_of(unit), _expression(target)
    if amount_in_target is not None or known is None or goal is None:
        return amount_in_target
    if goal in known.also:
        return amount
    return next((found for meant in known.also if (found := _converted(amount, meant, goal)) is not None), None)


def convert_difference(amount: float, unit: str, target: str) -> float | None:
    """Convert a difference between two values, as `read_as` does: 1 °C is 1.8 °F more, wherever it is added."""
    end, zero = read_as(amount, unit, target), read_as(0.0, unit, target)
    return None if end is None or zero is None else round(end - zero, 9)


def _converted(amount: float, source: str, goal: str) -> float | None:
    (factor, given), (divisor, wanted) = _scaled(source), _scaled(goal)
    if not _compatible(given, wanted):
        return None
    return round(float(_registry().Quantity(amount * factor, given).to(wanted).magnitude / divisor), 9)


@cache
def _scaled(expression: str) -> tuple[float, str]:
    """Split "30 * day" into the number and the unit."""
    factor, times, unit = expression.partition(" * ")
    return (float(factor), unit) if times and factor.isdigit() else (1.0, expression)


@cache
def _beside(unit: str, other: str) -> str | None:
    """Give a written unit in pint's notation, as it counts beside another one."""
    known, neighbour = unit_of(unit), unit_of(other)
    if known is not None and known.nominal is not None and neighbour is not None and neighbour.nominal is None:
        return known.nominal
    return _expression(unit)


@cache
def _compatible(source: str, goal: str) -> bool:
    registry = _registry()
    return bool(registry.get_dimensionality(source) == registry.get_dimensionality(goal))


def _folded_count(unit: str) -> str:
    return "/".join(part.strip().removesuffix("s") for part in unit.lower().split("/"))


@cache
def _expression(unit: str) -> str | None:
    """Give the written unit in pint's notation, or None where a part of it is unknown."""
    known = unit_of(unit)
    if known is not None:
        return known.name
    if "/" not in unit:
        return None
    parts = [_power(part.strip()) for part in unit.split("/")]
    return None if None in parts or len(parts) != 2 else f"{parts[0]} / {parts[1]}"


def _power(part: str) -> str | None:
    if part in ("", "1"):
        return "1"
    match = re.fullmatch(r"(.+?)([23²³]?)", part)
    known = unit_of(part) or (unit_of(match.group(1)) if match else None)
    if known is None:
        return None
    exponent = match.group(2) if match and unit_of(part) is None else ""
    return known.name + (f" ** {exponent.translate(str.maketrans('²³', '23'))}" if exponent else "")


@cache
def _table() -> _Table:
    data = read_data("units.yaml")
    by_symbol: dict[str, Unit] = {}
    folded: dict[str, set[Unit]] = {}
    definitions = []
    for quantity, units in data.items():
        for name, entry in units.items():
            unit = Unit(name, quantity, entry.get("nominal"), tuple(entry.get("also", ())))
            for symbol in map(str, entry["symbols"]):
                by_symbol[symbol] = unit
                folded.setdefault(symbol.lower(), set()).add(unit)
            offset = f"; offset: {entry['offset']}" if "offset" in entry else ""
            definitions.append(f"{name} = {entry.get('is', f'[{name}]')}{offset}")
    return _Table(by_symbol, {symbol: units.pop() for symbol, units in folded.items() if len(units) == 1}, tuple(definitions))


@cache
def _registry() -> UnitRegistry[float]:
    import pint

    registry: UnitRegistry[float] = pint.UnitRegistry(None, autoconvert_offset_to_baseunit=True)
    for definition in _table().definitions:
        registry.define(definition)
    return registry
