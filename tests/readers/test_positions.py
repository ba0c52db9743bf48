"""Every character of a block knows where it stands, whatever the markup, the container and the line ends around it."""

from __future__ import annotations

import html
import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimlint.document import Block, BlockKind, Document, Slice, Source
from claimlint.readers import reader_for

LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
FORMATS = ["a.md", "a.mdx", "a.html", "a.txt", "a.rst", "a.adoc", "a.srt", "a.vtt"]

WORDS = st.sampled_from(["lasts", "10 h", "café", "5.3", "🔋", "e\u0301", "IP67", "up to 45 °C", "1,450 g", "Wi‑Fi"])


def _wrapped(before: str, after: str) -> st.SearchStrategy[tuple[str, str]]:
    return WORDS.map(lambda word: (f"{before}{word}{after}", word))


# Markup, and what the reader of the page sees of it.
HTML_PIECES = st.one_of(
    WORDS.map(lambda word: (word, word)),
    _wrapped("<b>", "</b>"),
    _wrapped('<a href="https://example.com/?a=1&amp;b=2">', "</a>"),
    _wrapped("<span class='x' data-y=1>", "</span>"),
    _wrapped("", "<!-- until MP -->"),
    st.sampled_from([("5 &lt; 6", "5 < 6"), ("R&amp;D", "R&D"), ("10&nbsp;h", "10 h"), ("&#8364;99", "€99"), ("m<sup>2</sup>", "m²")]),
)
MARKDOWN_PIECES = HTML_PIECES | st.one_of(
    _wrapped("**", "**"),
    _wrapped("*", "*"),
    _wrapped("***", "***"),
    _wrapped("`", "`"),
    _wrapped("`` ", " ``"),
    _wrapped("[", "](https://example.com 'title')"),
    _wrapped("[**", "**][target]"),
    st.sampled_from([("3\\*4", "3*4"), ("\\[x\\]", "[x]"), ("a\\b", "a\\b"), ("snake_case_name", "snake_case_name"), ("2 * 3", "2 * 3")]),
)
TEXT_PIECES = WORDS.map(lambda word: (word, word))
PIECES = {"a.md": MARKDOWN_PIECES, "a.html": HTML_PIECES, "a.txt": TEXT_PIECES}
# A container: what begins its first line, what begins the others, what ends it, and its kind.
CONTAINERS: dict[str, list[tuple[str, str | None, str, BlockKind]]] = {
    "a.md": [
        ("", "", "", BlockKind.PARAGRAPH),
        ("> ", "> ", "", BlockKind.QUOTATION),
        ("> > ", "> ", "", BlockKind.QUOTATION),
        ("- ", "  ", "", BlockKind.LIST_ITEM),
        ("-\t", "\t", "", BlockKind.LIST_ITEM),
        ("10. ", "lazy ", "", BlockKind.LIST_ITEM),
        ("- > ", "  >\t", "", BlockKind.QUOTATION),
        ("# ", None, " ##", BlockKind.HEADING),
        ("", "   ", "\n===", BlockKind.HEADING),
        ("<td>", "  ", "</td>", BlockKind.TABLE_CELL),
    ],
    "a.html": [
        ("<p>", "  ", "</p>", BlockKind.PARAGRAPH),
        ("<ul><li>", "\t", "</ul>", BlockKind.LIST_ITEM),
        ("<h2 id=x>", "", "</h2>", BlockKind.HEADING),
        ("<table><tr><td>", "", "</table>", BlockKind.PARAGRAPH),
        ("<blockquote><p>", "", "</blockquote>", BlockKind.QUOTATION),
        ("", "", "", BlockKind.PARAGRAPH),
    ],
    "a.txt": [("", "  ", "", BlockKind.PARAGRAPH), ("* ", "  ", "", BlockKind.LIST_ITEM)],
}


