"""The copy of a document as people read it, with the promises in it marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimlint.document import HEADER_CELL, Block, BlockKind, LineIndex
from claimlint.finding import CheckedDocument, Finding
from claimlint.reports.excerpt import on_one_line
from claimlint.reports.html.page import Card, Cell, Passage, Piece, Stretch
from claimlint.reports.html.verdict import Verdict, gravest, verdict_of, verdicts_of

LABELS: Mapping[BlockKind, str] = {
    BlockKind.TITLE: "title",
    BlockKind.DESCRIPTION: "description",
    BlockKind.BUTTON: "button",
    BlockKind.ALT_TEXT: "alternative text",
    BlockKind.CAPTION: "caption",
    BlockKind.CODE: "code",
}
"""Kinds of blocks that are not seen to be what they are."""


@dataclass(frozen=True, slots=True)
class _Marked:
    """A range of a block's text. card: None of a promise, which is marked whether it has findings or not."""

    start: int
    stop: int
    verdict: Verdict
    card: Card | None = None


def passages_of(document: CheckedDocument, cards: Sequence[tuple[Finding, Card]]) -> tuple[tuple[Passage, ...], tuple[Card, ...]]:
    """Give the passages of a document, each with its cards, and the cards that stand in no copy."""
    if document.document is None:
        return (), tuple(card for _, card in cards)
    blocks = [block for block in document.document.blocks if block.text]
    marks, apart = _marks(document, blocks, cards)
    lines = LineIndex(document.document.source.text)
    passages = tuple(_passage(row, [marks.get(id(block), []) for block in row], lines) for row in _rows(blocks))
    return passages, apart


def _rows(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield each block, and cells of a table that stand in one row together."""
    row: list[Block] = []
    for block in blocks:
        if row and not _continues(row, block):
            yield row
            row = []
        row.append(block)
    if row:
        yield row


def _continues(row: Sequence[Block], cell: Block) -> bool:
    first = row[0]
    if not first.kind is cell.kind is BlockKind.TABLE_CELL:
        return False
    if first.key == HEADER_CELL or cell.key == HEADER_CELL:
        return first.key == cell.key
    return bool(cell.row_header) and cell.row_header in (first.text, first.row_header)


def _marks(
    document: CheckedDocument, blocks: Sequence[Block], cards: Sequence[tuple[Finding, Card]]
) -> tuple[dict[int, list[_Marked]], tuple[Card, ...]]:
    """Give what is marked in each block, by its identity, and the cards that stand in none."""
    places = _Places(blocks)
    marks: dict[int, list[_Marked]] = {}
    for claim, verdict in zip(document.claims, verdicts_of(document), strict=True):
        for block, start, stop in places.of(claim.start, claim.end):
            marks.setdefault(id(block), []).append(_Marked(start, stop, verdict))
    apart = []
    for finding, card in cards:
        found = next(places.of(finding.start, finding.end), None)
        if found is None:
            apart.append(card)
        else:
            block, start, stop = found
            marks.setdefault(id(block), []).append(_Marked(start, stop, verdict_of(finding), card))
    return marks, tuple(apart)


class _Places:
    """Finds the blocks that a range of the source is part of."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        ranges = ((block.source_map.slices[0].source_start, block.source_map.slices[-1].source_stop, block) for block in blocks)
        self._ranges = sorted(ranges, key=lambda each: each[:2])
        self._starts = [start for start, _, _ in self._ranges]

    def of(self, start: int, end: int) -> Iterator[tuple[Block, int, int]]:
        """Yield each block with the range of its text."""
        first = max(0, bisect_right(self._starts, start) - 1)
        for _, _, block in self._ranges[first : bisect_right(self._starts, max(start, end - 1))]:
            text_start, text_stop = block.source_map.text_range(start, end)
            if text_start < text_stop:
                yield block, text_start, text_stop


def _passage(row: Sequence[Block], marks: Sequence[list[_Marked]], lines: LineIndex) -> Passage:
    first = row[0]
    place = on_one_line(first.where) if first.where else f"line {lines.position(first.source_map.slices[0].source_start).line}"
    cells = tuple(_cell(block, marked) for block, marked in zip(row, marks, strict=True))
    cards = (mark.card for marked in marks for mark in sorted(marked, key=lambda each: each.start) if mark.card)
    return Passage(place, cells, tuple(sorted(cards, key=lambda card: card.number)))


def _cell(block: Block, marked: Sequence[_Marked]) -> Cell:
    label = LABELS.get(block.kind) or (on_one_line(block.key) if block.kind is BlockKind.FRONT_MATTER else "")
    kind = HEADER_CELL if block.key == HEADER_CELL else block.kind.value
    return Cell(kind, label, tuple(_stretches(block.text, marked)))


def _stretches(text: str, marked: Sequence[_Marked]) -> Iterator[Stretch]:
    """Cut a text at its marks; marks that share characters become one."""
    done = 0
    for group in _groups(marked):
        start, stop = group[0].start, max(mark.stop for mark in group)
        if done < start:
            yield Stretch((Piece(text[done:start]),))
        findings = tuple(sorted(mark.card.number for mark in group if mark.card))
        yield Stretch(tuple(_pieces(text, start, stop, group)), gravest((mark.verdict for mark in group), "ok"), findings)
        done = stop
    if done < len(text):
        yield Stretch((Piece(text[done:]),))


def _groups(marked: Sequence[_Marked]) -> Iterator[list[_Marked]]:
    group: list[_Marked] = []
    reach = 0
    for mark in sorted(marked, key=lambda each: (each.start, -each.stop)):
        if group and mark.start >= reach:
            yield group
            group, reach = [], 0
        group.append(mark)
        reach = max(reach, mark.stop)
    if group:
        yield group


def _pieces(text: str, start: int, stop: int, group: Sequence[_Marked]) -> Iterator[Piece]:
    """Cut a mark where the words that findings speak of begin and end."""
    reported = [mark for mark in group if mark.card]
    edges = sorted({start, stop, *(mark.start for mark in reported), *(mark.stop for mark in reported)})
    for left, right in pairwise(edges):
        yield Piece(text[left:right], any(mark.start <= left and right <= mark.stop for mark in reported))
