"""HTML pages and fragments, with or without template tags."""

from __future__ import annotations

from claimlint.document import Document, Source
from claimlint.readers import markup, templates
from claimlint.readers.assembly import Assembly
from claimlint.readers.passage import Passage

SUFFIXES: tuple[str, ...] = (".html", ".htm", ".xhtml")


def read(source: Source) -> Document:
    """Read a page as browsers show it: what is hidden, scripts, styles and navigation are left out; broken markup is repaired."""
    passage = Passage.with_line_feeds(source.text)
    assembly = Assembly()
    markup.feed(assembly, passage.replaced(templates.blank(passage.text, templates.PAGES)))
    return Document(source, assembly.finish())
