"""Which headers stand over and beside the cells of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from claimlint.document import HEADER_CELL, Block, BlockKind

_WIDEST = 1000


@dataclass
class Cell:
    """A cell: whether it is a header cell, its first column, how many columns and rows it takes, the range of its blocks."""

    header: bool
    column: int
    span: int
    rows: int
    first: int
    last: int


@dataclass
class Row:
    """A row while its cells are read. reaching: the texts of cells of rows above that reach into it, by their columns."""

    heading: bool
    reaching: Mapping[int, str] = field(default_factory=dict)
    cells: list[Cell] = field(default_factory=list)

    def add(self, header: bool, attributes: Mapping[str, str], first: int) -> Cell:
        """Add a cell; its attributes say how far it reaches (colspan, rowspan)."""
        column = self.cells[-1].column + self.cells[-1].span if self.cells else 0
        while column in self.reaching:
            column += 1
        cell = Cell(header, column, _span(attributes, "colspan"), _span(attributes, "rowspan"), first, first)
        self.cells.append(cell)
        return cell


@dataclass
class Table:
    """The headers of a table's columns, as far as it has been read, and the cells that reach into the next rows."""

    columns: dict[int, str] = field(default_factory=dict)
    _reaching: dict[int, tuple[int, str]] = field(default_factory=dict)

    def open_row(self, heading: bool) -> Row:
        """Begin the next row. heading: whether it stands in the head of the table."""
        return Row(heading, {column: text for column, (_, text) in self._reaching.items()})

    def close_row(self, row: Row, blocks: list[Block]) -> None:
        """Label the blocks of a row with its headers, in place; a row of header cells alone names the columns."""
        self._reaching = {column: (rows - 1, text) for column, (rows, text) in self._reaching.items() if rows > 1}
        for cell in row.cells:
            if cell.rows > 1:
                self._reaching.update(dict.fromkeys(range(cell.column, cell.column + cell.span), (cell.rows - 1, _text(cell, blocks))))
        heading = bool(row.cells) and (row.heading or all(cell.header for cell in row.cells))
        if heading and (row.heading or not self.columns):
            self._take_headers(row, blocks)
            return
        for cell, beside in zip(row.cells, list(_beside(row, blocks)), strict=True):
            above = self.columns.get(cell.column, "")
            for index in range(cell.first, cell.last):
                # What stands in a table inside the cell has headers of its own.
                inner = blocks[index]
                names = " ".join(filter(None, (beside, inner.row_header)))
                blocks[index] = replace(inner, row_header=names, column_header=inner.column_header or above)

    def _take_headers(self, row: Row, blocks: list[Block]) -> None:
        for cell in row.cells:
            text = _text(cell, blocks)
            for column in range(cell.column, cell.column + cell.span):
                self.columns[column] = text
            for index in range(cell.first, cell.last):
                if blocks[index].kind is BlockKind.TABLE_CELL:
                    blocks[index] = replace(blocks[index], key=HEADER_CELL)


def _text(cell: Cell, blocks: list[Block]) -> str:
    return " ".join(block.text for block in blocks[cell.first : cell.last] if block.kind is not BlockKind.ALT_TEXT)


def _beside(row: Row, blocks: list[Block]) -> Iterator[str]:
    """Give what stands before each cell of a row and names it: the first cell, after those which name the group of rows it is in."""
    first = row.cells[0].column if row.cells else 0
    names = list(dict.fromkeys(row.reaching[column] for column in range(first)))
    naming = True
    for cell in row.cells:
        yield " ".join(filter(None, names))
        if naming:
            names.append(_text(cell, blocks))
            naming = cell.rows > 1


def _span(attributes: Mapping[str, str], name: str) -> int:
    """How many columns or rows a cell takes; 1 for what is no number of them."""
    written = attributes.get(name, "")
    return min(int(written[:9]), _WIDEST) or 1 if written.isascii() and written.isdigit() else 1
