"""The keys of a configuration file: what each may hold, and how it is read.

Every reader takes a node and a `Reading`, and gives the value, or None after it has noted what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from claimlint.configuration.model import FAIL_ON, Patterns
from claimlint.configuration.paths import normalised
from claimlint.errors import Problem
from claimlint.finding import OFF, SEVERITIES
from claimlint.positioned_yaml import Entries, Items, Node, Text, nearest

Value = TypeVar("Value")

_DAYS = re.compile(r"(?P<count>\d+)\s*(?P<unit>d|days?|w|weeks?)?", re.ASCII)
_RULE_FILE = re.compile(r"[/\\]|\.ya?ml$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What readers share: the folder that paths are relative to, what was found wrong so far, and where names stand (see `Origin`)."""

    folder: Path
    problems: list[Problem]
    places: dict[tuple[str, str], tuple[str, int | None, int | None]] = field(default_factory=dict)

    def wrong(self, node: Node, message: str, remedy: str = "") -> None:
        """Note what is wrong with a value, at its place."""
        self.problems.append(Problem(node.path, node.line, node.column, message, remedy))

    def note(self, key: str, name: str, node: Node) -> None:
        """Keep the place of a name that only the rules or the policy can tell right from wrong."""
        self.places[key, name] = node.path, node.line, node.column


@dataclass(frozen=True, slots=True)
class Field:
    """A key of the file: the field of `Configuration` that it fills, its reader, what it is written as, and what it says."""

    name: str
    read: Callable[[Node, Reading], Any]
    wants: str
    about: str


def read_fields(entries: Entries, reading: Reading) -> dict[str, Any]:
    """Read every key of a configuration; gives the fields of `Configuration` that were set and are right."""
    values: dict[str, Any] = {}
    for key, node in entries:
        known = FIELDS.get(key.text)
        if known is None:
            reading.wrong(key, f'"{key.text}" is no key of the configuration.', nearest(key.text, FIELDS))
        elif isinstance(node, Text) and node.is_null:
            reading.wrong(node, f'"{key.text}" has no value.', "Give it one, or take the line out.")
        else:
            value = known.read(node, reading)
            if value is not None:
                values[known.name] = value
    return values


def _text(node: Node, reading: Reading) -> str | None:
    if isinstance(node, Text) and node.text.strip() and not node.is_null:
        return node.text
    reading.wrong(node, "expected text here.")
    return None


def _texts(node: Node, reading: Reading) -> tuple[str, ...] | None:
    """One text, or a list of them."""
    if isinstance(node, Entries):
        reading.wrong(node, "expected one text, or a list of them.")
        return None
    found = [_text(item, reading) for item in (node.items if isinstance(node, Items) else (node,))]
    return tuple(text for text in found if text is not None)


def _path(node: Node, reading: Reading) -> Path | None:
    text = _text(node, reading)
    return None if text is None else normalised(Path(text), reading.folder)


def _baseline(node: Node, reading: Reading) -> Path | None:
    path = _path(node, reading)
    reading.note("baseline", str(path), node)
    return path


def _manifests(node: Node, reading: Reading) -> tuple[Path, ...] | None:
    if isinstance(node, Entries) or (isinstance(node, Items) and not node.items):
        reading.wrong(node, "expected the path of a manifest, or a list of them.")
        return None
    found = [_path(item, reading) for item in (node.items if isinstance(node, Items) else (node,))]
    return tuple(path for path in found if path is not None)


def _patterns(node: Node, reading: Reading) -> Patterns | None:
    from pathspec import GitIgnoreSpec

    patterns = _texts(node, reading)
    try:
        GitIgnoreSpec.from_lines(patterns or ())
    except ValueError as error:
        reading.wrong(node, f"is not a pattern as .gitignore has them: {error}.")
        return None
    return patterns


def _mapping(node: Node, reading: Reading, read: Callable[[Text, Node, Reading], Value | None]) -> dict[str, Value] | None:
    if not isinstance(node, Entries):
        reading.wrong(node, "expected keys with values here.")
        return None
    found = {key.text: read(key, value, reading) for key, value in node}
    return {key: value for key, value in found.items() if value is not None}


def _channel(key: Text, node: Node, reading: Reading) -> Patterns | None:
    reading.note("channels", key.text, key)
    return _patterns(node, reading)


