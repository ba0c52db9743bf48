"""A rule in words, for `claimlint explain` and for the documentation."""

from __future__ import annotations

from textwrap import fill

from claimlint.errors import InputError, Problem
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
        raise InputError(Problem(name, None, None, "is no rule, code or category.", nearest(name, known)))
    return "\n\n".join(map(_explanation, found))


def _explanation(rule: Rule) -> str:
    parts = [f"{rule.code} {rule.name} ({rule.severity}, {rule.category})", fill(rule.summary, _WIDTH), fill(rule.why, _WIDTH)]
    if rule.citation:
        parts.append(f"Citation: {rule.citation}")
    for matches, title in ((True, "Reported:"), (False, "Not reported:")):
        copies = [f"  {example.channel}: {example.copy}" for example in rule.examples if example.matches is matches]
        if copies:
            parts.append("\n".join([title, *copies]))
    return "\n\n".join(parts)
