"""Tables as whoever opens them sees them: sheets of rows of cells, whatever kind of file they come from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

# What YAML does not allow in a file (YAML 1.2, 5.1), and the line ends that only some programs know.
_UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows. exact: the file itself says that it is a number, so that nobody has to guess its decimal sign.

    day: the date that it holds, where the file says that it is one. failed: it shows an error such as #REF!.
    """

    text: str = ""
    exact: bool = False
    day: date | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row. number: from 1, as spreadsheet programs count."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """Give the cell of a column, counted from 0; an empty one beyond the end of the row."""
        return self.cells[column] if column < len(self.cells) else Cell()


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet. name: "" for a file that has no sheets. rows: those with something in them.

    semicolons: semicolons part its cells, as programs write them where the comma is the decimal sign.
    """

    name: str
    rows: tuple[Row, ...]
    semicolons: bool = False


def plain(text: str) -> str:
    """Give a text as it can stand in a manifest: what cannot be printed is a space."""
    return _UNPRINTABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
