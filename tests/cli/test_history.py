"""`claimlint report` and `claimlint trend`."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.cli import main

HISTORY = "history.jsonl"


@pytest.fixture
def page(repository: Path) -> Path:
    path = repository / "launch.md"
    path.write_text("The X1 is available now.\n", encoding="utf-8")
    return path


def report(*arguments: str) -> int:
    return main(["report", "--append", HISTORY, "--as-of", "2026-11-22", *arguments])


def test_each_run_appends_a_line(page, run):
    statuses = [report("--label", "one"), report("--label", "two")]
    assert statuses == [0, 0]
    assert len(Path(HISTORY).read_text(encoding="utf-8").splitlines()) == 2


def test_a_run_says_how_much_holds(page, run):
    status, out, _ = run("report", "--append", HISTORY, "--as-of", "2026-11-22", "--label", "one")
    assert (status, out) == (0, "history.jsonl: 2026-11-22: 0 of 1 promises hold, 1 document checked (run 1)\n")


def test_a_document_that_cannot_be_read_is_named_and_counted(page, run):
    status, out, err = run("report", "--append", HISTORY, "missing.md", "launch.md")
    assert status == 2
    assert "1 document checked, 1 not" in out
    assert "missing.md: not checked" in err


def test_a_history_that_is_not_sound_is_told_of(page, run):
    Path(HISTORY).write_text('{"version":1,', encoding="utf-8")
    status, _, err = run("report", "--append", HISTORY)
    assert status == 2
    assert err.startswith("history.jsonl:1: this line is cut off")


def test_trend_shows_what_report_has_appended(page, run):
    report()
    status, out, _ = run("trend", HISTORY)
    assert status == 0
    assert "2026-11-22         1     0         1" in out


def test_trend_writes_several_formats(page, run):
    report()
    status, _, _ = run("trend", HISTORY, "--format", "svg:trend.svg", "--format", "html:trend.html")
    assert status == 0
    assert Path("trend.svg").read_text(encoding="utf-8").startswith("<svg ")
    assert "<svg " in Path("trend.html").read_text(encoding="utf-8")


def test_trend_shows_the_rest_of_a_history_with_a_broken_line(page, run):
    report()
    with Path(HISTORY).open("a", encoding="utf-8") as stream:
        stream.write("{")
    status, out, err = run("trend", HISTORY)
    assert status == 2
    assert "2026-11-22" in out
    assert "history.jsonl:2" in err
