"""What a sheet of cells is: a list of copy, of which certain columns are read, or a table, which is read as it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from claimlint.data import read_data

_LAST_HEADER_ROW = 20
"""Exports begin with what was exported and when; headers stand right behind that."""

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_SEPARATORS = re.compile(r"[\s_\-.:#]+")
_NUMBER = re.compile(r"\s*\d{1,2}\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is read. header: the index of the row with the names of the columns, None where there is none.

    columns: index and name of each column that holds copy, names in lower case as places say them; empty where the sheet is a table.
    """

    header: int | None = None
    columns: Mapping[int, str] = field(default_factory=dict)


def layout_of(rows: Sequence[Sequence[str]]) -> Layout:
    """Find out by its first rows how a sheet is read. rows: the texts of their cells, "" for those that are empty or hold no text."""
    for index, row in enumerate(rows[:_LAST_HEADER_ROW]):
        columns = {column: _SEPARATORS.sub(" ", text).strip().lower() for column, text in enumerate(row) if names_copy(text)}
        if columns and (sum(map(bool, row)) > 1 or all(sum(map(bool, other)) <= 1 for other in rows)):
            return Layout(index, columns)
    filled = [index for index, row in enumerate(rows) if any(row)]
    if len(filled) > 1 and sum(map(bool, rows[filled[0]])) > 1:
        return Layout(filled[0])
    return Layout()


def names_copy(header: str) -> bool:
    """Whether a column with this header holds copy."""
    name = _SEPARATORS.sub(" ", _BRACKETS.sub(" ", header)).strip().lower()
    return bool(name) and (name in _names() or _NUMBER.sub("", name) in _names())


def is_copy(text: str) -> bool:
    """Whether the text of a cell says something: addresses and figures alone do not."""
    return any(character.isalpha() for character in text) and _ADDRESS.fullmatch(text.strip()) is None


def column_place(header: str, column: int) -> str:
    """Give the place of a column in words: by its header, else by its letters. column: from 0."""
    if header:
        return " ".join(header.split())
    letters = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        letters = chr(ord("A") + letter) + letters
        column -= 1
    return f"column {letters}"


@cache
def _names() -> frozenset[str]:
    return frozenset(name for names in read_data("copy-columns.yaml", as_text=True).values() for name in names)
