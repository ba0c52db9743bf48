"""OpenDocument: texts (.odt), slides (.odp) and sheets (.ods), as their readers see them with all changes accepted (ISO/IEC 26300)."""

from __future__ import annotations

from dataclasses import dataclass

from claimlint.document import Document
from claimlint.readers.archive import Archive
from claimlint.readers.formats import suffix_of
from claimlint.readers.limits import LIMITS
from claimlint.readers.office.open_document_blocks import Blocks
from claimlint.readers.office.open_document_sheets import read_sheets
from claimlint.readers.office.open_document_styles import Styles
from claimlint.readers.transcript import Transcript
from claimlint.readers.unreadable import UnreadableDocument
from claimlint.readers.xml_parts import Element, attribute, child, children, descendants, local, parse

SUFFIXES: tuple[str, ...] = (".odt", ".ott", ".odp", ".ods")

# The element below office:body, and the suffix of files that have it.
_KINDS = {"text": ".odt", "presentation": ".odp", "spreadsheet": ".ods"}
_SAME = {".ott": ".odt"}
_SHOWN_IN_MASTER = ("header", "header-first", "footer", "footer-first")


@dataclass(frozen=True, slots=True)
class Contents:
    """A document that has been opened. kind: text, presentation or spreadsheet. content, masters: the roots of its parts."""

    kind: str
    content: Element
    masters: Element | None

    @property
    def bodies(self) -> tuple[Element, ...]:
        """The elements that hold what the document says."""
        return tuple(children(child(self.content, "body"), self.kind))


def opened(path: str, data: bytes) -> Contents:
    """Open a document, which must be of the kind that its suffix says; raises UnreadableDocument."""
    archive = Archive(data, suffix_of(path))
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise UnreadableDocument("it is protected by a password; save a copy without one")
    if "content.xml" not in archive:
        raise UnreadableDocument(f"it is an archive, but no {suffix_of(path)} file")
    content = parse(archive.read("content.xml"), "content.xml")
    masters = parse(archive.read("styles.xml"), "styles.xml") if "styles.xml" in archive else None
    body = child(content, "body")
    kind = next((local(each) for each in (body if body is not None else ()) if local(each) in _KINDS), "")
    if _KINDS.get(kind, "") != _SAME.get(suffix_of(path), suffix_of(path)):
        remedy = f"it is a {_KINDS[kind]} file under another name" if kind else f"it is an archive, but no {suffix_of(path)} file"
        raise UnreadableDocument(remedy)
    return Contents(kind, content, masters)


def read(path: str, data: bytes) -> Document:
    """Read a document; raises UnreadableDocument. Places are those of Word documents, slides and spreadsheets."""
    document = opened(path, data)
    transcript = Transcript()
    blocks = Blocks(transcript, Styles(document.content, document.masters))
    for part in document.bodies:
        if document.kind == "text":
            _read_text(transcript, blocks, part, document.masters)
        elif document.kind == "presentation":
            _read_slides(transcript, blocks, part)
        else:
            read_sheets(transcript, blocks, part)
    return transcript.document(path)


def _read_text(transcript: Transcript, blocks: Blocks, body: Element, masters: Element | None) -> None:
    blocks.read(body)
    transcript.new_section()
    blocks.read_notes()
    seen = set()
    for name in _SHOWN_IN_MASTER:
        for margin in descendants(masters, name):
            text = "".join(map(str, margin.itertext())).strip()
            if text and text not in seen and attribute(margin, "display") != "false":
                seen.add(text)
                blocks.read(margin, name.removesuffix("-first"))


def _read_slides(transcript: Transcript, blocks: Blocks, body: Element) -> None:
    pages = list(children(body, "page"))
    if len(pages) > LIMITS.pages:
        raise UnreadableDocument(f"it has {len(pages):,} slides, more than the {LIMITS.pages:,} that are read; split it")
    for index, page in enumerate(pages, start=1):
        transcript.new_section()
        place = f"slide {index}"
        frames = [each for each in page if local(each) not in ("notes", "forms", "annotation")]
        titles = [each for each in frames if attribute(each, "class") == "title"]
        for title in titles:
            with transcript.element("h1", f"{place}, title"):
                for paragraph in descendants(title, "p"):
                    blocks.read_text_of(paragraph)
                    transcript.line_break()
        for frame in frames:
            if frame not in titles:
                blocks.place = f"{place}, text"
                blocks.read_frame(frame, blocks.place)
        for notes in children(page, "notes"):
            for frame in (each for each in notes if attribute(each, "class") == "notes"):
                blocks.place = f"{place}, notes"
                blocks.read_frame(frame, blocks.place)
