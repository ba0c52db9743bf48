"""Tables of workbooks (.xlsx): values that formulas last had, numbers as they are shown, merged cells in each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from claimlint.importing.grid import Cell, Row, Table, plain
from claimlint.readers.office.package import Package
from claimlint.readers.office.xlsx import ERRORS, opened, sheets_of, unreckoned
from claimlint.readers.xml_parts import attribute, children, descendants

_DIGITS = 12
"""What a spreadsheet program shows of a binary fraction at most, so that 0.1 + 0.2 is 0.3."""
_LITERAL = re.compile(r'[0#?]\s*\\?\s*"\s*(?P<words>[^"]+)"\s*(?:;|\Z)')
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")

_Merged = Mapping[int, Mapping[int, int]]
"""By row and column of a cell that is hidden by the one above it: the row of that one."""


def read_workbook(path: str, data: bytes) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """Give the sheets of a workbook that are shown, and what the user should know of it; raises UnreadableDocument."""
    package = opened(path, data)
    targets = {each.target for each in package.related(package.main).values()}
    parts = {
        attribute(sheet, "name"): package.related(package.main)[attribute(sheet, "id")].target
        for sheet in descendants(package.root, "sheet")
        if attribute(sheet, "id") in package.related(package.main)
    }
    tables = []
    for sheet in sheets_of(data, as_cells=True):
        rows = [[_cell(cell) for cell in row] for row in sheet.rows]
        part = parts.get(sheet.title)
        merged = _merged(package, part, len(rows)) if part in targets and part else {}
        tables.append(Table(sheet.title, tuple(_filled(rows, merged))))
    notes = tuple(note.replace("checked", "read") for note in unreckoned(package))
    return tuple(tables), notes


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return Cell()
    if isinstance(value, datetime):
        return Cell(value.date().isoformat(), day=value.date())
    if isinstance(value, date):
        return Cell(value.isoformat(), day=value)
    if isinstance(value, bool):
        return Cell("yes" if value else "no")
    if isinstance(value, int | float):
        return Cell(_number(value, str(cell.number_format or "")), exact=True)
    text = plain(str(value))
    return Cell(failed=True) if text in ERRORS else Cell(text)


def _number(value: int | float, shown_as: str) -> str:
    """Write a number with what its format puts behind it, such as a percent sign or a unit."""
    literal = _LITERAL.search(shown_as)
    behind = " %" if "%" in shown_as else f" {literal['words'].strip()}" if literal else ""
    return decimal(value * 100 if "%" in shown_as else value) + plain(behind).rjust(len(behind))


def decimal(value: int | float) -> str:
    """Write a number in digits, with a decimal point and without an exponent."""
    return format(Decimal(f"{value:.{_DIGITS}g}"), "f") if abs(value) < 1e30 else str(value)


def _merged(package: Package, part: str, rows: int) -> _Merged:
    from openpyxl.utils import column_index_from_string

    found: dict[int, dict[int, int]] = {}
    for merges in children(package.element(part), "mergeCells"):
        for merge in children(merges, "mergeCell"):
            span = _RANGE.fullmatch(attribute(merge, "ref"))
            # A cell that is merged across columns is a title; one that is merged down stands for each of its rows.
            if span and span[1] == span[3]:
                column, first = column_index_from_string(span[1]) - 1, int(span[2]) - 1
                for row in range(first + 1, min(int(span[4]), rows)):
                    found.setdefault(row, {})[column] = first
    return found


def _filled(rows: list[list[Cell]], merged: _Merged) -> Iterator[Row]:
    for index, row in enumerate(rows):
        if any(cell != Cell() for cell in row):
            cells = list(row)
            for column, above in merged.get(index, {}).items():
                if column < len(rows[above]) and column < len(cells):
                    cells[column] = rows[above][column]
            yield Row(index + 1, tuple(cells))
