"""Tables of reStructuredText that are written as nested lists or as comma-separated values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.readers.lines import Line, dedented, indented_from
from claimlint.readers.rst.directives import Directive
from claimlint.readers.rst.drawn_tables import DrawnRow

_BULLET = re.compile(r"[*+\-][ \t]*")
_CSV_CELL = re.compile(r'[ \t]*(?:"((?:[^"]|"")*)"|([^,]*?))[ \t]*(?:,|\Z)')


def list_rows(directive: Directive, headers: int) -> Iterator[DrawnRow]:
    """Give the rows of a list-table: each is an item, and a list of its cells. headers: how many rows name the columns."""
    for number, row in enumerate(_items(directive.content)):
        yield DrawnRow(list(_items(row)), number < headers)


def csv_rows(directive: Directive, headers: int) -> Iterator[DrawnRow]:
    """Give the rows of a csv-table, one a line; its option "header" is one more."""
    header = directive.options.get("header")
    lines = [line for line in directive.content if not line.blank]
    for number, line in enumerate([header, *lines] if header else lines):
        yield DrawnRow([[cell] for cell in csv_cells(line)], number < headers + bool(header))


def _items(lines: list[Line]) -> Iterator[list[Line]]:
    at = 0
    while at < len(lines):
        match = _BULLET.match(lines[at].text)
        if not match:
            at += 1
            continue
        stop = indented_from(lines, at + 1)
        rest = lines[at + 1 : stop]
        # The content of an item stands where its first line does; where that is empty, the lines below tell.
        yield [
            lines[at].cut(match.end()),
            *([line.cut(match.end()) for line in rest] if _all_indented(rest, match.end()) else dedented(rest)),
        ]
        at = max(stop, at + 1)


def _all_indented(lines: list[Line], characters: int) -> bool:
    return all(line.blank or line.indentation >= characters for line in lines)


def csv_cells(line: Line) -> Iterator[Line]:
    """Give the cells of a line of comma-separated values, without quotes around them."""
    at = 0
    while at < len(line.text) and (match := _CSV_CELL.match(line.text, at)):
        group = 1 if match[1] is not None else 2
        yield Line(line.start + match.start(group), line.start + match.end(group), match[group])
        if match.end() == at:
            return
        at = match.end()
