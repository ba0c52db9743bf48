"""From a file to parsed YAML: decoding and merge keys."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from claimlint.errors import Problem
from claimlint.manifest.reading import place_of
from claimlint.positioned_yaml import Entries, Items, Node, Text, parse

_MERGE = "<<"


@dataclass(frozen=True, slots=True)
class ManifestSource:
    """A manifest file. path: as named, with forward slashes. root: None where it could not be parsed."""

    path: str
    content: bytes
    root: Node | None

    @property
    def sha256(self) -> str:
        """The hash of the file's bytes, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def read_source(path: Path, problems: list[Problem]) -> ManifestSource:
    """Read and parse one manifest file, with merge keys (`<<`) resolved; what is wrong is appended to problems."""
    name = path.as_posix()
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(name, None, None, "there is no such manifest.", "Correct the path, or write one with `claimlint init`."))
        return ManifestSource(name, b"", None)
    except OSError as error:
        reason = "it is a folder" if path.is_dir() else error.strerror or str(error)
        problems.append(Problem(name, None, None, f"the manifest cannot be read: {reason}.", "Name a file that can be read."))
        return ManifestSource(name, b"", None)
    return parsed_source(name, content, problems)


def parsed_source(name: str, content: bytes, problems: list[Problem]) -> ManifestSource:
    """Parse the bytes of a manifest file as `read_source` does. name: the path that problems give."""
    return ManifestSource(name, content, _parse_bytes(content, name, problems))


def _parse_bytes(content: bytes, name: str, problems: list[Problem]) -> Node | None:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = content.rfind(b"\n", 0, error.start) + 1
        line = content.count(b"\n", 0, error.start) + 1
        column = len(content[start : error.start].decode("utf-8", errors="replace")) + 1
        problems.append(Problem(name, line, column, "this is not UTF-8.", "Save the file with the encoding UTF-8."))
        return None
    before = len(problems)
    root = parse(text, name, problems)
    if root is None and len(problems) == before:
        problems.append(Problem(name, 1, 1, "the manifest is empty.", 'Begin with "version: 1", or write one with `claimlint init`.'))
    return None if root is None else _merged(root, problems)


def _merged(node: Node, problems: list[Problem]) -> Node:
    """Resolve merge keys: own keys win over merged ones, earlier mappings of a list over later ones."""
    if isinstance(node, Items):
        return Items(node.path, node.line, node.column, tuple(_merged(item, problems) for item in node.items))
    if isinstance(node, Text):
        return node
    entries: dict[str, tuple[Text, Node]] = {}
    for key, value in node:
        if key.text != _MERGE or key.quoted:
            entries[key.text] = key, _merged(value, problems)
    merge = node.entries.get(_MERGE)
    if merge is not None and not merge[0].quoted:
        for name, entry in _to_merge(_merged(merge[1], problems), problems).items():
            entries.setdefault(name, entry)
    return Entries(node.path, node.line, node.column, entries)


def _to_merge(node: Node, problems: list[Problem]) -> dict[str, tuple[Text, Node]]:
    sources = node.items if isinstance(node, Items) else (node,)
    entries: dict[str, tuple[Text, Node]] = {}
    for source in sources:
        if isinstance(source, Entries):
            entries = {**source.entries, **entries}
        else:
            place = place_of(source)
            message = '"<<" merges mappings only, and this is none.'
            problems.append(Problem(place.path, place.line, place.column, message, "Name a mapping by its alias, such as *defaults."))
    return entries
