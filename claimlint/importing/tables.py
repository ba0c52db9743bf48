"""Reads the tables of a file: text with delimiters, workbooks, sheets of OpenDocument."""

from __future__ import annotations

from claimlint.importing.grid import Cell, Row, Table, plain
from claimlint.readers import SUFFIXES, UnreadableDocument, suffix_of, usable
from claimlint.readers.limits import LIMITS

TEXT_SUFFIXES = (".csv", ".tsv", ".tab", ".txt")
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xltx")
TABLE_SUFFIXES = (".csv", ".tsv", ".tab", *WORKBOOK_SUFFIXES, ".ods")


def read_tables(path: str, data: bytes, delimiter: str | None = None) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """Give the tables of a file and what the user should know of how they were read.

    path: as it is reported; its suffix says how it is read. delimiter: of a table that is text; None where the text is to tell.
    Raises UnreadableDocument where it is no table, damaged, protected, too large, or needs something that is not installed.
    """
    suffix = suffix_of(path)
    if suffix not in TABLE_SUFFIXES and suffix not in TEXT_SUFFIXES:
        if suffix not in SUFFIXES:
            usable(path)  # which knows better advice for many formats
        raise UnreadableDocument(f"it is no table; save it as one of these: {', '.join(TABLE_SUFFIXES)}")
    if len(data) > LIMITS.file_bytes:
        raise UnreadableDocument(f"it has {len(data):,} bytes, more than the {LIMITS.file_bytes:,} that are read at most; split it")
    if suffix in TEXT_SUFFIXES:
        return _read_text(data, delimiter or (None if suffix in (".csv", ".txt") else "\t"))
    usable(path)
    if suffix in WORKBOOK_SUFFIXES:
        from claimlint.importing.workbook import read_workbook

        return read_workbook(path, data)
    from claimlint.importing.open_document import read_sheets

    return read_sheets(path, data), ()


def _read_text(data: bytes, delimiter: str | None) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    from claimlint.readers.cells import delimiter_of, texts_of
    from claimlint.sources.decoding import Undecodable, decode

    try:
        text, notes = decode(data)
    except Undecodable as error:
        raise UnreadableDocument(str(error)) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    used = delimiter or delimiter_of(text)
    rows: list[Row] = []
    for number, cells in enumerate(texts_of(text, used), start=1):
        if any(cells):
            rows.append(Row(number, tuple(Cell(plain(each)) for each in cells)))
        if number > LIMITS.rows:
            raise UnreadableDocument(f"it has more than {LIMITS.rows:,} rows, the most that are read; split it")
    return (Table("", tuple(rows), semicolons=used == ";"),), notes
