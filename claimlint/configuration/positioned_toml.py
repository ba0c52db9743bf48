"""A table of a TOML file as positioned values, so that it is read by the same functions as YAML.

The standard library's parser gives no places: a key's line is looked up in the text. Values carry the place of their key.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import Any

from claimlint.errors import Problem
from claimlint.positioned_yaml import Entries, Items, Node, Text

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_HEADER = re.compile(r"\s*\[(?P<name>[^\[\]]+)\]\s*(?:#.*)?")
_KEY = re.compile(r"\s*(?P<key>[\w.\"' -]+?)\s*=")
_ERROR_PLACE = re.compile(r"\(at line (?P<line>\d+), column (?P<column>\d+)\)")

Place = tuple[int, int]
Names = tuple[str, ...]


def parse_table(text: str, path: str, table: Names, problems: list[Problem]) -> Entries | None:
    """Give a table of a TOML file, None where the file has no such table or cannot be parsed (a problem is noted then)."""
    try:
        found: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _ERROR_PLACE.search(str(error))
        line, column = (int(place["line"]), int(place["column"])) if place else (None, None)
        problems.append(Problem(path, line, column, f"is not valid TOML: {_ERROR_PLACE.sub('', str(error)).strip()}."))
        return None
    found = _table_in(found, table)
    if not isinstance(found, Mapping):
        return None
    node = _Conversion(path, _places(text)).convert(found, table, (1, 1))
    assert isinstance(node, Entries)
    return node


def same_table(first: bytes, second: bytes, table: Names) -> bool:
    """Tell whether two TOML files have the same table, or both none; a file that cannot be read has none that is the same."""
    try:
        return bool(_table_in(tomllib.loads(first.decode()), table) == _table_in(tomllib.loads(second.decode()), table))
    except ValueError:
        return False


def _table_in(found: Any, table: Names) -> Any:
    for name in table:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def _places(text: str) -> dict[Names, Place]:
    """Find the place of each key and table header by its full name."""
    places: dict[Names, Place] = {}
    inside: Names = ()
    for number, line in enumerate(text.splitlines(), start=1):
        header, key = _HEADER.fullmatch(line), _KEY.match(line)
        if header:
            inside = _names(header["name"])
            places.setdefault(inside, (number, header.start("name") + 1))
        elif key:
            places.setdefault((*inside, *_names(key["key"])), (number, key.start("key") + 1))
    return places


def _names(dotted: str) -> Names:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


class _Conversion:
    """Turns parsed TOML into nodes."""

    def __init__(self, path: str, places: Mapping[Names, Place]) -> None:
        self._path = path
        self._places = places

    def convert(self, value: object, name: Names, above: Place) -> Node:
        """Give the node of a value; one whose key was not found stands where the one above it does."""
        place = self._places.get(name, above)
        if isinstance(value, Mapping):
            return Entries(self._path, *place, {key: self._entry(key, item, (*name, key), place) for key, item in value.items()})
        if isinstance(value, list):
            return Items(self._path, *place, tuple(self.convert(item, name, place) for item in value))
        written = str(value).lower() if isinstance(value, bool) else str(value)
        return Text(self._path, *place, written, quoted=isinstance(value, str))

    def _entry(self, key: str, value: object, name: Names, above: Place) -> tuple[Text, Node]:
        place = self._places.get(name, above)
        return Text(self._path, *place, key, quoted=True), self.convert(value, name, place)
