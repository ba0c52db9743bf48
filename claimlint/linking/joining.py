"""Claims that one sentence makes piece by piece, put together: "16 MB of flash and 8 MB of PSRAM", "a processor running at 240 MHz"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimlint.claim import Claim
from claimlint.linking.evidence import Evidence
from claimlint.linking.numbers import numbers_of
from claimlint.linking.values import speaking_values
from claimlint.linking.views import ClauseView

_GAP = 8
"""The most characters between two pieces of one claim: a comma, a conjunction, markup."""

_LONGEST = 140
_ASIDE = 0.9
"""How much less sure a number is of its subject where it stands in a clause of its own."""


def joined(claims: Sequence[Claim]) -> list[Claim]:
    """Join claims of one sentence that stand side by side and say the same of the same subject; values are kept in order."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.end)):
        at = next((at for at in range(len(kept) - 1, -1, -1) if _belong_together(kept[at], claim)), None)
        if at is None:
            kept.append(claim)
        else:
            kept[at] = _together(kept[at], claim)
    return kept


def without_repetitions(found: Iterable[Claim]) -> list[Claim]:
    """Leave out what a short answer says of its question where the words behind it say the same: "Yes, it has GPS."."""
    claims = list(found)
    told = [claim for claim in claims if not claim.block.answer]
    return [claim for claim in claims if not claim.block.answer or not any(_repeats(claim, other) for other in told)]


def _repeats(claim: Claim, other: Claim) -> bool:
    return (claim.subject, claim.product) == (other.subject, other.product) and claim.start < other.end and other.start < claim.end


def numbers_aside(view: ClauseView, before: Sequence[tuple[Evidence, float]]) -> list[tuple[Evidence, float]]:
    """Give the subject of the clause before, where a clause linked to nothing only adds numbers that speak of its limits."""
    if not before:
        return []
    numbers = numbers_of(view.block.text, view.start, view.stop, view.sentence.quantities, view.stems)
    for evidence, certainty in before:
        values = speaking_values(evidence.subject, numbers)
        measured = tuple(speaking for speaking in values if speaking.basis == "unit")
        if measured:
            start = min(speaking.value.start for speaking in measured)
            stop = max(speaking.value.end for speaking in measured)
            return [(Evidence(evidence.subject, view.clause, frozenset(), start, stop, {}, measured, None), certainty * _ASIDE)]
    return []


def _belong_together(first: Claim, second: Claim) -> bool:
    alike = ("subject", "strength", "polarity", "attribution")
    return (
        first.subject is not None
        and all(getattr(first, name) == getattr(second, name) for name in alike)
        and (first.kind == "availability") == (second.kind == "availability")
        and second.start - first.end <= _GAP
        and second.end - first.start <= _LONGEST
    )


def _together(first: Claim, second: Claim) -> Claim:
    start, end = min(first.start, second.start), max(first.end, second.end)
    values = first.values + tuple(value for value in second.values if value not in first.values)
    kind = first.kind if first.kind == second.kind or not values else "value"
    surer = first if first.score >= second.score else second
    return replace(first, start=start, end=end, values=values, kind=kind, matched=surer.matched, score=surer.score)
