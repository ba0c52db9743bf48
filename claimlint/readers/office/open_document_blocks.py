"""Paragraphs, lists, tables, frames and notes of OpenDocument, in reading order (ISO/IEC 26300 part 3, 5 to 9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claimlint.document import BlockKind
from claimlint.readers.office.open_document_styles import Styles
from claimlint.readers.office.word_inline import superscript
from claimlint.readers.transcript import Transcript
from claimlint.readers.xml_parts import Element, attribute, child, children, descendants, local, number

_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 100
_DEEPEST_HEADING = 6
# What was taken out, what steers programs, what is navigation, and what others have said of the text.
_LEFT_OUT = frozenset(
    "tracked-changes annotation annotation-end table-of-content alphabetical-index illustration-index table-index user-index object-index"
    " bibliography sequence-decls variable-decls forms hidden-text hidden-paragraph ruby-text script page-number page-count settings"
    " covered-table-cell event-listeners".split()
)
_DRAWN = frozenset({"frame", "g", "custom-shape", "rect", "line", "ellipse", "circle", "polygon", "path", "connector", "caption", "a"})


@dataclass
class Blocks:
    """Reads the blocks of a document. place: in words, "" for the text of a document, whose paragraphs are counted instead."""

    transcript: Transcript
    styles: Styles
    place: str = ""
    paragraphs: int = 0
    tables: int = 0
    boxes: int = 0
    _notes: list[Element] = field(default_factory=list)
    _drawn: list[Element] = field(default_factory=list)

    def read(self, container: Element, place: str = "") -> None:
        """Read all blocks in an element. place: in words, where it has one of its own."""
        for each in container:
            name = local(each)
            if name in ("p", "h"):
                self._read_paragraph(each, name, place or self.place)
            elif name == "list":
                self._read_list(each, place)
            elif name == "table":
                self._read_table(each, place)
            elif name in _DRAWN:
                self.read_frame(each, place or self.place or "picture")
            elif name not in _LEFT_OUT and attribute(each, "display") != "none":
                self.read(each, place)

    def read_notes(self) -> None:
        """Read the notes that the text refers to, in the order of their signs, each beginning with its own."""
        notes, self._notes = self._notes, []
        for sign, note in enumerate(notes, start=1):
            body = child(note, "note-body")
            for index, paragraph in enumerate(body if body is not None else ()):
                with self.transcript.element("p", f"{attribute(note, 'note-class') or 'footnote'} {sign}"):
                    self.transcript.text("" if index else f"{superscript(sign)} ")
                    self._read_inline(paragraph)

    def read_frame(self, frame: Element, place: str) -> None:
        """Read what a frame or shape holds: text boxes, tables, and what describes it."""
        for each in frame:
            name = local(each)
            self.transcript.pictures += name == "image"
            if name == "desc":
                self.transcript.value(BlockKind.ALT_TEXT, "alt", "".join(map(str, each.itertext())), f"{place}, picture")
            elif name == "text-box":
                self.boxes += 1
                inside = self.place or f"text box {self.boxes}"
                with self.transcript.element("aside", inside):
                    self.read(each, inside)
            elif name in ("p", "h", "list", "table", *_DRAWN):
                with self.transcript.element("div", place):
                    self.read_shape_text(each, place)

    def read_shape_text(self, element: Element, place: str) -> None:
        """Read a block that stands in a shape itself."""
        name = local(element)
        if name in _DRAWN:
            self.read_frame(element, place)
        elif name in ("p", "h"):
            self._read_paragraph(element, name, place)
        elif name == "list":
            self._read_list(element, place)
        else:
            self._read_table(element, place)

    def _read_paragraph(self, paragraph: Element, name: str, place: str) -> None:
        if not place:
            self.paragraphs += 1
            place = f"paragraph {self.paragraphs}"
        level = min(max(number(attribute(paragraph, "outline-level"), 1), 1), _DEEPEST_HEADING)
        with self.transcript.element(f"h{level}" if name == "h" else self.styles.role_of(paragraph), place):
            self.read_text_of(paragraph)
        drawn, self._drawn = self._drawn, []
        for each in drawn:
            self.read_frame(each, place)

    def read_text_of(self, paragraph: Element) -> None:
        """Read the text of a paragraph with what its style says of it."""
        with_style = list(self.styles.formatting(attribute(paragraph, "style-name"), "paragraph"))
        for name in with_style:
            self.transcript.start(name)
        self._read_inline(paragraph)
        for name in reversed(with_style):
            self.transcript.end(name)

    def _read_inline(self, element: Element) -> None:
        self.transcript.text(_SPACE.sub(" ", element.text or ""))
        for each in element:
            self._read_piece(each, local(each))
            self.transcript.text(_SPACE.sub(" ", each.tail or ""))

    def _read_piece(self, element: Element, name: str) -> None:
        if name == "s":
            self.transcript.text(" " * min(number(attribute(element, "c"), 1), _MOST_SPACES))
        elif name == "tab":
            self.transcript.text("\t")
        elif name == "line-break":
            self.transcript.line_break()
        elif name == "note":
            self._notes.append(element)
            self.transcript.text(superscript(len(self._notes)))
        elif name in _DRAWN and name != "a":
            self._drawn.append(element)
        elif name == "a":
            with self.transcript.element("a"):
                self._read_inline(element)
        elif name not in _LEFT_OUT:
            self._read_span(element)

    def _read_span(self, element: Element) -> None:
        names = list(self.styles.formatting(attribute(element, "style-name")))
        for name in names:
            self.transcript.start(name)
        self._read_inline(element)
        for name in reversed(names):
            self.transcript.end(name)

    def _read_list(self, items: Element, place: str) -> None:
        with self.transcript.element("ul", place or None):
            for item in items:
                if local(item) in ("list-item", "list-header"):
                    with self.transcript.element("li", place or None):
                        self.read(item, place)

    def _read_table(self, table: Element, place: str) -> None:
        self.tables += 1
        where = f"{place}, table" if place and place == self.place else f"table {self.tables}"
        with self.transcript.element("table", where):
            rows = list(descendants(table, "table-row"))
            for index, row in enumerate(rows, start=1):
                if next((outer for outer in row.iterancestors() if local(outer) == "table"), None) is not table:
                    continue
                parent = row.getparent()
                heading = (parent is not None and local(parent) == "table-header-rows") or (
                    index == 1 < len(rows) and self._is_bold(row) and not self._is_bold(rows[1])
                )
                with self.transcript.element("tr", f"{where}, row {index}"):
                    self._read_cells(row, f"{where}, row {index}", "th" if heading else "td")

    def _read_cells(self, row: Element, where: str, name: str) -> None:
        for cell in children(row, "table-cell"):
            spans = {"colspan": attribute(cell, "number-columns-spanned"), "rowspan": attribute(cell, "number-rows-spanned")}
            with self.transcript.element(name, where, spans):
                self.read(cell, where)

    def _is_bold(self, row: Element) -> bool:
        """Whether all that a row of a table says is in paragraphs of bold styles."""
        paragraphs = [each for each in descendants(row, "p") if "".join(str(text) for text in each.itertext()).strip()]
        return len(paragraphs) > 1 and all(self.styles.is_bold(each) for each in paragraphs)
