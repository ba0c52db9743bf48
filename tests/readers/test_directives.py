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
        ("page.html", f"<p>One</p><!--{WORDS}--!><p>two</p>", f"<!--{WORDS}--!>"),
        ("page.mdx", f"<Card>\n  {{/*{WORDS}*/}}\n  Copy.\n</Card>\n", f"{{/*{WORDS}*/}}"),
        ("page.mdx", f"{{ /* {WORDS} */ }}\n\nCopy.\n", f"{{ /* {WORDS} */ }}"),
        ("page.mdx", f'<Card\n  /* {WORDS} */\n  title="Copy." />\n', f"/* {WORDS} */"),
        ("page.mdx", f'<Card\n  // {WORDS}\n  title="Copy." />\n', f"// {WORDS}"),
        ("page.mdx", f'export const page = {{\n  // {WORDS}\n  name: "// claimlint-disable-file CL101: a string"\n}}\n', f"// {WORDS}"),
        *(
            ("page.txt", f"Copy.\n{line}\n", line)
            for line in (f"# {WORDS}", f"// {WORDS}", f"<!-- {WORDS} -->", f"[{WORDS}]", f"  {WORDS}", f"- {WORDS}", f"> {WORDS}")
        ),
        ("page.rst", f"Before.\n\n.. {WORDS}\n\nAfter.\n", WORDS),
        ("page.adoc", f"Before.\n// {WORDS}\nAfter.\n", f"// {WORDS}"),
        ("page.vtt", f"WEBVTT\n\nNOTE {WORDS}\n\n00:01.000 --> 00:02.000\nCopy.\n", WORDS),
        ("page.yaml", f"# {WORDS}\ntitle: Copy\n", f"# {WORDS}"),
        *(("page.txt", f"Copy. {behind}\nMore.\n", behind) for behind in (f"# {WORDS}", f"// {WORDS}", f"<!-- {WORDS} -->")),
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
    [("page.md", "<!-- {} -->"), ("page.md", "<!--\n{}\n-->"), ("page.mdx", "{{/* {} */}}"), ("page.txt", "# {}"), ("page.rst", ".. {}")],
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


@pytest.mark.parametrize(
    ("path", "text", "problem"),
    [
        ("page.md", f"One. <!-- {WORDS}\n\nTwo.\n", "never-closed"),
        ("page.html", f"<p>One.</p><!-- {WORDS} -- ><p>Two.</p>", "never-closed"),
        ("page.mdx", f"One. {{/* {WORDS}\n\nTwo.\n", "never-closed"),
        ("page.md", f"---\n# {WORDS}\ntitle: One\n---\n", "misplaced"),
        ("page.md", f"---\ntitle: One # {WORDS}\n---\n", "misplaced"),
        ("page.md", "---\nclaimlint_disable_file: {CL201: agreed}\n---\n", "misplaced"),
        ("page.md", '---\nparams:\n  claimlint-disable-file: "CL201: agreed"\n---\n', "misplaced"),
        ("page.md", '+++\n[params]\nclaimlint-disable-file = "CL201: agreed"\n+++\n', "misplaced"),
        ("page.md", '+++\nclaimlint-disable-file = ["CL201: agreed"]\n+++\n', "misplaced"),
    ],
)
def test_what_holds_for_nothing_is_not_passed_over(path, text, problem):
    (directive,) = reader_for(path)(Source(path, text)).directives
    assert directive.problem == problem
    assert text[directive.start : directive.end].lstrip("<!-{/* ").startswith("claimlint")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("page.txt", "Claimlint ignores code.\n"),
        ("page.txt", "Write claimlint-disable-line behind it.\n"),
        ("page.md", "`<!-- claimlint-disable-line CL101: as code -->` is shown.\n"),
        ("page.mdx", "{'// claimlint-disable-line CL101: a string'}\n"),
    ],
)
def test_what_is_said_of_claimlint_is_not_said_to_it(path, text):
    assert reader_for(path)(Source(path, text)).directives == ()


def test_words_behind_copy_of_plain_text_are_none_of_it():
    blocks = reader_for("page.txt")(Source("page.txt", f"It lasts # {WORDS}\nten hours.\n")).blocks
    assert [block.text for block in blocks] == ["It lasts ten hours."]


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
