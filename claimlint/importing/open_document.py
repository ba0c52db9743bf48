"""Tables of OpenDocument sheets (.ods): values as they are stored, merged cells in each row (ISO/IEC 26300 part 3, 9)."""

from __future__ import annotations

from datetime import date

from claimlint.importing.grid import Cell, Row, Table, plain
from claimlint.readers.limits import LIMITS
from claimlint.readers.office.open_document import opened
from claimlint.readers.unreadable import UnreadableDocument
from claimlint.readers.xml_parts import Element, attribute, children, descendants, local, number

_WIDEST = 1000
_NUMBERS = frozenset({"float", "currency"})


def read_sheets(path: str, data: bytes) -> tuple[Table, ...]:
    """Give the sheets of a document; raises UnreadableDocument."""
    bodies = opened(path, data).bodies
    return tuple(Table(attribute(each, "name"), _rows(each)) for body in bodies for each in children(body, "table"))


def _rows(table: Element) -> tuple[Row, ...]:
    rows: list[Row] = []
    below: dict[int, tuple[int, Cell]] = {}
    at, left = 1, LIMITS.cells
    for row in descendants(table, "table-row"):
        cells = _cells(row, below)
        left -= len(cells)
        if any(cell != Cell() for cell in cells):
            rows.append(Row(at, tuple(cells)))
        at += max(number(attribute(row, "number-rows-repeated"), 1), 1)
        if len(rows) > LIMITS.rows or left < 0:
            raise UnreadableDocument(f"it has more than {LIMITS.rows:,} rows or {LIMITS.cells:,} cells, the most that are read; split it")
    return tuple(rows)


def _cells(row: Element, below: dict[int, tuple[int, Cell]]) -> list[Cell]:
    """Give the cells of a row. below: by column, how many further rows a merged cell stands for, and that cell; kept up to date."""
    cells: list[Cell] = []
    for element in row:
        if local(element) not in ("table-cell", "covered-table-cell"):
            continue
        cell = _cell(element)
        repeated = min(max(number(attribute(element, "number-columns-repeated"), 1), 1), _WIDEST - len(cells))
        spanned = number(attribute(element, "number-rows-spanned"), 1)
        for _ in range(repeated):
            rows, above = below.pop(len(cells), (0, Cell()))
            if local(element) == "covered-table-cell" and rows:
                below[len(cells)] = rows - 1, above
                cells.append(above)
            else:
                if spanned > 1:
                    below[len(cells)] = spanned - 1, cell
                cells.append(cell)
    while cells and cells[-1] == Cell():
        cells.pop()
    return cells


def _cell(element: Element) -> Cell:
    kind, shown = attribute(element, "value-type"), _shown(element)
    if kind == "date":
        try:
            day = date.fromisoformat(attribute(element, "date-value")[:10])
        except ValueError:
            return Cell(shown)
        return Cell(day.isoformat(), day=day)
    if kind in _NUMBERS:
        return Cell(plain(attribute(element, "value")) or shown, exact=True)
    if kind == "percentage":
        return Cell(_percentage(attribute(element, "value")) or shown, exact=True)
    return Cell(failed=True) if shown.startswith(("Err:", "#")) and attribute(element, "formula") else Cell(shown)


def _percentage(value: str) -> str:
    from claimlint.importing.workbook import decimal

    try:
        return f"{decimal(float(value) * 100)} %"
    except (ValueError, ArithmeticError):
        return ""


def _shown(element: Element) -> str:
    return plain("\n".join("".join(map(str, each.itertext())) for each in children(element, "p")))
