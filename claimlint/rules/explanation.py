"""A rule in words, for `claimlint explain` and for the documentation."""

from __future__ import annotations

from textwrap import fill

from claimlint.errors import COMMAND_LINE, InputError
from claimlint.positioned_yaml import nearest
from claimlint.rules.model import Rule, RuleSet

_WIDTH = 88


def explain_rules(ruleset: RuleSet, name: str) -> str:
    """Explain the rules of a code, name or category: summary, why, citation and examples.

    Raises InputError for a name that no rule has.
    """
    found = ruleset.find(name) or ruleset.find(name.upper())
    if not found:
        known = [identity for rule in ruleset.rules for identity in (rule.code, rule.name, rule.category)]
        raise InputError(COMMAND_LINE.problem("rules", name, f'"{name}" is no rule, code or category.', nearest(name, known)))
    return "\n\n\n".join(map(_explanation, found))


def list_of_rules(ruleset: RuleSet) -> str:
    """Give a table of the rules, a line each, below a line that names the columns."""
    rows = [
        ("Code", "Severity", "Rule", "What it reports"),
        *((rule.code, rule.severity, rule.name, rule.summary) for rule in ruleset.rules),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join("  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]) for row in rows)


def _explanation(rule: Rule) -> str:
    heading = f"{rule.code} {rule.name} (category: {rule.category}, severity: {rule.severity})"
    parts = [heading, fill(rule.summary, _WIDTH), fill(rule.why, _WIDTH)]
    if rule.citation:
        parts.append(f"Citation: {rule.citation}")
    for matches, title in ((True, "Reported, for example:"), (False, "Not reported:")):
        copies = [f"  {example.channel}: “{example.copy}”" for example in rule.examples if example.matches is matches]
        if copies:
            parts.append("\n".join([title, *copies]))
    return "\n\n".join(parts)
