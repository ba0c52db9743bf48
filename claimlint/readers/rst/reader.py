"""reStructuredText, plain and with the directives of Sphinx.

docutils tells the line of a block and no column, and would run the directives of a document, which include other files. The constructs
that copy is written with are few, so they are read here, with the place of every character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.document import Directive, Document, Source
from claimlint.readers.assembly import Assembly
from claimlint.readers.directives import directive_in
from claimlint.readers.lines import Line, lines_of
from claimlint.readers.passage import Passage
from claimlint.readers.rst.blocks import BlockReader
from claimlint.readers.rst.inline import Names, plain

SUFFIXES: tuple[str, ...] = (".rst",)

_SUBSTITUTION = re.compile(r"^[ \t]*\.\.[ \t]+\|([^|\n]+)\|[ \t]+replace::[ \t]*(.*(?:\n[ \t]+\S.*)*)", re.MULTILINE)
_NOTE = re.compile(r"^[ \t]*\.\.[ \t]+\[(\d{1,4}|#[\w-]{0,60}|\*)\](?=\s)", re.MULTILINE)
# Fields at the top of a document that are about it and no part of its text (docutils, "Bibliographic Fields"; Sphinx, "Field Lists").
_ABOUT = re.compile(
    r":(author|authors|organization|contact|address|version|status|revision|date|copyright|publish|orphan|tocdepth|nocomments|nosearch"
    r"|field-name|dedication):[ \t]*(.*)",
    re.IGNORECASE,
)

_COMMENT = re.compile(r"[ \t]*\.\.[ \t]+(?=claimlint)")
_LOOKED_THROUGH = 12


def read(source: Source) -> Document:
    """Read a document. Code, comments, formulas and what other files hold are left out; raw HTML is read as a page shows it."""
    passage = Passage.with_line_feeds(source.text)
    names = Names(dict(_substitutions(passage.text)), _notes(passage.text))
    assembly = Assembly()
    lines = lines_of(passage.text)
    metadata = _take_metadata(lines)
    assembly.direct(*_take_directives(passage, lines))
    BlockReader(assembly, passage, names).read(lines)
    return Document(source, assembly.finish(), metadata, assembly.directives, assembly.pictures)


def _substitutions(text: str) -> Iterator[tuple[str, str]]:
    for match in _SUBSTITUTION.finditer(text):
        yield " ".join(match[1].split()), plain(" ".join(match[2].split()))


def _notes(text: str) -> dict[str, list[int]]:
    """The numbers of footnotes by label; those without one of their own take the next that is free."""
    labels = [match[1] for match in _NOTE.finditer(text)]
    taken = {int(label) for label in labels if label.isdecimal()}
    notes: dict[str, list[int]] = {}
    free = 1
    for label in labels:
        if label.isdecimal():
            number = int(label)
        else:
            while free in taken:
                free += 1
            number = free
            taken.add(free)
        notes.setdefault(label, []).append(number)
    return notes


def _take_directives(passage: Passage, lines: list[Line]) -> Iterator[Directive]:
    """Give what comments of one line say to claimlint, and blank their lines in place: one between items does not end their list."""
    for number, line in enumerate(lines):
        comment = _COMMENT.match(line.text)
        directive = directive_in(passage, line.start + comment.end(), line.stop) if comment else None
        if directive:
            yield directive
            lines[number] = Line(line.start, line.start, "")


def _take_metadata(lines: list[Line]) -> dict[str, str]:
    """Give the fields about the document at its top and, below its title, blank their lines in place."""
    metadata: dict[str, str] = {}
    for number, line in enumerate(lines):
        match = _ABOUT.fullmatch(line.text)
        if match:
            metadata[match[1].lower()] = match[2].strip()
            lines[number] = Line(line.start, line.start, "")
        elif metadata and not line.blank:
            break
        elif number > _LOOKED_THROUGH:
            break
    return metadata
