"""A document as the checker sees it: blocks of copy, each of which knows where its characters stand in the file.

Offsets count Unicode code points of the decoded source. Ranges are half open: the end is exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum


class BlockKind(str, Enum):
    """What part of a document a block is; it decides how its text is read."""

    TITLE = "title"
    DESCRIPTION = "description"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    CAPTION = "caption"
    BUTTON = "button"
    ALT_TEXT = "alt-text"
    QUOTATION = "quotation"
    FRONT_MATTER = "front-matter"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Slice:
    """A piece of block text and the source range that it came from.

    Either both ranges have the same length, character for character the same place ("verbatim"), or the whole text range
    stands for the whole source range (a decoded entity, a line end folded to a space, a word that the reader added).
    folded: the latter, although both ranges happen to have the same length.
    """

    text_start: int
    text_stop: int
    source_start: int
    source_stop: int
    folded: bool = False

    @classmethod
    def standing_for(cls, text_start: int, text_stop: int, source_start: int, source_stop: int) -> Slice:
        """Make a slice whose text stands for the source range as a whole, whatever their lengths are."""
        return cls(text_start, text_stop, source_start, source_stop, 1 < text_stop - text_start == source_stop - source_start)

    @property
    def verbatim(self) -> bool:
        """True where text and source correspond character by character."""
        return not self.folded and self.text_stop - self.text_start == self.source_stop - self.source_start

    def cut(self, start: int, stop: int) -> Slice:
        """Give what the text range [start, stop) of this slice stands for; a slice that is not verbatim keeps all of its source."""
        if not self.verbatim:
            return Slice.standing_for(start, stop, self.source_start, self.source_stop)
        shift = self.source_start - self.text_start
        return Slice(start, stop, start + shift, stop + shift)

    def moved(self, by: int) -> Slice:
        """Give the slice further on in another text, at the same place of the source."""
        return Slice(self.text_start + by, self.text_stop + by, self.source_start, self.source_stop, self.folded)


class SourceMap:
    """Where every character of a block's text stands in the source.

    The slices must cover the text without gap or overlap, and go forward in the source; ValueError where they do not.
    """

    __slots__ = ("_starts", "slices")

    def __init__(self, slices: tuple[Slice, ...]) -> None:
        text, source = 0, 0
        for piece in slices:
            if piece.text_start != text or piece.text_stop <= piece.text_start:
                raise ValueError(f"slices do not join at character {text} of the text: {piece}")
            if piece.source_start < source or piece.source_stop < piece.source_start:
                raise ValueError(f"slices do not go forward at offset {source} of the source: {piece}")
            text, source = piece.text_stop, piece.source_stop
        self.slices = slices
        self._starts = [piece.text_start for piece in slices]

    def __len__(self) -> int:
        return self.slices[-1].text_stop if self.slices else 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SourceMap) and self.slices == other.slices

    def __hash__(self) -> int:
        return hash(self.slices)

    def __repr__(self) -> str:
        return f"SourceMap({self.slices!r})"

    def source_range(self, start: int, stop: int) -> tuple[int, int]:
        """Give the smallest contiguous source range that holds the text range [start, stop).

        Raises ValueError for an empty range or one outside the text.
        """
        if not 0 <= start < stop <= len(self):
            raise ValueError(f"[{start}, {stop}) is not a range of a text of {len(self)} characters")
        return self._source_of(start)[0], self._source_of(stop - 1)[1]

    def text_range(self, source_start: int, source_stop: int) -> tuple[int, int]:
        """Give the text range that came from the source range [source_start, source_stop); (0, 0) where nothing did."""
        touched = [piece for piece in self.slices if piece.source_start < source_stop and piece.source_stop > source_start]
        if not touched:
            return 0, 0
        first, last = touched[0], touched[-1]
        start = first.text_start + max(0, source_start - first.source_start) * first.verbatim
        return start, last.text_stop - max(0, last.source_stop - source_stop) * last.verbatim

    def part(self, start: int, stop: int) -> SourceMap:
        """Give the map of the text range [start, stop) as a text of its own; ValueError as for `source_range`."""
        if not 0 <= start < stop <= len(self):
            raise ValueError(f"[{start}, {stop}) is not a range of a text of {len(self)} characters")
        first = bisect_right(self._starts, start) - 1
        met = self.slices[first : bisect_right(self._starts, stop - 1)]
        return SourceMap(tuple(piece.cut(max(piece.text_start, start), min(piece.text_stop, stop)).moved(-start) for piece in met))

    def _source_of(self, character: int) -> tuple[int, int]:
        piece = self.slices[bisect_right(self._starts, character) - 1]
        if not piece.verbatim:
            return piece.source_start, piece.source_stop
        offset = piece.source_start + character - piece.text_start
        return offset, offset + 1


HEADER_CELL = "header"
"""The key of table cells that name columns."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading above a block: its level (1 is the highest) and its text."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of copy that is read as one: text without markup, and what stands around it.

    headings: from the outermost to the nearest. row_header, column_header: of a table cell, empty elsewhere.
    introduction: the sentence that leads into the list an item stands in ("In development:"), empty elsewhere.
    answer: what is answered to that which the text names, a key of `rules/language/answers.yaml`: by the mark of its check box
    or table cell, by a short answer to its question; empty where nothing is. linked: whether all of its text is a link.
    key: the attribute or front-matter key that a value belongs to. where: the place in words for formats without lines.
    """

    kind: BlockKind
    text: str
    source_map: SourceMap
    headings: tuple[Heading, ...] = ()
    row_header: str = ""
    column_header: str = ""
    introduction: str = ""
    key: str = ""
    answer: str = ""
    linked: bool = False
    where: str | None = None

    def __post_init__(self) -> None:
        if len(self.source_map) != len(self.text):
            raise ValueError(f"the map covers {len(self.source_map)} characters, the text has {len(self.text)}")


def parts_of(block: Block, longest: int = 5000, longest_sentence: int = 1000) -> tuple[Block, ...]:
    """Cut a block into blocks of at most `longest` characters, after sentences.

    A language pipeline takes memory in proportion to the text that it reads at once, and time in proportion to the square of a
    sentence: one that goes on for more than `longest_sentence` characters is cut as well, after a word where it can be.
    """
    if len(block.text) <= min(longest, longest_sentence):
        return (block,)
    parts = []
    start = stop = 0
    for end in _sentence_ends(block.text, min(longest, longest_sentence)):
        if end - start > longest:
            parts.append((start, stop))
            start = stop
        stop = end
    parts.append((start, stop))
    return tuple(replace(block, text=block.text[start:stop], source_map=block.source_map.part(start, stop)) for start, stop in parts)


_SENTENCE_END = re.compile(r"[.!?] |\n|\Z")


def _sentence_ends(text: str, longest: int) -> Iterator[int]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        while match.end() - start > longest:
            start = text.rfind(" ", start + longest // 2, start + longest) + 1 or start + longest
            yield start
        if match.end() > start:
            start = match.end()
            yield start


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a source file: line and column from 1, offset from 0."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file's decoded text. path: as it is reported, with forward slashes. notes: what the user should know of the decoding."""

    path: str
    text: str
    notes: tuple[str, ...] = ()

    def noting(self, note: str) -> Source:
        """Give the source with one more note; an empty one is none."""
        return replace(self, notes=(*self.notes, note)) if note else self


