"""From a table of requirements or test reports, as engineers keep them, to a manifest."""

from __future__ import annotations

from dataclasses import dataclass

from claimlint.errors import InputError, Problem
from claimlint.importing.columns import Columns, choose_table
from claimlint.importing.days import DATE_FORMATS
from claimlint.importing.grid import Table
from claimlint.importing.merging import merged
from claimlint.importing.notes import Notes
from claimlint.importing.numbers import COMMA, DECIMALS, Notation, notation_of
from claimlint.importing.reading import FIGURES, RowReader
from claimlint.importing.settings import TableSettings
from claimlint.importing.tables import TABLE_SUFFIXES, read_tables
from claimlint.importing.writing import manifest_text
from claimlint.manifest.loading import manifest_of
from claimlint.manifest.source import parsed_source
from claimlint.readers.unreadable import UnreadableDocument

__all__ = ["DATE_FORMATS", "DECIMALS", "TABLE_SUFFIXES", "Imported", "TableSettings", "import_table"]


@dataclass(frozen=True, slots=True)
class Imported:
    """A manifest that was made of a table. text: of the file. notes: what was not understood, a line each, with row and column.

    capabilities: their names. fields: which kinds of columns were found.
    """

    text: str
    notes: tuple[str, ...]
    capabilities: tuple[str, ...]
    fields: frozenset[str]


def import_table(path: str, data: bytes, settings: TableSettings | None = None) -> Imported:
    """Make a manifest of a table. path: as it is reported; its suffix says how it is read.

    What is written loads, and nothing in it is validated that the table does not say to be so in words that are known.
    Raises InputError where the file cannot be read, and where it is no table of requirements or test reports.
    """
    settings = settings or TableSettings()
    notes = Notes()
    try:
        tables, told = read_tables(path, data, settings.delimiter)
    except UnreadableDocument as error:
        raise InputError(Problem(path, None, None, f"cannot be imported: {error}.")) from error
    table, columns, others = choose_table(tables, settings, path)
    for note in (*told, *_choices(table, columns, others)):
        notes.add(note)
    reader = RowReader(columns, settings, _notation(table, columns, settings, notes), notes)
    rows = [row for row in table.rows if row.number > columns.header]
    draft = merged([entry for row in rows if (entry := reader.read(row)) is not None], notes)
    if not draft.capabilities and not draft.certificates:
        message = "no row below the headers names anything."
        raise InputError(
            Problem(path, columns.header, None, message, "Name the row of headers with --header-row, or the sheet with --sheet.")
        )
    text = manifest_text(draft, f"{path}, sheet {table.name}" if len(tables) > 1 else path)
    _check(text, path)
    return Imported(text, notes.lines(), tuple(each.name for each in draft.capabilities), frozenset(columns.fields))


def _choices(table: Table, columns: Columns, others: tuple[str, ...]) -> list[str]:
    notes = []
    if others:
        notes.append(f'sheet "{table.name}" was taken; {", ".join(others)} may be meant as well: --sheet names another one.')
    if columns.unused:
        notes.append(f"columns that were not taken: {', '.join(columns.unused)}; --map field=COLUMN says what one holds.")
    return notes


def _notation(table: Table, columns: Columns, settings: TableSettings, notes: Notes) -> Notation:
    indexes = [columns.fields[name] for name in FIGURES if name in columns.fields]
    cells = [row.cell(index) for row in table.rows if row.number > columns.header for index in indexes]
    notation = notation_of((cell.text for cell in cells if not cell.exact), settings.decimal, table.semicolons)
    if COMMA in notation.seen and notation.stated is None:
        notes.add("numbers such as 10,5 were read with a decimal comma; --decimal states it, and --decimal point refuses them.")
    return notation


def _check(text: str, path: str) -> None:
    """Make sure that what is about to be written loads. Raises InputError, in practice for tables beyond what a manifest may hold."""
    problems: list[Problem] = []
    source = parsed_source(f"{path} as a manifest", text.encode("utf-8"), problems)
    manifest_of([source], problems)
