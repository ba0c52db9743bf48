"""Puts blocks together from a stream of start tags, text and end tags, whatever the format they were written in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from claimlint.document import Block, BlockKind, Directive, Heading, SourceMap
from claimlint.readers import elements
from claimlint.readers.directives import never_closed
from claimlint.readers.flow import Flow
from claimlint.readers.outline import BELOW_ALL, TITLE, Outline, heads_what_follows
from claimlint.readers.passage import Passage
from claimlint.readers.tables import Cell, Row, Table

# Deeper elements are taken for part of the one they stand in, as browsers do from a depth of 512 on.
_DEEPEST = 256
_SUPERSCRIPT = re.compile(r"\s*[-+−]?\d+\s*")
_NO_ATTRIBUTES: Mapping[str, str] = {}


@dataclass
class _Element:
    name: str
    fixed: bool
    block: bool
    hidden: bool
    kind: BlockKind
    bold: bool = False
    superscript: bool = False
    linked: bool = False
    where: str | None = None
    answer: str = ""
    headings: tuple[Heading, ...] | None = None
    lead: str = ""
    introduction: str = ""
    table: Table | None = None
    row: Row | None = None
    cell: Cell | None = None


class Assembly:
    """The open elements, the text of the block that is being read, and the blocks so far.

    Text goes in through `text`, `replace` and `line_break`, in source order, between `start` and `end`. Elements opened with
    `fixed` (a format's own, in which HTML may be embedded) are ended by `close` alone: stray HTML end tags do not reach past them.
    """

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._directives: list[Directive] = []
        self._open = [_Element("", fixed=True, block=True, hidden=False, kind=BlockKind.PARAGRAPH)]
        self._flow = Flow()
        self._all_bold = True
        self._all_linked = True
        self._outline = Outline()
        self._previous: Block | None = None
        self._term = ""
        self.pictures = 0

    @property
    def depth(self) -> int:
        """How many elements are open, for `close`."""
        return len(self._open)

    @property
    def directives(self) -> tuple[Directive, ...]:
        """The words to claimlint itself so far, in source order."""
        return tuple(sorted(self._directives, key=lambda directive: directive.start))

    @property
    def hidden(self) -> bool:
        """True inside an element whose text is left out."""
        return self._open[-1].hidden

    def start(self, name: str, attributes: Mapping[str, str] = _NO_ATTRIBUTES, *, fixed: bool = False, where: str | None = None) -> None:
        """Open an element, and close those that it ends. where: its place in words; without one it is that of what it stands in."""
        if not fixed:
            self._end_implied(name)
        parent = self._open[-1]
        button = elements.is_button(name, attributes)
        block = button or name in elements.BLOCK
        if block:
            self._flush()
        if len(self._open) >= _DEEPEST and not fixed:
            return
        kind = BlockKind.BUTTON if button else elements.KINDS.get(name, parent.kind)
        hidden = parent.hidden or elements.is_hidden(name, attributes)
        if name == "title" and parent.name == "head":
            hidden = False
        element = _Element(name, fixed, block, hidden, kind, parent.bold or name in elements.BOLD, parent.superscript or name == "sup")
        element.linked = parent.linked or name == "a"
        element.where = where or parent.where
        self._prepare(element, attributes)
        self._open.append(element)
        if name == "pre":
            self._flow = Flow(preserve=True)

    def end(self, name: str) -> None:
        """Close the innermost open element of that name and what is open in it; an end tag without a start is nothing."""
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].fixed:
                return
            if self._open[index].name == name:
                self.close(index)
                return

    def close(self, depth: int) -> None:
        """Close the innermost elements until no more than depth are open."""
        while len(self._open) > max(depth, 1):
            if self._open[-1].block:
                self._flush()
            self._finish(self._open.pop())

    def text(self, passage: Passage, start: int, stop: int) -> None:
        """Add the text [start, stop) of a passage."""
        top = self._open[-1]
        if top.hidden or start >= stop:
            return
        if top.superscript and _SUPERSCRIPT.fullmatch(passage.text, start, stop):
            # "m2" and "10 h1" are not what a superscript 2 and a footnote sign say.
            for index in range(start, stop):
                self._flow.replace(passage.text[index].translate(elements.SUPERSCRIPTS), passage, index, index + 1)
        else:
            self._flow.add(passage, start, stop)
        if not (top.bold and top.linked) and (self._all_bold or self._all_linked) and not passage.text[start:stop].isspace():
            self._all_bold = self._all_bold and top.bold
            self._all_linked = self._all_linked and top.linked

    def replace(self, text: str, passage: Passage, start: int, stop: int) -> None:
        """Add text that stands for [start, stop) of a passage."""
        if not self.hidden:
            self._flow.replace(text, passage, start, stop)
            self._all_bold = self._all_bold and (self._open[-1].bold or text.isspace())
            self._all_linked = self._all_linked and (self._open[-1].linked or text.isspace())

    def line_break(self, passage: Passage, start: int, stop: int) -> None:
        """Add a line break that stands at [start, stop) of a passage."""
        if not self.hidden:
            self._flow.line_break(passage, start, stop)

    def value(self, kind: BlockKind, key: str, flow: Flow, where: str | None = None) -> None:
        """Add a block that stands apart from the running text: an attribute, a front-matter value, a code block."""
        if not self.hidden and not flow.empty:
            self._add(*flow.result(), kind, key, where=where)

    def adopt(self, kind: BlockKind, key: str, block: Block) -> None:
        """Add a block that another assembly made, as one that stands apart from the running text here."""
        if not self.hidden:
            self._add(block.text, block.source_map, kind, key)

    def describe(self, flow: Flow, key: str) -> None:
        """Add a description of the whole document; it may stand in a part that is not shown."""
        if not flow.empty:
            self._add(*flow.result(), BlockKind.DESCRIPTION, key)

    def direct(self, *directives: Directive | None) -> None:
        """Note words to claimlint itself; None is nothing."""
        self._directives += filter(None, directives)

    def picture(self) -> None:
        """Count a picture that is shown; what stands written in it is not read."""
        if not self.hidden:
            self.pictures += 1

    def tick(self, done: bool) -> None:
        """Note a check box: the innermost list item is done, or still to be."""
        item = next((element for element in reversed(self._open) if element.name == "li"), None)
        if item:
            item.answer = "done" if done else "open"

    def enclose(self, heading: str = "") -> tuple[Heading, ...]:
        """Begin a stretch, under a heading of its own where one is given; gives what `release` needs to end it."""
        before = self._outline.above()
        if heading:
            self._outline.open(BELOW_ALL, heading)
        return before

    def release(self, headings: tuple[Heading, ...]) -> None:
        """End a stretch: what follows stands under the headings from before it."""
        self._flush()
        self._outline.restore(headings)

    def finish(self) -> tuple[Block, ...]:
        """Close all that is open and give the blocks in source order."""
        self.close(1)
        self._flush()
        return tuple(sorted(self._blocks, key=lambda block: block.source_map.slices[0].source_start))

    def _prepare(self, element: _Element, attributes: Mapping[str, str]) -> None:
        if element.name in elements.LISTS:
            element.introduction = self._introduction()
        elif element.name == "table":
            element.table = Table()
        elif element.name == "tr":
            around = self._inside("table")
            element.row = (around[-1].table or Table()).open_row(heading=any(outer.name == "thead" for outer in around))
        elif element.name in ("td", "th"):
            row = next((outer.row for outer in self._inside("table") if outer.row), None)
            if row:
                element.cell = row.add(element.name == "th", attributes, len(self._blocks))
        elif element.name == "dl":
            self._term = ""
        elif element.name in elements.ENCLOSING:
            element.headings = self.enclose()

    def _inside(self, boundary: str) -> list[_Element]:
        """The open elements from the innermost up to one of that name, which is the last."""
        found = []
        for element in reversed(self._open):
            found.append(element)
            if element.name == boundary:
                break
        return found

    def _introduction(self) -> str:
        """What leads into the list that starts here."""
        for element in reversed(self._open):
            if element.name == "li" and element.lead:
                return " > ".join(filter(None, (self._list_introduction(), element.lead)))
            if element.name in elements.LISTS:
                return element.introduction
        previous = self._previous
        if previous and previous.kind is BlockKind.PARAGRAPH and previous.text.endswith(":"):
            return previous.text
        return ""

    def _list_introduction(self) -> str:
        return next((element.introduction for element in reversed(self._open) if element.name in elements.LISTS), "")

    def _end_implied(self, name: str) -> None:
        if name not in elements.IN_HEAD and self._open[-1].name == "head" and not self._open[-1].fixed:
            self.end("head")
        if name in elements.BLOCK:
            self._end_paragraph()
        if name in elements.ENDS:
            ended, boundary = elements.ENDS[name]
            lowest = None
            for index in range(len(self._open) - 1, 0, -1):
                if self._open[index].fixed or self._open[index].name in boundary:
                    break
                if self._open[index].name in ended:
                    lowest = index
            if lowest is not None:
                self.close(lowest)

    def _end_paragraph(self) -> None:
        for index in range(len(self._open) - 1, 0, -1):
            element = self._open[index]
            if element.fixed or (element.block and element.name != "p"):
                return
            if element.name == "p":
                self.close(index)
                return

    def _finish(self, element: _Element) -> None:
        if element.cell:
            element.cell.last = len(self._blocks)
        elif element.row:
            table = next((outer.table for outer in reversed(self._open) if outer.table), None) or Table()
            table.close_row(element.row, self._blocks)
        elif element.name == "dl":
            self._term = ""
        elif element.headings is not None:
            self.release(element.headings)

    def _flush(self) -> None:
        if self._flow.untouched:
            return
        flow, self._flow = self._flow, Flow()
        bold, self._all_bold = self._all_bold, True
        linked, self._all_linked = self._all_linked, True
        if flow.empty:
            return
        top = self._open[-1]
        block = self._add(*flow.result(), top.kind, linked=linked)
        self._previous = block
        if top.kind is BlockKind.HEADING:
            self._outline.open(self._heading_level(), block.text)
        elif top.kind is BlockKind.TITLE and self._outline.empty:
            self._outline.open(TITLE, block.text)
        elif top.kind is BlockKind.PARAGRAPH and (top.name == "summary" or heads_what_follows(block.text, bold)):
            self._outline.open(BELOW_ALL, block.text)

    def open_title(self, text: str) -> None:
        """Make a text the title that stands above all that follows."""
        self._outline.open(TITLE, text)

    def _heading_level(self) -> int:
        return next(
            (elements.HEADING_LEVELS[element.name] for element in reversed(self._open) if element.name in elements.HEADING_LEVELS), 1
        )

    def _add(
        self, text: str, source_map: SourceMap, kind: BlockKind, key: str = "", *, linked: bool = False, where: str | None = None
    ) -> Block:
        headings = self._outline.above(self._heading_level() if kind is BlockKind.HEADING else None)
        block = Block(kind, text, source_map, headings=headings, key=key, linked=linked, where=where or self._open[-1].where)
        item = next((element for element in reversed(self._open) if element.name in ("li", "dt", "dd", "td", "th")), None)
        if item and item.name == "li" and not key:
            block = replace(block, introduction=self._list_introduction(), answer=item.answer)
            item.lead = item.lead or text
        elif item and item.name == "dd":
            block = replace(block, row_header=self._term)
        elif item and item.name == "dt" and not key:
            self._term = text
        self._blocks.append(block)
        if kind is not BlockKind.CODE:
            self.direct(*never_closed(text, source_map))
        return block
