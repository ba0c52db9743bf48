"""Reading what a rule says under `when`: facts and values are checked against the table of facts."""

from __future__ import annotations

from typing import get_args

from claimlint.positioned_yaml import Entries, Items, Node, Text, nearest
from claimlint.rules.conditions import All, Any, AnyOf, Compared, Comparison, Condition, Contains, Not
from claimlint.rules.facts import FACTS, Fact
from claimlint.rules.nodes import Problems, texts, wrong

_NESTING = ("any", "all", "not")
_COMPARISONS: tuple[Comparison, ...] = get_args(Comparison)
_TRUTH = {"true": True, "false": False}


def read_condition(node: Node | None, problems: Problems) -> Condition:
    """Read a mapping of facts to what they must be; all of it must hold. What is wrong is appended to problems."""
    if not isinstance(node, Entries):
        if node is not None:
            problems.append(wrong(node, "a condition is a mapping of facts to what they must be."))
        return All(())
    return All(tuple(part for key, value in node for part in _entry(key, value, problems)))


def _entry(key: Text, value: Node, problems: Problems) -> tuple[Condition, ...]:
    if key.text in ("any", "all"):
        parts = value.items if isinstance(value, Items) else (value,)
        conditions = tuple(read_condition(part, problems) for part in parts)
        return (Any(conditions) if key.text == "any" else All(conditions),)
    if key.text == "not":
        return (Not(read_condition(value, problems)),)
    fact = FACTS.get(key.text)
    if fact is None:
        problems.append(wrong(key, f'"{key.text}" is no fact.', nearest(key.text, [*FACTS, *_NESTING])))
        return ()
    if isinstance(value, Entries):
        return tuple(part for comparison, bound in value for part in _comparison(key.text, fact, comparison, bound, problems))
    written = value.items if isinstance(value, Items) else (value,)
    return (AnyOf(key.text, tuple(_value(fact, key.text, single, problems) for single in written)),)


def _comparison(name: str, fact: Fact, key: Text, bound: Node, problems: Problems) -> tuple[Condition, ...]:
    allowed = {"text": ("contains",), "scale": _COMPARISONS, "number": _COMPARISONS}.get(fact.sort, ())
    if key.text not in allowed:
        remedy = nearest(key.text, allowed) if allowed else "Name the value that it must have."
        problems.append(wrong(key, f'{name} cannot be asked for "{key.text}".', remedy))
        return ()
    if key.text == "contains":
        return (Contains(name, texts(bound, "contains", problems)),)
    comparison = next(known for known in _COMPARISONS if known == key.text)
    written = bound.text if isinstance(bound, Text) else ""
    if fact.sort == "number":
        return (Compared(name, comparison, _number(name, bound, problems)),)
    if written not in fact.values:
        problems.append(wrong(bound, f'{name} cannot be "{written}".', nearest(written, fact.values)))
        return ()
    return (Compared(name, comparison, written, fact.values),)


def _value(fact: Fact, name: str, node: Node, problems: Problems) -> str | bool:
    written = node.text if isinstance(node, Text) else ""
    if fact.sort == "truth":
        if written not in _TRUTH:
            problems.append(wrong(node, f"{name} is true or false."))
        return _TRUTH.get(written, False)
    if fact.sort == "number":
        problems.append(wrong(node, f"{name} is a number.", "Compare it: {at-least: 0.5}."))
    elif not isinstance(node, Text) or (fact.values and written not in fact.values):
        problems.append(wrong(node, f'{name} cannot be "{written}".', nearest(written, fact.values)))
    return written


def _number(name: str, node: Node, problems: Problems) -> float:
    try:
        return float(node.text) if isinstance(node, Text) else float("")
    except ValueError:
        problems.append(wrong(node, f"{name} is compared with a number."))
        return 0.0
