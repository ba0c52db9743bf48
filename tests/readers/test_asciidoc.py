"""AsciiDoc is read as a page shows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimlint.document import Block, Document

Summary = Callable[[str, str], list[tuple[str, str]]]
Blocks = Callable[[str, str], list[Block]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Lasts *ten* _whole_\n`hours`.", [("paragraph", "Lasts ten whole hours.")], id="marked words"),
        pytest.param("**Wa**ter m^2^ H~2~O *_both_*", [("paragraph", "Water m² H2O both")], id="marks within words"),
        pytest.param("2*3*4 a_b_c \\*no* *not", [("paragraph", "2*3*4 a_b_c *no* *not")], id="lone signs"),
        pytest.param("[.line-through]#old# new", [("paragraph", "new")], id="struck out"),
        pytest.param("See https://x.org[our site^] or <<s,specs>>.", [("paragraph", "See our site or specs.")], id="links"),
        pytest.param("link:a.html[Buy, window=_blank] now", [("paragraph", "Buy now")], id="link macro"),
        pytest.param(":x: The *X1*\n\n{x} lasts {y}.", [("paragraph", "The X1 lasts {y}.")], id="attributes"),
        pytest.param("X(C) one--two pass:[<b>b</b>] +a*b*+", [("paragraph", "X© one—two b a*b*")], id="signs and what is passed on"),
        pytest.param("Ten.footnote:[In use.] More.", [("paragraph", "Ten.¹ More."), ("paragraph", "¹ In use.")], id="footnote"),
        pytest.param(
            "= X1\nA. Smith\nv1, 2026\n:a: b\n\nText.\n\n== Radio",
            [("heading", "X1"), ("paragraph", "Text."), ("heading", "Radio")],
            id="header",
        ),
        pytest.param("Radio\n-----\n\nBLE.", [("heading", "Radio"), ("paragraph", "BLE.")], id="underlined"),
        pytest.param("* GPS\nand NFC\n** BLE\n- [x] USB", [("list-item", text) for text in ("GPS and NFC", "BLE", "USB")], id="lists"),
        pytest.param("* GPS\n+\nMore.\n\nText.", [("list-item", "GPS"), ("list-item", "More."), ("paragraph", "Text.")], id="continuation"),
        pytest.param("Weight:: 20 g", [("table-cell", "Weight"), ("table-cell", "20 g")], id="description"),
        pytest.param("NOTE: Needs power.", [("paragraph", "Needs power.")], id="admonition"),
        pytest.param("[TIP]\n====\nNeeds power.\n====", [("paragraph", "Needs power.")], id="admonition block"),
        pytest.param("____\nIt is great.\n____", [("quotation", "It is great.")], id="quotation"),
        pytest.param("[source,c]\n----\nint x;\n----\n\nCopy.", [("code", "int x;"), ("paragraph", "Copy.")], id="listing"),
        pytest.param("// no\n\n////\nnor this\n////\n\nOne.\n// no\nTwo.", [("paragraph", "One. Two.")], id="comments"),
        pytest.param("image::a.png[The X1,200]", [("alt-text", "The X1")], id="image"),
        pytest.param(".The X1 here\nimage::a.png[]", [("caption", "The X1 here")], id="title of an image"),
        pytest.param(
            "ifdef::x[]\nOne.\nendif::[]\nifdef::y[Two.]", [("paragraph", "One."), ("paragraph", "Two.")], id="conditions are read"
        ),
        pytest.param("++++\n<p>It <b>lasts</b>.</p>\n++++", [("paragraph", "It lasts.")], id="HTML"),
    ],
)
def test_construct(summary: Summary, text: str, expected: list[tuple[str, str]]) -> None:
    assert summary("a.adoc", text) == expected


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("|===\n|Item |Value\n\n|Life |up to\n10 h\n|===", id="rows on lines"),
        pytest.param('[%header,cols="1,2"]\n|===\n|Item\n|Value\n|Life\n|up to 10 h\n|===', id="cells on lines"),
        pytest.param("[options=header]\n|===\n|Item |Value\n|Life a|up to 10 h\n|===", id="a cell with blocks"),
        pytest.param("[%header]\n,===\nItem,Value\nLife,up to 10 h\n,===", id="separated values"),
    ],
)
def test_cells_of_a_table_know_their_headers(blocks: Blocks, table: str) -> None:
    cell = blocks("a.adoc", table)[-1]
    assert (cell.text, cell.row_header, cell.column_header) == ("up to 10 h", "Life", "Value")


def test_a_cell_that_spans_rows_keeps_its_place_in_those_below(blocks: Blocks) -> None:
    table = "[%header]\n|===\n|A |B\n.2+|both |one\n|two\n|==="
    assert [(block.text, block.column_header) for block in blocks("a.adoc", table)][2:] == [("both", "A"), ("one", "B"), ("two", "B")]


def test_the_title_of_a_block_heads_that_block_alone(blocks: Blocks) -> None:
    found = blocks("a.adoc", "= X1\n\n.Coming soon\n* GPS\n\nText.")
    assert [[heading.text for heading in block.headings] for block in found[2:]] == [["X1", "Coming soon"], ["X1"]]


def test_a_file_that_is_included_is_named(read: Callable[[str, str], Document]) -> None:
    assert read("a.adoc", "include::b.adoc[]\n\nText.").source.notes == ("What it includes was not read with it: b.adoc.",)


def test_attributes_are_metadata(read: Callable[[str, str], Document]) -> None:
    assert read("a.adoc", "= X1\n:publish: 2027-02-15\n\nText.").metadata["publish"] == "2027-02-15"