@st.composite
def documents(draw: st.DrawFn, name: str) -> tuple[str, list[tuple[BlockKind, str]]]:
    """A document and the kind and text of its blocks."""
    line_end = draw(LINE_ENDS)
    parts, expected = [], []
    for first, other, last, kind in draw(st.lists(st.sampled_from(CONTAINERS[name]), min_size=1, max_size=4)):
        if name == "a.md" and first == "<td>":
            continue
        lines = draw(st.lists(st.lists(PIECES[name], min_size=1, max_size=3), min_size=1, max_size=1 if other is None else 3))
        source = [" ".join(markup for markup, _ in line) for line in lines]
        seen = [" ".join(text for _, text in line) for line in lines]
        lead = "lazy " if other == "lazy " else ""
        parts.append(first + f"\n{other}".join(["word " + source[0] + " end.", *source[1:]]) + last)
        expected.append((kind, f" {lead}".join(["word " + seen[0] + " end.", *seen[1:]])))
        # A comment keeps one list from running on into the next.
        parts.append("<hr>" if name == "a.html" else "<!-- -->" if name == "a.md" else "---------")
    text = "\n\n".join([*parts, "[target]: https://example.com" if name == "a.md" else ""])
    return text.replace("\n", line_end), expected


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_the_source_range_without_markup_is_the_text(name: str, data: st.DataObject) -> None:
    text, expected = data.draw(documents(name))
    document = _read(name, text)
    assert [(block.kind, block.text) for block in document.blocks] == expected
    assert misplaced(document) == []


_MARKUP = (
    "# ¦- ¦  ¦\t¦    ¦> ¦1. ¦|¦|-|¦---¦```¦~~~¦**¦*¦_¦`¦~~¦[¦](¦)¦![¦[^1]¦[^1]: ¦\\¦\\*¦\n¦\n\n¦\r\n¦\r¦ ¦:¦=¦word¦ two words¦🔋"
    "¦<b>¦</b>¦<br>¦<p>¦</div>¦<td>¦<tr>¦<table>¦<li>¦<ul>¦<img alt='a b'>¦<!--¦-->¦<pre>¦<sup>2</sup>¦<script>¦</script>¦<h2>¦<dt>¦<dd>"
    "¦<q>¦</q>¦&amp;¦&nbsp;¦&lt¦&shy;¦\u00ad¦\u00a0¦\x0b¦\u2028¦<Tab title='x y'>¦</Tab>¦{¦}¦import a from 'b'\n¦export const a = {"
    "¦{{¦}}¦{% ¦%}¦[gallery ids='1']¦:::tip\n¦+++\n¦---\n¦title: A b\n¦x: 'it''s so'\n¦y: \"a\\tb \\u00e9 c\"\n¦z: |\n  c d\n  e\n"
)
MARKUP = st.sampled_from(_MARKUP.split("¦"))
# Of the formats that have other signs than Markdown and HTML.
_OTHER_MARKUP = (
    "= ¦== ¦=====\n¦-----\n¦::¦.. note:: x y\n¦.. ¦   :alt: a b\n¦.. |a| replace:: it *is*\n¦|a|¦[1]_ ¦.. [1] ¦name_ "
    '¦`a <b>`_¦.. list-table::\n\n   * - a\n     - b\n¦.. csv-table:: t\n\n   a,"b, c"\n¦+---+---+\n¦| a | b |\n'
    "¦+===+===+\n¦+   +---+\n¦=== ===\n¦a   b\n¦.. raw:: html\n\n   <p>x</p>\n¦:field: v\n¦:sup:`2`¦* ¦** ¦. ¦a:: b\n"
    '¦a::\n¦+\n¦|===\n¦|a |b\n¦2+|a\n¦.2+|a\n¦a|x\n¦\\|¦====\n¦____\n¦--\n¦++++\n¦////\n¦[NOTE]\n¦[%header,cols="1,2"]\n'
    "¦.Title\n¦:a: b\n¦{a}¦{nbsp}¦^2^¦~2~¦pass:[¦<<a,b>>¦https://x.y[a b]¦footnote:[a b]¦image::a[b,c]\n¦ifdef::a[b c]\n"
    "¦((t))¦(C)¦ +\n¦NOTE: ¦title\n-----\n¦,===\n¦1\n¦00:00:01,000 --> 00:00:02,000\n¦00:10.5 --> 00:11.5 line:0\n"
    "¦<v Anna>¦{\\an8}¦>> "
)
OTHER_MARKUP = st.sampled_from([*_MARKUP.split("¦"), *_OTHER_MARKUP.split("¦") * 2])
# What is replaced as a whole, by what stands elsewhere or by a sign.
_REPLACED = re.compile(r"\|[^|]+\||\[[^\]]+\]_|\.\. \[.*|footnote:.*|\{[^}]+\}|\(C\)|--|", re.DOTALL)


