"""Rules as reports describe them."""

from __future__ import annotations

from claimlint.finding import RuleDescription
from claimlint.rules.model import Rule, RuleSet


def rules_described(ruleset: RuleSet) -> tuple[RuleDescription, ...]:
    """Describe the rules of a rule set, in order of codes."""
    return tuple(map(_described, sorted(ruleset.rules, key=lambda rule: (rule.code, rule.name))))


def _described(rule: Rule) -> RuleDescription:
    return RuleDescription(rule.name, rule.code, rule.category, rule.severity, rule.summary, rule.why, rule.citation)
