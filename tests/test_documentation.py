"""README and documentation hold: their commands print what they show, their files are read, their links lead somewhere, and nothing is
left out."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import click
import pytest
import yaml

from claimlint.check import check_text
from claimlint.cli.commands import COMMANDS, commands
from claimlint.configuration import CHANNELS, ConfigurationSearch, Overrides
from claimlint.configuration.fields import FIELDS
from claimlint.manifest.keys import MANIFEST
from claimlint.manifest.loading import load_manifest
from claimlint.manifest.shapes import ListOf, Named, Record, Shape
from claimlint.readers import SUFFIXES
from claimlint.rules import load_rules
from claimlint.rules.keys import RULE_KEYS, RuleKey
from claimlint.rules.policy import load_policy

ROOT = Path(__file__).resolve().parents[1]
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
}
DOCUMENTATION = "\n".join(PAGES.values())
BLOCK = re.compile(r"^<!-- (?P<mark>[^\n]+) -->\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)(?P<file>[^)#]*)#?(?P<heading>[^)]*)\)")
LEFT_OUT = "…"


def blocks(mark: str, pages: Iterable[str] = PAGES) -> list[str]:
    return [match["text"] for page in pages for match in BLOCK.finditer(PAGES[page]) if match["mark"] == mark]


def shown(mark: str = "run", pages: Iterable[str] = PAGES) -> list[tuple[str, list[str]]]:
    """Every command of the blocks that are marked to be run, with the lines that the page shows below it."""
    found: list[tuple[str, list[str]]] = []
    for block in blocks(mark, pages):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line.removeprefix("$ "), []))
            else:
                found[-1][1].append(line)
    return found


def pieces(lines: list[str]) -> list[list[str]]:
    """The stretches of output between lines that say "something is left out here"."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line == LEFT_OUT:
            found.append([])
        else:
            found[-1].append(line)
    return found


def pattern_of(lines: list[str]) -> re.Pattern[str]:
    """What the whole output must look like; what is left out is any number of whole lines."""
    parts = ("".join(re.escape(f"{line}\n") for line in piece) for piece in pieces(lines))
    return re.compile(r"(?:[^\n]*\n)*?".join(parts))


def run(*arguments: str, folder: Path = ROOT) -> str:
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    environment.pop("CLAIMLINT_DEBUG", None)
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, env=environment
    )
    return done.stdout + done.stderr


def test_there_is_something_to_run() -> None:
    assert len(shown()) >= 5


@pytest.mark.parametrize(("command", "lines"), shown(), ids=[command for command, _ in shown()])
def test_command_prints_what_is_shown(command: str, lines: list[str]) -> None:
    program, *arguments = shlex.split(command)
    assert program == "claimlint"
    output = run("-m", "claimlint", *arguments)
    assert pattern_of(lines).fullmatch(output), output


