"""Tables of AsciiDoc."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from claimlint.readers.lines import Line
from claimlint.readers.rst.listed_tables import csv_cells

# A cell begins with a pipe; how many columns and rows it spans, how it is set and what it holds may stand before it.
_CELL = re.compile(
    r"(?:(?:(?<=[ \t])|(?<![\s\S]))(?:(?P<columns>\d{1,3})?(?:\.(?P<rows>\d{1,3}))?(?P<repeated>[*+]))?[<^>]?(?:\.[<^>])?"
    r"(?P<style>[aehlmdsv])?)?(?<!\\)\|"
)
_COLUMNS = re.compile(r"""cols=(?:"([^"]*)"|'([^']*)'|([^,\]]*))""")
_REPEATED = re.compile(r"(\d{1,3})\*")
_WIDEST = 1000


@dataclass
class TableCell:
    """A cell: its lines, how many columns and rows it takes, whether it is a header and whether it holds blocks."""

    lines: list[Line]
    span: int = 1
    rows: int = 1
    header: bool = False
    nested: bool = False


@dataclass
class TableRow:
    """A row. header: it names the columns."""

    cells: list[TableCell] = field(default_factory=list)
    header: bool = False


def table_rows(lines: list[Line], attributes: str, sign: str) -> Iterator[TableRow]:
    """Give the rows of a table from the lines between its delimiters. sign: with which these begin, a comma for separated values."""
    first = next((line for line in lines if not line.blank), None)
    if first is None:
        return
    starts = lines.index(first)
    header = "noheader" not in attributes and ("header" in attributes or (starts == 0 and len(lines) > 1 and lines[1].blank))
    if sign in ",:":
        rows = [TableRow([TableCell([cell]) for cell in csv_cells(line)]) for line in lines if not line.blank]
    else:
        count = _columns(attributes) or sum(cell.span for cell in _cells([first]))
        rows = list(_rows(_cells(lines), max(count, 1)))
    for number, row in enumerate(rows):
        row.header = header and number == 0
        yield row


def _columns(attributes: str) -> int:
    match = _COLUMNS.search(attributes)
    if not match:
        return 0
    columns = (match[1] or match[2] or match[3] or "").split("," if "," in match[0] else ";")
    repeated = (_REPEATED.match(column.strip()) for column in columns)
    return min(sum(int(found[1]) if found else 1 for found in repeated), _WIDEST)


def _cells(lines: list[Line]) -> list[TableCell]:
    cells: list[TableCell] = []
    for line in lines:
        at = 0
        for match in _CELL.finditer(line.text):
            _continue(cells, line, at, match.start())
            style = match["style"] or ""
            span = min(int(match["columns"] or 1), _WIDEST)
            cells.append(TableCell([], span, int(match["rows"] or 1), style == "h", style == "a"))
            at = match.end()
        _continue(cells, line, at, len(line.text))
    return cells


def _continue(cells: list[TableCell], line: Line, start: int, stop: int) -> None:
    if cells:
        cells[-1].lines.append(Line(line.start + start, line.start + stop, line.text[start:stop]))


def _rows(cells: list[TableCell], count: int) -> Iterator[TableRow]:
    """Fill rows with cells; a cell that goes on from a row above takes the place of one that is empty."""
    row, below = TableRow(), [0] * count
    column = 0
    for cell in cells:
        while column < count and below[column]:
            below[column] -= 1
            row.cells.append(TableCell([]))
            column += 1
        row.cells.append(cell)
        for taken in range(column, min(column + cell.span, count)):
            below[taken] += cell.rows - 1
        column += cell.span
        if column >= count:
            yield row
            row, column = TableRow(), 0
    if row.cells:
        yield row
