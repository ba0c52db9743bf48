"""Reading and writing a baseline file: JSON, an entry a line, in an order that depends on nothing but the entries.

Two branches that both add entries merge without a conflict where unchanged lines stand between their changes. Entries next to
each other, or a file that starts empty, have none. So every entry has its slot, by a hash of its own, and the number of each slot
stands in the file whether the slot is filled or not. With SLOTS slots, two branches that add ten entries each meet in one of
them in about two merges of a hundred. Plain git does this; no merge driver has to be set up.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from hashlib import sha256
from typing import Any

from claimlint.baseline_entry import BaselineEntry
from claimlint.errors import InputError, Problem
from claimlint.positioned_yaml import Entries, Items, Node, parse

FORMAT_VERSION = 1
DIGITS = 3
SLOTS = 16**DIGITS
END = "end"
"""Stands behind the last slot, so that every other line ends with a comma whatever is added or removed."""

ABOUT = (
    "Findings that claimlint does not count as new. `claimlint check --update-baseline` writes this file. "
    "Each entry stands below its slot: the unchanged lines between them let branches merge."
)
_KEYS = tuple(field.name for field in fields(BaselineEntry))
_MARKERS = frozenset({*(f"{number:0{DIGITS}x}" for number in range(SLOTS)), END})
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
_HASH = re.compile(r"[0-9a-f]{64}")
_OUTSIDE = re.compile(r"/|[A-Za-z]:|.*\\")
_REMEDY = "Take the file as it was before from version control; then `claimlint check --update-baseline` brings it up to date."


def as_text(entries: Iterable[BaselineEntry]) -> str:
    """Give the text of a baseline file: the same for the same entries, in whatever order they come."""
    slots: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        slots[_slot(entry)].append(json.dumps(asdict(entry), ensure_ascii=False))
    lines = ["{", f'"version": {FORMAT_VERSION},', f'"about": {json.dumps(ABOUT)},', '"entries": [']
    for number in range(SLOTS):
        name = f"{number:0{DIGITS}x}"
        lines += [f'"{name}",', *(f"{line}," for line in sorted(slots[name]))]
    return "\n".join([*lines, f'"{END}"', "]", "}"]) + "\n"


def parse_baseline(data: bytes, name: str) -> tuple[BaselineEntry, ...]:
    """Read the entries of a baseline file, in their order. name: of the file, as problems name it.

    Raises InputError with everything that is wrong with it, each at its line.
    """
    text = _decoded(data, name)
    if conflict := _CONFLICT.search(text):
        message = "holds the marks of a merge that was not finished."
        raise InputError(
            Problem(
                name, _line_at(text, conflict.start()), None, message, "Finish the merge: where both sides have added lines, keep both."
            )
        )
    try:
        found = json.loads(text, object_pairs_hook=_without_repetition)
    except json.JSONDecodeError as error:
        raise InputError(Problem(name, error.lineno, None, f"is no JSON: {error.msg}.", _REMEDY)) from None
    except (ValueError, RecursionError):
        # Keys that stand twice and nesting without end: the reader that knows lines says where.
        problems: list[Problem] = []
        parse(text, name, problems)
        raise InputError(problems or Problem(name, None, None, "is no baseline.", _REMEDY)) from None
    wrong = list(_faults(found))
    if wrong:
        root = parse(text, name, [])
        raise InputError([Problem(name, _line_of(root, place), None, message, _REMEDY) for place, message in wrong])
    return tuple(BaselineEntry(**item) for item in found["entries"] if isinstance(item, dict))


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(Problem(name, line, None, "is not UTF-8 text.", _REMEDY)) from None


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _faults(found: Any) -> Iterator[tuple[int | str, str]]:
    """Say what is wrong with the values of a file, each with its key, or its place among the entries."""
    if not isinstance(found, dict):
        yield "", "is no baseline: expected keys with values."
        return
    if found.get("version") != FORMAT_VERSION:
        yield "version", f"this version of claimlint reads baselines of version {FORMAT_VERSION} only."
        return
    for key in sorted(found.keys() - {"version", "about", "entries"}):
        yield key, f'"{key}" is no key of a baseline.'
    entries = found.get("entries")
    if not isinstance(entries, list):
        yield "entries", 'has no list of "entries".'
        return
    for place, item in enumerate(entries):
        fault = _fault_of(item)
        if fault:
            yield place, fault


def _fault_of(item: Any) -> str:
    if isinstance(item, str) and item in _MARKERS:
        return ""
    if not isinstance(item, dict) or set(item) != set(_KEYS):
        return f"is no entry of a baseline; one has {', '.join(_KEYS)}."
    for key in _KEYS:
        if not isinstance(item[key], str) and not (key == "subject" and item[key] is None):
            return f'"{key}" has to be text.'
    if not item["path"] or _OUTSIDE.match(item["path"]):
        return '"path" has to be relative, with forward slashes.'
    return "" if _HASH.fullmatch(item["promise"]) else '"promise" has to be 64 hexadecimal digits.'


def _line_of(root: Node | None, place: int | str) -> int | None:
    node: Node | None = root
    if isinstance(root, Entries):
        entries = root.get("entries")
        if isinstance(place, int) and isinstance(entries, Items) and place < len(entries.items):
            node = entries.items[place]
        elif isinstance(place, str):
            node = root.get(place) or root
    return node.line if node is not None else None


def _line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _slot(entry: BaselineEntry) -> str:
    return sha256(f"{entry.path}\n{entry.promise}".encode()).hexdigest()[:DIGITS]
