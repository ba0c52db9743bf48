"""What engineering stands behind on a day, of the one thing that a claim speaks of: gates, limits, certificates, dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimlint.manifest.limits import limit_in_words
from claimlint.manifest.model import Capability, Certification, Gate, Product
from claimlint.trace import Standing


def standing_lines(standing: Standing) -> Iterator[str]:
    """Give the lines, for the subject of a claim as of the day on which it is judged."""
    subject = standing.subject
    if subject is None:
        yield "Nothing: the manifest has no entry for it."
    elif isinstance(subject, Certification):
        yield from _certification(subject, standing)
    elif isinstance(subject, Product):
        yield f"The last gate that the product as a whole has passed: {subject.validated}."
        yield from _availability(subject)
    else:
        yield from _capability(subject, standing)
    yield from (f"No longer held: {part.what}{_of(part.name)}{_dated('last day', part.last_day)}." for part in standing.expired)


def _capability(capability: Capability, standing: Standing) -> Iterator[str]:
    state = "" if capability.state == "active" else f" Its state is {capability.state}."
    yield f"The last gate passed on {standing.day}: {standing.validated}.{state}"
    yield from (_gate(gate) for gate in capability.gates.values())
    yield from (f"Limit: {limit_in_words(limit)}{_limit_notes(limit.tolerance, limit.disclose)}" for limit in capability.limits.values())
    wording = capability.wording
    for label, words in (("Approved", wording.approved), ("Ruled out", wording.forbidden), ("Required beside it", wording.requires)):
        if words:
            yield f"{label}: {', '.join(f'“{each}”' for each in words)}"
    if capability.evidence:
        yield f"Evidence: {', '.join(capability.evidence)}"
    if capability.expires:
        yield f"Holds until {capability.expires}."
    if capability.owner:
        yield f"Owner: {capability.owner}"


def _gate(gate: Gate) -> str:
    parts = [
        f"{gate.stage}: {gate.result}{_dated('', gate.day)}",
        f"due {gate.due}" if gate.due else "",
        f"evidence {', '.join(gate.evidence)}" if gate.evidence else "",
        f"builds {', '.join(gate.builds)}" if gate.builds else "",
        f"firmware {gate.firmware}" if gate.firmware else "",
        f"by {gate.by}" if gate.by else "",
        f"until {gate.until}" if gate.until else "",
    ]
    return ", ".join(filter(None, parts))


def _limit_notes(tolerance: float, disclose: bool) -> str:
    notes = [f"tolerance {tolerance:g} %" if tolerance else "", "its condition must be disclosed" if disclose else ""]
    return "".join(f", {note}" for note in notes if note)


def _certification(certification: Certification, standing: Standing) -> Iterator[str]:
    number = f", number {certification.identifier}" if certification.identifier else ""
    until = f", until {certification.expires}" if certification.expires else ""
    yield f"On {standing.day} the certification is {standing.status}{number}{until}."
    if certification.covers:
        yield f"Not to be offered without it: {', '.join(certification.covers)}"


def _availability(product: Product) -> Iterator[str]:
    availability = product.availability
    if availability is None:
        return
    for label, day in (("Pre-orders open on", availability.preorder), ("Ships from", availability.ships)):
        if day:
            yield f"{label} {day}."
    if availability.regions:
        yield f"Offered in {', '.join(availability.regions)}."


def _of(name: str | None) -> str:
    return f" of {name}" if name else ""


def _dated(label: str, day: date | None) -> str:
    return f", {label} {day}" if day and label else f" on {day}" if day else ""
