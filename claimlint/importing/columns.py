"""Which column of a table holds what: by the headers that engineers write, or as the user says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimlint.errors import InputError, Problem
from claimlint.importing.grid import Row, Table
from claimlint.importing.settings import TableSettings
from claimlint.importing.wordings import field_of, folded, gate_of, known_fields
from claimlint.positioned_yaml import nearest
from claimlint.units import unit_of

NAMING = ("name", "requirement", "id", "certificate")
"""Fields of which a table must have one, or there is nothing to speak of."""
_LAST_HEADER_ROW = 30
_OF_A_GATE = frozenset({"status", "value", "evidence", "build", "date", "due", "expires"})
"""What a table may have once for each gate, below a row that names the gates."""
_NUMBER = re.compile(r"\d+\.?")
_AMOUNT = r"\D{0,4}\d[\d.,]*(?:\s*[^\s\d]{1,5})?"
_FIGURE = re.compile(rf"{_AMOUNT}(?:\s*(?:to|bis|[-–…±]|\.\.\.?)\s*{_AMOUNT})?")
_UNIT = re.compile(r"[\[(]\s*(?:in\s+)?([^\])]+?)\s*[\])]")


@dataclass(frozen=True)
class Columns:
    """The columns of a table. header: the number of the row with their names. fields: index by field. names: header by index.

    units: by index of a column, the unit that its header has in brackets. unused: headers that were taken for nothing.
    grouped: whether the row above the headers says to which gate some of them belong.
    """

    header: int
    fields: Mapping[str, int]
    names: Mapping[int, str]
    units: Mapping[int, str] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    grouped: bool = False

    def header_of(self, name: str) -> str:
        """Give the header of a field's column; "" where it has none."""
        return self.names.get(self.fields.get(name, -1), "")


def choose_table(tables: Sequence[Table], settings: TableSettings, path: str) -> tuple[Table, Columns, tuple[str, ...]]:
    """Give the table that is meant, its columns, and the names of others that might have been meant.

    Raises InputError where a sheet, a row or a column is named that is not there, and where no row looks like headers.
    """
    _check_fields(settings, path)
    if settings.sheet is not None:
        tables = [_named(tables, settings.sheet, path)]
    found = [(table, columns) for table in tables if (columns := _columns_of(table, settings)) is not None]
    if not found:
        raise InputError(_nothing_found(tables, settings, path))
    table, columns = found[0]
    _check_columns(columns, settings, path)
    return table, columns, tuple(other.name for other, _ in found[1:])


def _columns_of(table: Table, settings: TableSettings) -> Columns | None:
    """Find the row of headers: the first in which most cells are known, one of which names what the rows speak of."""
    if settings.header_row is not None:
        rows = [row for row in table.rows if row.number == settings.header_row]
    else:
        rows = [row for row in table.rows if row.number <= table.rows[0].number + _LAST_HEADER_ROW]
    candidates = [columns for row in rows if (columns := _headers(table, row, settings)).fields.keys() & set(NAMING)]
    best = max(candidates, key=lambda columns: (len(columns.fields), columns.grouped), default=None)
    enough = best is not None and (len(best.fields) > 1 or settings.header_row is not None or len(best.names) == 1)
    return best if enough else None


def _headers(table: Table, row: Row, settings: TableSettings) -> Columns:
    own = {index: " ".join(cell.text.split()) for index, cell in enumerate(row.cells) if cell.text}
    names = _with_gates(own, next((above for above in table.rows if above.number == row.number - 1), None))
    below = [each for each in table.rows if each.number > row.number]
    meant = {index: _meant(field_of(header), [each.cell(index).text for each in below]) for index, header in names.items()}
    mapped = {folded(header): name for name, header in settings.columns.items() if header}
    fields: dict[str, int] = {}
    for index, header in names.items():
        if folded(header) in mapped:
            fields.setdefault(mapped[folded(header)], index)
    # A column that is not what its header says gives way to one that is.
    for index in sorted(names, key=lambda index: meant[index] != field_of(names[index])):
        name = meant[index]
        if name and name not in settings.columns and index not in fields.values():
            fields.setdefault(name, index)
    units = {index: unit for index, header in names.items() if (unit := _unit(header))}
    unused = tuple(header for index, header in names.items() if index not in fields.values())
    return Columns(row.number, fields, names, units, unused, names != own)


def _with_gates(names: Mapping[int, str], above: Row | None) -> Mapping[int, str]:
    """Put the name of a gate before the headers that stand below it, up to the next cell of the row above that holds something."""
    if above is None:
        return names
    gate, found = "", {}
    for index in range(max(names, default=-1) + 1):
        if index and (text := above.cell(index).text):  # the first cell of a row is a title
            gate = text if gate_of(text)[0] not in (None, "none") else ""
        if index in names:
            found[index] = f"{gate} {names[index]}" if gate and field_of(names[index]) in _OF_A_GATE else names[index]
    return found


def _meant(name: str | None, cells: Sequence[str]) -> str | None:
    """Give the field that a column holds by its header, and by its cells: items may be numbered, and a limit be a figure."""
    filled = [text for text in cells if text]
    if name == "name" and filled and all(map(_NUMBER.fullmatch, filled)):
        return "id"
    if name in ("requirement", "parameter") and filled and all(map(_FIGURE.fullmatch, filled)):
        return "target"
    return name


def _unit(header: str) -> str:
    match = _UNIT.search(header)
    return match[1] if match and unit_of(match[1]) else ""


def _named(tables: Sequence[Table], sheet: str, path: str) -> Table:
    found = next((table for table in tables if folded(table.name) == folded(sheet)), None)
    if found is None:
        names = [table.name for table in tables if table.name]
        remedy = f"There are: {', '.join(names)}." if names else "This kind of file has no sheets; leave --sheet out."
        raise InputError(Problem(path, None, None, f'there is no sheet "{sheet}" that is shown.', remedy))
    return found


def _check_fields(settings: TableSettings, path: str) -> None:
    known = (*known_fields(), "gate EVT", "gate DVT", "gate PVT", "gate MP")
    wrong = [name for name in settings.columns if name not in known]
    if wrong:
        raise InputError(
            Problem(path, None, None, f'--map: there is no field "{name}".', nearest(name, known) or f"There are: {', '.join(known)}.")
            for name in wrong
        )


def _check_columns(columns: Columns, settings: TableSettings, path: str) -> None:
    headers = {folded(header): header for header in columns.names.values()}
    missing = [header for header in settings.columns.values() if header and folded(header) not in headers]
    if missing:
        names = tuple(headers.values())
        raise InputError(
            Problem(path, columns.header, None, f'--map: there is no column "{header}".', nearest(header, names) or _listed(names))
            for header in missing
        )


def _nothing_found(tables: Sequence[Table], settings: TableSettings, path: str) -> Problem:
    if not any(table.rows for table in tables):
        return Problem(path, None, None, "the table is empty.", "Name a file with a row of headers and rows below it.")
    row = settings.header_row
    if row is not None:
        cells = next((row_.cells for table in tables for row_ in table.rows if row_.number == row), ())
        names = [cell.text for cell in cells if cell.text]
        has = f"it has {', '.join(names[:12])}" if names else "it is empty"
        return Problem(
            path, row, None, f"no column of this row names a requirement or a feature; {has}.", "Say which does: --map name=COLUMN."
        )
    message = "no row looks like the headers of a table of requirements or test reports."
    return Problem(
        path, None, None, message, "Name the row with --header-row, and what its columns hold with --map, such as --map name=COLUMN."
    )


def _listed(names: Sequence[str]) -> str:
    return f"There are: {', '.join(names)}."