@dataclass(frozen=True, slots=True)
class Directive:
    """Words to claimlint itself: a comment, a line of plain text or an entry of the front matter that begins with its name.

    words: without the marks of a comment, white space folded. start, end: the source range of all of it. problem: a reader's objection
    to the way in which it is written, for the rule that reports it; empty where there is none.
    """

    words: str
    start: int
    end: int
    problem: str = ""


@dataclass(frozen=True)
class Document:
    """A source that has been read into blocks.

    metadata: its front matter, keys to plain text. directives: in source order. pictures: how many it shows, whose text is not read.
    extracted: the source is text that was taken out of a file, such as slides, which has no lines itself.
    """

    source: Source
    blocks: tuple[Block, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)
    directives: tuple[Directive, ...] = ()
    pictures: int = 0
    extracted: bool = False

    @property
    def path(self) -> str:
        """The path as it is reported."""
        return self.source.path

    @property
    def words(self) -> int:
        """Words of copy in all blocks but code."""
        return sum(len(block.text.split()) for block in self.blocks if block.kind is not BlockKind.CODE)


_LINE_END = re.compile(r"\r\n?|\n")


class LineIndex:
    """Turns offsets of a text into lines and columns; lines end at LF, CRLF or a lone CR."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
        self._length = len(text)

    def position(self, offset: int) -> Position:
        """Give line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1, offset)

    def line_start(self, line: int) -> int:
        """Give the offset at which a 1-based line begins."""
        return self._starts[line - 1]

    def line_range(self, line: int) -> tuple[int, int]:
        """Give the offsets of a 1-based line, line end included; an empty range at the end of the text for a line behind the last."""
        ends = (*self._starts[line - 1 : line + 1], self._length, self._length)
        return ends[0], ends[1]
