"""A diff taken back gives the file as it was, whatever the file and the diff are."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.sources.changes.reversal import DoesNotFit, bytes_before
from claimlint.sources.changes.unified_diff import read_diff

LINES = st.lists(st.sampled_from(["a", "b", "", "--- c", "+++ d", "@@ -1 +1 @@", "ü", " e"]), max_size=12)


def diff_of(before: list[str], after: list[str], context: int) -> bytes:
    lines = difflib.unified_diff([f"{line}\n" for line in before], [f"{line}\n" for line in after], "a/x.md", "b/x.md", n=context)
    return "".join(lines).encode()


def joined(lines: list[str], end: str = "\n") -> bytes:
    return "".join(f"{line}{end}" for line in lines).encode()


@given(LINES, LINES, st.integers(0, 4))
def test_what_stood_before_comes_back(before: list[str], after: list[str], context: int) -> None:
    hunks = [hunk for file in read_diff(diff_of(before, after, context)) for hunk in file.hunks]
    assert bytes_before(joined(after), hunks) == joined(before)


@given(LINES, LINES)
def test_line_ends_decide_nothing(before: list[str], after: list[str]) -> None:
    hunks = [hunk for file in read_diff(diff_of(before, after, 3)) for hunk in file.hunks]
    assert bytes_before(joined(after, "\r\n"), hunks).replace(b"\r\n", b"\n") == joined(before)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        pytest.param(b"a\nb\n", 5, id="the file as it was"),
        pytest.param(b"a\n", 5, id="a shorter file"),
        pytest.param(b"", 4, id="an empty file"),
    ],
)
def test_a_file_that_is_not_what_the_diff_leads_to_is_refused(data: bytes, line: int) -> None:
    (file,) = read_diff(b"--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n+c\n-b\n")
    with pytest.raises(DoesNotFit) as caught:
        bytes_before(data, file.hunks)
    assert caught.value.line == line
