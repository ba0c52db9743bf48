"""Reads the vocabulary from YAML.

Scalars are taken as they are written, so that a name such as "NO" or "5.10" keeps its text. Everything that is wrong in any file
is reported at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimlint.data import rules_folder
from claimlint.errors import InputError, Problem
from claimlint.positioned_yaml import compose, nearest
from claimlint.vocabulary.concept import QUANTITIES, Better, Concept, Examples
from claimlint.vocabulary.patterns import PatternError, compile_pattern

if TYPE_CHECKING:
    from yaml import Node

_KEYS = ("names", "wordings", "quantity", "better", "confused-with", "implies", "certifications", "examples")
_EXAMPLE_KEYS = ("match", "no-match")
_NOTHING = frozenset(["", "null", "~"])


def load_vocabulary(folders: Sequence[Path] | None = None) -> Mapping[str, Concept]:
    """Read all ``*.yaml`` files of the folders; give the concepts by id, sorted.

    folders: by default the vocabulary that comes with claimlint. A concept of a later folder replaces one of the same id in an
    earlier folder, so that a team can change an entry. Raises InputError with every problem of every file.
    """
    problems: list[Problem] = []
    concepts: dict[str, Concept] = {}
    references: list[_Reference] = []
    for folder in (rules_folder() / "vocabulary",) if folders is None else folders:
        concepts.update(_read_folder(folder, references, problems))
    problems.extend(_dangling(references, concepts))
    if problems:
        raise InputError(problems)
    return dict(sorted(concepts.items()))


class _Reference:
    """A concept that another one names, and where."""

    __slots__ = ("id", "node", "path")

    def __init__(self, path: str, node: Node) -> None:
        self.path, self.node, self.id = path, node, node.value


def _read_folder(folder: Path, references: list[_Reference], problems: list[Problem]) -> dict[str, Concept]:
    found: dict[str, Concept] = {}
    files = sorted(folder.glob("*.yaml"))
    if not files:
        problems.append(
            Problem(folder.as_posix(), None, None, "there is no vocabulary in this folder.", "Put *.yaml files of concepts there.")
        )
    for file in files:
        reader = _Reader(file, references, problems)
        for concept, node in reader.concepts():
            if concept.id in found:
                reader.report(node, f'the concept "{concept.id}" is defined twice in this folder.', "Keep one of the two.")
            found[concept.id] = concept
    return found


def _dangling(references: Sequence[_Reference], concepts: Mapping[str, Concept]) -> Iterator[Problem]:
    for reference in references:
        if reference.id not in concepts:
            yield _problem(reference.path, reference.node, f'there is no concept "{reference.id}".', nearest(reference.id, concepts))


class _Reader:
    """One vocabulary file: its problems and references go into the lists given, its concepts come out."""

    def __init__(self, file: Path, references: list[_Reference], problems: list[Problem]) -> None:
        self._file, self._path = file, file.as_posix()
        self._references, self._problems = references, problems

    def report(self, node: Node, message: str, remedy: str = "") -> None:
        """Note a problem at a node's place."""
        self._problems.append(_problem(self._path, node, message, remedy))

    def concepts(self) -> Iterator[tuple[Concept, Node]]:
        """Yield each concept of the file and the node of its id."""
        root = self._root()
        for key, node in self._items(root) if root is not None else ():
            yield self._concept(key.value, node), key

    def _root(self) -> Node | None:
        try:
            text = self._file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            self._problems.append(Problem(self._path, None, None, "is not UTF-8 text.", "Save it as UTF-8."))
            return None
        except OSError as error:
            self._problems.append(Problem(self._path, None, None, f"cannot be read: {error.strerror or error}."))
            return None
        return compose(text, self._path, self._problems)

    def _concept(self, identifier: str, node: Node) -> Concept:
        fields = self._fields(node, _KEYS)
        quantity = self._choice(fields.get("quantity"), QUANTITIES, "quantity")
        better = self._choice(fields.get("better"), tuple(member.value for member in Better), "direction")
        names = self._texts(fields.get("names"))
        if not names:
            self.report(node, f'the concept "{identifier}" has no names.', "Add the names that engineers use: names: [battery life]")
        return Concept(
            id=identifier,
            names=names,
            wordings=self._wordings(identifier, fields.get("wordings"), quantity),
            examples=self._examples(fields.get("examples")),
            quantity=quantity,
            better=Better(better) if better else None,
            confused_with=self._concept_ids(fields.get("confused-with")),
            implies=self._concept_ids(fields.get("implies")),
            certifications=self._texts(fields.get("certifications")),
        )

    def _items(self, node: Node) -> Iterator[tuple[Node, Node]]:
        if not _is_mapping(node):
            self.report(node, "keys with values are expected here.")
            return
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                self.report(key, f'"{key.value}" stands here twice.', "Keep one of the two.")
            seen.add(key.value)
            yield key, value

    def _fields(self, node: Node, allowed: tuple[str, ...]) -> dict[str, Node]:
        fields: dict[str, Node] = {}
        for key, value in self._items(node):
            if key.value in allowed:
                fields[key.value] = value
            else:
                self.report(key, f'"{key.value}" is not a key that is known here.', nearest(key.value, allowed))
        return fields

    def _text_nodes(self, node: Node | None) -> list[Node]:
        if node is None or (isinstance(node.value, str) and node.value in _NOTHING):
            return []
        if isinstance(node.value, str) or _is_mapping(node):
            self.report(node, "a list is expected here.")
            return []
        for item in node.value:
            if not isinstance(item.value, str):
                self.report(item, "text is expected here.", "Put it in quotation marks.")
        return [item for item in node.value if isinstance(item.value, str)]

    def _texts(self, node: Node | None) -> tuple[str, ...]:
        return tuple([item.value for item in self._text_nodes(node)])

    def _concept_ids(self, node: Node | None) -> tuple[str, ...]:
        nodes = self._text_nodes(node)
        self._references.extend([_Reference(self._path, item) for item in nodes])
        return tuple([item.value for item in nodes])

    def _wordings(self, identifier: str, node: Node | None, quantity: str | None) -> tuple[str, ...]:
        nodes = self._text_nodes(node)
        for item in nodes:
            try:
                compile_pattern(item.value, identifier, quantity)
            except PatternError as error:
                self.report(item, f"{error}.")
        return tuple([item.value for item in nodes])

    def _choice(self, node: Node | None, allowed: tuple[str, ...] | frozenset[str], kind: str) -> str | None:
        if node is None or node.value in _NOTHING:
            return None
        if isinstance(node.value, str) and node.value in allowed:
            return str(node.value)
        self.report(node, f'"{node.value}" is not a {kind}.', nearest(str(node.value), allowed))
        return None

    def _examples(self, node: Node | None) -> Examples:
        fields = self._fields(node, _EXAMPLE_KEYS) if node is not None else {}
        return Examples(self._texts(fields.get("match")), self._texts(fields.get("no-match")))


def _problem(path: str, node: Node, message: str, remedy: str) -> Problem:
    return Problem(path, node.start_mark.line + 1, node.start_mark.column + 1, message, remedy)


def _is_mapping(node: Node) -> bool:
    return node.tag == "tag:yaml.org,2002:map"
