"""The shapes of a slide: placeholders, text boxes, tables, pictures, charts, groups of them (ECMA-376 part 1, 19.3)."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.readers.office import drawings
from claimlint.readers.office.lists import OpenLists
from claimlint.readers.office.package import Package
from claimlint.readers.office.slide_text import read_paragraph, reads_as_item
from claimlint.readers.transcript import Transcript
from claimlint.readers.xml_parts import Element, attribute, child, children, descendants, local, number

_TITLES = frozenset({"title", "ctrTitle"})
_SHAPES = frozenset({"sp", "pic", "graphicFrame", "cxnSp", "grpSp", "contentPart"})
# Placeholders that programs fill in.
_FILLED_IN = frozenset({"dt", "sldNum", "sldImg", "hdr"})
_ITEMS = frozenset({"", "body", "obj", "half", "qtr"})
_ON = frozenset({"1", "true"})


class Shapes:
    """Reads the shapes of one slide. part: of the slide. place: in words. footers: those that slides before it have shown."""

    def __init__(self, package: Package, transcript: Transcript, part: str, place: str, footers: set[str]) -> None:
        self._package = package
        self._transcript = transcript
        self._part = part
        self._place = place
        self._footers = footers

    def read_slide(self, tree: Element | None, first: bool) -> None:
        """Read all shapes, the title before the others, then in the order in which programs read them out."""
        shapes = list(_shapes(tree))
        titles = [shape for shape in shapes if _placeholder(shape) in _TITLES]
        for shape in titles:
            self._read_title(shape, "title" if first and _placeholder(shape) == "ctrTitle" else "h1")
        for shape in shapes:
            if shape not in titles:
                self._read_shape(shape)

    def read_notes(self, tree: Element | None) -> None:
        """Read what the speaker says to the slide."""
        for shape in _shapes(tree):
            if _placeholder(shape) == "body":
                self._read_text(child(shape, "txBody"), f"{self._place}, notes", items=False)

    def _read_title(self, shape: Element, element: str) -> None:
        where = f"{self._place}, title"
        with self._transcript.element(element, where):
            for index, paragraph in enumerate(children(child(shape, "txBody"), "p")):
                if index:
                    self._transcript.line_break()
                read_paragraph(self._transcript, paragraph)

    def _read_shape(self, shape: Element) -> None:
        kind, name = _placeholder(shape), local(shape)
        self._transcript.pictures += name == "pic"
        if kind in _FILLED_IN:
            return
        if kind == "ftr":
            self._read_footer(shape)
        elif name == "sp":
            place = {"subTitle": "subtitle"}.get(kind or "", "text")
            self._read_text(child(shape, "txBody"), f"{self._place}, {place}", items=kind is not None and kind in _ITEMS)
        for table in descendants(child(shape, "graphic", "graphicData"), "tbl"):
            self._read_table(table)
        drawings.read_related(self._transcript, self._package, self._part, shape, self._place)
        drawings.read_description(self._transcript, _properties(shape), f"{self._place}, picture")

    def _read_footer(self, shape: Element) -> None:
        text = "".join(each.text or "" for each in descendants(shape, "t"))
        if text not in self._footers:
            self._footers.add(text)
            self._read_text(child(shape, "txBody"), f"{self._place}, footer", items=False)

    def _read_text(self, body: Element | None, where: str, items: bool) -> None:
        """Read paragraphs. items: whether they are points of a list where nothing else is said."""
        lists = OpenLists(self._transcript)
        paragraphs = [each for each in children(body, "p") if any((text.text or "").strip() for text in descendants(each, "t"))]
        for paragraph in paragraphs:
            properties = child(paragraph, "pPr")
            if reads_as_item(properties, items and len(paragraphs) > 1):
                lists.item(number(attribute(properties, "lvl")), where)
            else:
                lists.close()
            with self._transcript.element("p", where):
                read_paragraph(self._transcript, paragraph)
        lists.close()

    def _read_table(self, table: Element) -> None:
        rows = list(children(table, "tr"))
        heading = attribute(child(table, "tblPr"), "firstRow") in _ON and len(rows) > 1
        with self._transcript.element("table", f"{self._place}, table"):
            for index, row in enumerate(rows, start=1):
                where = f"{self._place}, table, row {index}"
                with self._transcript.element("tr", where):
                    self._read_cells(row, where, "th" if heading and index == 1 else "td")

    def _read_cells(self, row: Element, where: str, name: str) -> None:
        for cell in children(row, "tc"):
            # A merged cell shows in the place of those beside and below it.
            if attribute(cell, "hMerge") not in _ON and attribute(cell, "vMerge") not in _ON:
                spans = {"colspan": attribute(cell, "gridSpan"), "rowspan": attribute(cell, "rowSpan")}
                with self._transcript.element(name, where, spans):
                    self._read_text(child(cell, "txBody"), where, items=False)


def _shapes(tree: Element | None) -> Iterator[Element]:
    """Give the shapes of a tree, those in groups in the place of their group; what is hidden is left out."""
    for each in tree if tree is not None else ():
        shape = drawings.alternative(each) if local(each) == "AlternateContent" else each
        if shape is not None and shape is not each:
            yield from _shapes(shape)
        elif local(each) in _SHAPES and attribute(_properties(each), "hidden") not in _ON:
            if local(each) == "grpSp":
                yield from _shapes(each)
            else:
                yield each


def _properties(shape: Element) -> Element | None:
    """The properties that every shape has (p:cNvPr), whatever the element around them is called."""
    return next((found for each in shape if local(each).startswith("nv") and (found := child(each, "cNvPr")) is not None), None)


def _placeholder(shape: Element) -> str | None:
    """Give the type of a placeholder, "" where it says none; None for what is no placeholder."""
    for each in shape:
        found = child(each, "nvPr", "ph") if local(each).startswith("nv") else None
        if found is not None:
            return attribute(found, "type")
    return None
