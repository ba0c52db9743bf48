"""Front matter: the YAML between lines of --- or the TOML between lines of +++ at the top of a document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from claimlint.document import BlockKind, Directive
from claimlint.errors import Problem
from claimlint.readers import templates, yaml_values
from claimlint.readers.assembly import Assembly
from claimlint.readers.directives import directive_in
from claimlint.readers.escapes import DOUBLE_QUOTED, unescaped
from claimlint.readers.passage import Passage
from claimlint.readers.values import Value, is_title, kind_of

_SETTING = re.compile(r"[\w-]+:(?:\s|$)|[ \t]|#|- |\s*$")
_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\n")
_OWN_KEY = "claimlint-"
"""Keys that begin with this speak to claimlint, whatever stands under them."""
_OWN_LINE = re.compile(r"(?P<before>(?:^|#)[ \t\"'\[#-]*)(?P<words>claimlint[^\n]*)", re.MULTILINE | re.IGNORECASE)
_KEY_MARKS = "\"'["
_TOML_LINE = re.compile(
    r"""^[ \t]*(?:\[\[?(?P<table>[^\[\]\n]+)\]
    |(?P<key>[\w.-]+|"[^"\n]+"|'[^'\n]+')[ \t]*=[ \t]*
     (?:"(?P<escaped>(?:[^"\\\n]|\\.)*)"|'(?P<literal>[^'\n]*)'|(?P<bare>[^\s"'\[{\#][^\#\n]*)))""",
    re.MULTILINE | re.VERBOSE,
)


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
        assembly.direct(*_misunderstood(passage, front, (), "unreadable"))
        return {}, f"The front matter could not be read and was left out: {error}"
    own = [value for value in values if _is_own(value)]
    assembly.direct(*map(_directive, own), *_misunderstood(passage, front, {value.keys[0] for value in own}, "misplaced"))
    for value in values:
        if _is_own(value):
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


def _is_own(value: Value) -> bool:
    return bool(value.keys) and value.keys[0].startswith(_OWN_KEY)


def _directive(value: Value) -> Directive:
    """Give what is said to claimlint as a comment would say it: "key: {CL201: text}" and "key CL201: text" as "key CL201: text"."""
    first, *others = value.keys
    words = " ".join((first + ":" * (" " in first), *(f"{key}:" for key in others), value.text))
    return Directive(" ".join(words.split()), *value.place, "" if len(value.keys) <= 2 else "misplaced")


def _misunderstood(passage: Passage, front: FrontMatter, understood: Collection[str], problem: str) -> Iterator[Directive]:
    """Give the lines of front matter that speak to claimlint and are not understood: they hold for nothing, and must not be passed over.

    understood: the keys at the top that are. problem: as for `Directive`.
    """
    for line in _OWN_LINE.finditer(passage.text, front.start, front.stop):
        at_top = not line["before"].strip(_KEY_MARKS)
        found = directive_in(passage, *line.span("words"), problem)
        if found and not (at_top and line["words"].startswith(tuple(understood))):
            yield found


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
    """The values that stand on one line: TOML's own parsers give no positions, and copy stands in strings on one line."""
    table: tuple[str, ...] = ()
    for match in _TOML_LINE.finditer(passage.text, front.start, front.stop):
        if match["table"]:
            table = _toml_names(match["table"])
            continue
        if match["escaped"] is not None:
            text = unescaped(passage, *match.span("escaped"), DOUBLE_QUOTED)
        else:
            text = passage.excerpt(*match.span("bare" if match["bare"] else "literal"))
        yield Value((*table, *_toml_names(match["key"])), text, passage.source_range(match.start("key"), match.end()))


def _toml_names(dotted: str) -> tuple[str, ...]:
    """Part the name of a key or a table: params.title, or a single quoted name."""
    name = dotted.strip()
    return (name[1:-1],) if name[0] in "\"'" else tuple(part.strip().strip("\"'") for part in name.split("."))
