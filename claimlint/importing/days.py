"""Dates in tables: ISO, with the month in words, and in figures where only one reading is possible or the user has said which."""

from __future__ import annotations

import re
from datetime import date

from claimlint.importing.grid import Cell
from claimlint.importing.notes import NotUnderstood
from claimlint.importing.wordings import months

DAY_FIRST, MONTH_FIRST = "DD/MM/YYYY", "MM/DD/YYYY"
DATE_FORMATS = (DAY_FIRST, MONTH_FIRST)

_TIME = re.compile(r"[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp][Mm]|Z|[+-]\d{2}:?\d{2})?\Z")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})")
_DAY_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?[-/ ]*([^\W\d_]+)\.?,?[-/ ]*(\d{4})")
_MONTH_NAMED = re.compile(r"([^\W\d_]+)\.?[-/ ]*(\d{1,2})(?:st|nd|rd|th)?,?[-/ ]+(\d{4})")


def day_of(cell: Cell, date_format: str | None) -> date:
    """Give the date in a cell. date_format: one of DATE_FORMATS, for what can be read in two ways. Raises NotUnderstood."""
    if cell.day is not None:
        return cell.day
    text = _TIME.sub("", cell.text).strip()
    found = _date(text, date_format)
    if found is None:
        raise NotUnderstood(f'"{cell.text}" is not a date that is known here, and was left out; write it as 2027-02-15.')
    return found


def _date(text: str, date_format: str | None) -> date | None:
    if match := _YEAR_FIRST.fullmatch(text):
        return _made(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_NAMED.fullmatch(text):
        return _made(int(match[3]), months().get(match[2].casefold(), 0), int(match[1]))
    if match := _MONTH_NAMED.fullmatch(text):
        return _made(int(match[3]), months().get(match[1].casefold(), 0), int(match[2]))
    match = _YEAR_LAST.fullmatch(text)
    return _in_figures(text, int(match[1]), int(match[2]), int(match[3]), date_format) if match else None


def _in_figures(text: str, first: int, second: int, year: int, date_format: str | None) -> date | None:
    """Read what has the year last; raises NotUnderstood where day and month cannot be told apart."""
    day_first, month_first = _made(year, second, first), _made(year, first, second)
    if date_format is not None:
        return day_first if date_format == DAY_FIRST else month_first
    if day_first and month_first and day_first != month_first:
        raise NotUnderstood(
            f'"{text}" may be {day_first.isoformat()} or {month_first.isoformat()}, and was left out; '
            f"say which with --date-format {DAY_FIRST} or {MONTH_FIRST}."
        )
    return day_first or month_first


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
