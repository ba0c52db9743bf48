"""What nests: the mappings of a manifest, the commands of the command line, the objects of a report, each flattened for a page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import yaml

from claimlint.cli.command import Command, Group, sections_of
from claimlint.cli.commands import commands as program_group
from claimlint.cli.manual import Manual
from claimlint.manifest.keys import MANIFEST
from claimlint.manifest.scalars import ID, STAGE
from claimlint.manifest.shapes import Key, Named, Record, Scalar, Shape

HERE = Path(__file__).resolve().parent
REPORT_SCHEMA = HERE.parent / "tests" / "reports" / "report.schema.json"
REPORT_FIELDS = HERE / "reference" / "json-report.yaml"
ANY = "integer"
"""What the schema says of the figures of a run in a pattern for all of them."""


@dataclass(frozen=True)
class RecordTable:
    """The keys of one mapping of the manifest. path: where it stands, such as capabilities.ID.limits.NAME; empty for the file itself.

    below: the paths of the mappings that stand under its keys, by key.
    """

    path: str
    wants: str
    keys: Mapping[str, Key]
    exactly_one: tuple[str, ...]
    below: Mapping[str, str]

    @staticmethod
    def written_as(key: Key) -> str:
        """Say what a value looks like."""
        return key.shape.wants


def manifest_records() -> list[RecordTable]:
    """Give every mapping of the manifest, each before those that stand in it; one that stands in several places is given once."""
    paths: dict[int, str] = {}
    records: list[Record] = []
    _collect(MANIFEST, "", paths, records)
    return [RecordTable(paths[id(record)], record.wants, record.keys, record.exactly_one, _below(record, paths)) for record in records]


def _collect(record: Record, path: str, paths: dict[int, str], records: list[Record]) -> None:
    if id(record) in paths:
        return
    paths[id(record)] = path
    records.append(record)
    for name, key in record.keys.items():
        inner, step = _record(key.shape)
        if inner:
            _collect(inner, f"{path}.{name}{step}".lstrip("."), paths, records)


def _below(record: Record, paths: Mapping[int, str]) -> dict[str, str]:
    found = {name: _record(key.shape)[0] for name, key in record.keys.items()}
    return {name: paths[id(inner)] for name, inner in found.items() if inner}


def _record(shape: Shape) -> tuple[Record | None, str]:
    """Give the mapping that a value is, or is made of, and what stands for the names that its author chooses."""
    if isinstance(shape, Scalar):
        return None, ""
    if isinstance(shape, Record):
        return shape, ""
    if isinstance(shape, Named):
        return shape.entry, f".{_STANDS_FOR.get(id(shape.names), 'NAME')}"
    return _record(shape.item)


_STANDS_FOR = {id(ID): "ID", id(STAGE): "STAGE"}


@dataclass(frozen=True)
class CommandPage:
    """A command as it is called. about: what its help says; usage: a line; sections: its options, each with what it does, by title.

    manual: examples, exit statuses and what else its help says.
    """

    called: str
    about: str
    usage: str
    sections: Mapping[str, Sequence[tuple[str, str]]]
    manual: Manual


def program() -> CommandPage:
    """Give what stands before a command: the options of the program itself."""
    return _command(_context(program_group, "claimlint"))


def commands() -> list[CommandPage]:
    """Give every command, those of groups after their group, in the order of help."""
    return list(_commands(_context(program_group, "claimlint")))


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    return click.Context(command, parent=parent, info_name=name, **command.context_settings)


def _commands(context: click.Context) -> Iterator[CommandPage]:
    group = context.command
    assert isinstance(group, click.Group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner = _context(command, name, context)
        yield _command(inner)
        if isinstance(command, click.Group):
            yield from _commands(inner)


def _command(context: click.Context) -> CommandPage:
    command = context.command
    assert isinstance(command, (Command, Group))
    about = [_line(paragraph) for paragraph in (command.help or "").split("\f")[0].split("\n\n")]
    usage = " ".join((context.command_path, *command.collect_usage_pieces(context)))
    sections = {
        title: [(record[0], _line(record[1])) for option in options if (record := option.get_help_record(context))]
        for title, options in sections_of(command, context).items()
    }
    return CommandPage(context.command_path, "\n\n".join(about), usage, sections, command.manual)


def _line(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True)
class ReportObject:
    """An object of the JSON report. path: where it stands; fields: name, what its value can be, what it says."""

    path: str
    fields: tuple[tuple[str, str, str], ...]


def report_objects() -> list[ReportObject]:
    """Give every object of the JSON report from its schema; raises ValueError where what a field says is missing, or says too much."""
    schema = json.loads(REPORT_SCHEMA.read_text(encoding="utf-8"))
    said = dict(yaml.safe_load(REPORT_FIELDS.read_text(encoding="utf-8")))
    found = list(_objects(schema, schema["$defs"], "", said))
    if said:
        raise ValueError(f"{REPORT_FIELDS.name} explains fields that no report has: {', '.join(said)}")
    return found


def _objects(schema: Mapping[str, Any], shared: Mapping[str, Any], path: str, said: dict[str, str]) -> Iterator[ReportObject]:
    fields = []
    below: list[tuple[str, Mapping[str, Any]]] = []
    for name, written in schema["properties"].items():
        place = f"{path}.{name}".lstrip(".")
        value, several = _unfolded(written, shared)
        if place not in said:
            raise ValueError(f"{REPORT_FIELDS.name} does not say what {place} is")
        fields.append((name, _can_be(value, several), said.pop(place)))
        if "properties" in value and written.get("$ref") != "#/$defs/position":
            below.append((f"{place}[]" if several else place, value))
    yield ReportObject(path, tuple(fields))
    for place, value in below:
        yield from _objects(value, shared, place, said)


def _unfolded(written: Mapping[str, Any], shared: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
    """Follow references and choices to what a value is; the second is True where it is a list of these."""
    if "$ref" in written:
        return shared[written["$ref"].rpartition("/")[2]], False
    if "oneOf" in written:
        kinds: Sequence[Mapping[str, Any]] = written["oneOf"]
        real = next(kind for kind in kinds if kind.get("type") != "null")
        return {**_unfolded(real, shared)[0], "nullable": True}, False
    if written.get("type") == "array":
        return _unfolded(written["items"], shared)[0], True
    return written, False


def _can_be(value: Mapping[str, Any], several: bool) -> str:
    if "const" in value:
        found = str(value["const"])
    elif "enum" in value:
        found = ", ".join("null" if item is None else str(item) for item in value["enum"])
    else:
        kinds = value.get("type", ANY)
        found = " or ".join(kinds) if isinstance(kinds, list) else str(kinds)
    found += " or null" if value.get("nullable") else ""
    return f"list of {found}" if several else found
