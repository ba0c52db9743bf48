"""Rules: which claims are reported, and in which words."""

from claimlint.rules.contradictions import contradictions
from claimlint.rules.engine import judge
from claimlint.rules.model import RuleSet
from claimlint.rules.packs import load_rules
from claimlint.rules.policy import Policy, load_policy

__all__ = ["Policy", "RuleSet", "contradictions", "judge", "load_policy", "load_rules"]
