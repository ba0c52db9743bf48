"""Nothing is left out: what a user can write or call is told of on a page that somebody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import click
import pytest
import yaml

from claimlint.cli.commands import COMMANDS, commands
from claimlint.configuration import CHANNELS
from claimlint.configuration.fields import FIELDS
from claimlint.manifest.keys import MANIFEST
from claimlint.manifest.shapes import ListOf, Named, Record, Shape
from claimlint.readers import SUFFIXES
from claimlint.reports import FORMATS
from claimlint.rules.packs import load_rules
from claimlint.rules.policy import load_policy
from tests.documentation.pages import CODE_SPANS, DOCUMENTATION, PAGES, ROOT, all_blocks, blocks

CONFIGURATION = "\n".join(block.text for block in blocks("configuration")) + CODE_SPANS


def manifest_keys(shape: Shape) -> Iterator[str]:
    if isinstance(shape, Record):
        for name, key in shape.keys.items():
            yield name
            yield from manifest_keys(key.shape)
    elif isinstance(shape, Named):
        yield from manifest_keys(shape.entry)
    elif isinstance(shape, ListOf):
        yield from manifest_keys(shape.item)


def options(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield from parameter.opts
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            subcommand = command.get_command(click.Context(command), name)
            assert subcommand is not None
            yield from options(subcommand)


def names(text: str, word: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


@pytest.mark.parametrize("key", sorted(set(manifest_keys(MANIFEST))))
def test_every_manifest_key_is_explained(key: str) -> None:
    assert names(CODE_SPANS, key)


@pytest.mark.parametrize("key", sorted(FIELDS))
def test_every_configuration_key_is_explained(key: str) -> None:
    assert names(CONFIGURATION, key)


@pytest.mark.parametrize("option", sorted(set(options(commands))))
def test_every_option_is_mentioned(option: str) -> None:
    assert names(CODE_SPANS, option)


def test_every_option_that_is_mentioned_exists() -> None:
    """In spans that speak of claimlint: other programs have options, too."""
    spans = [span.partition(" | ")[0] for span in CODE_SPANS.splitlines() if span.startswith(("-", "claimlint "))]
    shown = [command for block in blocks("run", "run in a copy", "do") for command, _ in block.shown if command.startswith("claimlint ")]
    mentioned = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", "\n".join([*spans, *shown])))
    assert mentioned - set(options(commands)) - {"--help", "-h", "--version"} == set()


@pytest.mark.parametrize("name", FORMATS)
def test_every_report_is_in_the_table(name: str) -> None:
    assert f"\n| `{name}` | " in PAGES["docs/reports.md"]


def test_every_mark_of_blocks_is_explained() -> None:
    marks = {re.sub(": .*", ": NAME", block.mark) for block in all_blocks()}
    assert marks == set(re.findall(r"`<!-- (.+?) -->`", PAGES["docs/contributing.md"]))


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_mentioned(command: str) -> None:
    assert f"claimlint {command}" in DOCUMENTATION


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_is_mentioned(suffix: str) -> None:
    assert names(CODE_SPANS, suffix)


def test_policy_table_is_the_policy() -> None:
    policy = load_policy()
    for name in CHANNELS:
        channel = policy.channels[name]
        cells: Mapping[str, str] = channel.needs if channel.checked else dict.fromkeys(policy.channels["public"].needs, "not checked")
        row = " | ".join(cells[strength] for strength in ("guarantee", "assertion", "commitment", "intent", "possibility"))
        assert f"| {name} | {row} |\n" in DOCUMENTATION


def test_every_rule_is_explained() -> None:
    rows = set(re.findall(r"^\| `([a-z-]+)` \| (CL\d+) \|", DOCUMENTATION, re.MULTILINE))
    assert rows == {(rule.category, rule.code) for rule in load_rules(["default"], ROOT, {}).rules}


def test_hooks_are_those_that_there_are() -> None:
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert set(re.findall(r"^ +- id: ([\w-]+)", DOCUMENTATION, re.MULTILINE)) == hooks


def test_every_page_stands_in_the_navigation_once() -> None:
    navigation = yaml.safe_load((ROOT / "docs" / "_toc.yml").read_text(encoding="utf-8"))
    pages = [page.removeprefix("docs/").removesuffix(".md") for page in PAGES if page.startswith("docs/")]
    assert sorted([navigation["root"], *files_of(navigation["subtrees"])]) == sorted(pages)


def files_of(entries: list[dict[str, Any]]) -> Iterator[str]:
    """Give the pages below some entries of the navigation."""
    for entry in entries:
        if "file" in entry:
            yield entry["file"]
        yield from files_of(entry.get("entries", []))
