"""Help says what a manual page says: sections of options, examples that work, exit statuses, files and the environment."""

from __future__ import annotations

import io
import json
import re
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from claimlint.cli import main
from claimlint.cli.command import OWN, Command, Group, sections_of
from claimlint.cli.commands import commands
from claimlint.cli.manual import ENVIRONMENT, FILES, SECTIONS, Manual

Run = Callable[..., tuple[int, str, str]]


def walk(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            found = command.get_command(click.Context(command), name)
            assert found is not None
            yield from walk(found, (*path, name))


ALL = dict(walk(commands))
NAMES = [" ".join(("claimlint", *path)) for path in ALL]


def manual_of(command: click.Command) -> Manual:
    assert isinstance(command, Command | Group)
    return command.manual


def arguments_of(line: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the shell makes of a line: without the program, standard input from the file behind `<`; what is behind `>` is left out."""
    program, *arguments = shlex.split(line)
    assert program == "claimlint"
    if "<" in arguments:
        at = arguments.index("<")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(arguments[at + 1]).read_bytes())))
        del arguments[at:]
    return arguments[: arguments.index(">")] if ">" in arguments else arguments


def some_fingerprint(run: Run) -> str:
    _, out, _ = run("check", "docs/launch.md", "--format", "json")
    return str(json.loads(out)["findings"][0]["fingerprint"])


@pytest.mark.parametrize("path", ALL, ids=NAMES)
def test_examples_work(path: tuple[str, ...], example_repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of a command run one after the other."""
    manual = manual_of(ALL[path])
    for example in manual.examples:
        line = re.sub(r'^eval "\$\((.*)\)"$', r"\1", example.line)
        line = line.replace("FINGERPRINT", some_fingerprint(run)) if "FINGERPRINT" in line else line
        assert line.split()[1 : len(path) + 1] == list(path)
        status, out, error = run(*arguments_of(line, monkeypatch))
        assert status in {*manual.exits} - {2}, out + error


@pytest.mark.parametrize("path", [path for path, command in ALL.items() if not isinstance(command, click.Group)], ids=str)
def test_every_command_has_examples_and_says_its_exit_statuses(path: tuple[str, ...]) -> None:
    manual = manual_of(ALL[path])
    assert manual.examples
    assert manual.exits.keys() >= {0}
    assert all(example.does[-1] not in ".:" for example in manual.examples)


@pytest.mark.parametrize("path", ALL, ids=NAMES)
def test_manuals_name_what_there_is(path: tuple[str, ...]) -> None:
    manual = manual_of(ALL[path])
    assert set(manual.files) <= set(FILES)
    assert set(manual.environment) <= set(ENVIRONMENT)
    assert {tuple(name.split()) for name in manual.see_also} <= set(ALL) - {path}


@pytest.mark.parametrize("path", ALL, ids=NAMES)
def test_help_shows_the_manual(path: tuple[str, ...], run: Run) -> None:
    status, out, _ = run(*path, "--help")
    manual = manual_of(ALL[path])
    assert status == 0
    assert all(f"  {example.does}\n    {example.line}\n" in out for example in manual.examples)
    titles = re.findall(r"^(\S.*):$", out, re.MULTILINE)
    last = [title for title in titles if title in ("Examples", "Exit status", "Files", "Environment", "See also")]
    expected = {
        "Examples": manual.examples,
        "Exit status": manual.exits,
        "Files": manual.files,
        "Environment": manual.environment,
        "See also": manual.see_also,
    }
    assert last == [title for title, content in expected.items() if content]


def test_options_of_check_stand_in_sections() -> None:
    check = ALL[("check",)]
    assert OWN not in sections_of(check, click.Context(check, help_option_names=["-h", "--help"]))


def test_an_option_in_no_section_is_one_of_the_commands_own() -> None:
    fix = ALL[("fix",)]
    sections = sections_of(fix, click.Context(fix))
    assert next(iter(sections)) == OWN
    assert [option.name for option in sections[OWN]] == ["diff"]


def test_every_option_stands_once() -> None:
    names = [name for options in SECTIONS.values() for name in options]
    assert len(set(names)) == len(names)


def test_lines_to_copy_are_not_wrapped(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    main(["check", "--help"])
    lines = capsys.readouterr().out.splitlines()
    assert all(f"    {example.line}" in lines for example in manual_of(ALL[("check",)]).examples)
