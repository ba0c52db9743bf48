"""YAML with places: every value knows its line and column, and every scalar keeps the text that was written.

YAML guesses types (`5.10` loses a zero, `NO` becomes false, `10:30` a number of minutes). Here nothing is guessed: a
scalar is the text of the file, and whoever reads it decides what it means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from claimlint.errors import Problem

if TYPE_CHECKING:
    import yaml

MOST_NODES = 200_000
"""More values than this, aliases counted as often as they are used, and a file is refused: it could only be an attack."""

DEEPEST = 100
"""Deeper nesting than this is refused: nobody writes it, and the parsers' stack would not bear much more."""


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar: its text as written, and whether quotes (or a block style) stood around it."""

    path: str
    line: int
    column: int
    text: str
    quoted: bool

    @property
    def is_null(self) -> bool:
        """True for an empty value, `~` and `null`."""
        return not self.quoted and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Items:
    """A sequence."""

    path: str
    line: int
    column: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping, in the order of the file; a key that stands twice keeps its first value (and is reported)."""

    path: str
    line: int
    column: int
    entries: Mapping[str, tuple[Text, Node]]

    def get(self, key: str) -> Node | None:
        """Give the value of a key, None where the key is missing."""
        found = self.entries.get(key)
        return found[1] if found else None

    def __iter__(self) -> Iterator[tuple[Text, Node]]:
        return iter(self.entries.values())


Node: TypeAlias = "Text | Items | Entries"


def parse(text: str, path: str, problems: list[Problem]) -> Node | None:
    """Read one YAML document.

    text: the decoded file. path: as problems name it. problems: what is wrong (syntax, duplicate keys, keys that are no
    plain text) is appended. Gives None where the file is empty or cannot be parsed at all; nothing is raised.
    """
    root = compose(text, path, problems)
    return _Conversion(path, problems).document(root) if root is not None else None


def compose(text: str, path: str, problems: list[Problem], *, compiled: bool = True) -> yaml.Node | None:
    """Read one YAML document as the nodes of PyYAML; all else is as for `parse`, but for what only its values can show.

    compiled: use the parser in C where there is one; the other one gives exact ends of scalars.
    """
    import yaml

    refusal = _refusal(text, path)
    if refusal is not None:
        problems.append(refusal)
        return None
    try:
        return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader) if compiled else yaml.SafeLoader)
    except yaml.YAMLError as error:
        problems.append(_name_the_tab(_syntax_problem(error, path), text))
    except (ValueError, OverflowError):
        # The parser in Python does not look whether a number such as \UFFFFFFFF is a character at all.
        problems.append(Problem(path, None, None, "is not valid YAML: an escape names no character.", "Correct what follows \\U."))
    return None


def nearest(name: str, known: Mapping[str, object] | frozenset[str] | tuple[str, ...] | list[str]) -> str:
    """Give the remedy for an unknown name: the nearest known one, else all of them where they are few."""
    from difflib import get_close_matches  # only what is wrong needs it

    names = sorted(known)
    close = get_close_matches(name.lower(), [candidate.lower() for candidate in names], n=1, cutoff=0.6)
    if close:
        return f'Did you mean "{next(candidate for candidate in names if candidate.lower() == close[0])}"?'
    return f"Known are: {', '.join(names)}." if 0 < len(names) <= 30 else ""


def _syntax_problem(error: Exception, path: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be read"
    line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
    return Problem(path, line, column, f"is not valid YAML: {what}.", "Check indentation, colons and quotes near this place.")


def _refusal(text: str, path: str) -> Problem | None:
    """Say why a text must not even reach the parser: the compiled one has no guard of its own against deep nesting."""
    import yaml

    strange = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if strange is not None:
        before = text[: strange.start()]
        line, column = before.count("\n") + 1, strange.start() - before.rfind("\n")
        return Problem(path, line, column, f"a control character (U+{ord(strange.group()):04X}) stands here.", "Delete it.")
    return _too_deep(text, path)


def _too_deep(text: str, path: str) -> Problem | None:
    import yaml

    depth = 0
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                mark = event.start_mark
                line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
                return Problem(path, line, column, "this is nested too deeply to be read.", "Flatten it.")
    except yaml.YAMLError:
        return None  # the parser reports it
    return None


def _name_the_tab(problem: Problem, text: str) -> Problem:
    """Say plainly that a tab is in the way, where the parser's complaint points into an indentation that holds one."""
    lines = text.splitlines()
    if problem.line is None or problem.line > len(lines):
        return problem
    line = lines[problem.line - 1]
    column = line.find("\t") + 1
    if not 0 < column <= len(line) - len(line.lstrip()):
        return problem
    return Problem(problem.path, problem.line, column, "a tab indents this line.", "Indent with spaces: YAML does not allow tabs here.")


class _Conversion:
    """Turns PyYAML nodes into values; a node that aliases share is converted once."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self._path = path
        self._problems = problems
        self._done: dict[int, tuple[Node, int]] = {}
        self._open: set[int] = set()

    def document(self, root: yaml.Node) -> Node | None:
        try:
            node, size = self._convert(root)
        except (RecursionError, _SelfReferenceError):
            self._problems.append(Problem(self._path, None, None, "is nested too deeply to be read, or an alias contains itself."))
            return None
        if size > MOST_NODES:
            self._problems.append(Problem(self._path, None, None, f"holds more than {MOST_NODES} values.", "Write it with fewer aliases."))
            return None
        return node

    def _convert(self, raw: yaml.Node) -> tuple[Node, int]:
        import yaml

        if id(raw) in self._done:
            return self._done[id(raw)]
        if id(raw) in self._open:
            raise _SelfReferenceError
        self._open.add(id(raw))
        place = (self._path, raw.start_mark.line + 1, raw.start_mark.column + 1)
        size = 1
        node: Node
        if isinstance(raw, yaml.MappingNode):
            entries, size = self._entries(raw)
            node = Entries(*place, entries)
        elif isinstance(raw, yaml.SequenceNode):
            converted = [self._convert(item) for item in raw.value]
            size += sum(count for _, count in converted)
            node = Items(*place, tuple(item for item, _ in converted))
        else:
            assert isinstance(raw, yaml.ScalarNode)
            node = Text(*place, raw.value, bool(raw.style))
        self._open.discard(id(raw))
        self._done[id(raw)] = node, size
        return node, size

    def _entries(self, raw: yaml.MappingNode) -> tuple[dict[str, tuple[Text, Node]], int]:
        entries: dict[str, tuple[Text, Node]] = {}
        size = 1
        for raw_key, raw_value in raw.value:
            key, _ = self._convert(raw_key)
            value, count = self._convert(raw_value)
            size += count
            if not isinstance(key, Text):
                self._problems.append(Problem(key.path, key.line, key.column, "a key must be plain text."))
            elif key.text in entries:
                first = entries[key.text][0]
                message = f'"{key.text}" stands here a second time; the first is on line {first.line}.'
                self._problems.append(Problem(key.path, key.line, key.column, message, "Keep one of them."))
            else:
                entries[key.text] = key, value
        return entries, size


class _SelfReferenceError(Exception):
    """An alias contains itself."""
