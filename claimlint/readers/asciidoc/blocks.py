"""The block structure of AsciiDoc (AsciiDoc Language Documentation), with exact places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimlint.document import BlockKind
from claimlint.readers import markup
from claimlint.readers.asciidoc.inline import InlineReader, Names, plain
from claimlint.readers.asciidoc.lines import (
    ADMONITION,
    ATTRIBUTE,
    BLOCK_ATTRIBUTES,
    BLOCK_MACRO,
    BLOCK_TITLE,
    COMMENT,
    CONDITION,
    DELIMITER,
    HEADING,
    RULE,
    TABLE,
    ends_paragraph,
    item_marker,
    underline_level,
)
from claimlint.readers.asciidoc.lists import add_list
from claimlint.readers.asciidoc.tables import table_rows
from claimlint.readers.assembly import Assembly
from claimlint.readers.flow import Flow
from claimlint.readers.line_blocks import LineBlocks
from claimlint.readers.lines import Line, joined
from claimlint.readers.passage import Passage

_CODE = frozenset("source listing literal stem latexmath asciimath mermaid plantuml ditaa graphviz".split())
_ELEMENTS = {"=": "aside", "*": "aside", "_": "blockquote", "-": "div", '"': "blockquote"}


@dataclass
class _Ahead:
    """What was said of the next block: its style (the first of its attributes), all of them, and its title."""

    style: str = ""
    attributes: str = ""
    title: Line | None = None


class BlockReader(LineBlocks):
    """Feeds blocks to an assembly. included: names of files that the document takes in, which are not read."""

    def __init__(self, assembly: Assembly, passage: Passage, names: Names) -> None:
        super().__init__(assembly, passage)
        self._names = names
        self.inline = InlineReader(assembly, names)
        self._ahead = _Ahead()
        self.included: list[str] = []

    def header(self, lines: list[Line], at: int) -> int:
        """Read the lines below the title of the document: its authors, its version, its attributes. Give the line behind them."""
        while at < len(lines) and not lines[at].blank:
            self._define(lines[at])
            at += 1
        return at

    def paragraph(self, lines: list[Line], name: str = "p") -> None:
        """Add lines as one element."""
        with self.within(name):
            self.inline.add(joined(self.passage, [line for line in lines if not COMMENT.match(line.text)]))
        if name == "p":
            self.inline.add_notes()

    def block(self, lines: list[Line], at: int) -> int:
        """Add the block that begins at a line, and give the line behind it."""
        if self._steers(lines[at]):
            return at + 1
        ahead, self._ahead = self._ahead, _Ahead()
        # The title of a block says nothing of what follows behind it.
        before = self.assembly.enclose() if ahead.title else None
        stop = self._content(lines, at, ahead)
        if before is not None:
            self.assembly.release(before)
        return stop

    def attached(self, lines: list[Line], at: int) -> int:
        """Add the block behind a plus sign that belongs to the item before it, with what is said of it on lines of its own."""
        with self.deeper() as allowed:
            if not allowed:
                return at
            at = self.block(lines, at)
            while (self._ahead.style or self._ahead.title) and at < len(lines) and not lines[at].blank:
                at = self.block(lines, at)
        return at

    def _content(self, lines: list[Line], at: int, ahead: _Ahead) -> int:
        text = lines[at].text
        if TABLE.fullmatch(text):
            return self._table(lines, at, ahead)
        if DELIMITER.fullmatch(text):
            return self._delimited(lines, at, ahead)
        heading = HEADING.match(text)
        if heading:
            self._heading(lines[at].cut(heading.end()), len(heading[1]))
            return self.header(lines, at + 1) if len(heading[1]) == 1 and at == 0 else at + 1
        level = underline_level(lines, at)
        if level and not ahead.style:
            self._heading(lines[at], level)
            return at + 2
        macro = BLOCK_MACRO.fullmatch(text)
        if macro:
            self._macro(lines[at], macro, ahead)
            return at + 1
        if item_marker(text):
            self._title(ahead)
            return add_list(self, lines, at, ())
        return self._text(lines, at, ahead)

    def _steers(self, line: Line) -> bool:
        """Take a line that shows nothing by itself."""
        text = line.text
        condition = CONDITION.fullmatch(text)
        if condition:
            if condition["text"]:
                self.paragraph([Line(line.start + condition.start("text"), line.start + condition.end("text"), condition["text"])])
        elif COMMENT.match(text) or RULE.fullmatch(text) or self._define(line):
            pass
        elif BLOCK_ATTRIBUTES.fullmatch(text):
            inner = text.strip()[1:-1]
            if not inner.startswith("["):
                self._ahead.attributes += "," + inner
                self._ahead.style = re.split(r"[,#.%]", inner)[0].strip() or self._ahead.style
        elif (title := BLOCK_TITLE.match(text)) is not None:
            self._ahead.title = line.cut(title.end())
        else:
            return False
        return True

    def _define(self, line: Line) -> bool:
        match = ATTRIBUTE.fullmatch(line.text)
        if not match:
            return False
        if match["unset"]:
            self._names.attributes.pop(match["name"].lower(), None)
        else:
            self._names.attributes[match["name"].lower()] = plain(match["value"].strip())
        return True

    def _heading(self, line: Line, level: int) -> None:
        self.paragraph([Line(line.start, line.stop, re.sub(r"[ \t]+=+[ \t]*\Z", "", line.text))], f"h{min(level, 6)}")

    def _title(self, ahead: _Ahead, name: str = "p") -> None:
        """Add the title of a block; above running text it is a heading in bold."""
        if ahead.title is None:
            return
        with self.within(name), self.within("strong"):
            self.inline.add(joined(self.passage, [ahead.title]))

    def _delimited(self, lines: list[Line], at: int, ahead: _Ahead) -> int:
        delimiter = lines[at].text.rstrip()
        sign = delimiter[0]
        closing = "```" if delimiter.startswith("```") else delimiter
        stop = at + 1
        while stop < len(lines) and lines[stop].text.rstrip() != closing:
            stop += 1
        inner = lines[at + 1 : stop]
        if sign == "+":
            self._passed_through(inner, ahead)
        elif sign == "." or (sign == "-" and delimiter != "--") or sign == "`" or ahead.style in _CODE:
            self._title(ahead, "figcaption")
            self._code(inner)
        elif sign != "/" and ahead.style != "comment":
            with self.within(_ELEMENTS[sign]):
                self._title(ahead)
                self.read(inner)
        return stop + 1

    def _passed_through(self, lines: list[Line], ahead: _Ahead) -> None:
        if lines and ahead.style not in _CODE:
            with self.within("div"):
                markup.feed(self.assembly, self.passage.excerpt(lines[0].start, lines[-1].stop))

    def _code(self, lines: list[Line]) -> None:
        if lines:
            flow = Flow(preserve=True)
            flow.add(self.passage, lines[0].start, lines[-1].stop)
            self.assembly.value(BlockKind.CODE, "", flow)

    def _macro(self, line: Line, macro: re.Match[str], ahead: _Ahead) -> None:
        if macro["name"] == "include":
            self.included.append(macro["target"])
        elif macro["name"] == "image":
            self.assembly.picture()
            stop = min(at for at in (line.text.find(",", macro.start("text")), macro.end("text")) if at >= 0)
            flow = Flow()
            flow.add(self.passage, line.start + macro.start("text"), line.start + max(stop, macro.start("text")))
            self.assembly.value(BlockKind.ALT_TEXT, "alt", flow)
        self._title(ahead, "figcaption")

    def _table(self, lines: list[Line], at: int, ahead: _Ahead) -> int:
        delimiter = lines[at].text.rstrip()
        stop = at + 1
        while stop < len(lines) and lines[stop].text.rstrip() != delimiter:
            stop += 1
        if ahead.title:
            self.paragraph([ahead.title], "caption")
        with self.within("table"):
            for row in table_rows(lines[at + 1 : stop], ahead.attributes, delimiter[0]):
                with self.within("thead" if row.header else "tbody"), self.within("tr"):
                    for cell in row.cells:
                        with self.within("th" if row.header or cell.header else "td", {"colspan": str(cell.span)}):
                            self._cell(cell.lines, cell.nested)
        self.inline.add_notes()
        return stop + 1

    def _cell(self, lines: list[Line], nested: bool) -> None:
        if nested:
            self.read(lines)
            return
        start = 0
        for at in range(len(lines) + 1):
            if at == len(lines) or lines[at].blank:
                if at > start:
                    self.inline.add(joined(self.passage, lines[start:at]))
                    if at < len(lines):
                        self.assembly.line_break(self.passage, lines[at].start, lines[at].start)
                start = at + 1

    def _text(self, lines: list[Line], at: int, ahead: _Ahead) -> int:
        """Add a paragraph, or what its style or its indentation makes of it."""
        stop = at + 1
        while stop < len(lines) and not ends_paragraph(lines[stop]):
            stop += 1
        found = lines[at:stop]
        if ahead.style in _CODE or (found[0].indentation and not ahead.style):
            self._code(found)
            return stop
        if ahead.style == "comment":
            return stop
        if ahead.style == "pass":
            self._passed_through(found, ahead)
            return stop
        self._title(ahead)
        admonition = ADMONITION.match(found[0].text)
        if admonition:
            found[0] = found[0].cut(admonition.end())
        with self.within("blockquote" if ahead.style in ("quote", "verse") else "div"):
            self.paragraph(found)
        return stop
