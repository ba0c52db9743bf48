"""Progress: when a bar is shown, and that every command which reads copy tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimlint.cli import progress
from claimlint.cli.progress import is_watched, progress_bar

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("terminal", "environment", "watched"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"TERM": "xterm-256color"}, True),
        (True, {"TERM": "dumb"}, False),
        (True, {"CI": "true"}, False),
        (True, {"CI": "1"}, False),
        (True, {"CI": "false"}, True),
        (True, {"CI": ""}, True),
        (True, {"PRE_COMMIT": "1"}, False),
    ],
)
def test_who_watches(terminal: bool, environment: dict[str, str], watched: bool) -> None:
    assert is_watched(terminal, environment) is watched


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Has every run show its bar at once and every change of it, and read its documents anew."""
    monkeypatch.setenv("CLAIMLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(progress, "is_watched", lambda *_: True)
    monkeypatch.setattr(progress, "DELAY", 1e-9)
    monkeypatch.setattr(progress, "INTERVAL", 0.0)


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "docs"],
        ["extract", "docs"],
        ["fix", "--diff", "docs"],
        ["annotate", "press/release.docx", "--output", "reviewed.docx"],
        ["demand", "docs"],
        ["explain", "--finding", "ffffffffff", "docs"],
        ["report", "docs", "--append", "new.jsonl"],
        ["manifest", "suggest", "docs"],
        ["manifest", "diff", "capabilities.yaml", "next.yaml", "docs"],
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_every_command_that_reads_copy_tells_how_far_it_is(example_repository: Path, run: Run, arguments: list[str]) -> None:
    _, out, error = run(*arguments)
    last = "press/release.docx" if "annotate" in arguments else "docs/launch.md"
    shown = [line for line in error.split("\r") if line.rstrip().endswith(last) and line[1] == "/"]
    assert shown
    assert "\r" not in out


@pytest.mark.usefixtures("watched")
def test_quiet_shows_nothing(example_repository: Path, run: Run) -> None:
    assert run("check", "docs/camping.mdx", "--quiet")[2] == ""


def test_unwatched_documents_are_given_as_they_are() -> None:
    with progress_bar(quiet=True) as told:
        assert list(told([])) == []
