"""Promises that cannot all be true: two values of one limit, two dates, two gate calendars, in one document or in several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from claimlint.claim import Claim, Reading, Value, promises_nothing
from claimlint.document import Block, BlockKind, LineIndex
from claimlint.manifest.model import Manifest
from claimlint.rules.calendar import Span, spans_in, speaks_of_orders
from claimlint.rules.disagreement import disagree
from claimlint.rules.limits import beyond

ClaimKey: TypeAlias = "tuple[str, int, int, str | None]"
"""Where a claim stands and what it speaks of: path, start, end, subject."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What a claim says, and what an earlier place says of the same thing. place: "docs/faq.md:12"."""

    claim: Claim
    here: str
    there: str
    place: str


class _Statement(NamedTuple):
    """Something said of a thing, by a claim. about: the key of the thing. words: as they stand in the copy."""

    about: tuple[str | None, ...]
    claim: Claim
    said: Value | Span
    words: str


def key_of(claim: Claim) -> ClaimKey:
    """Give the key under which the contradictions of a claim are found."""
    return claim.path, claim.start, claim.end, claim.subject


def contradictions(readings: Sequence[Reading], manifest: Manifest) -> Mapping[ClaimKey, Contradiction]:
    """Find the claims that contradict what was said first of the same thing, over all documents in their order.

    What is said first is taken for meant, so that each later place is reported once, with the place that it disagrees with.
    """
    lines = {reading.document.path: LineIndex(reading.document.source.text) for reading in readings}
    first: dict[tuple[str | None, ...], _Statement] = {}
    found: dict[ClaimKey, Contradiction] = {}
    for statement in (each for reading in readings for each in _statements(reading, manifest)):
        meant = first.setdefault(statement.about, statement)
        if meant is not statement and _at_odds(meant.said, statement.said):
            place = f"{meant.claim.path}:{lines[meant.claim.path].position(meant.claim.start).line}"
            found.setdefault(key_of(statement.claim), Contradiction(statement.claim, statement.words, meant.words, place))
    return found


def _statements(reading: Reading, manifest: Manifest) -> Iterator[_Statement]:
    for claim in reading.claims:
        if claim.polarity == "affirmed" and claim.subject is not None:
            for value in claim.values:
                if _states_its_limit(claim, value, manifest):
                    yield _Statement((claim.subject, claim.product, value.limit), claim, value, value.text)
            if claim.kind == "availability":
                yield from _dated(claim)
    yield from _calendar(reading, manifest)


def _states_its_limit(claim: Claim, value: Value, manifest: Manifest) -> bool:
    """Whether a value is one that others can contradict.

    Of two numbers one of which is beyond its limit it is clear which is wrong, and that is reported as such. A single number within
    a range ("at 25 °C") says nothing of its ends.
    """
    capability = manifest.capabilities.get(claim.subject or "")
    limit = capability.limits.get(value.limit or "") if capability else None
    return limit is not None and not beyond(value, limit) and (limit.kind != "range" or value.to is not None)


def _dated(claim: Claim) -> Iterator[_Statement]:
    """Give the day from which a claim offers the product; orders and deliveries are two things."""
    start, stop = claim.text_range
    for span in spans_in(claim.block.text[start:stop])[:1]:
        what = "orders" if speaks_of_orders(claim.block.text[start:stop]) else "ships"
        yield _Statement((claim.subject, what), claim, span, span.text)


def _calendar(reading: Reading, manifest: Manifest) -> Iterator[_Statement]:
    """Give the days that copy names for gates: the first span of days behind the stage's name in a sentence."""
    stages = [stage.id for stage in manifest.stages]
    pattern = re.compile(rf"(?<!\w)(?P<stage>{'|'.join(map(re.escape, stages))})(?!\w)[^.!?\n]*")
    for block in reading.document.blocks:
        if block.kind is BlockKind.CODE:
            continue
        for match in pattern.finditer(block.text):
            spans = spans_in(_to_next_stage(match[0], stages))
            if spans:
                claim = _claim_of(block, match.start(), match.start() + spans[0].stop, reading)
                yield _Statement((claim.subject, match["stage"]), claim, spans[0], spans[0].text)


def _to_next_stage(text: str, stages: Iterable[str]) -> str:
    """Cut off what belongs to the next gate: "DVT in May 2026, PVT in December 2026"."""
    others = [at for stage in stages for at in (text.find(stage, 1),) if at > 0]
    return text[: min(others, default=len(text))]


def _claim_of(block: Block, start: int, stop: int, reading: Reading) -> Claim:
    """Give the claim within which a stretch of a block stands, or a claim of its own about nothing that the manifest has."""
    first, last = block.source_map.source_range(start, stop)
    around = (claim for claim in reading.claims if claim.subject and claim.start < last and first < claim.end)
    own = promises_nothing(reading.document.path, first, last, reading.document.source.text[first:last], block)
    return next(around, own)


def _at_odds(first: Value | Span, second: Value | Span) -> bool:
    if isinstance(first, Span):
        return isinstance(second, Span) and not first.meets(second)
    return isinstance(second, Value) and disagree(first, second)
