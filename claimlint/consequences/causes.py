"""Which changes of the manifest a promise is judged otherwise for: those of what it speaks of, and of what stands behind that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimlint.consequence import Judged
from claimlint.consequences.pairing import Pair
from claimlint.consequences.sides import Benches
from claimlint.finding import Finding
from claimlint.manifest.comparing import Aspect
from claimlint.manifest.differences import Difference
from claimlint.manifest.model import Manifest

_TURNS_ON: Mapping[str, frozenset[Aspect]] = {
    "unvalidated": frozenset({"gates", "state", "expiry"}),
    "withdrawn": frozenset({"state"}),
    "premature": frozenset({"dates", "gates"}),
    "not-claimed": frozenset({"wording", "ruled-out"}),
    "overstated": frozenset({"limits"}),
    "unqualified": frozenset({"limits", "wording"}),
    "uncertified": frozenset({"status", "expiry"}),
    "missing-notice": frozenset({"status", "expiry", "scope"}),
    "unsubstantiated": frozenset({"evidence"}),
    "out-of-scope": frozenset({"scope"}),
    "inconsistent": frozenset({"limits", "dates"}),
    "stale": frozenset({"gates", "state", "expiry", "status"}),
    "expired": frozenset({"expiry", "gates", "evidence", "waivers"}),
}
"""What of an entry the findings of a category turn on."""

_LINKS: frozenset[Aspect] = frozenset({"entry", "names", "limits", "scope"})
"""By what a promise is linked to an entry."""


def causes_of(was: Judged, now: Judged, pair: Pair, relinked: bool, benches: Benches) -> tuple[Difference, ...]:
    """Give the changes that a promise is judged otherwise for, in the order in which they are listed; () where none can be told.

    pair: the claim before and after. relinked: whether it is read as a promise of another thing.
    """
    changes = benches.changes
    subjects = set(_subjects(was, now, pair, benches))
    aspects = frozenset[Aspect]({"entry"}) | (_LINKS if relinked else frozenset()) | _aspects(was.findings, now.findings)
    decisive = tuple(each for each in changes if each.aspect in aspects and (each.subject in subjects or each.section == "manifest"))
    if decisive:
        return decisive
    of_subject = tuple(each for each in changes if each.subject in subjects and each.aspect != "record")
    # Names of one entry decide how telling the words of all others are.
    return of_subject or tuple(each for each in changes if relinked and each.aspect in ("entry", "names"))


def _aspects(before: Sequence[Finding], after: Sequence[Finding]) -> frozenset[Aspect]:
    """Give what the findings turn on that have come, gone or changed."""
    said = {(finding.rule, finding.severity, finding.message, finding.suggestion) for finding in before}
    kept = {key for finding in after if (key := (finding.rule, finding.severity, finding.message, finding.suggestion)) in said}
    changed = (each for each in (*before, *after) if (each.rule, each.severity, each.message, each.suggestion) not in kept)
    turns_on = frozenset(aspect for finding in changed for aspect in _TURNS_ON.get(finding.category, ()))
    excused = any(finding.state != "new" for finding in (*before, *after))
    return turns_on | (frozenset[Aspect]({"waivers"}) if excused else frozenset())


def _subjects(was: Judged, now: Judged, pair: Pair, benches: Benches) -> Iterator[str | None]:
    """Yield the ids of what a promise speaks of, of its product where it is an offer, and of certificates that these must not lack."""
    for judged, claim, manifest in ((was, pair[0], benches.old.manifest), (now, pair[1], benches.new.manifest)):
        named = {judged.subject, *(finding.subject for finding in judged.findings)}
        if claim is not None and claim.kind == "availability":
            named.add(claim.product)
        yield from (benches.renamed.get(each or "", each) for each in named - {None})
        if any(finding.category == "missing-notice" for finding in judged.findings):
            yield from (benches.renamed.get(each, each) for each in _certificates(manifest))


def _certificates(manifest: Manifest) -> Iterator[str]:
    return (each.id for each in manifest.certifications.values() if each.covers)
