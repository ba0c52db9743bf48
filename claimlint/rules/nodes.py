"""Reading what rule files, packs and policies have in common: text, lists and keys, each complaint with its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from claimlint.configuration.paths import reported
from claimlint.errors import Problem
from claimlint.manifest.model import Place
from claimlint.positioned_yaml import Entries, Items, Node, Text, nearest, parse

Problems: TypeAlias = "list[Problem]"
"""Where a reader writes down what is wrong, so that one run tells everything."""


def read_yaml(path: Path, problems: Problems) -> Node | None:
    """Read and parse a file; an unreadable, empty or broken one is a problem and gives None."""
    name = reported(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        problems.append(Problem(name, None, None, "is not UTF-8 text.", "Save it as UTF-8."))
        return None
    except OSError as error:
        problems.append(Problem(name, None, None, f"cannot be read: {error.strerror or error}."))
        return None
    before = len(problems)
    root = parse(text, name, problems)
    if root is None and len(problems) == before:
        problems.append(Problem(name, None, None, "is empty."))
    return root


def wrong(node: Node, message: str, remedy: str = "") -> Problem:
    """Give a problem at the place of a node."""
    return Problem(node.path, node.line, node.column, message, remedy)


def place_of(node: Node) -> Place:
    """Give the place of a node."""
    return Place(node.path, node.line, node.column)


def refuse_unknown(node: Entries, known: Mapping[str, object] | tuple[str, ...], problems: Problems) -> None:
    """Complain of every key that is not known, and name the nearest one that is."""
    for key, _ in node:
        if key.text not in known:
            problems.append(wrong(key, f'"{key.text}" is not known here.', nearest(key.text, known)))


def text_at(node: Entries, key: str, problems: Problems, default: str | None = None) -> str:
    """Give the text under a key. default: what a missing key means, None where it must be there."""
    value = node.get(key)
    if isinstance(value, Text) and (not value.is_null or default is not None):
        return default if default is not None and value.is_null else value.text.strip()
    if value is not None:
        problems.append(wrong(value, f"{key} must be text."))
    elif default is None:
        problems.append(wrong(node, f"{key} is missing."))
    return default or ""


def choice_at(node: Entries, key: str, choices: tuple[str, ...], problems: Problems, default: str | None = None) -> str:
    """Give the text under a key which must be one of the choices; the first of them stands in for a wrong one."""
    text = text_at(node, key, problems, default)
    value = node.get(key)
    if text in choices:
        return text
    if value is not None and text:
        problems.append(wrong(value, f'{key} cannot be "{text}".', nearest(text, choices)))
    return choices[0]


def texts(node: Node | None, name: str, problems: Problems) -> tuple[str, ...]:
    """Give a list of texts; one text alone counts as a list of one, nothing as an empty list."""
    if node is None:
        return ()
    parts = node.items if isinstance(node, Items) else (node,)
    found = []
    for part in parts:
        if isinstance(part, Text):
            found.append(part.text)
        else:
            problems.append(wrong(part, f"{name} must be text or a list of texts."))
    return tuple(found)
