"""Markdown: CommonMark with tables, strikethrough, footnotes, front matter, embedded HTML and template tags."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from markdown_it.token import Token
from markdown_it.utils import EnvType

from claimlint.document import BlockKind, Document, Source, SourceMap
from claimlint.readers import front_matter, markdown_blocks, markup, template_copy, templates
from claimlint.readers.assembly import Assembly
from claimlint.readers.attributes import Attribute
from claimlint.readers.enclosures import Enclosure, Enclosures
from claimlint.readers.flow import Flow
from claimlint.readers.markdown_inline import InlineReader, footnote_sign
from claimlint.readers.passage import Passage

SUFFIXES: tuple[str, ...] = (".md", ".markdown")

# Lines that steer a generator: the fences of admonitions, tables of contents, the kind of a GitHub alert.
_STEERING = re.compile(
    r"^[ \t>]*(:::+.*)$|^[ \t]*(\[TOC\]|\[\[_?toc_?\]\])[ \t]*$|^[ \t]*>[ \t]*(\[![a-z]+\])[ \t]*$", re.MULTILINE | re.IGNORECASE
)
_CHECK_BOX = re.compile(r"\[[ xX]\]\s")
_ELEMENTS = frozenset("heading paragraph blockquote bullet_list ordered_list list_item table thead tbody tr th td".split())


def read(source: Source) -> Document:
    """Read a Markdown document; a front matter that cannot be read becomes a note of the source."""
    passage = Passage.with_line_feeds(source.text)
    front = front_matter.find(passage.text)
    text = front_matter.blank(passage.text, front)
    blanked = templates.blank(text, templates.MARKDOWN)
    document = assemble(source, passage, blanked, front, template_copy.find(text))
    lines = list(_lines_to_claimlint(document, passage))
    if not lines:
        return document
    # A comment on a line of its own would end the list that it stands in, and an item behind it would lose what leads into the list.
    again = assemble(source, passage, templates.blank_ranges(blanked, iter(lines)), front, template_copy.find(text))
    return replace(again, directives=document.directives) if _words(again) == _words(document) else document


def _words(document: Document) -> list[tuple[BlockKind, str]]:
    """Give the copy of a document without its context: without a comment, indented HTML may become a block of code."""
    return [(block.kind, block.text) for block in document.blocks]


def _lines_to_claimlint(document: Document, passage: Passage) -> Iterator[tuple[int, int]]:
    """Give the ranges of the passage's text in which comments to claimlint stand that share their lines with no copy."""
    source_map = SourceMap(passage.slices)
    for directive in document.directives:
        start, stop = source_map.text_range(directive.start, directive.end)
        before = passage.text[passage.text.rfind("\n", 0, start) + 1 : start]
        behind = passage.text[stop:].partition("\n")[0]
        if not directive.problem and passage.text.startswith("<!--", start) and not before.strip(" \t>") and not behind.strip():
            yield start, stop


def assemble(
    source: Source,
    passage: Passage,
    text: str,
    front: front_matter.FrontMatter | None,
    attributes: Iterable[Attribute] = (),
    enclosures: Iterable[Enclosure] = (),
    *,
    mdx: bool = False,
) -> Document:
    """Read a text, as long as the passage, in which everything but Markdown has been blanked, together with what stood there.

    enclosures: stretches of the text, in the order of their starts, whose headings say nothing of what follows behind them.
    """
    assembly = Assembly()
    metadata, problem = front_matter.add(assembly, passage, front)
    text = templates.blank_ranges(text, (match.span(match.lastindex or 0) for match in _STEERING.finditer(text)))
    _Reader(assembly, passage, attributes, Enclosures(assembly, passage, enclosures), mdx).read(_without_blanked_indentation(passage, text))
    return Document(source.noting(problem), assembly.finish(), metadata, assembly.directives, assembly.pictures)


def _without_blanked_indentation(passage: Passage, text: str) -> Passage:
    """Take out the spaces at the start of lines that stand for something blanked: they would make the line indented code."""
    if text == passage.text:
        return passage
    parts, at, start = [], 0, 0
    for blanked, line in zip(text.split("\n"), passage.text.split("\n"), strict=True):
        if blanked != line and blanked.strip(" \t"):
            first, last = len(line) - len(line.lstrip(" \t")), len(blanked) - len(blanked.lstrip(" \t"))
            parts.append((text[at : start + first], at, start + first))
            at = start + max(first, last)
        start += len(line) + 1
    return passage.rebuilt([*parts, (text[at:], at, len(text))])


class _Reader:
    def __init__(self, assembly: Assembly, passage: Passage, attributes: Iterable[Attribute], enclosures: Enclosures, mdx: bool) -> None:
        self._assembly = assembly
        self._whole = passage
        self._attributes = deque(attributes)
        self._enclosures = enclosures
        self._env: EnvType = {}
        self._parser = markdown_blocks.parser(mdx=mdx)
        self._inline = InlineReader(self._parser, self._env, assembly)
        self._depths: list[int] = []
        self._note: tuple[str, Passage, int, int] | None = None

    def read(self, passage: Passage) -> None:
        """Add the blocks of a passage to the assembly."""
        lines = [0, *(match.end() for match in re.finditer("\n", passage.text))]
        for token in markdown_blocks.parse(self._parser, passage, self._env):
            content: Passage | None = token.meta.get(markdown_blocks.PASSAGE)
            if content is not None and content.slices:
                self._add_attributes(content.slices[0].source_start)
                self._add_content(token, content)
            elif token.type == "footnote_reference_open" and token.map:
                self._open_note(token, passage, lines[token.map[0]])
            elif token.type.removesuffix("_open").removesuffix("_close") in _ELEMENTS:
                self._structure(token)
        self._add_attributes(len(self._whole.text) * 2)

    def _structure(self, token: Token) -> None:
        if token.nesting > 0:
            self._depths.append(self._assembly.depth)
            self._assembly.start(token.tag, fixed=True)
        else:
            self._assembly.close(self._depths.pop())

    def _add_content(self, token: Token, content: Passage) -> None:
        if token.type == "html_block":
            markup.feed(self._assembly, content)
        elif token.type == "inline":
            box = _CHECK_BOX.match(content.text)
            if box:
                self._assembly.tick(box[0][1] != " ")
            if self._note:
                sign, passage, start, stop = self._note
                self._assembly.replace(sign, passage, start, stop)
                self._note = None
            self._inline.add(content.excerpt(box.end(), len(content.text)) if box else content)
        else:
            flow = Flow(preserve=True)
            flow.add(content, 0, len(content.text))
            self._assembly.value(BlockKind.CODE, "", flow)

    def _open_note(self, token: Token, passage: Passage, line: int) -> None:
        label = token.meta["label"]
        number = self._env["footnotes"]["refs"][":" + label]
        start = passage.text.find(f"[^{label}]:", line)
        if number >= 0 and start >= 0:
            self._note = (footnote_sign(number + 1) + " ", passage, start, start + len(label) + 4)

    def _add_attributes(self, offset: int) -> None:
        """Add the attributes that stand before a source offset."""
        while self._attributes:
            attribute = self._attributes[0]
            start = self._whole.source_range(attribute.start, attribute.stop)[0]
            if start > offset:
                break
            self._attributes.popleft()
            self._enclosures.reach(start)
            self._assembly.value(attribute.kind, attribute.key, markup.decoded_flow(self._whole, attribute.start, attribute.stop))
        self._enclosures.reach(offset)
