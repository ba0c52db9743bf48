"""Tables of reStructuredText that are drawn with characters: grid tables and simple tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from claimlint.readers.lines import Line

GRID_RULER = re.compile(r"\+(?:[-=]+\+)+[ \t]*")
SIMPLE_RULER = re.compile(r"=+(?:[ \t]+=+)+[ \t]*")
MOST_COLUMNS = 200
"""A ruler with more is a row of signs and no table: every line would be cut at every one of them."""
_SPANS = re.compile(r"-+(?:[ \t]+-+)*[ \t]*")


@dataclass
class DrawnRow:
    """A row: the lines of each cell. header: it names the columns. spans: how many columns each cell takes."""

    cells: list[list[Line]]
    header: bool = False
    spans: list[int] = field(default_factory=list)


def grid_rows(lines: list[Line]) -> Iterator[DrawnRow]:
    """Give the rows of a grid table, whose first line is a ruler."""
    edges = sorted({at for line in lines if GRID_RULER.fullmatch(line.text) for at, sign in enumerate(line.text.rstrip()) if sign == "+"})
    count = len(edges) - 1
    header = any(GRID_RULER.fullmatch(line.text) and "=" in line.text for line in lines)
    open_cells: list[list[Line]] = [[] for _ in range(count)]
    spans = [1] * count
    for line in lines[1:]:
        ends = [_is_ruled(line, edges[column], edges[column + 1]) for column in range(count)]
        if any(ends):
            taken = [column for column in range(count) if spans[column]]
            cells = [open_cells[column] if ends[column] else [] for column in taken]
            yield DrawnRow(cells, header, [spans[column] for column in taken])
            open_cells = [[] if ends[column] else open_cells[column] for column in range(count)]
            spans = [1] * count
            header = header and "=" not in line.text
        else:
            _add_cells(line, edges, open_cells, spans)


def _is_ruled(line: Line, first: int, last: int) -> bool:
    return line.text[first] == "+" and not line.text[first + 1 : last].strip("-=") if last < len(line.text) else False


def _add_cells(line: Line, edges: list[int], cells: list[list[Line]], spans: list[int]) -> None:
    """Add the pieces of a line to the cells of its row. A column without an edge on its left is part of the cell before it."""
    starts = [column for column in range(len(cells)) if column == 0 or line.text[edges[column] : edges[column] + 1] in ("|", "+", "")]
    for number, column in enumerate(starts):
        after = starts[number + 1] if number + 1 < len(starts) else len(cells)
        first, last = edges[column] + 1, edges[after]
        spans[column:after] = [after - column] + [0] * (after - column - 1)
        cells[column].append(_piece(line, first, last))


def simple_rows(lines: list[Line]) -> Iterator[DrawnRow]:
    """Give the rows of a simple table, whose first and last lines are rulers; a line with an empty first column goes on."""
    rulers = {number: None for number, line in enumerate(lines) if SIMPLE_RULER.fullmatch(line.text)}
    columns = [match.span() for match in re.finditer("=+", lines[0].text)]
    header_stop = [*rulers][1] if len(rulers) > 2 else 0
    row: DrawnRow | None = None
    for number, line in enumerate(lines):
        if number in rulers or line.blank or _SPANS.fullmatch(line.text):
            if row:
                yield row
            row = None
            continue
        pieces = [
            _piece(line, start, columns[index + 1][0] if index + 1 < len(columns) else len(line.text))
            for index, (start, _) in enumerate(columns)
        ]
        if row is None or not pieces[0].blank:
            if row:
                yield row
            row = DrawnRow([[] for _ in columns], number < header_stop)
        for cell, piece in zip(row.cells, pieces, strict=True):
            cell.append(piece)
    if row:
        yield row


def _piece(line: Line, first: int, last: int) -> Line:
    text = line.text[first:last].rstrip()
    start = line.start + min(first, len(line.text))
    return Line(start, start + len(text), text)
