"""What copy says that another place may contradict: values of limits, days of offers, days of gates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from claimlint.claim import Claim, Reading, Value, promises_nothing
from claimlint.document import HEADER_CELL, Block, BlockKind, LineIndex
from claimlint.manifest.model import Capability, Manifest
from claimlint.rules.calendar import beside_offer, is_bound, is_told_of_gate, offer_dated, opens_orders, spans_in, speaks_of_orders
from claimlint.rules.gate_days import gate_day, gate_day_of_all, named_in, places_of_names, without_names
from claimlint.rules.limits import beyond
from claimlint.rules.regions import regions_named
from claimlint.statement import ClaimKey, Span, Statement, key_of


class _Said(NamedTuple):
    """What a claim says of a thing, as a `Statement` has it."""

    about: tuple[str | None, ...]
    claim: Claim
    said: Value | Span
    known: date | None = None


def statements(reading: Reading, manifest: Manifest) -> tuple[Statement, ...]:
    """Give what a document says of limits, then of offers, each in the order of its claims, then of gates in the order of their places."""
    lines, known = LineIndex(reading.document.source.text), set(map(key_of, reading.claims))
    return tuple(_statement(said, lines, known) for said in _said(reading, manifest))


def _statement(one: _Said, lines: LineIndex, known: Collection[ClaimKey]) -> Statement:
    key, said = key_of(one.claim), one.said
    return Statement(
        one.about,
        key,
        lines.position(one.claim.start).line,
        said.text,
        value=said if isinstance(said, Value) else None,
        days=said if isinstance(said, Span) else None,
        known=one.known,
        own=None if key in known else one.claim,
    )


def _said(reading: Reading, manifest: Manifest) -> Iterator[_Said]:
    for claim in reading.claims:
        if claim.polarity == "affirmed" and claim.subject is not None:
            for value in claim.values:
                if _states_its_limit(claim, value, manifest):
                    yield _Said((claim.subject, claim.product, value.limit), claim, value)
            if claim.kind == "availability":
                yield from _dated(claim, manifest)
    yield from sorted((*_gates_in_prose(reading, manifest), *_gates_in_tables(reading, manifest)), key=lambda each: each.claim.start)


def _states_its_limit(claim: Claim, value: Value, manifest: Manifest) -> bool:
    """Whether a value is one that others can contradict.

    Of two numbers one of which is beyond its limit it is clear which is wrong, and that is reported as such. A single number within
    a range ("at 25 °C") says nothing of its ends.
    """
    capability = manifest.capabilities.get(claim.subject or "")
    limit = capability.limits.get(value.limit or "") if capability else None
    return limit is not None and not beyond(value, limit) and (limit.kind != "range" or value.to is not None)


def _dated(claim: Claim, manifest: Manifest) -> Iterator[_Said]:
    """Give the day from which a claim offers the product; orders and deliveries are two things."""
    start, stop = claim.text_range
    text = claim.block.text[start:stop]
    for span in spans_in(text)[:1]:
        what = "orders" if speaks_of_orders(text) else "ships"
        others = beside_offer(text, places_of_names(text, manifest.products.get(claim.subject or "")), span)
        known = None if others else _day_of_offer(claim, text, span, manifest)
        yield _Said((claim.subject, what, *others), claim, span, known)


def _day_of_offer(claim: Claim, text: str, span: Span, manifest: Manifest) -> date | None:
    """Give the manifest's day for an offer that is dated later; a day that is too early is no contradiction but a false promise."""
    product = manifest.products.get(claim.subject or "")
    availability = product.availability if product else None
    if availability is None or is_bound(text, span) or regions_named(text):
        return None
    offer = offer_dated(text, span)
    known = {"preorder": availability.preorder if opens_orders(text) else None, "ships": availability.ships}.get(offer)
    return known if known and known <= span.last else None


def _gates_in_prose(reading: Reading, manifest: Manifest) -> Iterator[_Said]:
    """Give the days that copy names for gates: the first span of days behind the stage's name in a sentence."""
    stages = [stage.id for stage in manifest.stages]
    pattern = re.compile(rf"(?<!\w)(?P<stage>{'|'.join(map(re.escape, stages))})(?!\w)(?=(?P<rest>[^.!?\n]*))")
    for block in reading.document.blocks:
        if block.kind is BlockKind.CODE or not any(stage in block.text for stage in stages):
            continue
        for match in pattern.finditer(block.text):
            spans = spans_in(_to_next_stage(match["stage"] + match["rest"], stages))
            if spans:
                span = spans[0].moved(match.start())
                claim = _claim_of(block, match.start(), span.stop, reading)
                plain = is_told_of_gate(without_names(block.text, manifest), match.span("stage"), span)
                known = _day_of_gate(claim, match["stage"], _around(block, match.start()), manifest) if plain else None
                yield _Said((claim.subject, match["stage"]), claim, span, known)


def _gates_in_tables(reading: Reading, manifest: Manifest) -> Iterator[_Said]:
    """Give the days in cells whose row or column is a gate's: "PVT | March 2027". A row of a gate with several days is none's."""
    stages = {stage.id for stage in manifest.stages}
    cells = [
        (block, spans)
        for block in reading.document.blocks
        if block.kind is BlockKind.TABLE_CELL and block.key != HEADER_CELL
        for spans in [spans_in(block.text)]
        if len(spans) == 1
    ]
    days_in_row = Counter((block.headings, block.row_header) for block, _ in cells)
    for block, (span,) in cells:
        of_row, of_column = block.row_header in stages, block.column_header in stages
        if of_row is of_column or (of_row and days_in_row[block.headings, block.row_header] > 1):
            continue
        stage = block.row_header if of_row else block.column_header
        if is_told_of_gate(block.text, (0, 0), span):
            claim = _claim_of(block, span.start, span.stop, reading)
            beside = (block.text, block.column_header if of_row else block.row_header, *_titles(block))
            yield _Said((claim.subject, stage), claim, span, _day_of_gate(claim, stage, beside, manifest))


def _around(block: Block, at: int) -> tuple[str, ...]:
    """Give the sentence around a place, what introduces it and its headings, nearest first."""
    start = max(block.text.rfind(end, 0, at) for end in (". ", "! ", "? ", "\n")) + 1
    stop = re.search(r"[.!?](?:\s|\Z)|\n|\Z", block.text[at:])
    return (block.text[start : at + (stop.start() if stop else 0)], block.row_header, block.introduction, *_titles(block))


def _titles(block: Block) -> tuple[str, ...]:
    return tuple(heading.text for heading in reversed(block.headings))


def _day_of_gate(claim: Claim, stage: str, around: Iterable[str], manifest: Manifest) -> date | None:
    """Give the manifest's day for a gate of the one capability that is spoken of, of all of the product's where none is."""
    spoken = _spoken_of(claim, around, manifest)
    if len(spoken) > 1:
        return None
    return gate_day(manifest, spoken, stage) if spoken else gate_day_of_all(manifest, claim.product, stage)


def _spoken_of(claim: Claim, around: Iterable[str], manifest: Manifest) -> tuple[Capability, ...]:
    subject = manifest.capabilities.get(claim.subject or "")
    return (subject,) if subject else next(filter(None, (named_in(text, manifest) for text in around)), ())


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
