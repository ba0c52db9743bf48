"""Content in YAML and JSON files: what a content system keeps, translations, data that pages are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimlint.document import Block, BlockKind, Document, Heading, Source
from claimlint.errors import Problem
from claimlint.readers import json_values, markdown, yaml_values
from claimlint.readers.assembly import Assembly
from claimlint.readers.directives import directive_in
from claimlint.readers.passage import Passage
from claimlint.readers.unreadable import UnreadableDocument
from claimlint.readers.values import Value, is_title, kind_of

SUFFIXES: tuple[str, ...] = (".yaml", ".yml", ".json")

# What plain sentences do not have and Markdown and HTML do: emphasis, links, tags, headings, lists, code, paragraphs.
_MARKUP = re.compile(r"\*\*?\S|__\S|\]\(|</?[a-zA-Z][^<>]*>|^[ \t]*(?:#{1,6}|[-*+]|\d{1,3}\.)[ \t]|`|\n[ \t]*\n\S", re.MULTILINE)
_MOST_YAML = 500_000
"""Characters: a parser that knows the exact places of all takes its time."""
_COMMENT = re.compile(r"^[ \t]*#.*", re.MULTILINE)


def read(source: Source) -> Document:
    """Read the values that are copy, by the rules for front matter; values with Markdown or HTML in them are read as such.

    The place of a block is the JSON pointer (RFC 6901) of its value, as /hero/headline. A title stands above the values beside it.
    Raises UnreadableDocument where the file is not valid.
    """
    problems: list[Problem] = []
    json = source.path.lower().endswith(".json")
    if not json and len(source.text) > _MOST_YAML:
        raise UnreadableDocument(f"it has {len(source.text):,} characters, more than the {_MOST_YAML:,} of YAML that are read; split it")
    passage = Passage.with_line_feeds(source.text)
    values = list((json_values if json else yaml_values).values(passage, problems))
    if problems:
        raise UnreadableDocument(_one_line(problems[0]))
    outline = _Titles()
    blocks = [block for value in values for block in _blocks(source, value, outline)]
    metadata = {value.key: value.text for value in values if len(value.path) == 1}
    comments = () if json else _COMMENT.finditer(passage.text)
    directives = (directive_in(passage, *comment.span()) for comment in comments)
    return Document(source, tuple(blocks), metadata, tuple(directive for directive in directives if directive))


def _one_line(problem: Problem) -> str:
    line = f"line {problem.line}: " if problem.line else ""
    return f"{line}it {problem.message.removeprefix('it ')} {problem.remedy}".rstrip()


class _Titles:
    """The titles that stand above values: of the mapping that a value is in, and of those around it."""

    def __init__(self) -> None:
        self._open: list[tuple[tuple[str | int, ...], Heading]] = []

    def above(self, value: Value) -> tuple[Heading, ...]:
        """Give the titles above a value; values come in source order."""
        while self._open and value.path[: len(self._open[-1][0])] != self._open[-1][0]:
            self._open.pop()
        return tuple(heading for _, heading in self._open)

    def add(self, value: Value, text: str) -> None:
        """Note that a value is a title of the mapping in which it stands."""
        around = value.path[:-1]
        if not self._open or self._open[-1][0] != around:
            self._open.append((around, Heading(len(self._open), text)))


def _blocks(source: Source, value: Value, titles: _Titles) -> Sequence[Block]:
    kind = kind_of(value)
    if kind is None:
        return ()
    above = titles.above(value)
    blocks = _marked_up(source, value, kind) if _MARKUP.search(value.passage.text) else _plain(value, kind)
    if is_title(value.key) and blocks:
        titles.add(value, blocks[0].text)
    return [replace(block, headings=(*above, *block.headings), key=block.key or value.key, where=value.pointer) for block in blocks]


def _plain(value: Value, kind: BlockKind) -> tuple[Block, ...]:
    assembly = Assembly()
    assembly.value(kind, value.key, value.flow())
    return assembly.finish()


def _marked_up(source: Source, value: Value, kind: BlockKind) -> list[Block]:
    """What Markdown makes of a value; its paragraphs are of the value's kind."""
    read = markdown.assemble(source, value.passage, value.passage.text, None)
    return [replace(block, kind=kind) if block.kind is BlockKind.PARAGRAPH else block for block in read.blocks]
