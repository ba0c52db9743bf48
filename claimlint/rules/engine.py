"""The engine: which rules hold for which claims, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimlint.claim import Claim
from claimlint.document import Source
from claimlint.errors import InputError, Problem
from claimlint.finding import Finding, Severity
from claimlint.manifest.model import Manifest, Place
from claimlint.rules.conditions import facts_named, holds
from claimlint.rules.facts import Facts
from claimlint.rules.messages import evidence_for, names_for, render
from claimlint.rules.model import Rule, RuleSet
from claimlint.rules.situation import Situation


def judge(
    claims: Sequence[Claim],
    manifest: Manifest,
    channel: str,
    packs: RuleSet,
    day: date,
    source: Source,
) -> tuple[Finding, ...]:
    """Judge the claims of one document by the rules in force.

    channel: one of the policy's; copy on a channel that is not checked raises nothing. day: expiries, waivers and dates are
    as of this day. source: the document's source, from which findings quote. Gives findings in order of place and code,
    each (code, range, subject) once, without fingerprints.
    Raises InputError for a channel that the policy does not know, and for a message that cannot be rendered.
    """
    if channel not in packs.policy.channels:
        known = ", ".join(packs.policy.channels)
        raise InputError(Problem(source.path, None, None, f'the policy has no channel "{channel}".', f"It has: {known}."))
    if not packs.policy.channels[channel].checked:
        return ()
    found: dict[tuple[str, int, int, str | None], Finding] = {}
    for claim in claims:
        for finding in _judge_claim(Situation(claim, manifest, channel, packs.policy, day), packs, source):
            found.setdefault((finding.code, finding.start, finding.end, finding.subject), finding)
    return tuple(sorted(found.values(), key=lambda finding: (finding.start, finding.end, finding.code, finding.subject or "")))


def _judge_claim(case: Situation, packs: RuleSet, source: Source) -> Iterator[Finding]:
    facts = Facts(case)
    matching = [rule for rule in packs.rules if holds(rule.when, facts)]
    names = names_for(case, packs.phrases) if matching else {}
    for rule in matching:
        start, end = _underlined(rule, case)
        severity, doubt = _severity(rule, case)
        lead = render(packs.phrases.doubt, names) + " " if doubt else ""
        yield Finding(
            code=rule.code,
            rule=rule.name,
            category=rule.category,
            severity=severity,
            subject=_subject(rule, case),
            path=case.claim.path,
            start=start,
            end=end,
            text=source.text[start:end],
            message=lead + _render(rule.message, names, rule.message_place),
            suggestion=_render(rule.suggestion, names, rule.suggestion_place),
            claim=case.claim,
            evidence=evidence_for(case),
            policy=case.cell if _decided_by_policy(rule) else None,
        )


def _underlined(rule: Rule, case: Situation) -> tuple[int, int]:
    """Give the source range of what the rule underlines; the claim where there is nothing smaller."""
    if rule.at == "value" and case.offending:
        return case.offending[0].start, case.offending[0].end
    if rule.at == "wording" and case.ruled_out:
        return case.claim.block.source_map.source_range(*case.ruled_out)
    return case.claim.start, case.claim.end


def _subject(rule: Rule, case: Situation) -> str | None:
    """Give the claim's subject; a promise that is ruled out altogether is nobody's."""
    return None if rule.at == "wording" and not case.forbidden else case.claim.subject


def _severity(rule: Rule, case: Situation) -> tuple[Severity, bool]:
    """Give the severity, and whether the message must voice doubt: a weak link turns an error into a warning."""
    doubt = rule.severity == "error" and case.subject is not None and case.claim.score < case.policy.confidence
    return ("warning" if doubt else rule.severity), doubt


def _decided_by_policy(rule: Rule) -> bool:
    return any(fact.startswith("policy.") for fact in facts_named(rule.when))


def _render(template: str, names: dict[str, object], place: Place) -> str:
    from jinja2 import TemplateError

    try:
        return render(template, names)
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        remedy = "Ask whether a name is there before you use its parts: {% if limit %}…{% endif %}."
        raise InputError(Problem(place.path, place.line, place.column, f"this cannot be filled in: {error}.", remedy)) from error
