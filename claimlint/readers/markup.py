"""Feeds HTML, a whole page or a tag inside other text, to an assembly."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from claimlint.document import BlockKind
from claimlint.readers import elements
from claimlint.readers.assembly import Assembly
from claimlint.readers.flow import Flow
from claimlint.readers.passage import Passage

_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_TAG_NAME = re.compile(r"</?[^\s/>]*")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=][^\s>/=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>][^\s>]*))?""")
_SUBMITS = frozenset({"submit", "button", "reset"})


def feed(assembly: Assembly, passage: Passage) -> None:
    """Add a passage of HTML to an assembly. Elements that it leaves open stay open."""
    reader = _Reader(assembly, passage)
    reader.feed(passage.text)
    reader.close()
    reader.add_text()


def decoded(text: str, start: int, stop: int) -> Iterator[tuple[str | None, int, int]]:
    """Cut [start, stop) of a text at its character references: (None, start, stop) for plain text, else with what it stands for."""
    at = start
    for match in _REFERENCE.finditer(text, start, stop):
        character = html.unescape(match[0])
        if character == match[0]:
            continue
        if at < match.start():
            yield None, at, match.start()
        yield character, match.start(), match.end()
        at = match.end()
    if at < stop:
        yield None, at, stop


def decoded_flow(passage: Passage, start: int, stop: int) -> Flow:
    """The flow of [start, stop) of a passage with its character references decoded."""
    flow = Flow()
    for character, first, last in decoded(passage.text, start, stop):
        if character is None:
            flow.add(passage, first, last)
        else:
            flow.replace(character, passage, first, last)
    return flow


class _Reader(HTMLParser):
    """Takes tags and their places from the standard library's tokenizer, text and attributes from the passage itself."""

    def __init__(self, assembly: Assembly, passage: Passage) -> None:
        super().__init__(convert_charrefs=False)
        self._assembly = assembly
        self._passage = passage
        self._lines = [0, *(match.end() for match in re.finditer("\n", passage.text))]
        self._text: tuple[int, int] | None = None

    def add_text(self) -> None:
        """Hand over the text read so far."""
        if self._text is None:
            return
        (start, stop), self._text = self._text, None
        for character, first, last in decoded(self._passage.text, start, stop):
            if character is None:
                self._assembly.text(self._passage, first, last)
            else:
                self._assembly.replace(character, self._passage, first, last)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, or add what an element without content shows."""
        self.add_text()
        start = self._offset()
        stop = start + len(self.get_starttag_text() or "")
        places = self._attributes(start, stop)
        values = {name: html.unescape(self._passage.text[slice(*place)]) for name, place in places.items()}
        if tag == "br":
            self._assembly.line_break(self._passage, start, stop)
        elif tag == "q":
            self._assembly.replace("“", self._passage, start, stop)
        elif tag in elements.VOID:
            self._add_void(tag, values, places)
        else:
            self._assembly.start(tag, values)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A solidus closes nothing in HTML, but in the SVG and JSX that stand in pages it does."""
        self.handle_starttag(tag, attrs)
        if tag not in elements.VOID:
            self._assembly.end(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        self.add_text()
        if tag == "q":
            start = self._offset()
            self._assembly.replace("”", self._passage, start, start + len(_TAG_NAME.match(self._passage.text, start)[0]))  # type: ignore[index]
        elif tag == "br":
            self._assembly.line_break(self._passage, self._offset(), self._offset() + 1)
        else:
            self._assembly.end(tag)

    def handle_data(self, data: str) -> None:
        """Extend the text that is being read."""
        self._extend(self._offset(), len(data))

    def handle_entityref(self, name: str) -> None:
        """Extend the text by a reference; it is decoded with the text around it."""
        self._extend_reference(len(name) + 1)

    def handle_charref(self, name: str) -> None:
        """Extend the text by a reference; it is decoded with the text around it."""
        self._extend_reference(len(name) + 2)

    def handle_comment(self, data: str) -> None:
        """A comment ends the text before it, and shows nothing."""
        self.add_text()

    def handle_decl(self, decl: str) -> None:
        """A declaration ends the text before it, and shows nothing."""
        self.add_text()

    def handle_pi(self, data: str) -> None:
        """A processing instruction ends the text before it, and shows nothing."""
        self.add_text()

    def unknown_decl(self, data: str) -> None:
        """A CDATA section outside of SVG is a comment to browsers."""
        self.add_text()

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _extend(self, start: int, length: int) -> None:
        if self._text is not None and self._text[1] == start:
            self._text = (self._text[0], start + length)
        else:
            self.add_text()
            self._text = (start, start + length)

    def _extend_reference(self, length: int) -> None:
        start = self._offset()
        self._extend(start, length + (self._passage.text[start + length : start + length + 1] == ";"))

    def _attributes(self, start: int, stop: int) -> dict[str, tuple[int, int]]:
        """The attributes of a start tag: lower-case names to the ranges of their values, quotes left out."""
        text = self._passage.text
        name = _TAG_NAME.match(text, start, stop)
        found: dict[str, tuple[int, int]] = {}
        for match in _ATTRIBUTE.finditer(text, name.end() if name else start, stop):
            first, last = match.span(2) if match[2] else (match.end(), match.end())
            if match[2] and match[2][0] in "\"'":
                first, last = first + 1, last - 1
            found.setdefault(match[1].lower(), (first, last))
        return found

    def _add_void(self, tag: str, values: dict[str, str], places: dict[str, tuple[int, int]]) -> None:
        if elements.is_hidden(tag, values):
            return
        if tag == "img":
            for key in sorted(places.keys() & {"alt", "title"}, key=lambda key: places[key]):
                self._add_value(BlockKind.ALT_TEXT, key, places[key])
        elif tag == "input" and values.get("type", "").lower() in _SUBMITS and "value" in places:
            self._add_value(BlockKind.BUTTON, "value", places["value"])
        elif tag == "meta" and (values.get("name") or values.get("property", "")).lower() in elements.DESCRIPTIONS and "content" in places:
            self._assembly.describe(decoded_flow(self._passage, *places["content"]), (values.get("name") or values["property"]).lower())
        elif tag == "hr":
            self._assembly.start("hr")
            self._assembly.end("hr")

    def _add_value(self, kind: BlockKind, key: str, place: tuple[int, int]) -> None:
        self._assembly.value(kind, key, decoded_flow(self._passage, *place))
