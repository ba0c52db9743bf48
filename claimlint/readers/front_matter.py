"""Front matter: the YAML between lines of --- or the TOML between lines of +++ at the top of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimlint.document import BlockKind, Directive
from claimlint.errors import Problem
from claimlint.readers import templates, yaml_values
from claimlint.readers.assembly import Assembly
from claimlint.readers.escapes import DOUBLE_QUOTED, unescaped
from claimlint.readers.passage import Passage
from claimlint.readers.values import Value, is_title, kind_of

_SETTING = re.compile(r"[\w-]+:(?:\s|$)|[ \t]|#|- |\s*$")
_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\n")
_OWN_KEY = "claimlint-"
"""Keys that begin with this speak to claimlint, whatever stands under them."""
_OWN_LINE = re.compile(rf"^[ \t]*[\"']?{_OWN_KEY}[^\n]*", re.MULTILINE)
_TOML_STRING = re.compile(r"""^[ \t]*["']?([\w.-]+)["']?[ \t]*=[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')""", re.MULTILINE)


@dataclass(frozen=True)
class FrontMatter:
    """Where the front matter stands: its text [start, stop), and the end of the line that closes it."""

    toml: bool
    start: int
    stop: int
    end: int


def find(text: str) -> FrontMatter | None:
    """Give the front matter of a text whose lines end with LF, or None."""
    fence = _FENCE.match(text)
    if not fence:
        return None
    end = re.compile(rf"^(?:{re.escape(fence[1])}|\.\.\.)[ \t]*$", re.MULTILINE).search(text, fence.end())
    if not end:
        return None
    return FrontMatter(fence[1] == "+++", fence.end(), end.start(), end.end())


def find_settings(text: str) -> FrontMatter | None:
    """Give the front matter of a plain text, or None: there, a line of dashes is a rule as well, and only lines with keys tell."""
    front = find(text)
    lines = text[front.start : front.stop].splitlines() if front and not front.toml else []
    return front if any(lines) and all(map(_SETTING.match, lines)) else None


def blank(text: str, front: FrontMatter | None) -> str:
    """The text with spaces where the front matter stood."""
    return templates.blank_ranges(text, iter([(0, front.end)])) if front else text


def add(assembly: Assembly, passage: Passage, front: FrontMatter | None) -> tuple[dict[str, str], str]:
    """Add the copy in the front matter to an assembly.

    Gives the metadata, top-level keys to the text of their values, and what is wrong with the front matter, or an empty string.
    """
    if front is None:
        return {}, ""
    metadata: dict[str, str] = {}
    try:
        values = list((_toml_values if front.toml else _yaml_values)(passage, front))
    except _Unreadable as error:
        assembly.direct(*_unreadable_directives(passage, front))
        return {}, f"The front matter could not be read and was left out: {error}"
    for value in values:
        if value.key and value.keys[0].startswith(_OWN_KEY):
            assembly.direct(_directive(value))
            continue
        flow, kind = value.flow(), kind_of(value)
        if len(value.keys) == 1:
            metadata[value.key] = value.text
        if kind is None or flow.empty:
            continue
        first_title = kind is BlockKind.TITLE and not any(is_title(key) for key in metadata if key != value.key)
        assembly.value(kind, value.key, flow)
        if first_title:
            assembly.open_title(flow.result()[0])
    return metadata, ""


def _directive(value: Value) -> Directive:
    """Give what is said to claimlint as a comment would say it: "key: {CL201: text}" and "key CL201: text" as "key CL201: text"."""
    first, *others = value.keys
    words = " ".join((first + ":" * (" " in first), *(f"{key}:" for key in others), value.text))
    return Directive(" ".join(words.split()), *value.place, "" if len(value.keys) <= 2 else "too-deep")


def _unreadable_directives(passage: Passage, front: FrontMatter) -> Iterator[Directive]:
    """Give what is said to claimlint in front matter that cannot be read: it holds for nothing, and must not be passed over."""
    for match in _OWN_LINE.finditer(passage.text, front.start, front.stop):
        yield Directive(" ".join(match[0].split()), *passage.source_range(*match.span()), "unreadable")


class _Unreadable(Exception):
    """What is wrong with front matter, and on which line of the document."""

    def __init__(self, problem: Problem) -> None:
        # The fence is the first line of the document, and none of the text that was parsed.
        line = f"line {problem.line + 1}: " if problem.line else ""
        super().__init__(f"{line}{problem.message} {problem.remedy}".rstrip())


def _yaml_values(passage: Passage, front: FrontMatter) -> Iterator[Value]:
    problems: list[Problem] = []
    yield from yaml_values.values(passage.excerpt(front.start, front.stop), problems, keyed=True)
    if problems:
        raise _Unreadable(problems[0])


def _toml_values(passage: Passage, front: FrontMatter) -> Iterator[Value]:
    """The strings of the first table: TOML's own parsers give no positions, and copy stands in strings on one line."""
    for match in _TOML_STRING.finditer(passage.text, front.start, front.stop):
        if match[2] is not None:
            yield Value((match[1],), unescaped(passage, *match.span(2), DOUBLE_QUOTED), passage.source_range(match.start(1), match.end()))
        else:
            yield Value((match[1],), passage.excerpt(*match.span(3)), passage.source_range(match.start(1), match.end()))
