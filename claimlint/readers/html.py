"""HTML pages and fragments, with or without front matter and template tags."""

from __future__ import annotations

from claimlint.document import Document, Source
from claimlint.readers import front_matter, markup, templates
from claimlint.readers.assembly import Assembly
from claimlint.readers.passage import Passage

SUFFIXES: tuple[str, ...] = (".html", ".htm", ".xhtml")


def read(source: Source) -> Document:
    """Read a page as browsers show it: what is hidden, scripts, styles and navigation are left out; broken markup is repaired."""
    passage = Passage.with_line_feeds(source.text)
    front = front_matter.find(passage.text)
    assembly = Assembly()
    metadata, problem = front_matter.add(assembly, passage, front)
    markup.feed(assembly, passage.replaced(templates.blank(front_matter.blank(passage.text, front), templates.PAGES)))
    return Document(source.noting(problem), assembly.finish(), metadata, assembly.directives, assembly.pictures)
