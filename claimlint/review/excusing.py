"""Which findings are excused: by a suppression in the copy, or by a waiver in the manifest. Neither holds for ever, or unseen."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from claimlint.document import Document
from claimlint.finding import Finding
from claimlint.manifest.model import Manifest, RuleWaiver
from claimlint.positioned_yaml import nearest
from claimlint.review.statements import KnownNames
from claimlint.review.suppression import Flawed, Suppression, suppressions_in
from claimlint.rules.engine import judge_suppressions
from claimlint.rules.model import RuleSet
from claimlint.rules.packs import shipped_rules
from claimlint.rules.situation import SuppressionFlaw


def excuse(
    findings: Sequence[Finding], document: Document, manifest: Manifest, channel: str, rules: RuleSet, day: date
) -> tuple[Finding, ...]:
    """Mark the findings of one document that are excused on a day, and add those on its suppressions.

    Suppressions that are malformed, that excuse nothing or whose day has passed are findings of their own, which cannot be excused.
    Copy on a channel that is not checked raises nothing. Gives all findings in order of place and code.
    """
    if not rules.policy.channels[channel].checked:
        return ()
    suppressions, malformed = suppressions_in(document, _names_in(rules))
    flaws = (*malformed, *_lapsed_or_unused(suppressions, findings, rules, day))
    on_suppressions = judge_suppressions(flaws, document, manifest, channel, rules, day)
    marked = [_marked(finding, suppressions, manifest.waivers, day) for finding in findings]
    return tuple(sorted([*marked, *on_suppressions], key=lambda found: (found.start, found.end, found.code, found.subject or "")))


def waives(waiver: RuleWaiver, finding: Finding, day: date) -> bool:
    """Tell whether a waiver of the manifest excuses a finding on a day."""
    named = waiver.rule in (finding.code, finding.rule, finding.category)
    return named and waiver.subject in (None, finding.subject) and (waiver.until is None or day <= waiver.until)


def waiver_notes(manifest: Manifest, rules: RuleSet, day: date) -> Iterator[str]:
    """Say which waivers of the whole manifest have lapsed, and which waivers name no rule, and so waive nothing.

    Lapsed waivers of a capability are findings where copy leans on them.
    """
    names = _names_in(rules)
    for waiver in manifest.waivers:
        place = f"{waiver.place.path}:{waiver.place.line}"
        if not names.is_known(waiver.rule):
            advice = nearest(waiver.rule, list(names.every()))
            yield f'{place}: "{waiver.rule}" is no rule, code or category in force, so this waives nothing. {advice}'.rstrip()
        elif waiver.subject is None and waiver.until is not None and waiver.until < day:
            yield f"{place}: the waiver of {waiver.rule} expired on {waiver.until.isoformat()}, and waives nothing any more"


def _marked(finding: Finding, suppressions: Collection[Suppression], waivers: Collection[RuleWaiver], day: date) -> Finding:
    excuses = [_in_words(each) for each in suppressions if each.covers(finding) and each.holds_on(day)]
    excuses += [_by_engineering(waiver) for waiver in waivers if waives(waiver, finding, day)]
    return replace(finding, state="suppressed", excuse=excuses[0]) if excuses else finding


def _in_words(suppression: Suppression) -> str:
    return suppression.reason + (f", until {suppression.until.isoformat()}" if suppression.until else "")


def _by_engineering(waiver: RuleWaiver) -> str:
    return (
        f"waived by {waiver.by or 'engineering'}"
        + (f" until {waiver.until.isoformat()}" if waiver.until else "")
        + (f": {waiver.why}" if waiver.why else "")
    )


def _lapsed_or_unused(suppressions: Sequence[Suppression], findings: Sequence[Finding], rules: RuleSet, day: date) -> Iterator[Flawed]:
    """Find suppressions that excuse nothing; of rules that are not in force here, nobody knows whether they would."""
    for each in suppressions:
        if not each.holds_on(day):
            yield each.directive, SuppressionFlaw("expired", rule=each.rule, until=each.until)
        elif rules.find(each.rule) and not any(each.covers(finding) for finding in findings):
            yield each.directive, SuppressionFlaw("unused", rule=each.rule)


def _names_in(rules: RuleSet) -> KnownNames:
    """Know the rules in force and all that ship, so that copy may be checked with other packs than those it was written for."""
    return KnownNames(
        lambda name: bool(rules.find(name) or shipped_rules().find(name)),
        lambda: {identity for rule in (*rules.rules, *shipped_rules().rules) for identity in (rule.code, rule.name, rule.category)},
    )
