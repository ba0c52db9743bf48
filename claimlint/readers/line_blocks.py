"""What readers of formats made of lines share: blocks that hold blocks, down to a depth that nobody writes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager

from claimlint.readers.assembly import Assembly
from claimlint.readers.lines import Line
from claimlint.readers.passage import Passage

_DEEPEST = 40
"""Deeper blocks are read as paragraphs: each level costs a few frames of Python's stack."""


class LineBlocks(ABC):
    """Feeds the blocks that lines of a passage hold to an assembly."""

    def __init__(self, assembly: Assembly, passage: Passage) -> None:
        self.assembly = assembly
        self.passage = passage
        self._depth = 0

    @abstractmethod
    def block(self, lines: list[Line], at: int) -> int:
        """Add the block that begins at a line, and give the line behind it."""

    @abstractmethod
    def paragraph(self, lines: list[Line], name: str = "p") -> None:
        """Add lines as one element."""

    def read(self, lines: list[Line]) -> None:
        """Add the blocks that lines hold, which have no indentation in common."""
        with self.deeper() as allowed:
            if not allowed:
                self.paragraph(lines)
                return
            at = 0
            while at < len(lines):
                at = at + 1 if lines[at].blank else self.block(lines, at)

    @contextmanager
    def deeper(self) -> Iterator[bool]:
        """Go one level down for the time of a with statement; gives whether blocks may still stand there."""
        self._depth += 1
        yield self._depth <= _DEEPEST
        self._depth -= 1

    @contextmanager
    def within(self, name: str, attributes: dict[str, str] | None = None) -> Iterator[None]:
        """Open an element for the time of a with statement."""
        depth = self.assembly.depth
        self.assembly.start(name, attributes or {}, fixed=True)
        yield
        self.assembly.close(depth)
