"""Feeds the copy in directives of reStructuredText to a reader of blocks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimlint.document import BlockKind
from claimlint.readers import markup
from claimlint.readers.flow import Flow
from claimlint.readers.lines import Line, joined, paragraph_from
from claimlint.readers.rst.directives import QUOTATIONS, RAW, WITHOUT_COPY, Directive, Part
from claimlint.readers.rst.listed_tables import csv_rows, list_rows

if TYPE_CHECKING:
    from claimlint.readers.rst.blocks import BlockReader

_VALUES = {"alt": BlockKind.ALT_TEXT, "caption": BlockKind.CAPTION}


def add_directive(reader: BlockReader, directive: Directive) -> None:
    """Add the copy that a directive holds: its options, its argument and its content."""
    if directive.name in WITHOUT_COPY:
        return
    if directive.name == RAW:
        if any("html" in line.text.lower() for line in directive.argument):
            _add_html(reader, directive.content)
        return
    for name, line in directive.options.items():
        if directive.name == "meta" and name.split()[0] == "description":
            reader.assembly.describe(_flow(reader, line), "description")
        elif name in _VALUES:
            reader.assembly.value(_VALUES[name], name, _flow(reader, line))
    if directive.name in ("figure", "image"):
        reader.assembly.picture()
    if directive.name == "figure":
        _add_figure(reader, directive.content)
    elif directive.name in ("list-table", "csv-table"):
        _add_table(reader, directive)
    else:
        _add_content(reader, directive)


def _add_content(reader: BlockReader, directive: Directive) -> None:
    part, argument = directive.part, directive.argument
    if argument and part is Part.HEADING:
        reader.paragraph(argument, "h6")
    elif argument and part is Part.CAPTION:
        reader.paragraph(argument, "caption")
    with reader.within("blockquote" if directive.name in QUOTATIONS else "aside"):
        if argument and (part is Part.TITLE or (part is Part.UNKNOWN and " " in argument[0].text.strip())):
            with reader.within("p"), reader.within("strong"):
                reader.inline.add(joined(reader.passage, argument))
        reader.read([*argument, *directive.content] if part is Part.CONTENT else directive.content)


def _add_figure(reader: BlockReader, content: list[Line]) -> None:
    first = next((number for number, line in enumerate(content) if not line.blank), len(content))
    stop = paragraph_from(content, first)
    if first < stop:
        reader.paragraph(content[first:stop], "figcaption")
    reader.read(content[stop:])


def _add_table(reader: BlockReader, directive: Directive) -> None:
    if directive.argument:
        reader.paragraph(directive.argument, "caption")
    headers, stubs = (int(value) if value.isdecimal() else 0 for value in map(directive.option, ("header-rows", "stub-columns")))
    rows = list_rows if directive.name == "list-table" else csv_rows
    reader.table(rows(directive, headers), stubs)


def _add_html(reader: BlockReader, content: Iterable[Line]) -> None:
    lines = [line for line in content if not line.blank]
    if lines:
        with reader.within("div"):
            markup.feed(reader.assembly, joined(reader.passage, lines))


def _flow(reader: BlockReader, line: Line) -> Flow:
    flow = Flow()
    flow.add(reader.passage, line.start, line.stop)
    return flow
