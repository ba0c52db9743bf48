"""The block structure of reStructuredText (docutils, reStructuredText Markup Specification), with exact places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from claimlint.document import BlockKind
from claimlint.readers.assembly import Assembly
from claimlint.readers.directives import directive_in
from claimlint.readers.flow import Flow
from claimlint.readers.line_blocks import LineBlocks
from claimlint.readers.lines import Line, dedented, indented_from, joined, paragraph_from
from claimlint.readers.markdown_inline import footnote_sign
from claimlint.readers.passage import Passage
from claimlint.readers.rst.directive_reader import add_directive
from claimlint.readers.rst.directives import rst_directive_in
from claimlint.readers.rst.drawn_tables import GRID_RULER, MOST_COLUMNS, SIMPLE_RULER, DrawnRow, grid_rows, simple_rows
from claimlint.readers.rst.inline import InlineReader, Names

_PUNCTUATION = r"[!-/:-@\[-`{-~]"
_UNDERLINE = re.compile(rf"({_PUNCTUATION})\1+[ \t]*")
_SHORTEST_TRANSITION = 4
_BULLET = re.compile(r"[*+\-•‣\u2043](?:[ \t]+|$)")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,9}|[a-zA-Z]|#|[ivxlcdmIVXLCDM]{1,9})[.)](?:[ \t]+|$)")
_FIELD = re.compile(r":(?![: \t])((?:[^:\\\n]|\\.|:(?!\s|$)){1,200}):(?:[ \t]+|$)")
_LINE_BLOCK = re.compile(r"\|(?:[ \t]+|$)")
_NOTE = re.compile(r"\.\.[ \t]+\[(\d{1,4}|#[\w-]{0,60}|\*|[A-Za-z][\w.-]{0,60})\](?:[ \t]+|$)")
_EXPLICIT = re.compile(r"(?:\.\.|__)(?:[ \t]|$)")
_SIGN = re.compile(r"\s*::[ \t]*\Z")


class BlockReader(LineBlocks):
    """Feeds blocks to an assembly."""

    def __init__(self, assembly: Assembly, passage: Passage, names: Names) -> None:
        super().__init__(assembly, passage)
        self.names = names
        self.inline = InlineReader(assembly, names)
        self._titles: list[tuple[str, bool]] = []

    def paragraph(self, lines: list[Line], name: str = "p") -> None:
        """Add lines as one element."""
        with self.within(name):
            self.inline.add(joined(self.passage, lines))

    def table(self, rows: Iterator[DrawnRow] | list[DrawnRow], stubs: int = 0) -> None:
        """Add the rows of a table. stubs: how many cells at the start of each are headers."""
        with self.within("table"):
            for row in rows:
                with self.within("thead" if row.header else "tbody"), self.within("tr"):
                    for number, cell in enumerate(row.cells):
                        span = {"colspan": str(row.spans[number])} if row.spans else {}
                        with self.within("th" if row.header or number < stubs else "td", span):
                            self.read(dedented(cell))

    def block(self, lines: list[Line], at: int) -> int:
        """Add the block that begins at a line, and give the line behind it."""
        line = lines[at]
        if line.indentation:
            stop = indented_from(lines, at)
            with self.within("blockquote"):
                self.read(dedented(lines[at:stop]))
            return stop
        for pattern, add in self._kinds():
            if pattern.match(line.text):
                stop = add(lines, at)
                if stop > at:
                    return stop
        return self._text(lines, at)

    def _kinds(self) -> tuple[tuple[re.Pattern[str], Callable[[list[Line], int], int]], ...]:
        """What a first line can look like, and what reads it; that gives the same line again where it is something else."""
        return (
            (_EXPLICIT, self._explicit),
            (SIMPLE_RULER, self._simple_table),
            (GRID_RULER, self._grid_table),
            (_UNDERLINE, self._overlined),
            (_BULLET, self._bullets),
            (_ENUMERATOR, self._enumeration),
            (_FIELD, self._fields),
            (_LINE_BLOCK, self._line_block),
            (re.compile(r">>>(?:[ \t]|$)"), lambda lines, at: paragraph_from(lines, at)),
        )

    def _simple_table(self, lines: list[Line], at: int) -> int:
        if len(lines[at].text.split()) > MOST_COLUMNS:
            return at
        rulers, stop = 0, at
        while stop < len(lines) and not (lines[stop].blank and rulers > 1):
            rulers += SIMPLE_RULER.fullmatch(lines[stop].text) is not None
            stop += 1
        if rulers < 2:
            return at
        self.table(simple_rows(lines[at:stop]))
        return stop

    def _grid_table(self, lines: list[Line], at: int) -> int:
        stop = at
        while stop < len(lines) and lines[stop].text[:1] in ("+", "|"):
            if lines[stop].text.count("+-") > MOST_COLUMNS:
                return at
            stop += 1
        self.table(grid_rows(lines[at:stop]))
        return stop

    def _overlined(self, lines: list[Line], at: int) -> int:
        sign = lines[at].text[0]
        if at + 2 < len(lines) and not lines[at + 1].blank:
            under = _UNDERLINE.fullmatch(lines[at + 2].text)
            if under and under[1] == sign and _UNDERLINE.fullmatch(lines[at].text):
                self._section(lines[at + 1], (sign, True))
                return at + 3
        alone = at + 1 >= len(lines) or lines[at + 1].blank
        if alone and _UNDERLINE.fullmatch(lines[at].text) and len(lines[at].text.rstrip()) >= _SHORTEST_TRANSITION:
            return at + 1
        return at

    def _section(self, title: Line, style: tuple[str, bool]) -> None:
        if style not in self._titles:
            self._titles.append(style)
        self.paragraph([title], f"h{min(self._titles.index(style) + 1, 6)}")

    def _bullets(self, lines: list[Line], at: int) -> int:
        return self._items(lines, at, "ul", _BULLET)

    def _enumeration(self, lines: list[Line], at: int) -> int:
        after = lines[at + 1] if at + 1 < len(lines) else None
        # "A. Einstein was a great\nphysicist." is a paragraph.
        if after and not after.blank and not after.indentation and not _ENUMERATOR.match(after.text):
            return at
        return self._items(lines, at, "ol", _ENUMERATOR)

    def _items(self, lines: list[Line], at: int, name: str, marker: re.Pattern[str]) -> int:
        with self.within(name):
            while at < len(lines) and (match := marker.match(lines[at].text)):
                stop = indented_from(lines, at + 1)
                with self.within("li"):
                    self.read([lines[at].cut(match.end()), *dedented(lines[at + 1 : stop])])
                at = _past_blank(lines, stop, marker)
        return at

    def _fields(self, lines: list[Line], at: int) -> int:
        with self.within("dl"):
            while at < len(lines) and (match := _FIELD.match(lines[at].text)):
                stop = indented_from(lines, at + 1)
                name = lines[at]
                self.paragraph([Line(name.start + match.start(1), name.start + match.end(1), match[1])], "dt")
                with self.within("dd"):
                    self.read([name.cut(match.end()), *dedented(lines[at + 1 : stop])])
                at = _past_blank(lines, stop, _FIELD)
        return at

    def _line_block(self, lines: list[Line], at: int) -> int:
        while at < len(lines) and (match := _LINE_BLOCK.match(lines[at].text)):
            stop = at + 1
            while stop < len(lines) and lines[stop].indentation and not lines[stop].blank:
                stop += 1
            self.paragraph([lines[at].cut(match.end()), *lines[at + 1 : stop]])
            at = stop
        return at

    def _text(self, lines: list[Line], at: int) -> int:
        """Add a title, a term with its definition, or a paragraph."""
        after = lines[at + 1] if at + 1 < len(lines) else None
        if after and not after.blank:
            under = _UNDERLINE.fullmatch(after.text)
            if under and len(after.text.rstrip()) >= min(len(lines[at].text.rstrip()), _SHORTEST_TRANSITION):
                self._section(lines[at], (under[1], False))
                return at + 2
            if after.indentation:
                return self._definition(lines, at)
        stop = at
        while stop < len(lines) and not lines[stop].blank and not (stop > at and lines[stop].indentation):
            stop += 1
        return self._paragraph_and_literal(lines, at, stop)

    def _definition(self, lines: list[Line], at: int) -> int:
        with self.within("dl"):
            while at + 1 < len(lines) and not lines[at].blank and not lines[at].indentation and lines[at + 1].indentation:
                stop = indented_from(lines, at + 1)
                if lines[at + 1].blank or _EXPLICIT.match(lines[at].text):
                    break
                self.paragraph([lines[at]], "dt")
                with self.within("dd"):
                    self.read(dedented(lines[at + 1 : stop]))
                at = stop
                while at < len(lines) and lines[at].blank:
                    at += 1
        return at

    def _paragraph_and_literal(self, lines: list[Line], at: int, stop: int) -> int:
        """Add a paragraph; where it ends with two colons, of which one is shown, code follows."""
        last = lines[stop - 1]
        sign = _SIGN.search(last.text)
        if not sign:
            self.paragraph(lines[at:stop])
            return stop
        shown = last.text[: sign.start()]
        kept = len(shown) + (sign.group().startswith("::") and bool(shown))
        self.paragraph([*lines[at : stop - 1], Line(last.start, last.start + kept, last.text[:kept])])
        while stop < len(lines) and lines[stop].blank:
            stop += 1
        end = indented_from(lines, stop)
        if end > stop:
            flow = Flow(preserve=True)
            flow.add(self.passage, lines[stop].start, lines[end - 1].stop)
            self.assembly.value(BlockKind.CODE, "", flow)
        return max(end, stop)

    def _explicit(self, lines: list[Line], at: int) -> int:
        """Add what begins with two dots: a directive, a footnote, or a comment or target, which shows nothing."""
        stop = max(indented_from(lines, at + 1), at + 1)
        note = _NOTE.match(lines[at].text)
        directive = rst_directive_in(lines[at:stop])
        if note:
            self._note(note, [lines[at].cut(note.end()), *dedented(lines[at + 1 : stop])], lines[at])
        elif directive and not directive.substituted:
            add_directive(self, directive)
        elif directive is None:
            self.assembly.direct(directive_in(self.passage, lines[at].start + 2, lines[stop - 1].stop))
        return stop

    def _note(self, marker: re.Match[str], body: list[Line], line: Line) -> None:
        number = self.names.note(marker[1], "definition")
        stop = paragraph_from(body, 0)
        with self.within("p"):
            if number is not None:
                self.assembly.replace(f"{footnote_sign(number)} ", self.passage, line.start, line.start + marker.end())
            self.inline.add(joined(self.passage, body[:stop]))
        self.read(body[stop:])


def _past_blank(lines: list[Line], at: int, marker: re.Pattern[str]) -> int:
    """Give the line behind blank ones where the next one goes on with the list, else the same line."""
    after = at
    while after < len(lines) and lines[after].blank:
        after += 1
    return after if after < len(lines) and marker.match(lines[after].text) else at
