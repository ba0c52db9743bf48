"""Colors: what the command line says goes before the environment, and that before whether a terminal shows them."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from claimlint.cli import main
from claimlint.cli.color import color_choice
from claimlint.cli.commands import COMMANDS

Run = Callable[..., tuple[int, str, str]]

ESCAPE = "\x1b["

pytestmark = pytest.mark.usefixtures("simple_check")


@pytest.fixture(autouse=True)
def copy(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    (repository / "a.md").write_text("waterproof", encoding="utf-8")


@pytest.mark.parametrize(
    ("when", "environment", "choice"),
    [
        ("auto", {}, None),
        ("auto", {"NO_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": ""}, None),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "3"}, True),
        ("auto", {"FORCE_COLOR": ""}, None),
        ("auto", {"FORCE_COLOR": "0"}, None),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("auto", {"TERM": "dumb"}, False),
        ("auto", {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_choice(when: str, environment: dict[str, str], choice: bool | None) -> None:
    assert color_choice(when, environment) is choice


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("variables", "colored"), [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True)])
def test_a_report_on_a_terminal(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], colored: bool) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    main(["check", "a.md"])
    assert (ESCAPE in terminal.getvalue()) is colored


@pytest.mark.parametrize(
    ("arguments", "variables", "colored"),
    [
        (["check", "a.md"], {}, False),
        (["check", "a.md"], {"FORCE_COLOR": "1"}, True),
        (["check", "a.md", "--color", "always"], {}, True),
        (["--color", "always", "check", "a.md"], {}, True),
        (["--color", "always", "check", "a.md", "--color", "never"], {}, False),
        (["check", "a.md", "--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["check", "a.md", "--color", "auto"], {"FORCE_COLOR": "1"}, True),
        (["check", "--color", "always", "--help"], {}, True),
    ],
)
def test_a_report_in_a_pipe(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], variables: dict[str, str], colored: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert (ESCAPE in run(*arguments)[1]) is colored


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "--fail-on", "x"], f"{ESCAPE}31m{ESCAPE}1mError:{ESCAPE}0m Invalid value"),
        (["check", "--config", "x.yaml"], f"{ESCAPE}1mx.yaml{ESCAPE}0m: there is no such"),
        (["check", "a.md", "--format", "json"], f"{ESCAPE}36m{ESCAPE}1mnote:{ESCAPE}0m the manifest is old"),
    ],
)
def test_errors_and_notes(run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert says in run(*arguments)[2]


def test_nothing_is_told_by_color_alone(run: Run) -> None:
    colored, plain = (run("check", "a.md", "--color", when)[1] for when in ("always", "never"))
    assert colored != plain
    assert click.unstyle(colored) == plain


@pytest.mark.parametrize("options", [["--output", "report.txt"], ["--format", "text:report.txt"]], ids=" ".join)
def test_files_get_no_color(run: Run, options: list[str]) -> None:
    run("check", "a.md", *options, "--color", "always")
    assert ESCAPE not in Path("report.txt").read_text(encoding="utf-8")


def test_formats_for_programs_get_no_color(run: Run) -> None:
    assert json.loads(run("check", "a.md", "--format", "json", "--color", "always")[1])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_the_option(run: Run, name: str) -> None:
    assert "--color [auto|always|never]" in run(name, "--help")[1]
