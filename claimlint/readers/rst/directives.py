"""Directives of reStructuredText: which of them hold copy, and where in them it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from claimlint.readers.lines import Line, dedented

_MARKER = re.compile(r"\.\.[ \t]+(?:\|(?P<substituted>[^|\n]+)\|[ \t]+)?(?P<name>[A-Za-z][\w:.+-]*?)[ \t]?::(?:[ \t]+|$)")
_OPTION = re.compile(r":(?P<name>[\w-][\w -]*):(?:[ \t]+|$)")


class Part(Enum):
    """What the text behind the name of a directive, its argument, is; its content is copy unless it is said otherwise."""

    CONTENT = auto()
    """The beginning of the content."""
    TITLE = auto()
    CAPTION = auto()
    HEADING = auto()
    SETTING = auto()
    """No copy."""
    UNKNOWN = auto()
    """Copy where it reads like it: a directive of somebody's own."""


# Directives without copy: code, formulas, what steers the builder, what stands in another file.
WITHOUT_COPY = frozenset(
    "code code-block sourcecode highlight math literalinclude include parsed-literal doctest testcode testoutput testsetup toctree contents"
    " sectnum section-numbering header footer default-role role default-domain target-notes index tabularcolumns graphviz digraph graph"
    " mermaid plantuml todo todolist date unicode module py:module currentmodule productionlist program option autosummary glob".split()
)
RAW = "raw"
_ARGUMENTS: Mapping[str, Part] = {
    **dict.fromkeys(
        "attention caution danger error hint important note tip warning seealso epigraph highlights pull-quote deprecated centered".split(),
        Part.CONTENT,
    ),
    **dict.fromkeys("admonition topic sidebar card dropdown tab tab-item details collapse grid-item-card".split(), Part.TITLE),
    **dict.fromkeys("table csv-table list-table".split(), Part.CAPTION),
    "rubric": Part.HEADING,
    **dict.fromkeys(
        "image figure container class compound only ifconfig rst-class grid grid-item tab-set tabs glossary hlist meta raw versionadded"
        " versionchanged button-link button-ref".split(),
        Part.SETTING,
    ),
}
QUOTATIONS = frozenset({"epigraph", "highlights", "pull-quote"})


@dataclass(frozen=True)
class Directive:
    """A directive: its name without a domain, its argument, its options by name, and its content without their indentation."""

    name: str
    argument: list[Line]
    options: Mapping[str, Line]
    content: list[Line]
    substituted: bool

    @property
    def part(self) -> Part:
        """What its argument is."""
        return _ARGUMENTS.get(self.name, Part.UNKNOWN)

    def option(self, name: str) -> str:
        """Give the text of an option, empty where it is not set."""
        return self.options[name].text.strip() if name in self.options else ""


def rst_directive_in(lines: list[Line]) -> Directive | None:
    """Read the lines of explicit markup, the first with its two dots, as a directive; None where it is something else."""
    marker = _MARKER.match(lines[0].text)
    if not marker:
        return None
    rest = dedented(lines[1:])
    argument = [lines[0].cut(marker.end())]
    at = 0
    while at < len(rest) and not rest[at].blank and not _OPTION.match(rest[at].text):
        argument.append(rest[at])
        at += 1
    options: dict[str, Line] = {}
    while at < len(rest) and (match := _OPTION.match(rest[at].text)):
        options[match["name"].lower()] = rest[at].cut(match.end())
        at += 1
    name = marker["name"].lower()
    argument = [line for line in argument if not line.blank]
    return Directive(name, argument, options, rest[at:], marker["substituted"] is not None)
