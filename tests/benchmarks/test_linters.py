"""Linters that are measured beside claimlint: pinned, tried first, and left out with a reason. Nothing is installed here."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import linters
from benchmarks.linters import Installed, Linter, described, installed, works

PINNED = {"pip": re.compile(r"[\w-]+==\d[\w.]*"), "npm": re.compile(r"[\w-]+@\d[\w.]*")}
FINDS_TODO = "import pathlib, sys; print(*(path.read_text() for path in pathlib.Path(sys.argv[1]).iterdir()))"


def linter(*command: str, statuses: tuple[int, ...] = (0,)) -> Linter:
    return Linter("own, two rules", "pip", ("own==1.2",), command, statuses, "TODO")


def ready(found: Linter) -> Installed:
    """A linter that is a program of Python."""
    return Installed(found, Path(sys.executable).parent, Path(sys.executable).parent)


@pytest.mark.parametrize("found", described()[1], ids=lambda found: found.name)
def test_every_package_stands_in_one_version(found: Linter) -> None:
    assert all(PINNED[found.install].fullmatch(package) for package in found.packages)


def test_the_title_has_the_version() -> None:
    assert linter().title == "own 1.2, two rules"


def test_text_is_put_into_the_command_as_a_folder_or_as_its_files(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", "c.txt"):
        (tmp_path / name).write_text("It glows.", encoding="utf-8")
    _, *arguments = ready(linter(Path(sys.executable).name, "--in={folder}", "{files}")).command(tmp_path)
    assert arguments == [f"--in={tmp_path}", str(tmp_path / "a.md"), str(tmp_path / "b.md")]


@pytest.mark.parametrize(
    ("program", "statuses", "expected"),
    [
        pytest.param(FINDS_TODO, (0,), True, id="finds the fault"),
        pytest.param("pass", (0,), False, id="finds nothing"),
        pytest.param(FINDS_TODO + "; sys.exit(1)", (0, 1), True, id="a status that says so"),
        pytest.param(FINDS_TODO + "; sys.exit(2)", (0, 1), False, id="a status of failure"),
    ],
)
def test_a_linter_works_where_it_finds_a_fault(program: str, statuses: tuple[int, ...], expected: bool) -> None:
    command = (Path(sys.executable).name, "-c", program, "{folder}")
    assert works(ready(linter(*command, statuses=statuses))) is expected


def test_what_cannot_be_installed_says_why_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linters.shutil, "which", lambda _: None)
    assert installed(replace(linter("own"), install="npm"), tmp_path) == "not installed: npm is not there"
    assert list(tmp_path.iterdir()) == []
