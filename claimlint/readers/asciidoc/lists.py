"""Lists of AsciiDoc: items, nested ones, descriptions of terms, and blocks that belong to an item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimlint.readers.asciidoc.lines import COMMENT, ITEM, TERM, ends_paragraph, item_marker
from claimlint.readers.lines import Line, joined

if TYPE_CHECKING:
    from claimlint.readers.asciidoc.blocks import BlockReader

_CHECK_BOX = re.compile(r"\[[ xX*]\][ \t]+")


def add_list(reader: BlockReader, lines: list[Line], at: int, outer: tuple[str, ...]) -> int:
    """Add a list and the lists in its items, and give the line behind it. outer: the markers of the lists in which it stands."""
    marker = item_marker(lines[at].text)
    described = marker[0] in ":;"
    with reader.within("dl" if described else "ul"):
        while at < len(lines) and item_marker(lines[at].text) == marker:
            after = _add_term(reader, lines[at]) if described else None
            with reader.within("dd" if described else "li"):
                at = _add_item(reader, lines, at, after)
                at = _add_attached(reader, lines, at, (*outer, marker))
    return at


def _add_term(reader: BlockReader, line: Line) -> Line:
    """Add what is described, and give what stands behind it on its line."""
    match = TERM.match(line.text)
    if match is None:
        return line
    reader.paragraph([Line(line.start + match.start("term"), line.start + match.end("term"), match["term"])], "dt")
    return line.cut(match.end())


def _add_item(reader: BlockReader, lines: list[Line], at: int, after: Line | None) -> int:
    """Add the text of an item, and give the line behind it. after: what stands behind a term."""
    item = ITEM.match(lines[at].text)
    first = after if after is not None or item is None else lines[at].cut(item.end())
    if first is None:
        return at + 1
    box = _CHECK_BOX.match(first.text) if after is None else None
    if box:
        reader.assembly.tick(first.text[1] != " ")
        first = first.cut(box.end())
    stop = at + 1
    while first.blank and stop < len(lines) and lines[stop].blank:
        stop += 1
    start = stop
    while stop < len(lines) and not ends_paragraph(lines[stop]) and not item_marker(lines[stop].text):
        stop += 1
    text = [line for line in (first, *lines[start:stop]) if not line.blank and not COMMENT.match(line.text)]
    reader.inline.add(joined(reader.passage, text))
    return stop


def _add_attached(reader: BlockReader, lines: list[Line], at: int, markers: tuple[str, ...]) -> int:
    """Add what belongs to an item beside its text: blocks behind a plus sign, lists in it. Give the line behind all of it."""
    while at < len(lines):
        if lines[at].text.strip() == "+":
            at = reader.attached(lines, at + 1) if at + 1 < len(lines) and not lines[at + 1].blank else at + 1
            continue
        after = at
        while after < len(lines) and (lines[after].blank or COMMENT.match(lines[after].text)):
            after += 1
        marker = item_marker(lines[after].text) if after < len(lines) else ""
        if not marker or marker in markers:
            return after
        at = add_list(reader, lines, after, markers)
    return at
