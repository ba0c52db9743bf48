"""What both manifests find in one document, held against each other, promise by promise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from claimlint.claim import Claim
from claimlint.consequence import Consequence, Effect, Judged
from claimlint.consequences.causes import causes_of
from claimlint.consequences.pairing import Pair, pairs
from claimlint.consequences.sides import Benches
from claimlint.document import LineIndex
from claimlint.finding import SEVERITIES, CheckedDocument, Finding
from claimlint.manifest.model import Manifest

STALE = "stale"
"""The category of what is right, and less than could be said."""

SUPPRESSION = "suppression"
"""The category of comments that excuse nothing; one that excuses something again says so at what it excuses."""

_Key: TypeAlias = "tuple[int, int, str | None, str, str | None]"
_Found: TypeAlias = "Mapping[_Key, tuple[Finding, ...]]"


def consequences_of(old: CheckedDocument, new: CheckedDocument, benches: Benches) -> Iterator[Consequence]:
    """Yield what is judged otherwise in a document, in the order of places. old, new: the document as each manifest has it judged."""
    if new.document is None:
        return
    own = (*_own_claims(old), *_own_claims(new))
    found = pairs(_claims(old, own), _claims(new, own), benches.renamed)
    before, after = _by_claim(old.findings), _by_claim(new.findings)
    moved = _moved(found, before, after, {rule.name for rule in benches.new.rules.rules if rule.once})
    lines = LineIndex(new.document.source.text)
    for pair in found:
        was = _judged(pair[0], before, moved, benches.old.manifest)
        now = _judged(pair[1], after, moved, benches.new.manifest)
        effect = effect_of(was, now, benches.renamed)
        claim = pair[1] or pair[0]
        if effect is not None and claim is not None:
            relinked = is_relinked(was, now, benches.renamed)
            yield Consequence(
                effect=effect,
                path=new.path,
                channel=new.channel,
                start=lines.position(claim.start),
                end=lines.position(claim.end),
                where=claim.block.where,
                text=claim.text,
                before=was,
                after=now,
                relinked=relinked,
                causes=causes_of(was, now, pair, relinked, benches),
            )


def effect_of(was: Judged, now: Judged, renamed: Mapping[str, str]) -> Effect | None:
    """Give what a change of the manifest does to a promise; None where nothing is judged otherwise."""
    wrong_before, wrong_now = _wrong(was), _wrong(now)
    if _ranks(wrong_now, only_new=True) > _ranks(wrong_before, only_new=True) or _ranks(wrong_now) > _ranks(wrong_before):
        return "becomes-wrong"
    if wrong_now:
        return "stays-wrong" if _said(was) != _said(now) else None
    if _said(now) and _said(was) != _said(now):
        return "says-less"
    if was.findings and not now.findings:
        if all(finding.category == SUPPRESSION for finding in was.findings):
            return None
        return "may-be-said" if now.promises and (now.subject or not was.subject) else "read-otherwise"
    return "read-otherwise" if was.subject is not None and is_relinked(was, now, renamed) else None


def is_relinked(was: Judged, now: Judged, renamed: Mapping[str, str]) -> bool:
    """Tell whether words are read as a promise of another thing, or of none, or have become a promise."""
    return was.promises != now.promises or renamed.get(was.subject or "", was.subject) != now.subject


def _wrong(judged: Judged) -> Sequence[Finding]:
    return [finding for finding in judged.findings if finding.category != STALE]


def _ranks(findings: Iterable[Finding], only_new: bool = False) -> int:
    """Rank findings by the most severe; 0 for none. only_new: leave out those that are excused."""
    return max((1 + SEVERITIES.index(each.severity) for each in findings if each.state == "new" or not only_new), default=0)


def _said(judged: Judged) -> list[tuple[object, ...]]:
    return [(each.rule, each.severity, each.start, each.end, each.message, each.suggestion, each.state) for each in judged.findings]


def _claims(document: CheckedDocument, own: Iterable[Claim]) -> list[Claim]:
    return list({_key(claim): claim for claim in (*document.claims, *own)}.values())


def _own_claims(document: CheckedDocument) -> Iterator[Claim]:
    """Yield what rules look at that is nobody's claim but theirs, such as wordings and gate days; it stands there under any manifest."""
    claims = {_key(claim) for claim in document.claims}
    return (finding.claim for finding in document.findings if _key(finding.claim) not in claims)


def _key(claim: Claim) -> _Key:
    return claim.start, claim.end, claim.subject, claim.kind, claim.product


def _by_claim(findings: Iterable[Finding]) -> _Found:
    found: dict[_Key, tuple[Finding, ...]] = {}
    for finding in findings:
        key = _key(finding.claim)
        found[key] = (*found.get(key, ()), finding)
    return found


def _moved(found: Iterable[Pair], before: _Found, after: _Found, once: set[str]) -> frozenset[str]:
    """Give the rules that report a document once, and only report it at another place now: that changes nothing."""
    rules = [{finding.rule for group in side.values() for finding in group} for side in (before, after)]
    stayed = {
        finding.rule
        for old, new in found
        if old and new
        for finding in before.get(_key(old), ())
        if finding.rule in {other.rule for other in after.get(_key(new), ())}
    }
    return frozenset((rules[0] & rules[1] & once) - stayed)


def _judged(claim: Claim | None, found: _Found, moved: frozenset[str], manifest: Manifest) -> Judged:
    if claim is None:
        return Judged(promises=False)
    findings = tuple(finding for finding in found.get(_key(claim), ()) if finding.rule not in moved)
    return Judged(claim.subject, _name(claim.subject, manifest), findings)


def _name(subject: str | None, manifest: Manifest) -> str | None:
    if subject is None:
        return None
    entry = manifest.capabilities.get(subject) or manifest.certifications.get(subject) or manifest.products.get(subject)
    return entry.name if entry else subject
