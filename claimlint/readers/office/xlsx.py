"""Spreadsheets (.xlsx): lists of copy, as advertising tools and people write them, and tables; the values that formulas last had."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimlint.document import Document
from claimlint.readers.formats import suffix_of
from claimlint.readers.limits import LIMITS
from claimlint.readers.office.package import Package
from claimlint.readers.sheets import column_place, is_copy, layout_of
from claimlint.readers.transcript import Transcript
from claimlint.readers.unreadable import UnreadableDocument

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

SUFFIXES: tuple[str, ...] = (".xlsx", ".xlsm", ".xltx")

_SHOWN = "visible"
ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!"})
"""What a formula that failed shows."""
# A text that is empty is a value, too.
_FORMULA_WITHOUT_VALUE = re.compile(rb'<c\b(?![^<>]*\bt="str")[^<>]*>\s*<f\b[^<>]*(?:/>|>[^<>]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>')

Value = Any
"""What openpyxl gives for a cell: text, rich text, a number, a date, None."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is shown: the values of its cells, row by row, or the cells themselves."""

    title: str
    rows: list[Sequence[Value]]


def read(path: str, data: bytes) -> Document:
    """Read the cells with text of all sheets that are shown; raises UnreadableDocument.

    Places are such as "row 14, headline 2", with the sheet before it where several are shown.
    """
    package = opened(path, data)
    transcript = Transcript()
    sheets = sheets_of(data)
    for sheet in sheets:
        _read_sheet(transcript, sheet.rows, f"sheet {sheet.title}, " if len(sheets) > 1 else "")
    return transcript.document(path, tuple(unreckoned(package)))


def opened(path: str, data: bytes) -> Package:
    """Give a workbook's parts, which have been found safe for another parser; raises UnreadableDocument."""
    package = Package(data, suffix_of(path), "workbook")
    package.refuse_declarations()
    return package


def unreckoned(package: Package) -> Iterator[str]:
    """Say how many formulas have no value: a program other than a spreadsheet wrote them, and nobody has opened the file since."""
    sheets = [each.target for each in package.related(package.main).values() if each.kind == "worksheet"]
    count = sum(len(_FORMULA_WITHOUT_VALUE.findall(package.content(sheet))) for sheet in sheets)
    if count:
        counted = "1 formula has" if count == 1 else f"{count:,} formulas have"
        yield f"{counted} no value and could not be checked: open it in a spreadsheet program, and save it."


def sheets_of(data: bytes, *, as_cells: bool = False) -> list[Sheet]:
    """Give the sheets that are shown, of a workbook that `opened` has found safe.

    as_cells: give openpyxl's cells, which know how their numbers are shown, and not only the values. Raises UnreadableDocument.
    """
    try:
        with warnings.catch_warnings():
            # Of what the library does not keep when it writes: nothing is written here.
            warnings.simplefilter("ignore")
            workbook = _workbook(data)
            try:
                return list(_shown(workbook, as_cells))
            finally:
                workbook.close()
    except UnreadableDocument:
        raise
    except Exception as error:  # whatever the library meets in a damaged file
        raise UnreadableDocument(f"it is damaged: its sheets cannot be read ({type(error).__name__})") from error


def _workbook(data: bytes) -> Workbook:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(data), read_only=True, data_only=True, rich_text=True, keep_links=False)


def _shown(workbook: Workbook, as_cells: bool) -> Iterator[Sheet]:
    rows_left, cells_left = LIMITS.rows, LIMITS.cells
    for sheet in workbook.worksheets:
        if sheet.sheet_state != _SHOWN:
            continue
        # What a sheet says of its own size is often wrong, and then makes millions of empty cells.
        sheet.reset_dimensions()
        rows: list[Sequence[Value]] = []
        for row in sheet.iter_rows(values_only=not as_cells):
            rows.append(row)
            rows_left -= bool(row)
            cells_left -= len(row)
            if rows_left < 0 or cells_left < 0:
                raise UnreadableDocument(
                    f"it has more than {LIMITS.rows:,} rows or {LIMITS.cells:,} cells, the most that are read; split it"
                )
        yield Sheet(sheet.title, rows)


def _read_sheet(transcript: Transcript, rows: Sequence[Sequence[Value]], sheet: str) -> None:
    transcript.new_section()
    texts = [[_text(value) for value in row] for row in rows]
    layout = layout_of(texts)
    if layout.columns:
        first = (layout.header or 0) + 1
        for number, row in enumerate(rows[first:], start=first + 1):
            for column, name in layout.columns.items():
                if column < len(row) and is_copy(_text(row[column])):
                    with transcript.element("p", f"{sheet}row {number}, {name}"):
                        _read_value(transcript, row[column])
        return
    headers = texts[layout.header] if layout.header is not None else []
    with transcript.element("table"):
        for index, row in enumerate(rows):
            if any(texts[index]):
                _read_row(transcript, row, f"{sheet}row {index + 1}", headers, index == layout.header)


def _read_row(transcript: Transcript, row: Sequence[Value], place: str, headers: Sequence[str], heading: bool) -> None:
    """Read a row of a table. headers: of its columns. heading: whether it is the row with the headers."""
    with transcript.element("tr", place):
        for column, value in enumerate(row):
            header = headers[column] if column < len(headers) and not heading else ""
            with transcript.element("th" if heading else "td", f"{place}, {column_place(header, column)}"):
                if is_copy(_text(value)):
                    _read_value(transcript, value)


def _text(value: Value) -> str:
    """The text of a cell; "" for numbers, dates, errors and what is empty."""
    text = str(value).strip() if isinstance(value, str) or _is_rich(value) else ""
    return "" if text in ERRORS else text


def _is_rich(value: Value) -> bool:
    return isinstance(value, list)


def _read_value(transcript: Transcript, value: Value) -> None:
    if not _is_rich(value):
        transcript.text(str(value))
        return
    for part in value:
        font = getattr(part, "font", None)
        names = ["s"] * bool(font and font.strike) + ["sup"] * bool(font and font.vertAlign == "superscript")
        for name in names:
            transcript.start(name)
        transcript.text(str(part))
        for name in reversed(names):
            transcript.end(name)
