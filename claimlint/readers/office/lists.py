"""Lists, where a format has paragraphs with a level each instead of items in items."""

from __future__ import annotations

from claimlint.readers.transcript import Transcript

_DEEPEST = 9


class OpenLists:
    """The items that are open at the place that is being read, one for each level."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self._open = 0

    def item(self, level: int, where: str) -> None:
        """Open an item at a level, from 0; what is open at this level and below it is closed."""
        level = min(max(level, 0), _DEEPEST)
        self._close_to(level + 1)
        if self._open == level + 1:
            self._transcript.end("li")
        while self._open < level + 1:
            self._transcript.start("ul", where)
            self._open += 1
            if self._open < level + 1:
                self._transcript.start("li", where)
        self._transcript.start("li", where)

    def close(self) -> None:
        """Close all lists: what follows stands in none."""
        self._close_to(0)

    def _close_to(self, depth: int) -> None:
        while self._open > depth:
            self._transcript.end("li")
            self._transcript.end("ul")
            self._open -= 1
