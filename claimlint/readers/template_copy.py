"""The copy inside template tags: captions of shortcodes, and the lines of text that some tags take as arguments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.document import BlockKind
from claimlint.readers import templates
from claimlint.readers.attributes import Attribute, kind_of

_NAME = re.compile(r"[\[{<%\s-]*([\w/.-]+)")
_VALUE = re.compile(r"""(?<![\w-])([A-Za-z][\w-]*)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)')""")
# Arguments that read as copy: they begin with a capital letter and hold several words, and nothing that looks like code.
_LINE = re.compile(r"^[ \t]*([A-Z][^\n=|{}<>\"/]*)$", re.MULTILINE)
_END = " \t;,"


def find(text: str) -> Iterator[Attribute]:
    """Give the copy inside the template tags of a text, in order."""
    for start, stop in templates.tags(text):
        tag = _NAME.match(text, start, stop)
        name = tag[1] if tag else ""
        found = [*_values(text, start, stop, name)]
        if text.startswith("{%", start) and not found and tag and "\n" in text[tag.end() : stop]:
            found = [*_lines(text, text.index("\n", tag.end()) + 1, stop - 2, name)]
        yield from found


def _values(text: str, start: int, stop: int, name: str) -> Iterator[Attribute]:
    for match in _VALUE.finditer(text, start, stop):
        kind = kind_of(match[1].lower(), name)
        if kind is not None:
            yield Attribute(kind, match[1], *match.span(2 if match[2] is not None else 3))


def _lines(text: str, start: int, stop: int, name: str) -> Iterator[Attribute]:
    for match in _LINE.finditer(text, start, stop):
        line = match[1].rstrip(_END)
        if " " in line:
            yield Attribute(BlockKind.CAPTION, name, match.start(1), match.start(1) + len(line))
