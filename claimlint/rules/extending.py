"""Rules that take over what they do not say themselves from another rule: `extends`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimlint.positioned_yaml import Entries, Node, Text, nearest
from claimlint.rules.keys import EXTENDS, RULE_KEYS
from claimlint.rules.nodes import Problems, wrong


@dataclass(frozen=True, slots=True)
class WrittenRule:
    """A rule as it stands in a file. pack: the pack or file that it belongs to; tried_in: the pack whose manifest its examples use."""

    node: Node
    pack: str
    tried_in: str = ""

    def text(self, key: str) -> str:
        """Give the text under a key, empty where there is none."""
        value = self.node.get(key) if isinstance(self.node, Entries) else None
        return value.text if isinstance(value, Text) and not value.is_null else ""


def extends_another(rule: WrittenRule) -> bool:
    """Tell whether a rule asks for the keys of another."""
    return isinstance(rule.node, Entries) and rule.node.get(EXTENDS) is not None


def with_inherited(rules: Sequence[WrittenRule], shipped: Iterable[WrittenRule], problems: Problems) -> list[WrittenRule]:
    """Give the rules with all keys that they take over.

    shipped: rules that may be extended besides. A rule that extends one which is not there, or itself over others, is a problem at
    its `extends` and is left out.
    """
    known: dict[str, WrittenRule] = {}
    for rule in (*rules, *shipped):
        for identity in filter(None, (rule.text("rule"), rule.text("code"))):
            known.setdefault(identity, rule)
    completed = (_completed(rule, known, (), problems) for rule in rules)
    return [rule for rule in completed if rule is not None]


def _completed(
    rule: WrittenRule, known: Mapping[str, WrittenRule], below: tuple[WrittenRule, ...], problems: Problems
) -> WrittenRule | None:
    """Give a rule with what it takes over. below: the rules that extend this one, the lowest first."""
    if not extends_another(rule):
        return rule
    base = _extended(rule, known, below, problems)
    whole = _completed(base, known, (*below, rule), problems) if base else None
    if whole is None or not isinstance(whole.node, Entries) or not isinstance(rule.node, Entries):
        return None
    inherited = {key: entry for key, entry in whole.node.entries.items() if key in RULE_KEYS and not RULE_KEYS[key].own}
    node = replace(rule.node, entries={**inherited, **rule.node.entries})
    return replace(rule, node=node, tried_in=rule.tried_in or whole.tried_in)


def _extended(
    rule: WrittenRule, known: Mapping[str, WrittenRule], below: tuple[WrittenRule, ...], problems: Problems
) -> WrittenRule | None:
    """Give the rule that another names under `extends`, None where it cannot be extended."""
    place = rule.node.get(EXTENDS) if isinstance(rule.node, Entries) else None
    name = rule.text(EXTENDS)
    base = known.get(name)
    if base is None:
        if place is not None:
            message = f'extends: "{name}" is no rule that is loaded or comes with claimlint.' if name else "extends must name a rule."
            problems.append(wrong(place, message, nearest(name, known) if name else "Give its name or its code."))
        return None
    line = (*below, rule)
    if any(base is each for each in line):
        if place is not None:
            way = " -> ".join(each.text("rule") for each in (*line, base))
            problems.append(wrong(place, f"extends goes round in a circle: {way}.", "Let one of them say all keys itself."))
        return None
    return base
