"""Reading a rule from its YAML: what is missing, unknown or cannot work is a problem with its place."""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

from claimlint.finding import SEVERITIES
from claimlint.manifest.model import Place
from claimlint.positioned_yaml import Entries, Items, Node, Text
from claimlint.rules.condition_reading import read_condition
from claimlint.rules.messages import check_template
from claimlint.rules.model import Example, Rule, Underlined
from claimlint.rules.nodes import Problems, choice_at, place_of, refuse_unknown, text_at, wrong

_KEYS = ("rule", "code", "category", "severity", "summary", "why", "citation", "when", "at", "message", "suggestion", "examples")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z]{2,5}\d{3,4}")
_UNDERLINED: tuple[Underlined, ...] = get_args(Underlined)


def read_rule(node: Node, pack: str, problems: Problems) -> Rule | None:
    """Read one rule. pack: the name of the pack or file that it belongs to. Gives None where it is no mapping at all."""
    if not isinstance(node, Entries):
        problems.append(wrong(node, "a rule is a mapping with `rule`, `code`, `when` and `message`."))
        return None
    refuse_unknown(node, _KEYS, problems)
    severity = choice_at(node, "severity", tuple(reversed(SEVERITIES)), problems)
    at = choice_at(node, "at", _UNDERLINED, problems, "claim")
    if node.get("when") is None:
        problems.append(wrong(node, "when is missing.", "Without a condition the rule would report every claim."))
    return Rule(
        name=_shaped(node, "rule", _NAME, "words joined with hyphens, such as unvalidated-capability", problems),
        code=_shaped(node, "code", _CODE, "capital letters and three or four digits, such as CL101", problems),
        category=_shaped(node, "category", _NAME, "words joined with hyphens, such as unvalidated", problems),
        severity=next(known for known in SEVERITIES if known == severity),
        summary=text_at(node, "summary", problems),
        why=text_at(node, "why", problems),
        citation=text_at(node, "citation", problems, "") or None,
        when=read_condition(node.get("when"), problems),
        at=next(known for known in _UNDERLINED if known == at),
        message=_template(node, "message", None, problems),
        suggestion=_template(node, "suggestion", "", problems),
        examples=_examples(node.get("examples"), problems),
        pack=pack,
        place=place_of(node),
        message_place=_place(node, "message"),
        suggestion_place=_place(node, "suggestion"),
    )


def _shaped(node: Entries, key: str, shape: re.Pattern[str], looks: str, problems: Problems) -> str:
    text, value = text_at(node, key, problems), node.get(key)
    if text and value is not None and not shape.fullmatch(text):
        problems.append(wrong(value, f'{key} cannot be "{text}": it is written in {looks}.'))
    return text


def _template(node: Entries, key: str, default: str | None, problems: Problems) -> str:
    text_at(node, key, problems, default)
    value = node.get(key)
    if not isinstance(value, Text):
        return ""
    problems.extend(check_template(value.text, place_of(value)))
    return value.text


def _place(node: Entries, key: str) -> Place:
    return place_of(node.get(key) or node)


def _examples(node: Node | None, problems: Problems) -> tuple[Example, ...]:
    if node is None:
        return ()
    if not isinstance(node, Entries):
        problems.append(wrong(node, "examples are listed under `match` and `no-match`."))
        return ()
    refuse_unknown(node, ("match", "no-match"), problems)
    found = []
    for key, listed in node:
        for item in listed.items if isinstance(listed, Items) else (listed,):
            example = _example(item, key.text == "match", problems)
            if example is not None:
                found.append(example)
    return tuple(found)


def _example(node: Node, matches: bool, problems: Problems) -> Example | None:
    if isinstance(node, Text):
        return Example(node.text, "public", matches, place_of(node))
    if not isinstance(node, Entries):
        problems.append(wrong(node, "an example is a line of copy, or a mapping with `copy` and `channel`."))
        return None
    refuse_unknown(node, ("copy", "channel", "day"), problems)
    copy, channel = text_at(node, "copy", problems), text_at(node, "channel", problems, "public")
    return Example(copy, channel, matches, place_of(node), day_at(node, "day", problems))


def day_at(node: Entries, key: str, problems: Problems) -> date | None:
    """Give the day under a key, None where it is missing or no day."""
    written, value = text_at(node, key, problems, ""), node.get(key)
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        if value is not None:
            problems.append(wrong(value, f'"{written}" is no day.', "Write it as 2027-02-15."))
        return None
