"""The text of one block while it is put together: white space collapsed, every character with its place in the source."""

from __future__ import annotations

import re

from claimlint.document import Slice, SourceMap
from claimlint.readers.passage import Passage

# Soft hyphen, zero-width space, word joiner and zero-width no-break space show nothing and would split words for the reader of the text.
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_RUNS = re.compile(rf"[^\s{_INVISIBLE}]+(?: [^\s{_INVISIBLE}]+)*|(?P<space>\s+)|[{_INVISIBLE}]+")


class Flow:
    """Takes text in source order and gives a block's text and source map.

    A run of white space, no-break spaces included, becomes one space that maps to the run; none is left at the ends and around a
    line break. preserve: keep white space as it stands, for code.
    """

    def __init__(self, preserve: bool = False) -> None:
        self._preserve = preserve
        self._texts: list[str] = []
        self._pieces: list[Slice] = []
        self._length = 0
        self._gap: tuple[str, int, int] | None = None
        self._joinable = False

    @property
    def empty(self) -> bool:
        """True while nothing visible has been added."""
        return self._length == 0

    @property
    def untouched(self) -> bool:
        """True while nothing at all has been added to a flow that does not preserve white space."""
        return self._length == 0 and self._gap is None and not self._preserve

    def add(self, passage: Passage, start: int, stop: int) -> None:
        """Add the text [start, stop) of a passage."""
        if self._preserve:
            self._append(passage, start, stop)
            return
        for run in _RUNS.finditer(passage.text, start, stop):
            if run["space"] is not None:
                self._add_gap(" ", *passage.source_range(run.start(), run.end()))
            elif run[0][0] not in _INVISIBLE:
                self._append(passage, run.start(), run.end())

    def replace(self, text: str, passage: Passage, start: int, stop: int) -> None:
        """Add text that stands for [start, stop) of a passage: a decoded entity, an escaped character."""
        for run in _RUNS.finditer(text):
            if run["space"] is not None:
                self._add_gap(" ", *passage.source_range(start, stop))
            elif run[0][0] not in _INVISIBLE:
                self._append_piece(run[0], *passage.source_range(start, stop), joinable=False)

    def line_break(self, passage: Passage, start: int, stop: int) -> None:
        """Add a line break which stands at [start, stop) of a passage."""
        self._add_gap("\n", *passage.source_range(start, stop))

    def result(self) -> tuple[str, SourceMap]:
        """Give the text and its map."""
        return "".join(self._texts), SourceMap(tuple(self._pieces))

    def _add_gap(self, text: str, start: int, stop: int) -> None:
        if self._gap is None or (text == "\n" and self._gap[0] == " "):
            self._gap = (text, start, stop)
        elif self._gap[0] == text == " " and self._gap[2] == start:
            self._gap = (text, self._gap[1], stop)

    def _append(self, passage: Passage, start: int, stop: int) -> None:
        for piece in passage.clipped(start, stop):
            text = passage.text[piece.text_start : piece.text_stop]
            self._append_piece(text, piece.source_start, piece.source_stop, joinable=piece.verbatim)

    def _append_piece(self, text: str, start: int, stop: int, joinable: bool) -> None:
        gap, self._gap = self._gap, None
        if gap is not None and self._length:
            self._push(*gap, joinable=False)
        self._push(text, start, stop, joinable)

    def _push(self, text: str, start: int, stop: int, joinable: bool) -> None:
        first, self._length = self._length, self._length + len(text)
        self._texts.append(text)
        if self._pieces:
            # A slice that is not verbatim may have been clipped into two with the same source range: the second gets what is left.
            start = max(start, self._pieces[-1].source_stop)
            stop = max(start, stop)
        if joinable and self._joinable and self._pieces[-1].source_stop == start:
            last = self._pieces.pop()
            self._pieces.append(Slice(last.text_start, self._length, last.source_start, stop))
        else:
            make = Slice if joinable else Slice.standing_for
            self._pieces.append(make(first, self._length, start, stop))
        self._joinable = joinable