@pytest.mark.parametrize("name", FORMATS)
@given(text=st.one_of(st.lists(MARKUP, max_size=25).map("".join), st.text(max_size=80)))
@example(text="- a\n\n\t- `b\n\t  c`")
@example(text=">\t```\n>\tx\n>\ty")
@example(text="| a `x\\|y` |\r|:--|\r| \\\\| b\\| |")
@example(text="<td>5&nbsp;</td>\u200b<td colspan=99999999>&#0;&#x80;")
@settings(max_examples=1000, deadline=None)
def test_any_text_is_read_and_every_slice_stands_for_its_source(name: str, text: str) -> None:
    document = _read(name, text)
    assert untidy(document) == []
    assert misplaced(document) == []


@pytest.mark.parametrize("name", ["a.rst", "a.adoc", "a.srt", "a.vtt"])
@given(text=st.lists(OTHER_MARKUP, max_size=25).map("".join))
@settings(max_examples=1000, deadline=None)
def test_other_markup_is_read_and_every_slice_stands_for_its_source(name: str, text: str) -> None:
    document = _read(name, text)
    assert untidy(document) == []
    assert misplaced(document) == []


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_file_has_no_blocks(name: str) -> None:
    assert _read(name, "").blocks == ()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("piece", ["> ", "- ", "[", "![", "<div>", "<b>", "**a ", "{", "<A>", "((", "<ul><li>", "`"])
def test_deep_nesting_is_read(name: str, piece: str) -> None:
    document = _read(name, piece * 3000 + "word")
    assert untidy(document) == []
    assert misplaced(document) == []


def _read(name: str, text: str) -> Document:
    reader = reader_for(name)
    assert reader is not None
    return reader(Source(name, text))


def untidy(document: Document) -> list[Block]:
    """Blocks that are empty, or that begin or end with white space though they are no code."""
    return [block for block in document.blocks if not block.text or (block.text.strip() != block.text and block.kind is not BlockKind.CODE)]


def misplaced(document: Document) -> list[tuple[Block, Slice]]:
    """Slices of blocks that reach beyond the source, or stand at a place where something else is written."""
    source = document.source.text
    return [
        (block, piece)
        for block in document.blocks
        for piece in block.source_map.slices
        if piece.source_stop > len(source) or not _stands_for(block, piece, source)
    ]


def _stands_for(block: Block, piece: Slice, source: str) -> bool:
    text, written = block.text[piece.text_start : piece.text_stop], source[piece.source_start : piece.source_stop]
    if text == written.replace("\0", "\ufffd"):
        return True
    if block.kind is BlockKind.CODE and len(text) == len(written) and set(text) - set(written) <= {" ", "\n"}:
        # Template tags are blanked in code as well, and its lines end with LF.
        return True
    if text.isspace():
        # White space, also written as a reference, beside template tags; a line break; what is left of a tab that was cut in the middle.
        return written[:1] in ("", "<", "{", "[", "\\", ":", "&") or written[:1].isspace() or written[-1].isspace()
    return (
        html.unescape(written) == text
        or written in ("\\" + text, "\\\\" + text)
        or unicodedata.normalize("NFKC", text) == written.strip("[]^:")  # superscripts
        or (text in "“”" and written.lower().startswith(("<q", "</q")))
        or (text, written) in (("'", "''"), ("é", "\\u00e9"))
        or _REPLACED.fullmatch(written) is not None
    )
