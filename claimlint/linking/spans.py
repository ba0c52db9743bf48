"""The stretch of copy that a claim is shown as: the clause, or where that is long, the words that carry the claim."""

from __future__ import annotations

from claimlint.claim import Claim, Kind, Matched, Polarity, Value
from claimlint.linking.evidence import Evidence
from claimlint.linking.values import placed
from claimlint.linking.views import ClauseView


def claim_span(view: ClauseView, evidence: Evidence) -> tuple[int, int]:
    """Give the characters of the block text that make the claim."""
    return view.shown_range(evidence.start, evidence.stop)


def unlinked_claim(
    view: ClauseView, first: int, last: int, *, path: str, kind: Kind, polarity: Polarity, matched: Matched | None, score: float
) -> Claim:
    """Make the claim of the tokens [first, last) of a clause's sentence, which reaches no subject."""
    tokens = view.sentence.tokens
    return source_claim(
        view,
        tokens[first].start,
        tokens[last - 1].stop,
        path=path,
        subject=None,
        product=view.product,
        kind=kind,
        polarity=polarity,
        matched=matched,
        score=score,
    )


def source_claim(
    view: ClauseView,
    start: int,
    stop: int,
    *,
    path: str,
    subject: str | None,
    product: str | None,
    kind: Kind,
    polarity: Polarity,
    matched: Matched | None,
    score: float,
    values: tuple[Value, ...] = (),
) -> Claim:
    """Make the claim of a clause, its ranges turned into those of the source."""
    source_map = view.block.source_map
    first, last = source_map.source_range(start, stop)
    return Claim(
        path=path,
        start=first,
        end=last,
        text=view.block.text[start:stop],
        subject=subject,
        product=product,
        kind=kind,
        strength=view.clause.strength,
        polarity=polarity,
        attribution=view.clause.attribution,
        matched=matched,
        score=score,
        block=view.block,
        values=tuple(placed(value, *source_map.source_range(value.start, value.end)) for value in values),
    )
