"""Conditions over facts: what a rule says under `when`, as values, and whether they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from claimlint.folding import contains_wording

FactValue: TypeAlias = "str | bool | float | tuple[str, ...] | None"
"""What a fact can be; a tuple holds several values, of which a condition needs to find one."""

Comparison = Literal["at-least", "above", "at-most", "below"]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The fact is one of these values."""

    fact: str
    values: tuple[str | bool, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """The fact lies at a place on a scale. scale: the values from lowest to highest, empty for numbers."""

    fact: str
    comparison: Comparison
    bound: str | float
    scale: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contains:
    """The fact, a text, contains one of these wordings as whole words."""

    fact: str
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every condition holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one condition holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold."""

    condition: Condition


Condition: TypeAlias = "AnyOf | Compared | Contains | All | Any | Not"

COMPARISONS: Mapping[Comparison, Callable[[float, float], bool]] = {
    "at-least": lambda value, bound: value >= bound,
    "above": lambda value, bound: value > bound,
    "at-most": lambda value, bound: value <= bound,
    "below": lambda value, bound: value < bound,
}


def holds(condition: Condition, facts: Mapping[str, FactValue]) -> bool:
    """Tell whether a condition holds for the facts of one claim; facts are looked up only as far as they are needed."""
    if isinstance(condition, All):
        return all(holds(part, facts) for part in condition.conditions)
    if isinstance(condition, Any):
        return any(holds(part, facts) for part in condition.conditions)
    if isinstance(condition, Not):
        return not holds(condition.condition, facts)
    value = facts[condition.fact]
    if isinstance(condition, AnyOf):
        return any(single in condition.values for single in (value if isinstance(value, tuple) else (value,)))
    if isinstance(condition, Contains):
        return any(contains_wording(str(value), wording) for wording in condition.wordings)
    return _compare(condition, value)


def questions(condition: Condition) -> Iterator[AnyOf | Compared | Contains]:
    """Yield what a condition asks of single facts, in the order in which it stands, however it is nested."""
    if isinstance(condition, (All, Any)):
        for part in condition.conditions:
            yield from questions(part)
    elif isinstance(condition, Not):
        yield from questions(condition.condition)
    else:
        yield condition


def facts_named(condition: Condition) -> Iterator[str]:
    """Name every fact that a condition looks at, in the order in which they stand."""
    return (question.fact for question in questions(condition))


def _compare(condition: Compared, value: FactValue) -> bool:
    compare = COMPARISONS[condition.comparison]
    if isinstance(condition.bound, str):
        scale = condition.scale
        return value in scale and compare(scale.index(str(value)), scale.index(condition.bound))
    return isinstance(value, (int, float)) and compare(value, condition.bound)
