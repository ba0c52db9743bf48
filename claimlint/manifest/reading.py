"""Reading a parsed manifest after its declaration: every deviation becomes a problem with its place, none ends the reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from claimlint.errors import Problem
from claimlint.manifest.model import Place
from claimlint.manifest.shapes import ListOf, Named, Record, Scalar, Shape, Unreadable
from claimlint.positioned_yaml import Entries, Items, Node, Text, nearest

_MISSING: Any = object()
"""Stands for a value that could not be read; a problem has been noted for it."""


@dataclass(frozen=True)
class Fields:
    """A record as read. values: only those that are readable; places: of all the keys that are known.

    sound: False where a key of this record itself (not of what lies deeper) is unknown, missing or unreadable.
    """

    place: Place
    values: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    sound: bool = True

    def get(self, key: str, default: Any = None) -> Any:
        """Give the value of a key, the default where it is missing or unreadable."""
        return self.values.get(key, default)


@dataclass(frozen=True, slots=True)
class Name:
    """An id in one of the sections, where it is declared or where something refers to it. among: further names that would do."""

    section: str
    text: str
    place: Place
    among: tuple[str, ...] = ()


@dataclass
class Reading:
    """What comes up while reading: problems, ids that are declared and ids that are referred to."""

    problems: list[Problem]
    declared: list[Name] = field(default_factory=list)
    referred: list[Name] = field(default_factory=list)

    def problem(self, place: Place, message: str, remedy: str = "") -> None:
        """Note that something is wrong at a place."""
        self.problems.append(Problem(place.path, place.line, place.column, message, remedy))


def place_of(node: Node) -> Place:
    """Give the place at which a parsed value starts."""
    return Place(node.path, node.line, node.column)


def read_record(node: Node, shape: Record, label: str, reading: Reading) -> Fields | None:
    """Read a mapping with known keys.

    label: what the record is called in messages. Gives None, and notes a problem, where the value is no mapping at all.
    """
    if shape.short is not None and isinstance(node, Text) and not node.is_null:
        node = Entries(node.path, node.line, node.column, {shape.short: (replace(node, text=shape.short), node)})
    if not isinstance(node, Entries):
        _wrong_type(node, shape.wants, label, reading)
        return None
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    sound = _keys_are_right(node, shape, label, reading)
    for key, value in node:
        if key.text not in shape.keys:
            continue
        places[key.text] = place_of(value)
        found = _read(value, shape.keys[key.text].shape, f'"{key.text}"', reading)
        if found is _MISSING:
            sound = False
        else:
            values[key.text] = found
    return Fields(place_of(node), values, places, sound)


def _keys_are_right(node: Entries, shape: Record, label: str, reading: Reading) -> bool:
    before = len(reading.problems)
    for key, _ in node:
        if key.text not in shape.keys:
            reading.problem(place_of(key), f'unknown key "{key.text}" in {label}.', nearest(key.text, shape.keys))
    for name, key_declared in shape.keys.items():
        if key_declared.required and name not in node.entries:
            reading.problem(place_of(node), f'"{name}" is missing in {label}.', f"Add it: {key_declared.shape.wants}.")
    present = [name for name in shape.exactly_one if name in node.entries]
    if shape.exactly_one and len(present) != 1:
        has = f"has {' and '.join(present)}" if present else "says nothing that copy could be compared with"
        reading.problem(place_of(node), f"{label} {has}.", f"Give exactly one of {', '.join(shape.exactly_one)}.")
    return len(reading.problems) == before


def _read(node: Node, shape: Shape, label: str, reading: Reading) -> Any:
    if isinstance(shape, Scalar):
        return _read_scalar(node, shape, label, reading)
    if isinstance(shape, ListOf):
        return _read_list(node, shape, label, reading)
    if isinstance(shape, Named):
        return _read_named(node, shape, label, reading)
    return read_record(node, shape, label, reading) or _MISSING


def _read_scalar(node: Node, shape: Scalar, label: str, reading: Reading) -> Any:
    if not isinstance(node, Text) or node.is_null:
        return _wrong_type(node, shape.wants, label, reading)
    try:
        value = shape.read(node.text)
    except ValueError as error:
        remedy = error.remedy if isinstance(error, Unreadable) else ""
        reading.problem(place_of(node), f"{label} cannot be read: {error}.", remedy)
        return _MISSING
    if shape.refers is not None:
        reading.referred.append(Name(shape.refers, node.text, place_of(node), shape.among))
    return value


def _read_list(node: Node, shape: ListOf, label: str, reading: Reading) -> Any:
    item_label = f"an item of {label}"
    if shape.one_is_enough and isinstance(node, Text) and not node.is_null:
        item_label = label
        node = Items(node.path, node.line, node.column, (node,))
    if not isinstance(node, Items):
        return _wrong_type(node, shape.wants, label, reading)
    if shape.length is not None and len(node.items) != shape.length:
        reading.problem(place_of(node), f"{label} must be {shape.wants}; it holds {len(node.items)}.")
        return _MISSING
    read = tuple(_read(item, shape.item, item_label, reading) for item in node.items)
    if any(item is _MISSING for item in read):
        return _MISSING
    try:
        if shape.check is not None:
            shape.check(read)
    except Unreadable as error:
        reading.problem(place_of(node), f"{label} cannot be read: {error}.", error.remedy)
        return _MISSING
    return read


def _read_named(node: Node, shape: Named, label: str, reading: Reading) -> Any:
    """Give a mapping of names to fields.

    A name whose entry is unreadable stays, so that references to it are not reported too.

    The place of each is that of its name.
    """
    if not isinstance(node, Entries):
        return _wrong_type(node, shape.wants, label, reading)
    entries: dict[str, Fields] = {}
    for key, value in node:
        _read_scalar(replace(key, quoted=True), shape.names, "the name", reading)
        fields = read_record(value, shape.entry, f'"{key.text}"', reading)
        entries[key.text] = replace(fields or Fields(place_of(key), sound=False), place=place_of(key))
        if shape.declares is not None:
            reading.declared.append(Name(shape.declares, key.text, place_of(key)))
    return entries


def _wrong_type(node: Node, wants: str, label: str, reading: Reading) -> Any:
    if isinstance(node, Text) and node.is_null:
        reading.problem(place_of(node), f"{label} is empty.", f"Write {wants}, or leave it out.")
    else:
        reading.problem(place_of(node), f"{label} must be {wants}, not {_KINDS[type(node)]}.")
    return _MISSING


_KINDS: Mapping[type, str] = {Text: "text", Items: "a list", Entries: "a mapping"}
