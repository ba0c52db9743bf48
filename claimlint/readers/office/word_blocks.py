"""Paragraphs, lists, tables, text boxes and pictures of Word, in reading order (ECMA-376 part 1, 17.2 to 17.4)."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimlint.readers.office import drawings
from claimlint.readers.office.lists import OpenLists
from claimlint.readers.office.package import Package
from claimlint.readers.office.word_inline import Inline
from claimlint.readers.office.word_styles import ParagraphRole, is_on
from claimlint.readers.office.word_tables import cells_of, has_header_row, reaching_down, rows_of, span_of
from claimlint.readers.transcript import Transcript
from claimlint.readers.xml_parts import Element, child, local

# What holds blocks and says nothing itself.
_AROUND_BLOCKS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "Choice", "Fallback"})


@dataclass
class Counters:
    """How many paragraphs of the body, tables and text boxes have been met: places say their numbers, from 1."""

    paragraphs: int = 0
    tables: int = 0
    boxes: int = 0


@dataclass
class Blocks:
    """Reads the blocks of one part. place: in words, "" for the body, whose paragraphs are counted instead."""

    package: Package
    transcript: Transcript
    inline: Inline
    counters: Counters
    part: str
    place: str = ""
    _joined: list[Element] = field(default_factory=list)

    def read(self, container: Element, place: str = "") -> None:
        """Read all blocks in an element. place: of the table cell, text box or note that it is, "" otherwise."""
        lists = OpenLists(self.transcript)
        place = place or self.place
        self._read_into(container, place, lists)
        self._read_joined(place, lists)
        lists.close()

    def _read_into(self, container: Element, place: str, lists: OpenLists) -> None:
        for each in container:
            name = local(each)
            if name == "p":
                self._read_paragraph(each, place, lists)
            elif name == "tbl":
                self._read_joined(place, lists)
                lists.close()
                self._read_table(each)
            elif name == "AlternateContent":
                chosen = drawings.alternative(each)
                if chosen is not None:
                    self._read_into(chosen, place, lists)
            elif name in _AROUND_BLOCKS and not is_on(each, "sdtPr", "showingPlcHdr"):
                self._read_into(each, place, lists)

    def _read_paragraph(self, paragraph: Element, place: str, lists: OpenLists) -> None:
        properties = child(paragraph, "pPr")
        where = place or self._next_paragraph()
        if child(properties, "rPr", "del") is not None or child(properties, "rPr", "moveFrom") is not None:
            # The mark at its end was taken out: what it holds goes on in the next paragraph.
            self._joined.append(paragraph)
        else:
            self._read_paragraphs([*self._joined, paragraph], where, lists)

    def _read_joined(self, place: str, lists: OpenLists) -> None:
        """Read what is to go on in the next paragraph where none follows: the mark of a last paragraph cannot be taken out."""
        if self._joined:
            self._read_paragraphs(self._joined, place or f"paragraph {self.counters.paragraphs}", lists)

    def _read_paragraphs(self, paragraphs: list[Element], where: str, lists: OpenLists) -> None:
        """Read paragraphs that are one, formatted as the last of them."""
        self._joined = []
        role = self.inline.styles.role_of(child(paragraphs[-1], "pPr"))
        if role.element == "li":
            lists.item(role.level, where)
        elif _says_something(paragraphs):
            lists.close()
        self._read_text(paragraphs, role, where)
        self._read_drawn(where)

    def _next_paragraph(self) -> str:
        self.counters.paragraphs += 1
        return f"paragraph {self.counters.paragraphs}"

    def _read_text(self, paragraphs: list[Element], role: ParagraphRole, where: str) -> None:
        with self.transcript.element(role.element if role.element != "li" else "p", where):
            self.inline.begin_paragraph()
            for each in paragraphs:
                self.inline.read(each, hidden=self.inline.styles.hides(child(each, "pPr")))

    def _read_drawn(self, where: str) -> None:
        """Read the drawings that the paragraph holds, behind it."""
        drawn, self.inline.drawn = self.inline.drawn, []
        for drawing in drawn:
            boxes = []
            for each in drawings.visible(drawing):
                self.transcript.pictures += local(each) == "pic"
                if local(each) == "docPr":
                    drawings.read_description(self.transcript, each, f"{where}, picture")
                elif local(each) == "txbxContent" and not any(ancestor in boxes for ancestor in each.iterancestors()):
                    boxes.append(each)
            for box in boxes:
                self.counters.boxes += 1
                place = f"text box {self.counters.boxes}"
                # Its headings say nothing of the text around it.
                with self.transcript.element("aside", place):
                    self.read(box, place)
            drawings.read_related(self.transcript, self.package, self.part, drawing, where)

    def _read_table(self, table: Element) -> None:
        self.counters.tables += 1
        number = self.counters.tables
        rows = rows_of(table)
        heading = has_header_row(table, rows, self.inline.styles)
        with self.transcript.element("table", f"table {number}"):
            merged = reaching_down(rows)
            for index, row in enumerate(rows, start=1):
                place = f"table {number}, row {index}"
                name = "th" if (heading and index == 1) or is_on(row, "trPr", "tblHeader") else "td"
                with self.transcript.element("tr", place):
                    for cell in cells_of(row):
                        # A cell above it shows in its place.
                        if merged.get(cell, 1):
                            spans = {"colspan": span_of(cell), "rowspan": str(merged.get(cell, 1))}
                            with self.transcript.element(name, place, spans):
                                self.read(cell, place)


def _says_something(paragraphs: list[Element]) -> bool:
    return any(local(each) in ("t", "drawing", "pict") for paragraph in paragraphs for each in paragraph.iter())
