"""YAML with places, and without guesses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.positioned_yaml import Entries, Items, Text, nearest, parse


@pytest.mark.parametrize("written", ["5.10", "NO", "10:30", "0x1F", "1e3", "2026-11-22", "~", "true"])
def test_a_scalar_keeps_the_text_that_was_written(written):
    problems = []
    assert parse(f"key: {written}", "file.yaml", problems).get("key").text == written


@pytest.mark.parametrize(("written", "null"), [("~", True), ("null", True), ("", True), ("'~'", False), ("''", False), ("0", False)])
def test_null_is_what_stands_there_without_quotes(written, null):
    assert parse(f"key: {written}", "file.yaml", []).get("key").is_null is null


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nb: 2\na: 3\n", 'file.yaml:3:1: "a" stands here a second time; the first is on line 1.'),
        ("a: [1\n", "file.yaml:2:1: is not valid YAML"),
        ("a: &x [*x]\n", "an alias contains itself"),
        ("? [a]\n: 1\n", "file.yaml:1:3: a key must be plain text."),
        ("a: é\x00\n", "file.yaml:1:5: a control character (U+0000) stands here. Delete it."),
        ("a:\n\tb: 1\n", "file.yaml:2:1: a tab indents this line. Indent with spaces"),
        ("a: " + "[" * 60_000, "file.yaml:1:103: this is nested too deeply to be read. Flatten it."),
        ("a:\n" + "- " * 60_000, "file.yaml:2:199: this is nested too deeply to be read. Flatten it."),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_place(text, problem):
    problems = []
    parse(text, "file.yaml", problems)
    assert problem in str(problems[0])


def test_aliases_that_multiply_are_refused():
    levels = "\n".join(f"l{level}: &l{level} [{', '.join([f'*l{level - 1}'] * 9)}]" for level in range(1, 9))
    problems = []
    assert parse(f"l0: &l0 [x]\n{levels}\n", "file.yaml", problems) is None
    assert "holds more than" in str(problems[0])


@given(st.lists(st.text(st.characters(categories=["Ll"]), min_size=1, max_size=5), min_size=1, unique=True))
def test_places_count_lines_and_columns_from_one(words):
    text = "".join(f"{word}:\n  - {word}\n" for word in words)
    root = parse(text, "file.yaml", [])
    assert isinstance(root, Entries)
    for (key, value), line in zip(root, range(1, 2 * len(words), 2), strict=True):
        assert isinstance(value, Items)
        assert isinstance(value.items[0], Text)
        assert (key.line, key.column, value.items[0].line, value.items[0].column) == (line, 1, line + 1, 5)


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("sevrity", 'Did you mean "severity"?'), ("SEVERITY", 'Did you mean "severity"?'), ("xyz", "Known are: code, severity.")],
)
def test_the_nearest_name(name, remedy):
    assert nearest(name, ["severity", "code"]) == remedy
