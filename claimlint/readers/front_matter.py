"""Front matter: the YAML between lines of --- or the TOML between lines of +++ at the top of a document."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from claimlint.document import BlockKind, Directive
from claimlint.errors import Problem
from claimlint.positioned_yaml import compose
from claimlint.readers import templates
from claimlint.readers.assembly import Assembly
from claimlint.readers.flow import Flow
from claimlint.readers.passage import Passage

_SETTING = re.compile(r"[\w-]+:(?:\s|$)|[ \t]|#|- |\s*$")
_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\n")
_TITLES = frozenset({"title", "headline"})
_DESCRIPTIONS = frozenset({"description", "summary", "subtitle", "excerpt", "tagline", "lead", "teaser", "abstract"})
# Values of these keys are names, labels and settings, also where they are written in several words.
_NOT_COPY = frozenset(
    "author authors tag tags category categories keyword keywords date layout slug url permalink image images cover class style"
    " template type id icon font locale lang timezone".split()
)
_KEY_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NO_COPY_VALUE = re.compile(r"\S*|\d{4}-\d\d?-\d\d?.*|[\w.-]*/\S.*|https?:.*|[\d\s:.,+-]*", re.DOTALL)
_OWN_KEY = "claimlint-"
"""Keys that begin with this speak to claimlint, whatever stands under them."""
_OWN_LINE = re.compile(rf"^[ \t]*[\"']?{_OWN_KEY}[^\n]*", re.MULTILINE)
_DOUBLE_QUOTED = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\n[ \t]*|.)")
_SINGLE_QUOTED = re.compile(r"''")
_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85", "_": "\xa0"}
_TOML_STRING = re.compile(r"""^[ \t]*["']?([\w.-]+)["']?[ \t]*=[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')""", re.MULTILINE)


@dataclass(frozen=True)
class FrontMatter:
    """Where the front matter stands: its text [start, stop), and the end of the line that closes it."""

    toml: bool
    start: int
    stop: int
    end: int


@dataclass(frozen=True)
class _Value:
    """A value: the keys that lead to it, its text as parsed and as copy, and the source range of its last key and itself."""

    path: tuple[str, ...]
    text: str
    flow: Flow
    place: tuple[int, int]


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
        if value.path and value.path[0].startswith(_OWN_KEY):
            assembly.direct(_directive(value))
            continue
        if len(value.path) == 1:
            metadata[value.path[0]] = value.text
        kind = _kind(value)
        if kind is not None and not value.flow.empty:
            text, _ = value.flow.result()
            if kind is BlockKind.TITLE and not any(key for key in metadata if key != value.path[0] and _named(key, _TITLES)):
                assembly.value(kind, value.path[-1], value.flow)
                assembly.open_title(text)
            else:
                assembly.value(kind, value.path[-1], value.flow)
    return metadata, ""


def _directive(value: _Value) -> Directive:
    """Give what is said to claimlint as a comment would say it: "key: {CL201: text}" and "key CL201: text" as "key CL201: text"."""
    first, *others = value.path
    words = " ".join((first + ":" * (" " in first), *(f"{key}:" for key in others), value.text))
    return Directive(" ".join(words.split()), *value.place, "" if len(value.path) <= 2 else "too-deep")


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


def _kind(value: _Value) -> BlockKind | None:
    key = value.path[-1] if value.path else ""
    if len(value.path) == 1 and _named(key, _TITLES):
        return BlockKind.TITLE
    if len(value.path) == 1 and _named(key, _DESCRIPTIONS):
        return BlockKind.DESCRIPTION
    if any(_named(part, _NOT_COPY) for part in value.path):
        return None
    if _named(key, _TITLES | _DESCRIPTIONS) or not _NO_COPY_VALUE.fullmatch(value.text.strip()):
        return BlockKind.FRONT_MATTER
    return None


def _named(key: str, names: frozenset[str]) -> bool:
    """True where the last word of a key (post_title, ogTitle) is one of the names."""
    words = _KEY_WORDS.findall(key)
    return bool(words) and words[-1].lower() in names


def _yaml_values(passage: Passage, front: FrontMatter) -> Iterator[_Value]:
    text = passage.text[front.start : front.stop]
    problems: list[Problem] = []
    root = compose(text, "", problems, compiled=False)
    if problems:
        raise _Unreadable(problems[0])
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise _Unreadable(Problem("", root.start_mark.line + 1, None, "it holds no keys with values."))
    part = passage.excerpt(front.start, front.stop)
    seen: set[int] = set()
    pending: list[tuple[tuple[str, ...], yaml.Node, int]] = [((), root, 0)]
    while pending:
        path, node, start = pending.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            pairs = [(key, value) for key, value in node.value if isinstance(key, yaml.ScalarNode)]
            pending += reversed([((*path, str(key.value)), value, key.start_mark.index) for key, value in pairs])
        elif isinstance(node, yaml.SequenceNode):
            pending += reversed([(path, value, value.start_mark.index) for value in node.value])
        elif isinstance(node, yaml.ScalarNode):
            stop = start + len(part.text[start : node.end_mark.index].rstrip())
            yield _Value(path, node.value.strip(), _scalar(part, node), part.source_range(start, stop))


def _scalar(passage: Passage, node: yaml.ScalarNode) -> Flow:
    flow = Flow()
    start, stop = node.start_mark.index, node.end_mark.index
    if node.style in ("|", ">"):
        flow.add(passage, passage.text.index("\n", start) if "\n" in passage.text[start:stop] else stop, stop)
    elif node.style == '"':
        _add_escaped(flow, passage, start + 1, stop - 1, _DOUBLE_QUOTED)
    elif node.style == "'":
        _add_escaped(flow, passage, start + 1, stop - 1, _SINGLE_QUOTED)
    else:
        flow.add(passage, start, stop)
    return flow


def _add_escaped(flow: Flow, passage: Passage, start: int, stop: int, escape: re.Pattern[str]) -> None:
    at = start
    for match in escape.finditer(passage.text, start, stop):
        flow.add(passage, at, match.start())
        flow.replace(_unescaped(match[0]), passage, match.start(), match.end())
        at = match.end()
    flow.add(passage, at, stop)


def _unescaped(escape: str) -> str:
    if escape == "''":
        return "'"
    if escape[1] in "xuU" and len(escape) > 2:
        code = int(escape[2:], 16)
        return "\ufffd" if code > sys.maxunicode or 0xD800 <= code <= 0xDFFF else chr(code)
    if escape[1] == "\n":
        return ""
    return _ESCAPES.get(escape[1], escape[1])


def _toml_values(passage: Passage, front: FrontMatter) -> Iterator[_Value]:
    """The strings of the first table: TOML's own parsers give no positions, and copy stands in strings on one line."""
    for match in _TOML_STRING.finditer(passage.text, front.start, front.stop):
        flow = Flow()
        if match[2] is not None:
            _add_escaped(flow, passage, *match.span(2), _DOUBLE_QUOTED)
        else:
            flow.add(passage, *match.span(3))
        yield _Value((match[1],), flow.result()[0], flow, passage.source_range(match.start(1), match.end()))
