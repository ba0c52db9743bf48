"""Which tables of an HTML page hold its layout and no data: their cells are parts of the page, and read like them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from claimlint.readers.html_tokens import Comment, Tag, Text

PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th"})
_OF_DATA = frozenset({"th", "thead", "caption"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_TABLE = frozenset({"presentation", "none"})


@dataclass
class _Table:
    start: int
    layout: bool
    data: bool = False
    cells: int = 0
    widest: int = 0
    inside: set[str] = field(default_factory=set)


def layouts(found: Iterable[Tag | Text | Comment], text: str) -> frozenset[int]:
    """Give where the tags begin that open a table for layout.

    Such is one that says so (its role, WAI-ARIA), that holds other tables and no text beside them, whose rows have one cell, or whose cells
    hold headings; but, unless it says so, none that has header cells or a caption.
    """
    tables: list[_Table] = []
    offsets: set[int] = set()
    for tag in found:
        if isinstance(tag, Text) and tables and not text[tag.start : tag.stop].isspace():
            tables[-1].inside.add("text")
        if not isinstance(tag, Tag):
            continue
        if tag.name == "table" and not tag.closing:
            if tables:
                tables[-1].inside.add("table")
            tables.append(_Table(tag.start, _role(tag, text) in _NO_TABLE))
        elif tag.name == "table" and tables:
            _close(tables.pop(), offsets)
        elif tables and not tag.closing:
            _look_at(tables[-1], tag)
    for table in tables:
        _close(table, offsets)
    return frozenset(offsets)


def _look_at(table: _Table, tag: Tag) -> None:
    table.data = table.data or tag.name in _OF_DATA
    if tag.name == "tr":
        table.cells = 0
    elif tag.name == "td":
        table.cells += 1
        table.widest = max(table.widest, table.cells)
    elif tag.name in _HEADINGS:
        table.inside.add("heading")


def _close(table: _Table, offsets: set[int]) -> None:
    around_tables = "table" in table.inside and "text" not in table.inside
    if table.layout or (not table.data and (table.widest == 1 or around_tables or "heading" in table.inside)):
        offsets.add(table.start)


def _role(tag: Tag, text: str) -> str:
    place = tag.attributes.get("role")
    return text[slice(*place)].strip().lower() if place else ""
