"""Edits in the text of a manifest: an alias or a concept is written into its entry, and all else stays as it is.

Comments, quotes, indentation and line ends are the engineers' own, so nothing is parsed and written anew: the parser only says
at which characters an entry, its list of aliases and their last item stand.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TypeGuard

from claimlint.errors import Problem
from claimlint.positioned_yaml import compose
from claimlint.proposal import Amendment

if TYPE_CHECKING:
    from yaml import MappingNode, Node, ScalarNode, SequenceNode

SECTIONS = ("capabilities", "certifications")

_PLAIN = re.compile(r"[^\W_](?:[\w .+/&%-]*[\w+%])?")
"""What needs no quotes, in a list as well as alone: no sign of YAML's can begin, end or split it."""


def edited(text: str, path: str, amendment: Amendment) -> str | None:
    """Give the text of a manifest file with an amendment written into it, or None where no edit can reach its place.

    text: the decoded file; a byte order mark and CRLF stay. path: for the parser's messages, which nobody sees. A place cannot be
    reached where an entry or its list stands somewhere else in the file, behind a YAML alias or a merge key.
    """
    problems: list[Problem] = []
    root = compose(text, path, problems, compiled=False)
    found = _entry(root, amendment.entry) if root is not None and not problems else None
    if found is None:
        return None
    _, entry = found
    if not _is_mapping(entry):
        return None
    own = _value(entry, amendment.key)
    if own is None:
        return _with_new_key(text, entry, amendment)
    key, aliases = own
    if amendment.key == "concept" or not _follows(key, aliases):
        return None
    return _with_item(text, aliases, amendment.text) if _is_sequence(aliases) else _with_list(text, key, aliases, amendment.text)


def _with_new_key(text: str, entry: MappingNode, amendment: Amendment) -> str:
    value = written(amendment.text)
    line = f"{amendment.key}: [{value}]" if amendment.key == "aliases" else f"{amendment.key}: {value}"
    after = _value(entry, "aliases") if amendment.key == "concept" else None
    after = after or _value(entry, "name")
    if entry.flow_style:
        return _in_flow(text, entry, after, line)
    if after is None:
        at = entry.value[0][0].start_mark.index
        return f"{text[:at]}{line}{_line_end(text)}{' ' * entry.start_mark.column}{text[at:]}"
    return _line_behind(text, after[1].end_mark.index, f"{' ' * after[0].start_mark.column}{line}")


def _in_flow(text: str, entry: MappingNode, after: tuple[ScalarNode, Node] | None, line: str) -> str:
    if after is not None:
        at = after[1].end_mark.index
        return f"{text[:at]}, {line}{text[at:]}"
    at = entry.start_mark.index + 1
    return f"{text[:at]}{line}{', ' if entry.value else ''}{text[at:]}"


def _with_item(text: str, aliases: SequenceNode, alias: str) -> str | None:
    value = written(alias)
    if not aliases.value:
        at = aliases.start_mark.index + 1
        return f"{text[:at]}{value}{text[at:]}"
    last = aliases.value[-1]
    if not aliases.start_mark.index <= last.start_mark.index < aliases.end_mark.index:
        return None
    if aliases.flow_style:
        return f"{text[: last.end_mark.index]}, {value}{text[last.end_mark.index :]}"
    dash = aliases.start_mark.column
    space = " " * (last.start_mark.column - dash - 1 or 1)
    return _line_behind(text, last.end_mark.index, f"{' ' * dash}-{space}{value}")


def _with_list(text: str, key: ScalarNode, nothing: Node, alias: str) -> str | None:
    """Write a list behind a key that has no value yet."""
    if nothing.value:
        return None
    at = text.index(":", key.end_mark.index) + 1
    return f"{text[:at]} [{written(alias)}]{text[at:]}"


def _line_behind(text: str, at: int, line: str) -> str:
    """Write a line behind the one on which a value ends at a character; a value in a block style ends with its line."""
    if text[at - 1 : at] == "\n":
        return f"{text[:at]}{line}{_line_end(text)}{text[at:]}"
    end = text.find("\n", at) + 1
    if not end:
        return f"{text}{_line_end(text)}{line}"
    return f"{text[:end]}{line}{_line_end(text)}{text[end:]}"


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def written(value: str) -> str:
    """Write a text as a YAML scalar: plain where that is safe in a list, in double quotes elsewhere."""
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _entry(root: Node, identifier: str) -> tuple[ScalarNode, Node] | None:
    for section in SECTIONS:
        found = _value(root, section) if _is_mapping(root) else None
        entry = _value(found[1], identifier) if found and _is_mapping(found[1]) and _follows(*found) else None
        if entry is not None:
            return entry if _follows(*entry) else None
    return None


def _value(mapping: Node, name: str) -> tuple[ScalarNode, Node] | None:
    return next(((key, value) for key, value in mapping.value if key.value == name), None)


def _is_mapping(node: Node) -> TypeGuard[MappingNode]:
    return _id(node) == "mapping"


def _is_sequence(node: Node) -> TypeGuard[SequenceNode]:
    return _id(node) == "sequence"


def _id(node: Node) -> str:
    return str(getattr(node, "id", ""))


def _follows(key: Node, value: Node) -> bool:
    """Whether a value stands behind its own key; one that a YAML alias names stands further up."""
    return bool(value.start_mark.index >= key.end_mark.index)