@pytest.mark.parametrize("page", [page for page in PAGES if blocks("run in a copy", [page])])
def test_commands_that_write_print_what_is_shown(page: str, tmp_path: Path) -> None:
    """Those of a page run one after the other, in a copy of the example."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copy(ROOT / "capabilities.yaml", tmp_path)
    for command, lines in shown("run in a copy", [page]):
        output = run("-m", "claimlint", *shlex.split(command)[1:], folder=tmp_path)
        assert pattern_of(lines).fullmatch(output), output


@pytest.mark.parametrize(
    ("lines", "output", "fits"),
    [
        (["a"], "a\n", True),
        (["a"], "a\nb\n", False),
        (["a", "…"], "a\nb\n", True),
        (["…", "b"], "a\nb\n", True),
        (["a", "…", "c"], "a\nb\nb\nc\n", True),
        (["a", "…", "c"], "a\nb\n", False),
        (["…", "b", "c", "…"], "a\nb\nx\nc\n", False),
        (["…", "b", "…"], "a\nbb\n", False),
    ],
)
def test_pattern_of_output(lines: list[str], output: str, fits: bool) -> None:
    assert bool(pattern_of(lines).fullmatch(output)) is fits


@pytest.mark.parametrize("text", blocks("python"))
def test_python_runs(text: str) -> None:
    output = run("-W", "ignore", "-c", text)
    assert "Traceback" not in output
    assert "CL102 | " in output or "water-resistance assertion affirmed\n" in output


@pytest.mark.parametrize("text", blocks("manifest"))
def test_manifest_is_right(text: str, tmp_path: Path) -> None:
    path = tmp_path / "capabilities.yaml"
    path.write_text(text, encoding="utf-8")
    assert load_manifest([path]).capabilities


@pytest.mark.parametrize("text", blocks("configuration"))
def test_configuration_is_right(text: str, tmp_path: Path) -> None:
    (tmp_path / "capabilities.yaml").write_text("version: 1\n", encoding="utf-8")
    path = tmp_path / ".claimlint.yaml"
    path.write_text(text, encoding="utf-8")
    configuration = ConfigurationSearch(Overrides(config=path)).for_folder(tmp_path)
    assert load_rules(tuple(map(str, configuration.rules)), tmp_path, configuration.severity).rules


@pytest.mark.parametrize("text", blocks("suppression"))
def test_suppressions_excuse_all_that_is_found(text: str) -> None:
    manifest, rules = load_manifest([ROOT / "capabilities.yaml"]), load_rules(["default"], Path(), {})
    found = check_text(text, manifest, "public", rules, date(2026, 11, 23)).findings
    assert found
    assert {(finding.code, finding.state) for finding in found if finding.state != "suppressed"} == set()


@pytest.mark.parametrize("text", blocks("policy"))
def test_policy_is_right(text: str, tmp_path: Path) -> None:
    path = tmp_path / "policy.yaml"
    path.write_text(text, encoding="utf-8")
    assert load_policy(path) != load_policy()


@pytest.mark.parametrize("text", blocks("rule"))
def test_rule_is_right(text: str, tmp_path: Path) -> None:
    (tmp_path / "rule.yaml").write_text(text, encoding="utf-8")
    output = run("-m", "claimlint", "rules", "test", str(tmp_path / "rule.yaml"))
    assert " 0 not as expected." in output, output


@pytest.mark.parametrize(("key", "declared"), RULE_KEYS.items(), ids=list(RULE_KEYS))
def test_every_rule_key_is_explained(key: str, declared: RuleKey) -> None:
    assert f"| `{key}` | {declared.about}{' Required.' if declared.required else ''} |\n" in DOCUMENTATION


def included() -> list[tuple[str, str]]:
    matches = BLOCK.finditer(DOCUMENTATION)
    return [(match["mark"].removeprefix("file: "), match["text"]) for match in matches if match["mark"].startswith("file: ")]


@pytest.mark.parametrize(("name", "text"), included(), ids=[name for name, _ in included()])
def test_file_is_shown_as_it_is(name: str, text: str) -> None:
    assert text == (ROOT / name).read_text(encoding="utf-8")


def links() -> list[tuple[str, str, str]]:
    return sorted({(page, match["file"], match["heading"]) for page, text in PAGES.items() for match in LINK.finditer(text)})


@pytest.mark.parametrize(("page", "file"), sorted({(page, file) for page, file, _ in links() if file}))
def test_linked_file_exists(page: str, file: str) -> None:
    assert (ROOT / page).parent.joinpath(file).exists()


@pytest.mark.parametrize(("page", "file", "heading"), [link for link in links() if link[2]])
def test_linked_heading_exists(page: str, file: str, heading: str) -> None:
    target = ((ROOT / page).parent / file if file else ROOT / page).resolve()
    titles = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
    assert heading in {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


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


CODE_SPANS = "\n".join(re.findall(r"`([^`\n]+)`", DOCUMENTATION))
CONFIGURATION = "\n".join(blocks("configuration")) + CODE_SPANS


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
    assert rows == {(rule.category, rule.code) for rule in load_rules(["default"], Path(), {}).rules}


def test_hooks_are_those_that_there_are() -> None:
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert set(re.findall(r"^ +- id: ([\w-]+)", DOCUMENTATION, re.MULTILINE)) == hooks
