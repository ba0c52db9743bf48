"""Footnotes: what stands behind the asterisk, the dagger or the raised number in a block of copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimlint.document import Block, BlockKind, Document

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SIGN = rf"\*{{1,3}}|†{{1,2}}|‡{{1,2}}|[{_RAISED}]{{1,3}}|\[\w{{1,3}}\]"
_REFERENCE = re.compile(rf"(?<=\S)({_SIGN})(?![\w*])|(?<=\S )(\[\w{{1,3}}\])(?!\w)")
_NOTE = re.compile(rf"(?:\A|(?<=[.;!?\n] )|(?<=\n))\s*({_SIGN}|\d{{1,2}}(?=[.)]? \S))[.):]?\s*(?=\S)")
_MAY_BE_SIGN = re.compile(rf"[*†‡{_RAISED}\[\d]")
"""What a note begins with; most blocks have none of it."""
_UNIT = re.compile(r"(?:\b[cdkm]?m|\bft|\bin|\byd)\Z", re.IGNORECASE)
_NUMERALS = str.maketrans(_RAISED, "0123456789")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its sign (a raised number as plain figures), its words, and where it begins in the source."""

    sign: str
    text: str
    start: int


def notes_of(document: Document) -> tuple[Note, ...]:
    """Give the footnotes of a document: stretches of copy that begin with a sign. Several may stand in one block.

    A line that begins with an asterisk and a space is an item of a list in many formats, and a footnote to whoever wrote it; it
    counts as both.
    """
    spoken = [block for block in document.blocks if block.kind is not BlockKind.CODE]
    items = (block for block in spoken if block.kind is BlockKind.LIST_ITEM)
    notes = [note for block in spoken for note in _notes_in(block)]
    notes.extend(note for block in items for note in _behind_bullet(block, document.source.text))
    return tuple(sorted(notes, key=lambda note: note.start))


def notes_behind(block: Block, at: int, notes: Sequence[Note]) -> tuple[str, ...]:
    """Give the words of the notes to which a block, or the headers of its table cell, points.

    at: the source offset of what is asked about. Signs are used again from page to page: the next note with the sign is meant, and
    where none comes the last one before.
    """
    signs = dict.fromkeys(sign for text in (block.text, block.row_header, block.column_header) for sign in _signs_in(text))
    found: list[str] = []
    for sign in signs:
        same = [note for note in notes if note.sign == sign]
        later = [note for note in same if note.start > at]
        found.extend(note.text for note in (later[:1] or same[-1:]))
    return tuple(found)


def _notes_in(block: Block) -> Iterator[Note]:
    if not _MAY_BE_SIGN.search(block.text):
        return
    begins = list(_NOTE.finditer(block.text))
    ends = [*(match.start() for match in begins[1:]), len(block.text)]
    for match, end in zip(begins, ends, strict=False):
        start, _ = block.source_map.source_range(match.start(1), match.end(1))
        yield Note(_plain(match[1]), block.text[match.end() : end].strip(), start)


def _behind_bullet(block: Block, source: str) -> Iterator[Note]:
    start, _ = block.source_map.source_range(0, 1)
    if re.search(r"^[ \t]*\*[ \t]+\Z", source[source.rfind("\n", 0, start) + 1 : start]):
        # "* 2 metres deep" begins with a number, and with no second note.
        inner = next((found for found in _NOTE.finditer(block.text) if found.start()), None)
        yield Note("*", block.text[: inner.start() if inner else None].strip(), start)


@lru_cache(maxsize=256)
def _signs_in(text: str) -> tuple[str, ...]:
    signs = ((match[1] or match[2], match.start()) for match in _REFERENCE.finditer(text))
    return tuple(_plain(sign) for sign, at in signs if sign[0] not in _RAISED or not _UNIT.search(text, 0, at))


def _plain(sign: str) -> str:
    return sign.strip("[]").translate(_NUMERALS)
