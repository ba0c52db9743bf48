"""Reading a rule from its YAML: what is missing, unknown or cannot work is a problem with its place."""

from __future__ import annotations

import re
from datetime import date

from claimlint.finding import SEVERITIES
from claimlint.manifest.model import Place
from claimlint.positioned_yaml import Entries, Items, Node, Text
from claimlint.rules.condition_reading import read_condition
from claimlint.rules.keys import CODE, EXAMPLE_KEYS, EXAMPLE_LISTS, MENDS, NAME, RULE_KEYS, UNDERLINED
from claimlint.rules.messages import check_template
from claimlint.rules.model import Example, Mend, Rule
from claimlint.rules.nodes import Problems, choice_at, place_of, refuse_unknown, text_at, texts, wrong
from claimlint.vocabulary.patterns import Pattern, PatternError, compile_pattern


def read_rule(node: Node, pack: str, problems: Problems) -> Rule | None:
    """Read one rule. pack: the name of the pack or file that it belongs to. Gives None where it is no mapping at all."""
    if not isinstance(node, Entries):
        problems.append(wrong(node, "a rule is a mapping with `rule`, `code`, `when` and `message`."))
        return None
    refuse_unknown(node, RULE_KEYS, problems)
    severity = choice_at(node, "severity", tuple(reversed(SEVERITIES)), problems)
    at = choice_at(node, "at", UNDERLINED, problems, "claim")
    if node.get("when") is None:
        problems.append(wrong(node, "when is missing.", "Without a condition the rule would report every claim."))
    return Rule(
        name=_shaped(node, "rule", NAME, "words joined with hyphens, such as unvalidated-capability", problems),
        code=_shaped(node, "code", CODE, "capital letters and three or four digits, such as CL101", problems),
        category=_shaped(node, "category", NAME, "words joined with hyphens, such as unvalidated", problems),
        severity=next(known for known in SEVERITIES if known == severity),
        summary=text_at(node, "summary", problems),
        why=text_at(node, "why", problems),
        citation=text_at(node, "citation", problems, "") or None,
        when=read_condition(node.get("when"), problems),
        at=next(known for known in UNDERLINED if known == at),
        message=_template(node, "message", None, problems),
        suggestion=_template(node, "suggestion", "", problems),
        examples=_examples(node.get("examples"), problems),
        pack=pack,
        place=place_of(node),
        message_place=_place(node, "message"),
        suggestion_place=_place(node, "suggestion"),
        wordings=_wordings(node, problems),
        once=choice_at(node, "once", ("false", "true"), problems, "false") == "true",
        mend=_mend(node.get("fix"), problems),
        instead_of=texts(node.get("instead-of"), "instead-of", problems),
    )


def _wordings(node: Entries, problems: Problems) -> tuple[Pattern, ...]:
    """Read the wordings that a rule looks for itself; each bears the rule's name."""
    listed, name = node.get("wordings"), node.get("rule")
    patterns = []
    for item in listed.items if isinstance(listed, Items) else (listed,) if listed is not None else ():
        if not isinstance(item, Text):
            problems.append(wrong(item, "wordings must be text or a list of texts."))
            continue
        try:
            patterns.append(compile_pattern(item.text, name.text if isinstance(name, Text) else ""))
        except PatternError as error:
            problems.append(wrong(item, f"{error}.", "Write words; (a|b) for one of several, word? for one that may be missing."))
    return tuple(patterns)


def _mend(node: Node | None, problems: Problems) -> Mend | None:
    if node is None:
        return None
    if not isinstance(node, Entries) or len(list(node)) != 1:
        problems.append(wrong(node, "fix is {replace: words} or {append: words}."))
        return None
    refuse_unknown(node, MENDS, problems)
    how = next((known for known in MENDS if node.get(known) is not None), "replace")
    return Mend("append" if how == "append" else "replace", _template(node, how, None, problems), _place(node, how))


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
    refuse_unknown(node, EXAMPLE_LISTS, problems)
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
    refuse_unknown(node, EXAMPLE_KEYS, problems)
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
