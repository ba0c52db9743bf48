"""The engine: which rules hold for which claims, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from claimlint.claim import Claim, Reading, promises_nothing
from claimlint.document import Block, BlockKind, Directive, Document, Slice, Source, SourceMap
from claimlint.errors import InputError, Problem
from claimlint.finding import SEVERITIES, Correction, Finding, Severity
from claimlint.manifest.model import Manifest, Place
from claimlint.rules.conditions import holds
from claimlint.rules.facts import Facts
from claimlint.rules.messages import evidence_for, names_for, render
from claimlint.rules.model import Rule, RuleSet
from claimlint.rules.phrases import PhraseBook
from claimlint.rules.situation import Situation, SuppressionFlaw
from claimlint.rules.surroundings import surroundings_of
from claimlint.statement import ClaimKey, Contradiction, key_of

_SUPPRESSION = "suppression"
"""The fact for which rules ask that judge suppressions."""


def judge(
    reading: Reading,
    manifest: Manifest,
    channel: str,
    packs: RuleSet,
    day: date,
    contradictions: Mapping[ClaimKey, Contradiction] = MappingProxyType({}),
) -> tuple[Finding, ...]:
    """Judge what was read in one document by the rules in force.

    channel: one of the policy's; copy on a channel that is not checked raises nothing. day: expiries, waivers and dates are
    as of this day. contradictions: what other places say otherwise, by claim of this document. Gives findings
    in order of place and code, each (code, range, subject) once, without fingerprints.
    Raises InputError for a channel that the policy does not know, and for a message that cannot be rendered.
    """
    if channel not in packs.policy.channels:
        known = ", ".join(packs.policy.channels)
        path = reading.document.path
        raise InputError(Problem(path, None, None, f'the policy has no channel "{channel}".', f"It has: {known}."))
    if not packs.policy.channels[channel].checked:
        return ()
    asked = list(_to_judge(reading, packs, contradictions))
    if not asked:
        return ()
    around = surroundings_of(reading.document, contradictions)
    found: dict[tuple[str, int, int, str | None], Finding] = {}
    for claim, rules in asked:
        case = Situation(claim, manifest, channel, packs.policy, day, around)
        for finding in _judge_claim(case, rules, packs.phrases, reading.document.source):
            found.setdefault((finding.code, finding.start, finding.end, finding.subject), finding)
    ordered = sorted(found.values(), key=lambda finding: (finding.start, finding.end, finding.code, finding.subject or ""))
    telling = _without_replaced(ordered, {rule.name: rule.instead_of for rule in packs.rules if rule.instead_of})
    return _first_places(telling, frozenset(rule.name for rule in packs.rules if rule.once))


def judge_suppressions(
    flaws: Iterable[tuple[Directive, SuppressionFlaw]], document: Document, manifest: Manifest, channel: str, packs: RuleSet, day: date
) -> tuple[Finding, ...]:
    """Judge what is wrong with the suppressions of one document by the rules that ask for it; arguments as for `judge`."""
    rules = [rule for rule in packs.rules if _SUPPRESSION in rule.facts]
    source = document.source
    return tuple(
        finding
        for directive, flaw in flaws
        for case in [Situation(_place_of(directive, source), manifest, channel, packs.policy, day, suppression=flaw)]
        for finding in _judge_claim(case, rules, packs.phrases, source)
    )


def _place_of(directive: Directive, source: Source) -> Claim:
    """Make the claim, which promises nothing, for a verdict on words to claimlint; where nothing but these is told, their words tell it."""
    text = source.text[directive.start : directive.end]
    source_map = SourceMap((Slice(0, len(text), directive.start, directive.end),))
    return promises_nothing(source.path, directive.start, directive.end, directive.words, Block(BlockKind.PARAGRAPH, text, source_map))


def _to_judge(reading: Reading, packs: RuleSet, contradictions: Mapping[ClaimKey, Contradiction]) -> Iterator[tuple[Claim, Sequence[Rule]]]:
    """Yield each claim with the rules that look at it.

    Rules with wordings of their own look at what uses these, and at nothing else. What is told of a gate's day and of no subject is
    no promise: only rules that ask for contradictions look at it.
    """
    general = [rule for rule in packs.rules if not rule.wordings]
    comparing = [rule for rule in general if "contradicted" in rule.facts]
    known = set(map(key_of, reading.claims))
    dated = (each.own for key, each in contradictions.items() if each.own is not None and key not in known)
    yield from ((claim, general) for claim in reading.claims)
    yield from ((claim, comparing) for claim in dated)
    for rule in packs.rules:
        for claim in reading.worded.get(rule.name, ()):
            yield claim, (rule,)


def _first_places(ordered: Sequence[Finding], once: frozenset[str]) -> tuple[Finding, ...]:
    """Leave of each rule that reports a document once only its first finding."""
    met: set[str] = set()
    kept = []
    for finding in ordered:
        if finding.rule not in met:
            kept.append(finding)
        if finding.rule in once:
            met.add(finding.rule)
    return tuple(kept)


def _without_replaced(ordered: Sequence[Finding], instead_of: Mapping[str, tuple[str, ...]]) -> Sequence[Finding]:
    """Leave out what another finding, no less severe, says more exactly of the same words. instead_of: by rule, those that give way."""
    exact = [finding for finding in ordered if finding.rule in instead_of]

    def replaced(finding: Finding) -> bool:
        return any(
            finding.rule in instead_of[other.rule]
            and finding.start < other.end
            and other.start < finding.end
            and SEVERITIES.index(finding.severity) <= SEVERITIES.index(other.severity)
            for other in exact
        )

    return [finding for finding in ordered if not replaced(finding)]


def _judge_claim(case: Situation, rules: Sequence[Rule], phrases: PhraseBook, source: Source) -> Iterator[Finding]:
    facts = Facts(case)
    matching = [rule for rule in rules if holds(rule.when, facts)]
    names = names_for(case, phrases) if matching else {}
    for rule in matching:
        start, end = _underlined(rule, case)
        severity, doubt = _severity(rule, case)
        lead = render(phrases.doubt, names) + " " if doubt else ""
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
            policy=case.cell if _decided_by_policy(rule, case) else None,
            correction=_correction(rule, names, start, end),
        )


def _correction(rule: Rule, names: dict[str, object], start: int, end: int) -> Correction | None:
    """Give what `claimlint fix` puts in place of what is underlined, or behind the document; None where there is nothing safe."""
    words = _render(rule.mend.template, names, rule.mend.place) if rule.mend else ""
    if not words or rule.mend is None:
        return None
    return Correction(words) if rule.mend.how == "append" else Correction(words, start, end)


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


def _decided_by_policy(rule: Rule, case: Situation) -> bool:
    """Whether the policy's cell is what the finding is about: the rule asks for it, and the claim does not meet it."""
    return not case.allows(case.claim.strength) and any(fact.startswith("policy.") for fact in rule.facts)


def _render(template: str, names: dict[str, object], place: Place) -> str:
    from jinja2 import TemplateError

    try:
        return render(template, names)
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        remedy = "Ask whether a name is there before you use its parts: {% if limit %}…{% endif %}."
        raise InputError(Problem(place.path, place.line, place.column, f"this cannot be filled in: {error}.", remedy)) from error
