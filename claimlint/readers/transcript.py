"""Writes down what a format without lines holds, and reads that text: for Word files, slides, pages of PDF, sheets, mail.

A reader tells its elements in reading order, by the names that HTML has for them. The text that comes out is the source of the document:
each block on a line of its own, every character of a block standing at its place in it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from claimlint.document import BlockKind, Document, Source
from claimlint.readers import elements
from claimlint.readers.assembly import Assembly
from claimlint.readers.flow import Flow
from claimlint.readers.limits import LIMITS, Limits
from claimlint.readers.outline import TITLE
from claimlint.readers.passage import Passage
from claimlint.readers.unreadable import UnreadableDocument

_NO_ATTRIBUTES: Mapping[str, str] = {}
# What starts a new line on paper: the vertical tab is how slides write it, the others how Unicode does.
_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_NULL = str.maketrans({"\0": "\ufffd"})


@dataclass(frozen=True, slots=True)
class _Start:
    name: str
    attributes: Mapping[str, str]
    where: str | None


@dataclass(frozen=True, slots=True)
class _End:
    """The end of the innermost open element."""


@dataclass(frozen=True, slots=True)
class _Text:
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Break:
    at: int


@dataclass(frozen=True, slots=True)
class _NewSection:
    """What follows stands under no heading but the title."""


@dataclass(frozen=True, slots=True)
class _Value:
    kind: BlockKind
    key: str
    where: str | None
    start: int
    stop: int


_Event = _Start | _End | _Text | _Break | _NewSection | _Value


@dataclass
class Transcript:
    """The elements and the text of a document so far, in reading order.

    pictures: how many there are, whose text is not read. Raises UnreadableDocument, from any method, where the text or the time
    that it takes goes beyond the limits.
    """

    limits: Limits = LIMITS
    pictures: int = 0
    _parts: list[str] = field(default_factory=list)
    _events: list[_Event] = field(default_factory=list)
    _length: int = 0
    _started: float = field(default_factory=time.process_time)

    @property
    def length(self) -> int:
        """How many characters have been written down."""
        return self._length

    @contextmanager
    def element(self, name: str, where: str | None = None, attributes: Mapping[str, str] = _NO_ATTRIBUTES) -> Iterator[None]:
        """Open an element for the time of a with statement. where: its place in words, as in "slide 3, title"."""
        self.start(name, where, attributes)
        yield
        self.end(name)

    def start(self, name: str, where: str | None = None, attributes: Mapping[str, str] = _NO_ATTRIBUTES) -> None:
        """Open an element, which `end` closes."""
        self._check_time()
        if name in elements.BLOCK:
            self._begin_line()
        self._events.append(_Start(name, attributes, where))

    def end(self, name: str) -> None:
        """Close the innermost open element, which has this name."""
        self._events.append(_End())
        if name in elements.BLOCK:
            self._begin_line()

    def text(self, text: str) -> None:
        """Add text; line breaks in it stay line breaks."""
        at = 0
        for match in _LINE_BREAK.finditer(text):
            self._add_text(text[at : match.start()])
            self.line_break()
            at = match.end()
        self._add_text(text[at:])

    def line_break(self) -> None:
        """Add a line break inside a block."""
        self._events.append(_Break(self._length))
        self._write("\n")

    def block(self, name: str, text: str, where: str | None = None) -> None:
        """Add a whole element with its text."""
        with self.element(name, where):
            self.text(text)

    def value(self, kind: BlockKind, key: str, text: str, where: str | None = None) -> None:
        """Add a text that stands apart from the running text, such as what describes a picture.

        It is written where it is told: tell it between blocks, or the text of the block around it is cut in two lines.
        """
        text = _LINE_BREAK.sub(" ", text).translate(_NULL)
        self._begin_line()
        start = self._length
        self._write(text)
        self._events.append(_Value(kind, key, where, start, self._length))
        self._begin_line()

    def new_section(self) -> None:
        """End all sections: what follows stands under no heading but the title, such as notes behind the last section."""
        self._events.append(_NewSection())

    def document(self, path: str, notes: tuple[str, ...] = (), metadata: Mapping[str, str] = _NO_ATTRIBUTES) -> Document:
        """Read what was written down. path: as it is reported. notes: what the user should know of how it was read."""
        text = "".join(self._parts)
        passage = Passage.whole(text)
        assembly = Assembly()
        depths: list[int] = []
        for event in self._events:
            self._play(event, assembly, passage, depths)
        return Document(Source(path, text, notes), assembly.finish(), dict(metadata), pictures=self.pictures)

    def _play(self, event: _Event, assembly: Assembly, passage: Passage, depths: list[int]) -> None:
        if isinstance(event, _Start):
            depths.append(assembly.depth)
            assembly.start(event.name, event.attributes, fixed=True, where=event.where)
        elif isinstance(event, _End):
            assembly.close(depths.pop())
        elif isinstance(event, _Text):
            assembly.text(passage, event.start, event.stop)
        elif isinstance(event, _Break):
            assembly.line_break(passage, event.at, event.at + 1)
        elif isinstance(event, _NewSection):
            assembly.release(tuple(heading for heading in assembly.enclose() if heading.level == TITLE))
        else:
            flow = Flow()
            flow.add(passage, event.start, event.stop)
            assembly.value(event.kind, event.key, flow, where=event.where)

    def _add_text(self, text: str) -> None:
        if text:
            start = self._length
            self._write(text.translate(_NULL))
            self._events.append(_Text(start, self._length))

    def _begin_line(self) -> None:
        if self._parts and not self._parts[-1].endswith("\n"):
            self._write("\n")

    def _write(self, text: str) -> None:
        if not text:
            return
        self._parts.append(text)
        self._length += len(text)
        if self._length > self.limits.characters:
            raise UnreadableDocument(f"it has more than {self.limits.characters:,} characters of text, the most that are read; split it")

    def _check_time(self) -> None:
        if time.process_time() - self._started > self.limits.seconds:
            raise UnreadableDocument(f"reading it takes more than {self.limits.seconds:g} seconds; split it")
