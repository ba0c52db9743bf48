"""Words to claimlint are no copy, in any format, and keep their exact place; what only looks like a comment is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import Source
from claimlint.readers import reader_for

WORDS = "claimlint-disable-line CL201: agreed with legal"
COMMENTS = {
    "page.md": f"<!-- {WORDS} -->",
    "page.mdx": f"{{/* {WORDS} */}}",
    "page.html": f"<!-- {WORDS} -->",
    "page.txt": WORDS,
}


@pytest.mark.parametrize(
    ("path", "text", "written"),
    [
        *((path, f"Before.\n\n{comment}\n\nAfter.\n", comment) for path, comment in COMMENTS.items()),
        ("page.md", f"One\n<!--\n  {WORDS}\n-->\ntwo\n", f"<!--\n  {WORDS}\n-->"),
        ("page.md", f"| a |\n| - |\n| b <!-- {WORDS} --> |\n", f"<!-- {WORDS} -->"),
        ("page.html", f"<ul><li>One<!--{WORDS}--></li></ul>", f"<!--{WORDS}-->"),
        ("page.mdx", f"<Card>\n  {{/*{WORDS}*/}}\n  Copy.\n</Card>\n", f"{{/*{WORDS}*/}}"),
        *(
            ("page.txt", f"Copy.\n{line}\n", line)
            for line in (f"# {WORDS}", f"// {WORDS}", f"<!-- {WORDS} -->", f"[{WORDS}]", f"  {WORDS}")
        ),
        ("page.md", "---\nclaimlint-disable-line CL201: agreed with legal\n---\n", "claimlint-disable-line CL201: agreed with legal"),
    ],
)
def test_words_and_place(path, text, written):
    document = reader_for(path)(Source(path, text))
    (directive,) = document.directives
    assert directive.words == WORDS
    assert text[directive.start : directive.end] == written
    assert not any("claimlint" in block.text for block in document.blocks)


@pytest.mark.parametrize(
    ("path", "comment"),
    [("page.md", "<!-- {} -->"), ("page.md", "<!--\n{}\n-->"), ("page.mdx", "{{/* {} */}}"), ("page.txt", "# {}")],
)
def test_a_line_to_claimlint_changes_nothing_of_what_is_read(path, comment):
    """Most of all, an item keeps what leads into its list: it decides how firmly the item promises."""
    lines = ["In development:", "", "- Solar charging", "- Voice assistant", ""]
    without = reader_for(path)(Source(path, "\n".join(lines))).blocks
    with_line = reader_for(path)(Source(path, "\n".join([*lines[:3], comment.format(WORDS), *lines[3:]])))
    assert len(with_line.directives) == 1
    assert [(block.kind, block.text, block.introduction) for block in with_line.blocks] == [
        (block.kind, block.text, block.introduction) for block in without
    ]


def test_html_around_a_line_to_claimlint_stays_html():
    text = f"<div>\n<!-- {WORDS} -->\n    <p>It lasts ten hours.</p>\n</div>\n"
    document = reader_for("page.md")(Source("page.md", text))
    assert [(block.kind.value, block.text) for block in document.blocks] == [("paragraph", "It lasts ten hours.")]


@given(st.lists(st.sampled_from(["Copy", "\n", "\r\n", "\r", "\n\n", " ", *COMMENTS.values(), "- ", "---\n", "`", "| "]), max_size=12))
@pytest.mark.parametrize("path", COMMENTS)
def test_places_are_those_of_the_words(path, pieces):
    text = "".join(pieces)
    document = reader_for(path)(Source(path, text))
    for directive in document.directives:
        assert "claimlint-disable-line" in text[directive.start : directive.end]
    assert [each.start for each in document.directives] == sorted({each.start for each in document.directives})
