"""Rules as they are in force, for `claimlint rules show`; facts and names, for whoever writes rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from textwrap import wrap

from claimlint.configuration.paths import reported
from claimlint.positioned_yaml import Entries, Text
from claimlint.rules.facts import FACTS, Fact
from claimlint.rules.keys import EXTENDS, RULE_KEYS
from claimlint.rules.lookup import KnownRules
from claimlint.rules.messages import NAMES
from claimlint.rules.model import Rule
from claimlint.rules.writing import as_yaml

_WIDTH = 100
_SORTS = {
    "truth": "true or false",
    "number": "a number, compared: {at-least: 0.5}",
    "text": "text, or {contains: [words]}",
    "scale": ", from the lowest; can be compared: {at-least: …}",
    "several": " (may have several)",
}


def show_rules(known: KnownRules, name: str) -> str:
    """Give the rules of a code, name or category as YAML, each below comments on its place and on what changed it.

    Raises InputError for a name that no rule has.
    """
    return "\n".join(_shown(rule, known) for rule in known.find(name))


def _shown(rule: Rule, known: KnownRules) -> str:
    comments = "".join(f"# {line}\n" for line in _comments(rule, known))
    if rule.written is None:
        return comments
    written = rule.written.entries
    entries = {key: written[key] for key in RULE_KEYS if key in written and key != EXTENDS}
    key, severity = entries["severity"]
    if isinstance(severity, Text):
        entries["severity"] = key, replace(severity, text=rule.severity, quoted=False)
    return comments + as_yaml(Entries(rule.place.path, rule.place.line, rule.place.column, entries))


def _comments(rule: Rule, known: KnownRules) -> Iterator[str]:
    yield f"{rule.place.path}:{rule.place.line} ({rule.pack})"
    base = rule.written.get(EXTENDS) if rule.written else None
    if isinstance(base, Text):
        found = known.every.find(base.text)
        place = f", {found[0].place.path}:{found[0].place.line}" if found else ""
        yield f"Keys that it does not give itself are those of {base.text}{place}."
    written = rule.written.get("severity") if rule.written else None
    configured = reported(known.configured) if known.configured else ""
    if isinstance(written, Text) and written.text != rule.severity:
        yield f"Its severity is {written.text}; {configured} makes it {rule.severity}."
    if rule not in known.in_force.rules:
        yield f"Not in force: {configured or 'the default configuration'} does not name it, or turns it off."


def table_of_facts() -> str:
    """Give what a condition may ask for: each fact with its values, and what it tells."""
    return "\n".join(line for name, fact in FACTS.items() for line in (f"{name}: {values_of(fact)}", *_indented(fact.about)))


def values_of(fact: Fact) -> str:
    """Say in words what a fact can be."""
    if not fact.values:
        return _SORTS[fact.sort]
    return ", ".join(fact.values) + _SORTS.get(fact.sort, "")


def table_of_names() -> str:
    """Give the names that messages, suggestions and fixes may use, with what each stands for."""
    width = max(map(len, NAMES)) + 2
    return "\n".join(f"{name.ljust(width)}{about}" for name, about in NAMES.items())


def _indented(text: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent="    ", subsequent_indent="    ")
