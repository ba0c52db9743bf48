"""Plain text: paragraphs, lists and headings as people type them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from claimlint.document import Directive, Document, Source
from claimlint.readers import front_matter, templates
from claimlint.readers.assembly import Assembly
from claimlint.readers.directives import directive_in, directives_behind_copy
from claimlint.readers.passage import Passage

SUFFIXES: tuple[str, ...] = (".txt", ".text")

_ITEM = re.compile(r"[ \t]*(?:[-*•‣–+]|\(?\d{1,3}[.)])[ \t]+(?=\S)")
_UNDERLINES = {1: re.compile(r"={3,}\s*"), 2: re.compile(r"-{3,}\s*")}
_RULE = re.compile(r"[ \t]*([-=*_~#])(?:[ \t]*\1){2,}[ \t]*")
_NAMED_VALUE = re.compile(r"\s*[A-Z0-9][^:.\n]{0,40}:[ \t]+\S.*")
_TO_CLAIMLINT = re.compile(r"^.*claimlint.*$", re.MULTILINE | re.IGNORECASE)
_LONGEST_HEADING = 70
_SENTENCE_ENDS = (".", "!", "?", ":", ";", ",")


@dataclass(frozen=True)
class _Line:
    start: int
    stop: int
    text: str


@dataclass
class _Unit:
    """Lines that belong together, and the element that they are."""

    name: str
    lines: list[_Line]
    marker: int = 0


def read(source: Source) -> Document:
    """Read plain text. The lines of a paragraph are joined; lines like "Name: value" are each their own."""
    passage = Passage.with_line_feeds(source.text)
    front = front_matter.find_settings(passage.text)
    assembly = Assembly()
    metadata, problem = front_matter.add(assembly, passage, front)
    feed(assembly, passage.replaced(front_matter.blank(passage.text, front)), front.end if front else 0)
    return Document(source.noting(problem), assembly.finish(), metadata, assembly.directives)


def feed(assembly: Assembly, passage: Passage, behind: int = 0) -> None:
    """Add a passage of plain text to an assembly. behind: lines before that offset do not speak to claimlint."""
    whole_lines = _directives(passage, behind)
    behind_copy = {span: said for span, said in directives_behind_copy(passage, behind) if _line_start(passage, span[0]) not in whole_lines}
    assembly.direct(*whole_lines.values(), *behind_copy.values())
    passage = passage.replaced(templates.blank_ranges(passage.text, iter(behind_copy)))
    depth = assembly.depth
    for lines, last in _paragraphs(passage.text, whole_lines):
        for unit in _units(lines, last):
            _add(assembly, passage, unit, depth)
    assembly.close(depth)


def _directives(passage: Passage, behind: int) -> dict[int, Directive]:
    """Give the lines that speak to claimlint behind an offset, by the offsets at which they start."""
    lines = _TO_CLAIMLINT.finditer(passage.text, behind)
    found = {match.start(): directive_in(passage, *match.span()) for match in lines}
    return {start: directive for start, directive in found.items() if directive}


def _line_start(passage: Passage, offset: int) -> int:
    return passage.text.rfind("\n", 0, offset) + 1


def _paragraphs(text: str, left_out: Collection[int]) -> Iterator[tuple[list[_Line], bool]]:
    """The lines between empty lines, and whether they are the last of the text. left_out: where lines start that are no copy."""
    lines: list[_Line] = []
    start = 0
    for line in text.rstrip().split("\n"):
        if line.strip() and start not in left_out:
            lines.append(_Line(start, start + len(line), line))
        elif lines and start not in left_out:
            yield lines, False
            lines = []
        start += len(line) + 1
    if lines:
        yield lines, True


def _units(lines: list[_Line], last: bool) -> list[_Unit]:
    units: list[_Unit] = []
    if len(lines) == 1 and not last and _reads_as_heading(lines[0].text):
        return [_Unit("h2", lines)]
    if len(lines) > 1:
        level = next((level for level, underline in _UNDERLINES.items() if underline.fullmatch(lines[1].text)), None)
        if level:
            units, lines = [_Unit(f"h{level}", lines[:1])], lines[2:]
    open_unit: _Unit | None = None
    for line in lines:
        item = _ITEM.match(line.text)
        if _RULE.fullmatch(line.text):
            open_unit = None
        elif item or open_unit is None or _NAMED_VALUE.fullmatch(line.text) or _NAMED_VALUE.fullmatch(open_unit.lines[-1].text):
            open_unit = _Unit("li" if item else "p", [line], item.end() if item else 0)
            units.append(open_unit)
        else:
            open_unit.lines.append(line)
    return units


def _reads_as_heading(line: str) -> bool:
    text = line.strip()
    return (
        len(text) <= _LONGEST_HEADING
        and not text.endswith(_SENTENCE_ENDS)
        and any(character.isalpha() for character in text)
        and not _ITEM.match(line)
        and not _NAMED_VALUE.fullmatch(line)
    )


def _add(assembly: Assembly, passage: Passage, unit: _Unit, outside: int) -> None:
    # A list stays open over empty lines, until something else follows its items.
    if unit.name == "li" and assembly.depth == outside:
        assembly.start("ul", fixed=True)
    elif unit.name != "li":
        assembly.close(outside)
    depth = assembly.depth
    assembly.start(unit.name, fixed=True)
    start = unit.lines[0].start + unit.marker
    for line, following in zip_longest(unit.lines, unit.lines[1:]):
        if following is None or following.start > line.stop + 1:
            assembly.text(passage, start, line.stop)
            start = following.start - 1 if following else line.stop
    assembly.close(depth)
