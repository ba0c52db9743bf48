from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pytest
from openpyxl import Workbook

from claimlint.importing import Imported, TableSettings, import_table
from claimlint.manifest.loading import manifest_of
from claimlint.manifest.model import Manifest
from claimlint.manifest.source import parsed_source

Load = Callable[..., Manifest]


def loaded(text: str) -> Manifest:
    """The manifest that a text holds; raises InputError where it is wrong."""
    problems: list = []
    return manifest_of([parsed_source("capabilities.yaml", text.encode("utf-8"), problems)], problems)


@pytest.fixture
def imported() -> Callable[..., Imported]:
    """Imports the lines of a table as a .csv."""

    def imported(*lines: str, **settings: object) -> Imported:
        return import_table("table.csv", "\n".join(lines).encode("utf-8"), TableSettings(**settings))

    return imported


@pytest.fixture
def manifest(imported: Callable[..., Imported]) -> Load:
    """Imports the lines of a table as a .csv, and loads what is written."""
    return lambda *lines, **settings: loaded(imported(*lines, **settings).text)


def workbook(*rows: Sequence[object], **sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook of one sheet, or of several by their names."""
    book = Workbook()
    book.remove(book.active)
    for title, cells in ({"Sheet1": rows} if rows else sheets).items():
        sheet = book.create_sheet(title)
        for row in cells:
            sheet.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
