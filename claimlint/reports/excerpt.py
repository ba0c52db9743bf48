"""The line of the source on which a range begins, with the range underlined, as a terminal would show it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

CUT = "…"
TAB = "    "
HIDDEN = "\ufffd"
"""Stands for control characters: a document must not be able to drive the reader's terminal."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as shown, and the line below it with carets under the range; both are free of control characters."""

    line: str
    underline: str


def excerpt(text: str, line_start: int, start: int, end: int, width: int) -> Excerpt:
    """Show the line on which a range begins.

    text: the source. line_start, start, end: offsets. width: cells of the terminal; a longer line is cut around the range,
    and a range that goes on in the next line, or is too long, is underlined as far as it is shown.
    """
    line_end = _line_end(text, start)
    left, right = _window(text, line_start, line_end, (start, min(end, line_end)), width - 2 * len(CUT))
    before = (CUT if left > line_start else "") + printable(text[left:start])
    marked = printable(text[start : min(end, right)])
    after = printable(text[min(end, right) : right]) + (CUT if right < line_end else "")
    return Excerpt((before + marked + after).rstrip(), " " * cells(before) + "^" * max(cells(marked), 1))


def printable(text: str) -> str:
    """Give a text with tabs as four spaces and with a sign in place of other control characters."""
    # None of what is replaced counts as printable in Python, and nearly every text is all printable.
    return text if text.isprintable() else "".join(map(_shown, text))


def printable_lines(text: str) -> str:
    """Give a text as `printable` does, with its line ends."""
    return "\n".join(map(printable, text.split("\n")))


def on_one_line(text: str) -> str:
    """Give a text as `printable` does, with one space in place of any white space, line ends included."""
    return printable(" ".join(text.split()))


def cells(text: str) -> int:
    """Count the cells that printable text takes on a terminal: two for wide characters, none for combining ones."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _shown(character: str) -> str:
    if character == "\t":
        return TAB
    category = unicodedata.category(character)
    # Bidirectional controls (Cf) would reorder the line; joiners hold emoji together and stay.
    return HIDDEN if category in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(character) in _REORDERING else character


_REORDERING = frozenset({"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"})


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _line_end(text: str, start: int) -> int:
    ends = [at for at in (text.find("\n", start), text.find("\r", start)) if at >= 0]
    return min(ends, default=len(text))


def _window(text: str, line_start: int, line_end: int, marked: tuple[int, int], width: int) -> tuple[int, int]:
    """Give the part of the line that fits: the marked range first, then as much as possible on both sides of it."""
    left = right = marked[0]
    room = width
    while right < marked[1] and room >= _need(text[right]):
        room -= _need(text[right])
        right += 1
    if right < marked[1]:
        return left, right
    grown = True
    while grown:
        grown = False
        if right < line_end and room >= (need := _need(text[right])):
            right, room, grown = right + 1, room - need, True
        if left > line_start and room >= (need := _need(text[left - 1])):
            left, room, grown = left - 1, room - need, True
    return left, right


@cache
def _need(character: str) -> int:
    """Count the cells that a character takes as it is shown."""
    return cells(printable(character))
