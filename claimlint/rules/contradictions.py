"""Promises that cannot all be true: two values of one limit, two dates, two gate calendars, in copy or in copy and the manifest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from claimlint.claim import Claim, Reading, Value
from claimlint.document import LineIndex
from claimlint.manifest.model import Manifest
from claimlint.rules.calendar import Span
from claimlint.rules.disagreement import disagree
from claimlint.rules.statements import Statement, statements

ClaimKey: TypeAlias = "tuple[str, int, int, str | None]"
"""Where a claim stands and what it speaks of: path, start, end, subject."""


MANIFEST = "the manifest"
"""The place of what engineering says."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What a claim says, and what an earlier place says of the same thing. place: "docs/faq.md:12", or MANIFEST.

    what: the gate, or the offer ("ships" or "orders"), whose day the manifest gives; empty for what another place says.
    """

    claim: Claim
    here: str
    there: str
    place: str
    what: str = ""


def key_of(claim: Claim) -> ClaimKey:
    """Give the key under which the contradictions of a claim are found."""
    return claim.path, claim.start, claim.end, claim.subject


def contradictions(readings: Sequence[Reading], manifest: Manifest) -> Mapping[ClaimKey, Contradiction]:
    """Find the claims that contradict the manifest's days, or what was said first of the same thing, over all documents in their order.

    What is said first is taken for meant, so that each later place is reported once, with the place that it disagrees with. Where
    the manifest gives the day, it is meant, and a place that agrees with it is not reported for an earlier one that does not.
    """
    lines = {reading.document.path: LineIndex(reading.document.source.text) for reading in readings}
    first: dict[tuple[str | None, ...], Statement] = {}
    found: dict[ClaimKey, Contradiction] = {}
    for statement in (each for reading in readings for each in statements(reading, manifest)):
        if _denies_manifest(statement):
            there = statement.known.isoformat() if statement.known else ""
            found.setdefault(
                key_of(statement.claim), Contradiction(statement.claim, statement.words, there, MANIFEST, statement.about[1] or "")
            )
            continue
        meant = first.setdefault(statement.about, statement)
        if meant is not statement and not statement.known and _at_odds(meant.said, statement.said):
            place = f"{meant.claim.path}:{lines[meant.claim.path].position(meant.claim.start).line}"
            found.setdefault(key_of(statement.claim), Contradiction(statement.claim, statement.words, meant.words, place))
    return found


def _denies_manifest(statement: Statement) -> bool:
    said, known = statement.said, statement.known
    return isinstance(said, Span) and known is not None and not said.first <= known <= said.last


def _at_odds(first: Value | Span, second: Value | Span) -> bool:
    if isinstance(first, Span):
        return isinstance(second, Span) and not first.meets(second)
    return isinstance(second, Value) and disagree(first, second)
