"""Word documents (.docx): what their readers see with all changes accepted, without comments and hidden text."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.document import Document
from claimlint.readers.formats import suffix_of
from claimlint.readers.office.package import Package
from claimlint.readers.office.word_blocks import Blocks, Counters
from claimlint.readers.office.word_inline import Anchor, Inline, superscript
from claimlint.readers.office.word_styles import Styles, is_on
from claimlint.readers.transcript import Transcript
from claimlint.readers.xml_parts import Element, attribute, children, descendants, local

SUFFIXES: tuple[str, ...] = (".docx", ".docm", ".dotx")

_EMBEDDED = "It holds a document in the document (altChunk), which was not read; save it once more in Word, so that the two become one."


def read(path: str, data: bytes) -> Document:
    """Read a Word document; raises UnreadableDocument. Places count paragraphs of the body, tables and text boxes, each from 1."""
    return read_with_anchors(path, data)[0]


def read_with_anchors(path: str, data: bytes) -> tuple[Document, list[Anchor]]:
    """Read a Word document, and say of each stretch of its text from which element it comes, in the order of the text."""
    package = Package(data, suffix_of(path), "document")
    reading = _Reading(package)
    for body in children(package.root, "body"):
        reading.blocks(package.main).read(body)
    reading.transcript.new_section()
    reading.read_notes()
    for part, place in _margins(package):
        reading.read_margin(part, place)
    notes = (_EMBEDDED,) if next(descendants(package.root, "altChunk"), None) is not None else ()
    return reading.transcript.document(path, notes), reading.inline.anchors


class _Reading:
    """A document while it is read, part by part."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.transcript = Transcript()
        self.inline = Inline(self.transcript, Styles(package))
        self._counters = Counters()
        self._margins: set[str] = set()

    def blocks(self, part: str, place: str = "") -> Blocks:
        """Give what reads the blocks of a part."""
        self.inline.part = part
        return Blocks(self.package, self.transcript, self.inline, self._counters, part, place)

    def read_notes(self) -> None:
        """Read the notes that the text refers to, in the order of their signs, each beginning with its own."""
        found = {kind: self._notes_of(kind) for kind in ("footnote", "endnote")}
        for (kind, identifier), sign in sorted(self.inline.note_numbers.items(), key=lambda item: item[1]):
            part, notes = found[kind]
            if identifier in notes:
                place = f"{kind} {sign}" if sign else kind
                self.inline.sign = superscript(sign)
                self.blocks(part, place).read(notes[identifier])

    def read_margin(self, part: str, place: str) -> None:
        """Read a header or footer; what another one has said already is not said again."""
        root = self.package.element(part)
        text = " ".join(each.text or "" for each in descendants(root, "t"))
        if text not in self._margins:
            self._margins.add(text)
            self.blocks(part, place).read(root)

    def _notes_of(self, kind: str) -> tuple[str, dict[str, Element]]:
        part = self.package.related_by_kind(self.package.main, f"{kind}s")
        if part is None:
            return "", {}
        return part, {attribute(each, "id"): each for each in children(self.package.element(part), kind) if not attribute(each, "type")}


def _margins(package: Package) -> Iterator[tuple[str, str]]:
    """Give the headers and footers that are shown, each part once, in the order of the sections."""
    related = package.related(package.main)
    settings = package.related_by_kind(package.main, "settings")
    even = settings is not None and is_on(package.element(settings), "evenAndOddHeaders")
    seen = set()
    for section in descendants(package.root, "sectPr"):
        shown = {"default", *(["first"] if is_on(section, "titlePg") else []), *(["even"] if even else [])}
        for reference in section:
            place = local(reference).removesuffix("Reference")
            target = related.get(attribute(reference, "id"))
            if place in ("header", "footer") and target and attribute(reference, "type") in shown and target.target not in seen:
                seen.add(target.target)
                yield target.target, place
