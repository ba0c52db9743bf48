"""Rows of one capability made into one: where they disagree, what promises less counts, and it is said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from claimlint.importing.entries import (
    RANKING,
    CapabilityDraft,
    CertificateDraft,
    CertificateEntry,
    Draft,
    GateEntry,
    LimitEntry,
    RowEntry,
)
from claimlint.importing.limits import stricter
from claimlint.importing.notes import Notes
from claimlint.importing.wordings import folded

_STAGES = ("EVT", "DVT", "PVT", "MP")


def merged(entries: Iterable[RowEntry], notes: Notes) -> Draft:
    """Give the manifest that rows come to, in the order of the table."""
    draft = Draft()
    capabilities: dict[tuple[str, str], CapabilityDraft] = {}
    certificates: dict[str, CertificateDraft] = {}
    for entry in entries:
        if entry.product and entry.product not in draft.products:
            draft.products.append(entry.product)
        if entry.name or entry.requirement or entry.identifier:
            # A feature may have several requirements; without features, an id stands for one.
            key = folded(entry.name or entry.identifier or entry.requirement), folded(entry.product)
            capability = capabilities.setdefault(key, CapabilityDraft(entry.subject, entry.product))
            _add(capability, entry, notes)
        for certificate in entry.certificates:
            _certify(certificates.setdefault(folded(certificate.name), CertificateDraft(certificate.name)), certificate, entry.row, notes)
    draft.capabilities, draft.certificates = list(capabilities.values()), list(certificates.values())
    for each in draft.capabilities:
        _settle(each, notes)
    return draft


def _add(capability: CapabilityDraft, entry: RowEntry, notes: Notes) -> None:
    capability.rows.append(entry.row)
    for known, more in (
        (capability.identifiers, (entry.identifier,)),
        (capability.aliases, entry.aliases),
        (capability.evidence, entry.evidence),
        (capability.remarks, entry.remarks),
    ):
        known.extend(each for each in more if each and each not in known)
    capability.concept = capability.concept or entry.concept
    capability.owner = capability.owner or entry.owner
    capability.expires = min(filter(None, (capability.expires, entry.expires)), default=None)
    if len(capability.rows) > 1 and capability.cancelled != entry.cancelled:
        notes.add(f'not all rows of "{capability.name}" are withdrawn; it counts as cancelled.', entry.row)
    capability.cancelled = capability.cancelled or entry.cancelled
    for stage in entry.open:
        capability.open.setdefault(stage, []).append(entry.row)
    if entry.validated:
        capability.validated = _lower(capability.validated, entry.validated, entry.row, notes)
    for gate in entry.gates:
        capability.gates[gate.stage] = _gate(capability.gates.get(gate.stage), gate, entry.row, notes)
    if entry.limit:
        _limit(capability, entry.limit, entry.row, notes)


def _gate(known: GateEntry | None, other: GateEntry, row: int, notes: Notes) -> GateEntry:
    if known is None:
        return other
    lower, higher = sorted((known, other), key=lambda gate: RANKING.index(gate.result))
    if lower.result != higher.result:
        notes.add(f"an earlier row says {known.result} of {known.stage}, this one {other.result}; {lower.result} counts.", row)
        return lower
    return GateEntry(
        known.stage,
        known.result,
        _latest(known.day, other.day),
        _latest(known.due, other.due),
        min(filter(None, (known.until, other.until)), default=None),
        tuple(dict.fromkeys((*known.evidence, *other.evidence))),
        tuple(dict.fromkeys((*known.builds, *other.builds))),
    )


def _limit(capability: CapabilityDraft, entry: LimitEntry, row: int, notes: Notes) -> None:
    known = capability.limits.get(entry.name)
    chosen = stricter(known.limit, entry.limit) if known else entry.limit
    if known and known.limit != entry.limit:
        kept = "the one that allows less" if chosen else "the earlier one"
        notes.add(f'an earlier row has another limit "{entry.name}" of "{capability.name}"; {kept} was kept.', row)
    if known is None or chosen is entry.limit:
        capability.limits[entry.name] = entry


def _lower(known: str, other: str, row: int, notes: Notes) -> str:
    ladder = ("none", *_STAGES)
    if known and known != other:
        notes.add(f"an earlier row says that {known} was passed, this one {other}; the lower one counts.", row)
    return min(filter(None, (known, other)), key=ladder.index)


def _certify(draft: CertificateDraft, entry: CertificateEntry, row: int, notes: Notes) -> None:
    ranking = ("refused", "expired", "pending", "granted")
    if draft.stated and entry.stated and draft.status != entry.status:
        lower = min(draft.status, entry.status, key=ranking.index)
        notes.add(f'rows disagree how the certificate "{draft.name}" stands; {lower} counts.', row)
        draft.status = lower
    elif entry.stated:
        draft.status, draft.stated = entry.status, True
    draft.number = draft.number or entry.number
    draft.rows.append(row)


def _settle(capability: CapabilityDraft, notes: Notes) -> None:
    """Leave out what gates decide already, and say which results do not count because a gate below has none."""
    for stage, rows in capability.open.items():
        _leave_open(capability, stage, rows, notes)
    if not capability.gates:
        return
    if capability.validated not in ("", "none"):
        notes.add("it has gates of its own, which decide; the column for what is validated was left out.", capability.rows[0])
    holding = [stage in capability.gates and capability.gates[stage].result in ("passed", "waived") for stage in _STAGES]
    missing = [stage for stage in _STAGES if stage not in capability.gates]
    for position, stage in enumerate(_STAGES):
        below = [each for each in _STAGES[:position] if each in missing]
        if holding[position] and below:
            said = f"{stage} is passed, and nothing is said of {' and '.join(below)}"
            notes.add(f"{said}: until the manifest says that as well, {stage} does not count.", capability.rows[0])


def _leave_open(capability: CapabilityDraft, stage: str, rows: Iterable[int], notes: Notes) -> None:
    """Take back a gate that some rows say to be passed where others do not: it is passed once all that it asks for is."""
    if stage in capability.gates and capability.gates[stage].result in ("passed", "waived"):
        gate = capability.gates.pop(stage)
        capability.evidence.extend(each for each in gate.evidence if each not in capability.evidence)
        for row in rows:
            notes.add(f'this does not say that "{capability.name}" has passed {stage}, as another row does; {stage} was left out.', row)


def _latest(one: date | None, other: date | None) -> date | None:
    return max(filter(None, (one, other)), default=None)
