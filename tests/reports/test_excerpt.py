"""The underline stands below the words that it means, whatever the line is made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import LineIndex
from claimlint.reports.excerpt import cells, excerpt, printable


def drawn(text: str, words: str, width: int = 80) -> tuple[str, str]:
    start = text.index(words)
    lines = LineIndex(text)
    piece = excerpt(text, lines.line_start(lines.position(start).line), start, start + len(words), width)
    return piece.line, piece.underline


@pytest.mark.parametrize(
    ("text", "words", "line", "underline"),
    [
        ("It lasts 14 days.", "14 days", "It lasts 14 days.", "         ^^^^^^^"),
        ("One.\nIt lasts.\nTwo.", "lasts", "It lasts.", "   ^^^^^"),
        ("One.\r\nIt lasts.\r\nTwo.", "lasts", "It lasts.", "   ^^^^^"),
        ("One.\rIt lasts.\rTwo.", "lasts", "It lasts.", "   ^^^^^"),
        ("\tIt lasts.", "lasts", "    It lasts.", "       ^^^^^"),
        ("a\tb", "a\tb", "a    b", "^^^^^^"),
        ("電池 lasts.", "lasts", "電池 lasts.", "     ^^^^^"),
        ("It 電池 lasts.", "電池", "It 電池 lasts.", "   ^^^^"),
        ("cafe\u0301 lasts", "lasts", "cafe\u0301 lasts", "     ^^^^^"),
        ("It lasts\nvery long.", "lasts\nvery", "It lasts", "   ^^^^^"),
        ("a\x1b[31mb", "b", "a\ufffd[31mb", "      ^"),
        ("a\u202eb", "b", "a\ufffdb", "  ^"),
    ],
)
def test_underline(text: str, words: str, line: str, underline: str) -> None:
    assert drawn(text, words) == (line, underline)


@pytest.mark.parametrize(
    ("words", "line", "underline"),
    [
        ("MIDDLE", "…aaaaaaMIDDLEbbbbbb…", "       ^^^^^^"),
        ("a" * 5, "aaaaaaaaaaaaaaaaaa…", "^^^^^"),
        ("c", "…bbbbbbbbbbbbbbbbbc", "                  ^"),
        ("MIDDLE" + "b" * 40, "…MIDDLEbbbbbbbbbbbb…", " ^^^^^^^^^^^^^^^^^^"),
    ],
)
def test_a_long_line_is_cut_around_the_range(words: str, line: str, underline: str) -> None:
    text = "a" * 200 + "MIDDLE" + "b" * 200 + "c"
    assert drawn(text, words, width=20) == (line, underline)


@given(text=st.text(min_size=1, max_size=60), data=st.data(), width=st.integers(20, 60))
def test_it_always_fits_and_never_carries_control_characters(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    lines = LineIndex(text)
    piece = excerpt(text, lines.line_start(lines.position(start).line), start, end, width)
    assert cells(piece.line) <= width
    assert "^" in piece.underline
    assert piece.line == printable(piece.line)
