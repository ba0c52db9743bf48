"""Every key of a rule file, declared once: the reader, `extends` and the published JSON Schema all follow this table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from claimlint.finding import SEVERITIES
from claimlint.rules.model import Underlined

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
CODE = re.compile(r"[A-Z]{2,5}\d{3,4}")
UNDERLINED: tuple[Underlined, ...] = get_args(Underlined)
MENDS = ("replace", "append")
EXAMPLE_KEYS = ("copy", "channel", "day")
EXAMPLE_LISTS = ("match", "no-match")

EXTENDS = "extends"

ANY_TEXT: Mapping[str, Any] = {"type": ["string", "number", "boolean"]}
"""Scalars are taken as they are written, whatever an editor makes of them."""


def one_or_several(item: Mapping[str, Any]) -> dict[str, Any]:
    """Give the schema of one value or a list of such values."""
    return {"anyOf": [dict(item), {"type": "array", "items": dict(item)}]}


_NAME = {"type": "string", "pattern": f"^{NAME.pattern}$"}
_EXAMPLE = {
    "type": "object",
    "properties": {
        "copy": {"type": "string", "description": "The copy; a block of several paragraphs where one is not enough."},
        "channel": {"type": "string", "description": "Where it is published; public where this is left out."},
        "day": {"type": "string", "format": "date", "description": "The day as of which it is judged; that of the pack where left out."},
    },
    "required": ["copy"],
    "additionalProperties": False,
}
_EXAMPLES = {
    "type": "object",
    "properties": dict.fromkeys(EXAMPLE_LISTS, one_or_several({"anyOf": [{"type": "string"}, _EXAMPLE]})),
    "additionalProperties": False,
}
_FIX = {
    "type": "object",
    "properties": {key: {"type": "string"} for key in MENDS},
    "additionalProperties": False,
    "minProperties": 1,
    "maxProperties": 1,
}


@dataclass(frozen=True, slots=True)
class RuleKey:
    """A key of a rule. about: one line for its author; schema: what a JSON Schema can say of its value.

    required: a rule that extends no other must have it. own: never taken over from the rule that is extended.
    """

    about: str
    schema: Mapping[str, Any]
    required: bool = False
    own: bool = False


RULE_KEYS: Mapping[str, RuleKey] = {
    "rule": RuleKey("Its name, words joined with hyphens.", _NAME, required=True, own=True),
    "code": RuleKey(
        "Its code, two to five capital letters and three or four digits; CL is taken.",
        {"type": "string", "pattern": f"^{CODE.pattern}$"},
        required=True,
        own=True,
    ),
    EXTENDS: RuleKey("Name or code of a rule from which every key is taken that is not given here.", ANY_TEXT, own=True),
    "category": RuleKey("What its findings have in common with others.", _NAME, required=True),
    "severity": RuleKey("How grave a finding is.", {"enum": list(reversed(SEVERITIES))}, required=True),
    "summary": RuleKey("What it reports, in a sentence.", ANY_TEXT, required=True),
    "why": RuleKey("Why that matters, for whoever reads `claimlint explain`.", ANY_TEXT, required=True),
    "citation": RuleKey("The law or standard behind it.", {"type": ["string", "null"]}),
    "wordings": RuleKey(
        "Words that it looks for itself, such as eco friendly; it then judges nothing but promises that use them.",
        one_or_several(ANY_TEXT),
    ),
    "when": RuleKey("Facts and what they must be; all of it must hold.", {"$ref": "#/$defs/condition"}, required=True),
    "at": RuleKey("What is underlined; the claim where this is left out.", {"enum": list(UNDERLINED)}),
    "once": RuleKey("Whether only the first place in a document is reported.", {"type": "boolean"}),
    "instead-of": RuleKey(
        "Names of rules that say less of the same words, and that give way where this one is reported and is no less severe.",
        one_or_several(_NAME),
    ),
    "message": RuleKey("What is said about a claim, in Jinja2.", {"type": "string"}, required=True),
    "suggestion": RuleKey("What the copy may say instead, in Jinja2.", {"type": "string"}),
    "fix": RuleKey("What `claimlint fix` puts in place of what is underlined, or behind the document, in Jinja2.", _FIX),
    "examples": RuleKey("Copy that must match and copy that must not, at least two of each.", _EXAMPLES, own=True),
}
"""By name, in the order in which they are written."""
