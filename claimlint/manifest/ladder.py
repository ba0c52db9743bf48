"""Which gate has been passed on a given day, what it satisfies, and what has expired since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimlint.manifest.model import (
    NONE,
    Capability,
    Certification,
    CertificationStatus,
    Gate,
    Manifest,
    PolicyStage,
    Product,
    Stage,
    Substantiation,
)
from claimlint.manifest.stages import POLICY_STAGES


@dataclass(frozen=True, slots=True)
class ExpiredPart:
    """Something whose last day has passed. subject: id of the entry; name: the stage of a gate's waiver, the rule of a rule's waiver.

    last_day: None for a certificate whose status says that it has expired.
    """

    what: Literal["capability", "waiver", "certificate", "evidence"]
    subject: str
    last_day: date | None
    name: str | None = None


def validated_on(manifest: Manifest, entry: Capability | Product, day: date) -> str:
    """Give the id of the last stage that an entry has passed as of a day, or "none".

    A capability past its `expires` or withdrawn by its state has passed none; where it has gates, they decide.
    """
    if isinstance(entry, Product):
        return entry.validated
    if entry.state != "active" or _is_past(entry.expires, day):
        return NONE
    return derived_stage(manifest.stages, entry.gates, day) if entry.gates else entry.validated


def derived_stage(stages: Sequence[Stage], gates: Mapping[str, Gate], day: date | None) -> str:
    """Give the highest stage that has been passed or waived together with all below it, or "none".

    day: waivers whose `until` lies before it do not count; None lets all waivers count.
    """
    reached = NONE
    for stage in stages:
        gate = gates.get(stage.id)
        if gate is None or not _holds(gate, day):
            break
        reached = stage.id
    return reached


def gates_missing(manifest: Manifest, entry: Capability | Product, needed: str, day: date) -> tuple[str, ...]:
    """List the stages up to and with a stage of the ladder that an entry has not passed as of a day, lowest first.

    Nothing is missing to "none". Of a capability whose validation lapsed every stage is missing, and of an entry without gates every
    stage above the one that it has passed.
    """
    ids = [stage.id for stage in manifest.stages]
    below = ids[: ids.index(needed) + 1] if needed in ids else []
    if isinstance(entry, Capability) and entry.gates and not _is_past(entry.expires, day):
        return tuple(stage for stage in below if stage not in entry.gates or not _holds(entry.gates[stage], day))
    validated = validated_on(manifest, entry, day)
    return tuple(below[ids.index(validated) + 1 :] if validated in ids else below)


def satisfies(manifest: Manifest, stage: str, needed: str) -> bool:
    """Tell whether having passed a stage of this ladder is enough.

    stage: a stage of the ladder, or "none". needed: a stage of the built-in policy; for a ladder with a policy of its own,
    and for policies that speak of the ladder's own stages, a stage of the ladder. Anything else is satisfied by nothing.
    """
    if needed == NONE:
        return True
    ids = [known.id for known in manifest.stages]
    if stage not in ids:
        return False
    passed = manifest.stages[: ids.index(stage) + 1]
    acts_as = [POLICY_STAGES.index(acting) for known in passed for acting in known.acts_as]
    if needed in POLICY_STAGES and any(known.acts_as for known in manifest.stages):
        return max(acts_as, default=0) >= POLICY_STAGES.index(needed)
    return needed in ids and ids.index(stage) >= ids.index(needed)


def stage_for(manifest: Manifest, needed: PolicyStage | str) -> str:
    """Name the lowest stage of this ladder that satisfies a need; the need itself where no stage does."""
    if needed == NONE:
        return NONE
    return next((stage.id for stage in manifest.stages if satisfies(manifest, stage.id, needed)), needed)


def certification_status_on(certification: Certification, day: date) -> CertificationStatus:
    """Give the status as of a day: a granted certificate is expired from the day after its `expires`."""
    if certification.status == "granted" and _is_past(certification.expires, day):
        return "expired"
    return certification.status


def expired_parts(manifest: Manifest, entry: Product | Capability | Certification | Substantiation, day: date) -> tuple[ExpiredPart, ...]:
    """List what an entry leans on and what no longer holds on a day: itself, waivers of its gates and of rules, a certificate."""
    found: list[ExpiredPart] = []
    if isinstance(entry, Capability):
        if _is_past(entry.expires, day):
            found.append(ExpiredPart("capability", entry.id, entry.expires))
        for stage in manifest.stages:
            gate = entry.gates.get(stage.id)
            if gate is not None and gate.result == "waived" and _is_past(gate.until, day):
                found.append(ExpiredPart("waiver", entry.id, gate.until, stage.id))
    elif isinstance(entry, Certification) and certification_status_on(entry, day) == "expired":
        found.append(ExpiredPart("certificate", entry.id, entry.expires))
    elif isinstance(entry, Substantiation) and _is_past(entry.until, day):
        found.append(ExpiredPart("evidence", entry.id, entry.until))
    for waiver in manifest.waivers:
        if waiver.subject == entry.id and _is_past(waiver.until, day):
            found.append(ExpiredPart("waiver", entry.id, waiver.until, waiver.rule))
    return tuple(found)


def describe_expired(manifest: Manifest, day: date) -> tuple[str, ...]:
    """Say in a line each, with its place, what in a manifest no longer holds on a day."""
    entries: tuple[Capability | Certification | Substantiation, ...] = (
        *manifest.capabilities.values(),
        *manifest.certifications.values(),
        *manifest.substantiation.values(),
    )
    lapsed = [(entry.place, _in_words(part)) for entry in entries for part in expired_parts(manifest, entry, day)]
    for waiver in manifest.waivers:
        if waiver.subject is None and waiver.until is not None and waiver.until < day:
            lapsed.append((waiver.place, f"the waiver of {waiver.rule} expired on {waiver.until.isoformat()}."))
    return tuple(f"{place.path}:{place.line}: {words}" for place, words in lapsed)


def _in_words(part: ExpiredPart) -> str:
    of_what = f"the {part.what} of {part.name} for" if part.name else f"the {part.what}"
    since = f" on {part.last_day.isoformat()}" if part.last_day else ""
    return f'{of_what} "{part.subject}" expired{since}.'


def _holds(gate: Gate, day: date | None) -> bool:
    return gate.result == "passed" or (gate.result == "waived" and (day is None or not _is_past(gate.until, day)))


def _is_past(last_day: date | None, day: date) -> bool:
    return last_day is not None and last_day < day
