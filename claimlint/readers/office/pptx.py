"""Slides (.pptx): what their audience sees and hears, slide by slide; without masters, comments and what is hidden on a slide."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.document import Document
from claimlint.readers.formats import suffix_of
from claimlint.readers.limits import LIMITS
from claimlint.readers.office.package import Package
from claimlint.readers.office.shapes import Shapes
from claimlint.readers.transcript import Transcript
from claimlint.readers.unreadable import UnreadableDocument
from claimlint.readers.xml_parts import attribute, child, children

SUFFIXES: tuple[str, ...] = (".pptx", ".pptm", ".ppsx", ".potx")


def read(path: str, data: bytes) -> Document:
    """Read slides in the order in which they are shown; raises UnreadableDocument.

    Places are such as "slide 3, title", "slide 3, table, row 2" and "slide 3, notes"; a slide that is not shown is "slide 3 (hidden)".
    """
    package = Package(data, suffix_of(path), "presentation")
    transcript = Transcript()
    slides = list(slide_parts(package))
    if len(slides) > LIMITS.pages:
        raise UnreadableDocument(f"it has {len(slides):,} slides, more than the {LIMITS.pages:,} that are read; split it")
    footers: set[str] = set()
    for number, part in enumerate(slides, start=1):
        root = package.element(part)
        place = f"slide {number} (hidden)" if attribute(root, "show") in ("0", "false") else f"slide {number}"
        transcript.new_section()
        shapes = Shapes(package, transcript, part, place, footers)
        shapes.read_slide(child(root, "cSld", "spTree"), first=number == 1)
        notes = package.related_by_kind(part, "notesSlide")
        if notes is not None:
            shapes.read_notes(child(package.element(notes), "cSld", "spTree"))
    return transcript.document(path)


def slide_parts(package: Package) -> Iterator[str]:
    """Give the names of the parts with the slides, in the order in which they are shown; what is missing is left out."""
    related = package.related(package.main)
    for each in children(child(package.root, "sldIdLst"), "sldId"):
        # The element has an id of its own beside that of the relationship.
        identifier = next((str(value) for key, value in each.attrib.items() if str(key).endswith("}id")), "")
        if identifier in related:
            yield related[identifier].target
