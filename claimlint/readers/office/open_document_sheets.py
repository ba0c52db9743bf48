"""Sheets of OpenDocument: lists of copy and tables, cell by cell (ISO/IEC 26300 part 3, 9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimlint.readers.limits import LIMITS
from claimlint.readers.office.open_document_blocks import Blocks
from claimlint.readers.sheets import Layout, column_place, is_copy, layout_of
from claimlint.readers.transcript import Transcript
from claimlint.readers.unreadable import UnreadableDocument
from claimlint.readers.xml_parts import Element, attribute, children, descendants, local, number

_WIDEST = 1000
_TEXT = frozenset({"", "string"})


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with text. number: from 1. texts: of its cells, "" where one has none. cells: these cells."""

    number: int
    texts: tuple[str, ...]
    cells: tuple[Element, ...]


def read_sheets(transcript: Transcript, blocks: Blocks, body: Element) -> None:
    """Read the cells with text of all sheets; raises UnreadableDocument beyond the limits."""
    tables = list(children(body, "table"))
    for table in tables:
        transcript.new_section()
        rows = _rows(table)
        layout = layout_of([row.texts for row in rows])
        read = _read_copy if layout.columns else _read_table
        read(transcript, blocks, rows, layout, f"sheet {attribute(table, 'name')}, " if len(tables) > 1 else "")


def _read_copy(transcript: Transcript, blocks: Blocks, rows: Sequence[_Row], layout: Layout, sheet: str) -> None:
    for row in rows[(layout.header or 0) + 1 :]:
        for column, name in layout.columns.items():
            if column < len(row.cells) and is_copy(row.texts[column]):
                with transcript.element("p", f"{sheet}row {row.number}, {name}"):
                    _read_cell(transcript, blocks, row.cells[column])


def _read_table(transcript: Transcript, blocks: Blocks, rows: Sequence[_Row], layout: Layout, sheet: str) -> None:
    headers = rows[layout.header].texts if layout.header is not None else ()
    with transcript.element("table"):
        for index, row in enumerate(rows):
            heading = index == layout.header
            with transcript.element("tr"):
                for column, cell in enumerate(row.cells):
                    header = headers[column] if column < len(headers) and not heading else ""
                    where = f"{sheet}row {row.number}, {column_place(header, column)}"
                    with transcript.element("th" if heading else "td", where):
                        if is_copy(row.texts[column]):
                            _read_cell(transcript, blocks, cell)


def _read_cell(transcript: Transcript, blocks: Blocks, cell: Element) -> None:
    for index, paragraph in enumerate(children(cell, "p")):
        if index:
            transcript.line_break()
        blocks.read_text_of(paragraph)


def _rows(table: Element) -> list[_Row]:
    """Give the rows that have text; one that is repeated is given once."""
    rows: list[_Row] = []
    at = 1
    for row in descendants(table, "table-row"):
        cells = tuple(_cells(row))
        texts = tuple(map(_text, cells))
        if any(texts):
            rows.append(_Row(at, texts, cells))
        at += max(number(attribute(row, "number-rows-repeated"), 1), 1)
        if len(rows) > LIMITS.rows:
            raise UnreadableDocument(f"it has more than {LIMITS.rows:,} rows, the most that are read; split it")
    return rows


def _cells(row: Element) -> list[Element]:
    cells: list[Element] = []
    for cell in row:
        if local(cell) in ("table-cell", "covered-table-cell"):
            cells += [cell] * min(max(number(attribute(cell, "number-columns-repeated"), 1), 1), _WIDEST - len(cells))
    while cells and not _text(cells[-1]):
        cells.pop()
    return cells


def _text(cell: Element) -> str:
    """The text of a cell; "" for numbers, dates and what is empty."""
    if attribute(cell, "value-type") not in _TEXT:
        return ""
    return "\n".join("".join(map(str, paragraph.itertext())) for paragraph in children(cell, "p")).strip()
