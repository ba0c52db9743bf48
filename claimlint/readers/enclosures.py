"""Stretches of a document that keep their headings to themselves: a tab, a card, an entry that folds open."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from claimlint.document import Heading
from claimlint.readers.assembly import Assembly
from claimlint.readers.passage import Passage


@dataclass(frozen=True)
class Enclosure:
    """A component with content, [start, stop) of the text that is read. heading: what it is called on the page, or empty."""

    start: int
    stop: int
    heading: str = ""


class Enclosures:
    """Tells an assembly where enclosures begin and end, as reading goes on. They nest, and come in the order of their starts."""

    def __init__(self, assembly: Assembly, passage: Passage, enclosures: Iterable[Enclosure]) -> None:
        self._assembly = assembly
        self._ahead = deque(
            (
                passage.source_range(enclosure.start, enclosure.start)[0],
                passage.source_range(enclosure.stop, enclosure.stop)[0],
                enclosure.heading,
            )
            for enclosure in enclosures
        )
        self._inside: list[tuple[int, tuple[Heading, ...]]] = []

    def reach(self, offset: int) -> None:
        """Begin and end what does so before a source offset or at it."""
        while True:
            start = self._ahead[0][0] if self._ahead else offset + 1
            if self._inside and self._inside[-1][0] <= min(start, offset):
                self._assembly.release(self._inside.pop()[1])
            elif start <= offset:
                _, stop, heading = self._ahead.popleft()
                self._inside.append((stop, self._assembly.enclose(heading)))
            else:
                return
