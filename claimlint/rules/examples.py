"""Trying rules on their own examples: copy that must match and copy that must not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimlint.errors import InputError, Problem
from claimlint.finding import Finding
from claimlint.manifest.loading import load_manifest
from claimlint.manifest.model import Manifest
from claimlint.rules.model import Example, Pack, Rule, RuleSet

FEWEST = 2
"""A rule has at least this many examples that match, and as many that do not."""

Check = Callable[[str, Manifest, str, date], Sequence[Finding]]
"""Checks copy: the text, the manifest, the channel, the day; what is found comes out."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one example. found: every finding that its copy raised."""

    rule: Rule
    example: Example
    found: tuple[Finding, ...]

    @property
    def as_expected(self) -> bool:
        """True where the rule was raised and should be, or was not and should not be."""
        return any(finding.code == self.rule.code for finding in self.found) == self.example.matches

    @property
    def verdict(self) -> str:
        """The outcome as a sentence."""
        place = f"{self.example.place.path}:{self.example.place.line}"
        codes = ", ".join(sorted({finding.code for finding in self.found})) or "nothing"
        wanted = "must match" if self.example.matches else "must not match"
        return f'{place}: {self.rule.code} {wanted} "{self.example.copy}" ({self.example.channel}); found: {codes}'


def missing_examples(rules: Sequence[Rule]) -> list[Problem]:
    """Say which rules have too few examples."""
    problems = []
    for rule in rules:
        for matches, key in ((True, "match"), (False, "no-match")):
            have = sum(example.matches is matches for example in rule.examples)
            if have < FEWEST:
                message = f"{rule.name} has {have} of at least {FEWEST} examples under `{key}`."
                problems.append(Problem(rule.place.path, rule.place.line, rule.place.column, message))
    return problems


def within_packs(ruleset: RuleSet) -> RuleSet:
    """Give the same rules, each of which gives way to rules of its own pack only: its examples hold whatever packs are chosen beside it."""
    packs = {rule.name: rule.pack for rule in ruleset.rules}
    rules = (replace(rule, instead_of=tuple(name for name in rule.instead_of if packs.get(name) == rule.pack)) for rule in ruleset.rules)
    return replace(ruleset, rules=tuple(rules))


def try_examples(rules: Sequence[Rule], ruleset: RuleSet, default: Pack, check: Check) -> Iterator[Outcome]:
    """Check the examples of rules and tell what came out, in their order.

    ruleset: with the packs of the rules, and of those that they extend. default: whose manifest serves all other rules.
    Raises InputError where a rule has too few examples, where a channel is unknown or a pack's manifest is broken.
    """
    problems = missing_examples(rules) + list(_unknown_channels(rules, ruleset))
    if problems:
        raise InputError(problems)
    packs = {pack.name: pack for pack in ruleset.packs}
    manifests: dict[str, Manifest] = {}
    for rule in rules:
        pack = packs.get(rule.tried_in, default)
        if pack.name not in manifests:
            manifests[pack.name] = load_manifest([pack.manifest], own_policy=bool(ruleset.policy.stages))
        for example in rule.examples:
            found = check(example.copy, manifests[pack.name], example.channel, example.day or pack.day)
            yield Outcome(rule, example, tuple(found))


def _unknown_channels(rules: Sequence[Rule], ruleset: RuleSet) -> Iterator[Problem]:
    for rule in rules:
        for example in rule.examples:
            if example.channel not in ruleset.policy.channels:
                known = f"It has: {', '.join(ruleset.policy.channels)}."
                message = f'the policy has no channel "{example.channel}".'
                yield Problem(example.place.path, example.place.line, example.place.column, message, known)
