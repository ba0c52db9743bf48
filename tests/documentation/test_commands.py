"""Commands print what the pages show below them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.documentation.pages import PAGES, ROOT, WRITTEN_BY_HAND, blocks, marks_of_consoles, pages_with, pattern_of

SHOWN = [(block.page, command, lines) for block in blocks("run") for command, lines in block.shown]
TUTORIALS = [page for page in PAGES if page.startswith("docs/tutorials/")]


def test_there_is_something_to_run() -> None:
    assert len(SHOWN) >= 5
    assert len(TUTORIALS) >= 3


@pytest.mark.parametrize(("page", "command", "lines"), SHOWN, ids=[f"{page}: {command}" for page, command, _ in SHOWN])
def test_command_prints_what_is_shown(page, command, lines, run) -> None:
    output = run(command, ROOT)
    assert pattern_of(lines).fullmatch(output), output


@pytest.mark.parametrize("page", pages_with("run in a copy"))
def test_commands_that_write_print_what_is_shown(page, run, copy_of_example) -> None:
    """Those of a page run one after the other, in a copy of the example."""
    for block in blocks("run in a copy", pages=[page]):
        follow(block, run, copy_of_example)


@pytest.mark.parametrize("page", pages_with("do"))
def test_tutorial_goes_as_it_says(page, run, tmp_path) -> None:
    """Files are written and changed and commands are run in the order of the page, in a folder that is empty at first."""
    for block in blocks("write:", "patch", "do", pages=[page]):
        if block.mark == "do":
            follow(block, run, tmp_path)
        elif block.mark == "patch":
            subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=block.text, text=True, encoding="utf-8", check=True)
        else:
            path = tmp_path / block.mark.removeprefix("write: ")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")


@pytest.mark.parametrize("page", sorted(WRITTEN_BY_HAND))
def test_every_command_is_run(page) -> None:
    """What installs the program is run by the tests of the package."""
    assert set(marks_of_consoles(page)) <= {"install", *(["do"] if page in TUTORIALS else ["run", "run in a copy"])}


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
def test_pattern_of_output(lines, output, fits) -> None:
    assert bool(pattern_of(lines).fullmatch(output)) is fits


def follow(block, run, folder: Path) -> None:
    for command, lines in block.shown:
        output = run(command, folder)
        assert pattern_of(lines).fullmatch(output), f"{command}\n{output}"
