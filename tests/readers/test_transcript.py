"""What a format without lines holds is written down, and read back with places in what was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import BlockKind, Heading
from claimlint.readers import elements
from claimlint.readers.limits import LIMITS
from claimlint.readers.transcript import Transcript
from claimlint.readers.unreadable import UnreadableDocument
from tests.readers.test_positions import misplaced, untidy


def headed_paragraph(transcript: Transcript) -> None:
    transcript.block("h1", "Aurora X1", "slide 1, title")
    transcript.block("p", "It lasts\t10 h.", "slide 1")


def broken_line(transcript: Transcript) -> None:
    with transcript.element("p", "page 2"):
        transcript.text("one\vtwo")
        transcript.line_break()
        transcript.text("three")


def table(transcript: Transcript) -> None:
    with transcript.element("table", "table 1"):
        for number, row in enumerate((("Model", "Runtime"), ("X1", "10 h"))):
            with transcript.element("tr", f"table 1, row {number + 1}"):
                for text in row:
                    transcript.block("td" if number else "th", text)


def picture(transcript: Transcript) -> None:
    transcript.block("p", "Before.", "page 1")
    transcript.value(BlockKind.ALT_TEXT, "alt", "The X1\nin water", "page 1, picture")


def nothing(transcript: Transcript) -> None:
    """An empty page."""


@pytest.mark.parametrize(
    ("tell", "text", "blocks"),
    [
        (
            headed_paragraph,
            "Aurora X1\nIt lasts\t10 h.\n",
            [("heading", "Aurora X1", "slide 1, title"), ("paragraph", "It lasts 10 h.", "slide 1")],
        ),
        (broken_line, "one\ntwo\nthree\n", [("paragraph", "one\ntwo\nthree", "page 2")]),
        (
            table,
            "Model\nRuntime\nX1\n10 h\n",
            [
                ("table-cell", "Model", "table 1, row 1"),
                ("table-cell", "Runtime", "table 1, row 1"),
                ("table-cell", "X1", "table 1, row 2"),
                ("table-cell", "10 h", "table 1, row 2"),
            ],
        ),
        (picture, "Before.\nThe X1 in water\n", [("paragraph", "Before.", "page 1"), ("alt-text", "The X1 in water", "page 1, picture")]),
        (nothing, "", []),
    ],
    ids=["paragraphs", "line breaks", "table", "picture", "nothing"],
)
def test_what_is_told_is_read(tell: Callable[[Transcript], None], text: str, blocks: list[tuple[str, str, str]]) -> None:
    transcript = Transcript()
    tell(transcript)
    document = transcript.document("a.docx")
    assert document.source.text == text
    assert [(block.kind.value, block.text, block.where) for block in document.blocks] == blocks


def test_headings_and_headers_stand_above_what_follows() -> None:
    transcript = Transcript()
    headed_paragraph(transcript)
    table(transcript)
    blocks = transcript.document("a.docx").blocks
    assert blocks[1].headings == (Heading(1, "Aurora X1"),)
    assert (blocks[-1].row_header, blocks[-1].column_header) == ("X1", "Runtime")


@pytest.mark.parametrize(
    ("limits", "message"),
    [(replace(LIMITS, characters=10), "more than 10 characters"), (replace(LIMITS, seconds=-1.0), "more than -1 seconds")],
)
def test_beyond_the_limits_nothing_is_read(limits: object, message: str) -> None:
    transcript = Transcript(limits)  # type: ignore[arg-type]
    with pytest.raises(UnreadableDocument, match=message):
        headed_paragraph(transcript)


NAMES = st.sampled_from(sorted(elements.BLOCK | {"b", "sup", "a", "s"}))
TEXTS = st.text(max_size=12) | st.sampled_from(["10 h", " a\tb ", "1", "\0", "\u2028", "\u00ad", "\u05d0\u05d1", "🔋"])
TOLD = st.recursive(TEXTS, lambda inner: st.tuples(NAMES, st.lists(inner, max_size=4)), max_leaves=15)


@given(told=st.lists(TOLD, max_size=6))
def test_every_character_stands_where_it_was_written(told: list[object]) -> None:
    transcript = Transcript()
    for each in told:
        tell(transcript, each)
    document = transcript.document("a.docx")
    assert untidy(document) == []
    assert misplaced(document) == []


def tell(transcript: Transcript, told: object) -> None:
    if isinstance(told, str):
        transcript.text(told)
    elif isinstance(told, tuple):
        name, inner = told
        with transcript.element(name, "here"):
            for each in inner:
                tell(transcript, each)
