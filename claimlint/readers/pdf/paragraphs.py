"""Lines of a column of PDF, put together to paragraphs, with hyphenation undone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimlint.readers.pdf.rows import BULLET, NUMBER, Row, leading

_HYPHENATED = re.compile(r"(?<!\w)([^\W\d_]{2,})[-\u2010]\Z")
_STARTS_LOWER = re.compile(r"[^\W\d_]+(?!\w)")
_WIDE_LEADING = 1.75
"""In letters of its size: lines farther apart are paragraphs with space between them, or lines of text that is set wide, which are full."""
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*\Z")


@dataclass
class Paragraph:
    """Lines that belong together. item: whether a bullet or a number stood before them, which is left out."""

    lines: list[str]
    size: float
    bold: bool
    item: bool = False


def paragraphs_of(rows: list[Row]) -> Iterator[Paragraph]:
    """Give the paragraphs of a column."""
    usual = leading(rows)
    edge = max((row[-1].right for row in rows), default=0.0)
    group: list[Row] = []
    for row in rows:
        if group and _begins(row, group, usual, edge):
            yield _paragraph(group)
            group = []
        group.append(row)
    if group:
        yield _paragraph(group)


def joined(lines: Iterable[str], words: frozenset[str]) -> str:
    """Give lines as running text. words: of the document, in lower case, which tell whether a hyphen is part of a word."""
    text = ""
    for line in lines:
        before = _HYPHENATED.search(text)
        after = _STARTS_LOWER.match(line)
        if before and after and after[0][0].islower() and not text[: before.start()].endswith(("-", "\u2010")):
            whole = (before[1] + after[0]).lower()
            compound = f"{before[1]}-{after[0]}".lower()
            text = (text if compound in words and whole not in words else text[:-1]) + line
        else:
            text += (" " if text and not text.endswith(("-", "\u2010", "/")) else "") + line
    return text


def text_of(row: Row) -> str:
    """Give the text of a line."""
    return " ".join(piece.text for piece in row)


def _begins(row: Row, group: list[Row], usual: float, edge: float) -> bool:
    """Whether a line begins a paragraph below the lines before it. usual: leading of the column. edge: where its longest line ends."""
    line, above = row[0], group[-1][0]
    text, before = text_of(row), text_of(group[-1])
    gap = (above.baseline - line.baseline) / max(line.size, 1.0)
    if gap > max(1.35 * usual, 1.05 * usual + 0.2) or gap < 0 or abs(line.size - above.size) > 0.12 * above.size:
        return True
    if BULLET.match(text) or NUMBER.match(text):
        return True
    if line.bold != above.bold and (above.bold or _SENTENCE_END.search(before)):
        return True
    if text[:1].islower() or _HYPHENATED.search(before):
        return False
    # Where the first word would have had room on the line above, the line was broken on purpose.
    width = max(line.right - line.left, 1.0) / max(len(line.text), 1) * (len(text.split(" ", 1)[0]) + 1)
    if gap > _WIDE_LEADING and group[-1][-1].right + 1.2 * width < edge:
        return True
    right = max(each[-1].right for each in [*group, row])
    return group[-1][-1].right + 1.2 * width < right and (bool(_SENTENCE_END.search(before)) or len(group) > 1 or _is_named_value(text))


def _is_named_value(text: str) -> bool:
    name, colon, _ = text.partition(":")
    return bool(colon) and len(name.split()) < 5


def _paragraph(rows: list[Row]) -> Paragraph:
    lines = [text_of(row) for row in rows]
    marker = BULLET.match(lines[0]) or NUMBER.match(lines[0])
    if marker:
        lines[0] = lines[0][marker.end() :]
    pieces = [piece for row in rows for piece in row]
    return Paragraph(
        [line for line in lines if line], max(piece.size for piece in pieces), all(piece.bold for piece in pieces), bool(marker)
    )
