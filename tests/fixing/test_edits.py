"""Edits by themselves: what is changed, and where everything else is afterwards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import Block, BlockKind, Slice, SourceMap
from claimlint.fixing.edits import Edit, Shift, applied, reads_as, smallest_edit, without_overlaps

BOLD = Block(BlockKind.PARAGRAPH, "up to 14 hours", SourceMap((Slice(0, 6, 0, 6), Slice(6, 8, 8, 10), Slice(8, 14, 12, 18))))
BOLD_SOURCE = "up to **14** hours"


@pytest.fixture
def edit(make_finding):
    return lambda start, end, words: Edit(start, end, words, words, make_finding())


def test_edits_are_made(edit):
    assert applied("abcdef", [edit(1, 2, "BB"), edit(4, 4, "+"), edit(5, 6, "")]) == "aBBcd+e"


def test_of_edits_that_overlap_the_first_is_made(edit):
    first, second, third = edit(0, 4, "a"), edit(2, 6, "b"), edit(4, 8, "c")
    assert without_overlaps([third, second, first]) == ([first, third], [second])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("up to 10 hours", (8, 10, "10"), id="the number within its markup"),
        pytest.param("up to 14 days", (13, 18, "days"), id="the unit"),
        pytest.param("over 14 hours", (0, 5, "over"), id="the words before"),
        pytest.param("up to 10 days", None, id="markup among the words"),
    ],
)
def test_as_little_as_can_be_is_changed(make_finding, words, expected):
    found = smallest_edit(make_finding(block=BOLD), BOLD_SOURCE, 0, 18, words)
    assert expected == (found and (found.start, found.end, found.words))


@pytest.mark.parametrize(("start", "end", "words", "expected"), [(8, 10, "14", True), (8, 10, "10", False), (6, 10, "14", False)])
def test_words_are_read_where_they_were_written(start, end, words, expected):
    assert reads_as([BOLD], start, end, words) is expected


@given(data=st.data())
def test_what_no_edit_touches_is_found_at_its_new_place(make_finding, data):
    text = data.draw(st.text("abc", min_size=1, max_size=30))
    places = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 3), st.text("XY", max_size=4)), max_size=4))
    proposed = [Edit(at, min(at + length, len(text)), words, words, make_finding()) for at, length, words in places]
    edits, _ = without_overlaps(proposed)
    after, shift = applied(text, edits), Shift(edits)
    for at, character in enumerate(text):
        if not any(edit.start <= at < edit.end for edit in edits):
            assert after[shift.start_of(at) : shift.end_of(at + 1)] == character
    for each in edits:
        start, end = shift.range_of(each)
        assert after[start:end] == each.words
