"""A rule in words, for `claimlint explain` and for the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from string import Template
from textwrap import fill, indent, wrap
from typing import Any

from claimlint.data import read_data
from claimlint.rules.conditions import AnyOf, Condition, questions
from claimlint.rules.model import Rule, RuleSet

_WIDTH = 88


def explain_rules(rules: tuple[Rule, ...]) -> str:
    """Explain rules: summary, why, citation, how to mend what they report, how to configure them, and their examples."""
    return "\n\n\n".join(map(_explanation, rules))


def list_of_rules(ruleset: RuleSet) -> str:
    """Give a table of the rules, a line each, below a line that names the columns."""
    rows = [
        ("Code", "Severity", "Rule", "What it reports"),
        *((rule.code, rule.severity, rule.name, rule.summary) for rule in ruleset.rules),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join("  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]) for row in rows)


def manifest_keys(condition: Condition) -> tuple[str, ...]:
    """Name the keys of the manifest on which a condition depends, in the words of `rules/explanation.yaml`."""
    asked = [(question.fact, _values(question)) for question in questions(condition)]
    return tuple(row["keys"] for row in _sentences()["manifest-keys"] if any(_decides(row, fact, values) for fact, values in asked))


def _values(question: object) -> frozenset[str]:
    values = question.values if isinstance(question, AnyOf) else ()
    return frozenset(str(value).lower() for value in values)


def _decides(row: Mapping[str, Any], fact: str, values: frozenset[str]) -> bool:
    return bool(row["fact"] == fact and ("is" not in row or values.intersection(row["is"])))


def _explanation(rule: Rule) -> str:
    heading = f"{rule.code} {rule.name} (category: {rule.category}, severity: {rule.severity})"
    parts = [heading, fill(rule.summary, _WIDTH), fill(rule.why, _WIDTH)]
    if rule.citation:
        parts.append(f"Citation: {rule.citation}\n{fill(_sentences()['no-legal-advice'], _WIDTH)}")
    parts.append("\n".join(["How to mend it:", *_listed(_mending(rule))]))
    parts.append("\n".join(["How to configure it:", *_listed(_configuring(rule))]))
    for matches, title in ((True, "Reported, for example:"), (False, "Not reported:")):
        copies = [f"  {example.channel}: “{_indented(example.copy)}”" for example in rule.examples if example.matches is matches]
        if copies:
            parts.append("\n".join([title, *copies]))
    return "\n\n".join(parts)


def _mending(rule: Rule) -> Iterator[str]:
    sentences = _sentences()
    yield sentences["suggestion"]["offered" if rule.suggestion.strip() else "none"]
    yield sentences["fix"][rule.mend.how if rule.mend else "none"]


def _configuring(rule: Rule) -> Iterator[str]:
    sentences = _sentences()["configure"]
    yield Template(sentences["severity"]).substitute(code=rule.code)
    if any(fact.startswith("policy.") for fact in rule.facts):
        yield sentences["policy"]
    yield from (Template(sentences["manifest"]).substitute(keys=keys) for keys in manifest_keys(rule.when))


def _listed(sentences: Iterator[str]) -> Iterator[str]:
    for sentence in sentences:
        yield from wrap(sentence, _WIDTH, initial_indent="  - ", subsequent_indent="    ", break_on_hyphens=False)


def _indented(copy: str) -> str:
    """Give copy of several paragraphs so that its lines stand below each other."""
    return indent(copy.strip(), "    ").strip()


@cache
def _sentences() -> Mapping[str, Any]:
    sentences: Mapping[str, Any] = read_data("explanation.yaml", as_text=True)
    return sentences
