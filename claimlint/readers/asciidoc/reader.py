"""AsciiDoc, as documentation and product pages are written in it."""

from __future__ import annotations

from dataclasses import replace

from claimlint.document import Document, Source
from claimlint.readers import front_matter
from claimlint.readers.asciidoc.blocks import BlockReader
from claimlint.readers.asciidoc.inline import Names
from claimlint.readers.asciidoc.lines import COMMENT
from claimlint.readers.assembly import Assembly
from claimlint.readers.directives import directive_in
from claimlint.readers.lines import lines_of
from claimlint.readers.passage import Passage

SUFFIXES: tuple[str, ...] = (".adoc", ".asciidoc")

# Attributes that every document has (AsciiDoc Language Documentation, "Character Replacement Attributes").
_BUILT_IN = {
    "nbsp": "\u00a0", "zwsp": "", "wj": "", "apos": "'", "quot": '"', "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "deg": "°", "plus": "+", "brvbar": "¦", "vbar": "|", "amp": "&", "lt": "<", "gt": ">", "startsb": "[", "endsb": "]",
    "caret": "^", "asterisk": "*", "tilde": "~", "backslash": "\\", "backtick": "`", "two-colons": "::", "two-semicolons": ";;",
    "cpp": "C++", "empty": "", "sp": " ", "blank": "",
}  # fmt: skip


def read(source: Source) -> Document:
    """Read a document. Code, comments and what other files hold are left out; text under a condition is read in any case.

    Files that it includes are named in a note of the source: they are documents of their own.
    """
    passage = Passage.with_line_feeds(source.text)
    front = front_matter.find(passage.text)
    assembly = Assembly()
    metadata, problem = front_matter.add(assembly, passage, front)
    names = Names(dict(_BUILT_IN))
    lines = lines_of(passage.text)
    if front:
        lines = [line for line in lines if line.start > front.end]
    to_claimlint = [line for line in lines if COMMENT.match(line.text)]
    assembly.direct(*(directive_in(passage, line.start, line.stop) for line in to_claimlint))
    while lines and lines[0].blank:
        del lines[0]
    reader = BlockReader(assembly, passage, names)
    reader.read(lines)
    notes = [problem] if problem else []
    if reader.included:
        notes.append(f"What it includes was not read with it: {', '.join(dict.fromkeys(reader.included))}.")
    attributes = {name: text for name, text in names.attributes.items() if name not in _BUILT_IN}
    noted = replace(source, notes=(*source.notes, *notes))
    return Document(noted, assembly.finish(), {**attributes, **metadata}, assembly.directives, assembly.pictures)
