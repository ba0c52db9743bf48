"""Which headers stand over and beside the cells of a table."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from claimlint.document import HEADER_CELL, Block, BlockKind

_WIDEST = 1000


@dataclass
class Cell:
    """A cell: whether it is a header cell, its first column, how many it spans, and the range of its blocks in the document."""

    header: bool
    column: int
    span: int
    first: int
    last: int


@dataclass
class Row:
    """A row while its cells are read."""

    heading: bool
    cells: list[Cell] = field(default_factory=list)

    def add(self, header: bool, span: str, first: int) -> Cell:
        """Add a cell; span is the text of its colspan attribute."""
        column = self.cells[-1].column + self.cells[-1].span if self.cells else 0
        cell = Cell(header, column, min(int(span), _WIDEST) if span.isascii() and span.isdigit() and int(span) else 1, first, first)
        self.cells.append(cell)
        return cell


@dataclass
class Table:
    """The headers of a table's columns, as far as it has been read."""

    columns: dict[int, str] = field(default_factory=dict)

    def close_row(self, row: Row, blocks: list[Block]) -> None:
        """Label the blocks of a row with its headers, in place; a row of header cells alone names the columns."""
        heading = bool(row.cells) and (row.heading or all(cell.header for cell in row.cells))
        if heading and (row.heading or not self.columns):
            self._take_headers(row, blocks)
            return
        beside = _text(row.cells[0], blocks) if row.cells else ""
        for number, cell in enumerate(row.cells):
            for index in range(cell.first, cell.last):
                blocks[index] = replace(blocks[index], row_header=beside if number else "", column_header=self.columns.get(cell.column, ""))

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
