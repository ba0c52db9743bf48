"""Rules as reports describe them."""

from __future__ import annotations

from collections.abc import Iterable

from claimlint.finding import RuleDescription
from claimlint.rules.model import Rule, RuleSet


def rules_described(rulesets: Iterable[RuleSet]) -> tuple[RuleDescription, ...]:
    """Describe the rules of several rule sets, each once, in order of codes; of one that several have, the first counts."""
    first: dict[tuple[str, str], Rule] = {}
    for ruleset in rulesets:
        for rule in ruleset.rules:
            first.setdefault((rule.code, rule.name), rule)
    return tuple(_described(first[key]) for key in sorted(first))


def _described(rule: Rule) -> RuleDescription:
    return RuleDescription(rule.name, rule.code, rule.category, rule.severity, rule.summary, rule.why, rule.citation)
