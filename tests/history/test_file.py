"""A history is appended to and never rewritten, and what cannot be read of it is named with its line."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.errors import InputError
from claimlint.history.file import append, line_of, read_history, read_sound
from claimlint.history.series import by_day
from claimlint.recorded import Count


@pytest.fixture
def history(tmp_path: Path) -> Path:
    return tmp_path / "history.jsonl"


def test_runs_come_back_in_the_order_in_which_they_were_appended(history, make_run):
    runs = (make_run("2026-11-22"), make_run("2026-11-20", label="élan"))
    assert [append(run, history) for run in runs] == [1, 2]
    assert read_history(history) == (runs, ())


def test_a_line_ends_with_the_only_line_end_in_it(make_run):
    assert line_of(make_run(label="two\nlines")).index("\n") == len(line_of(make_run(label="two\nlines"))) - 1


def test_a_history_whose_last_line_end_is_missing_is_gone_on_with(history, make_run):
    history.write_text(line_of(make_run()).rstrip("\n"), encoding="utf-8")
    append(make_run("2026-11-23"), history)
    assert [run.day.isoformat() for run in read_sound(history)] == ["2026-11-22", "2026-11-23"]


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        pytest.param('{"version":1,"as_of":"2026-', ":2: this line is cut off, or no JSON.", id="cut off"),
        pytest.param("never\n", ":2: this line is no JSON.", id="no JSON"),
        pytest.param("[]\n", ":2: this line is no run of a check.", id="no object"),
        pytest.param('{"version":1}\n', ":2: this line is no run of a check.", id="keys that are missing"),
        pytest.param("[" * 100_000 + "\n", ":2: this line is no JSON.", id="nested without end"),
        pytest.param('{"version":2}\n', ":2: this line has version 2 of the format", id="of a later version"),
    ],
)
def test_a_history_that_is_not_sound_is_not_appended_to(history, make_run, broken, said):
    history.write_text(line_of(make_run()) + broken, encoding="utf-8")
    before = history.read_bytes()
    with pytest.raises(InputError, match=said):
        append(make_run(), history)
    assert history.read_bytes() == before


@pytest.mark.parametrize(
    ("was", "number"),
    [
        pytest.param('"claims":', "-3", id="fewer than none"),
        pytest.param('"findings":', "2.5", id="halves"),
        pytest.param('"checked":', '"4"', id="a text"),
        pytest.param('"version":', '"one"', id="a version in words"),
    ],
)
def test_a_line_whose_numbers_count_nothing_is_no_run(history, make_run, was, number):
    history.write_text(re.sub(rf"({was})\d+", rf"\g<1>{number}", line_of(make_run())), encoding="utf-8")
    runs, problems = read_history(history)
    assert (runs, [problem.message for problem in problems]) == ((), ["this line is no run of a check."])


def test_a_history_that_an_editor_has_put_a_mark_in_front_of_is_read(history, make_run):
    history.write_text(line_of(make_run()), encoding="utf-8-sig")
    assert read_history(history) == ((make_run(),), ())


def test_sound_lines_are_read_beside_one_that_is_not(history, make_run):
    history.write_text("never\n\n" + line_of(make_run()), encoding="utf-8")
    runs, problems = read_history(history)
    assert runs == (make_run(),)
    assert [problem.line for problem in problems] == [1]


def test_a_history_that_is_not_there_is_told_how_to_start_one(history):
    with pytest.raises(InputError, match=r"there is no such history.*claimlint report --append"):
        read_history(history)


def test_a_place_that_cannot_be_written_is_named(tmp_path, make_run):
    with pytest.raises(InputError, match="cannot be written"):
        append(make_run(), tmp_path / "missing" / "history.jsonl")


@given(name=st.text(max_size=20), claims=st.integers(0, 10**6))
def test_any_name_survives_the_line(name, claims, make_run):
    run = replace(make_run(), counts=(Count(name, name, name, claims, 0),), label=name)
    kept = json.loads(line_of(run))
    assert (kept["label"], kept["counts"][0]["channel"], kept["counts"][0]["claims"]) == (name, name, claims)


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        ([("2026-11-22", 3)], [("2026-11-22", 3)]),
        ([("2026-11-22", 3), ("2026-11-22", 4)], [("2026-11-22", 4)]),
        ([("2026-11-23", 1), ("2026-11-22", 2)], [("2026-11-22", 2), ("2026-11-23", 1)]),
        ([], []),
    ],
)
def test_the_last_run_of_each_day_counts(make_run, days, kept):
    runs = by_day(make_run(day, held=held) for day, held in days)
    assert [(run.day.isoformat(), run.held) for run in runs] == kept
