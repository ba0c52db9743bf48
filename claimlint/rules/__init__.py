"""Rules: which claims are reported, and in which words."""

from claimlint.rules.contradictions import contradictions
from claimlint.rules.engine import judge, judge_suppressions
from claimlint.rules.model import RuleSet
from claimlint.rules.packs import load_rules, shipped_rules
from claimlint.rules.policy import Policy, load_policy

__all__ = ["Policy", "RuleSet", "contradictions", "judge", "judge_suppressions", "load_policy", "load_rules", "shipped_rules"]
