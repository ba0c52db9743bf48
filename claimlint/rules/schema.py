"""The JSON Schema of rule files, for editors: derived from the tables of keys and facts that the reader follows."""

from __future__ import annotations

from typing import Any, get_args

from claimlint.rules.conditions import Comparison
from claimlint.rules.facts import FACTS, Fact
from claimlint.rules.keys import ANY_TEXT, EXTENDS, RULE_KEYS, one_or_several


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a file with one rule or a list of rules.

    That codes are unique, templates can be filled in and examples come out as they say, only `claimlint rules test` can tell.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rules of claimlint",
        "description": "When a claim is reported, how severely and in which words.",
        **one_or_several({"$ref": "#/$defs/rule"}),
        "$defs": {"rule": _rule(), "condition": _condition()},
    }


def _rule() -> dict[str, Any]:
    required = [name for name, key in RULE_KEYS.items() if key.required]
    return {
        "type": "object",
        "properties": {name: {"description": key.about, **key.schema} for name, key in RULE_KEYS.items()},
        "additionalProperties": False,
        "required": [name for name in required if RULE_KEYS[name].own],
        "anyOf": [{"required": [EXTENDS]}, {"required": required}],
    }


def _condition() -> dict[str, Any]:
    itself = {"$ref": "#/$defs/condition"}
    nested = {
        "any": {"description": "At least one of these holds.", **one_or_several(itself)},
        "all": {"description": "Each of these holds.", **one_or_several(itself)},
        "not": {"description": "This does not hold.", **itself},
    }
    facts = {name: {"description": fact.about, **_fact(fact)} for name, fact in FACTS.items()}
    return {"type": "object", "properties": {**nested, **facts}, "additionalProperties": False}


def _fact(fact: Fact) -> dict[str, Any]:
    if fact.sort == "number":
        return _compared({"type": "number"})
    if fact.sort == "truth":
        return one_or_several({"type": "boolean"})
    values = one_or_several({"enum": list(fact.values)} if fact.values else ANY_TEXT)
    if fact.sort == "scale":
        values["anyOf"].append(_compared({"enum": list(fact.values)}))
    if fact.sort == "text":
        contains = {"contains": one_or_several(ANY_TEXT)}
        values["anyOf"].append({"type": "object", "properties": contains, "additionalProperties": False})
    return values


def _compared(bound: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": dict.fromkeys(get_args(Comparison), bound), "additionalProperties": False}