def _channels(node: Node, reading: Reading) -> tuple[tuple[str, Patterns], ...] | None:
    channels = _mapping(node, reading, _channel)
    return None if channels is None else tuple(channels.items())


def _rule_severity(key: Text, node: Node, reading: Reading) -> str | None:
    reading.note("severity", key.text, key)
    return _choice("severity", (*SEVERITIES, OFF))(node, reading)


def _severity(node: Node, reading: Reading) -> Mapping[str, str] | None:
    return _mapping(node, reading, _rule_severity)


def _choice(what: str, choices: tuple[str, ...]) -> Callable[[Node, Reading], str | None]:
    def read(node: Node, reading: Reading) -> str | None:
        text = _text(node, reading)
        if text is None or text in choices:
            return text
        reading.wrong(node, f'"{text}" is no {what}.', nearest(text, choices))
        return None

    return read


def _days(node: Node, reading: Reading) -> int | None:
    text = _text(node, reading)
    match = _DAYS.fullmatch(text.strip()) if text else None
    if match:
        return int(match["count"]) * (7 if (match["unit"] or "").startswith("w") else 1)
    if text:
        reading.wrong(node, f'"{text}" is no number of days.', 'Write it like "30 days" or "2 weeks".')
    return None


def _share(node: Node, reading: Reading) -> float | None:
    text = _text(node, reading)
    try:
        number = float(text) if text else -1.0
    except ValueError:
        number = -1.0
    if 0 <= number <= 1:
        return number
    if text:
        reading.wrong(node, f'"{text}" is no number from 0 to 1.')
    return None


def as_rule(text: str, folder: Path) -> str | Path:
    """Tell names of packs from rule files: a path has a slash in it or ends in .yaml, and is relative to the folder."""
    return normalised(Path(text), folder) if _RULE_FILE.search(text) else text


def _rules(node: Node, reading: Reading) -> tuple[str | Path, ...] | None:
    if isinstance(node, Entries):
        reading.wrong(node, "expected the name or path of a pack, or a list of them.")
        return None
    found = []
    for item in node.items if isinstance(node, Items) else (node,):
        text = _text(item, reading)
        if text is not None:
            rule = as_rule(text, reading.folder)
            reading.note("rules", str(rule), item)
            found.append(rule)
    return tuple(found)


_PATTERNS = "patterns as in .gitignore"

FIELDS: Mapping[str, Field] = {
    "manifest": Field(
        "manifests",
        _manifests,
        "a path, or a list of paths",
        "The manifest; several are merged. Left out, the nearest capabilities.yaml upwards serves, or capabilities.lock.yaml.",
    ),
    "channels": Field(
        "channels",
        _channels,
        f"channels, each with {_PATTERNS}",
        "Who reads which files. The first channel whose patterns match is taken; what no pattern matches is public.",
    ),
    "include": Field("include", _patterns, _PATTERNS, "The files that are checked; everything that can be read where it is left out."),
    "exclude": Field("exclude", _patterns, _PATTERNS, "Files that are left out of these."),
    "rules": Field(
        "rules",
        _rules,
        "names of packs, paths of rule files or of folders of them",
        "The rules in force, and where a policy.yaml of your own stands; default where it is left out.",
    ),
    "severity": Field(
        "severity",
        _severity,
        "error, warning, info or off, by code, rule name or category",
        "How grave findings are, in place of what the rule says; the more exact key wins.",
    ),
    "fail-on": Field(
        "fail_on",
        _choice("severity", FAIL_ON),
        "error, warning, info or never",
        "The severity from which the exit status is 1; error where it is left out.",
    ),
    "baseline": Field("baseline", _baseline, "a path", "The file with old findings that do not count as new; none where it is left out."),
    "model": Field(
        "model", _text, "the name of a pipeline", "An installed spaCy pipeline for English, in place of the one that comes with claimlint."
    ),
    "max-age": Field(
        "max_age",
        _days,
        "days or weeks, such as 30 days",
        "A note is added to reports where a locked copy of the manifest is older; never where it is left out.",
    ),
    "confidence": Field(
        "confidence",
        _share,
        "a number from 0 to 1",
        "Links that are less sure than this make a warning of an error; that of the policy where it is left out.",
    ),
}
