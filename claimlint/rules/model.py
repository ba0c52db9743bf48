"""Rules, packs and rule sets as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from claimlint.finding import Severity
from claimlint.manifest.model import Place
from claimlint.positioned_yaml import Entries
from claimlint.rules.conditions import Condition, facts_named
from claimlint.rules.phrases import PhraseBook
from claimlint.rules.policy import Policy
from claimlint.vocabulary import Wordings
from claimlint.vocabulary.patterns import Pattern
from claimlint.vocabulary.search import index

Underlined = Literal["claim", "value", "wording"]


@dataclass(frozen=True, slots=True)
class Example:
    """A line of copy that a rule must or must not match. day: the day as of which it is judged, None for the pack's."""

    copy: str
    channel: str
    matches: bool
    place: Place
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Mend:
    """How `claimlint fix` mends what a rule reports. how: replace what is underlined, or append to the document.

    template: Jinja2 source of the words; where it comes out empty nothing is mended. place: where it stands.
    """

    how: Literal["replace", "append"]
    template: str
    place: Place


@dataclass(frozen=True)
class Rule:
    """When a claim is reported, how severely and in which words.

    when: over the facts of `claimlint.rules.facts`. wordings: patterns of words that the rule looks for itself; it then judges each
    promise that uses one of them, whatever that speaks of, and no other claims. at: what is underlined: the claim, the first value
    beyond its limit, or the wording that was ruled out. once: only the first place in a document is reported. message, suggestion:
    Jinja2 source. citation: the law or standard behind it. pack: name. instead_of: names of rules that say less about the same words,
    and that are left out where this one is reported. tried_in: the pack whose manifest the examples are judged by, empty for the
    default pack. written: the keys as the files have them, those taken over from other rules included.
    """

    name: str
    code: str
    category: str
    severity: Severity
    summary: str
    why: str
    citation: str | None
    when: Condition
    at: Underlined
    message: str
    suggestion: str
    examples: tuple[Example, ...]
    pack: str
    place: Place
    message_place: Place
    suggestion_place: Place
    wordings: tuple[Pattern, ...] = ()
    once: bool = False
    mend: Mend | None = None
    instead_of: tuple[str, ...] = ()
    tried_in: str = ""
    written: Entries | None = field(default=None, compare=False, repr=False)

    @cached_property
    def facts(self) -> frozenset[str]:
        """The facts that its condition looks at."""
        return frozenset(facts_named(self.when))


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of rules. manifest: the small capabilities.yaml that its examples are judged by; day: as of which they are."""

    name: str
    description: str
    manifest: Path
    day: date
    place: Place


@dataclass(frozen=True)
class RuleSet:
    """The rules that are in force, in order of their codes, with the policy and the phrases that they use."""

    rules: tuple[Rule, ...]
    packs: tuple[Pack, ...]
    policy: Policy
    phrases: PhraseBook

    @cached_property
    def wordings(self) -> Wordings:
        """The wordings that rules look for themselves, by the name of the rule."""
        return index(pattern for rule in self.rules for pattern in rule.wordings)

    def find(self, name: str) -> tuple[Rule, ...]:
        """Give the rules of this code, name or category."""
        return tuple(rule for rule in self.rules if name in (rule.code, rule.name, rule.category))
