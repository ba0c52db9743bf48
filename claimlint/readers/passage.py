"""Text that a parser works on, and where each of its characters stands in the source file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from claimlint.document import Slice

_LINE_END_OR_NULL = re.compile(r"\r\n?|\0")


class Passage:
    """A text and its slices. The slices cover the text from its first character to its last, and go forward in the source."""

    __slots__ = ("_starts", "slices", "text")

    def __init__(self, text: str, slices: tuple[Slice, ...]) -> None:
        self.text = text
        self.slices = slices
        self._starts = [piece.text_start for piece in slices]

    @classmethod
    def whole(cls, text: str) -> Passage:
        """A passage that is the source itself."""
        return cls(text, (Slice(0, len(text), 0, len(text)),) if text else ())

    @classmethod
    def with_line_feeds(cls, text: str) -> Passage:
        """The source as CommonMark reads it: every line ends with LF, and NUL is U+FFFD."""
        parts, at = [], 0
        for match in _LINE_END_OR_NULL.finditer(text):
            parts.append((text[at : match.start()], at, match.start()))
            parts.append(("�" if match[0] == "\0" else "\n", match.start(), match.end()))
            at = match.end()
        parts.append((text[at:], at, len(text)))
        return cls.whole(text).rebuilt(parts)

    def rebuilt(self, parts: Iterable[tuple[str, int, int]]) -> Passage:
        """Make a passage of the same source from (text, start, stop), each standing for [start, stop) of this passage's text."""
        texts: list[str] = []
        slices: list[Slice] = []
        at = 0
        for text, start, stop in parts:
            if not text:
                continue
            texts.append(text)
            slices.extend(piece.moved(at) for piece in self._outward(len(text), start, stop))
            at += len(text)
        return Passage("".join(texts), tuple(slices))

    def excerpt(self, start: int, stop: int) -> Passage:
        """The part [start, stop) of this passage."""
        return self.rebuilt([(self.text[start:stop], start, stop)])

    def replaced(self, text: str) -> Passage:
        """The same passage with another text of the same length."""
        if len(text) != len(self.text):
            raise ValueError(f"the new text has {len(text)} characters, the passage {len(self.text)}")
        return Passage(text, self.slices)

    def clipped(self, start: int, stop: int) -> list[Slice]:
        """Give the slices of [start, stop); one that is not verbatim is given with all of its source range."""
        found: list[Slice] = []
        index = bisect_right(self._starts, start) - 1
        while start < stop and index < len(self.slices):
            piece = self.slices[index]
            last = min(stop, piece.text_stop)
            found.append(piece.cut(start, last))
            start = last
            index += 1
        return found

    def source_range(self, start: int, stop: int) -> tuple[int, int]:
        """Give the smallest source range that holds [start, stop); an empty range gives an empty one."""
        if start >= stop:
            if start < len(self.text):
                at = self.clipped(start, start + 1)[0].source_start
            else:
                at = self.slices[-1].source_stop if self.slices else 0
            return at, at
        pieces = self.clipped(start, stop)
        return pieces[0].source_start, pieces[-1].source_stop

    def _outward(self, length: int, start: int, stop: int) -> Iterator[Slice]:
        if length != stop - start:
            yield Slice.standing_for(0, length, *self.source_range(start, stop))
        else:
            yield from (piece.moved(-start) for piece in self.clipped(start, stop))
