"""reStructuredText is read as a page shows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimlint.document import Block, Document

Summary = Callable[[str, str], list[tuple[str, str]]]
Blocks = Callable[[str, str], list[Block]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Lasts **ten** *whole*\nhours.", [("paragraph", "Lasts ten whole hours.")], id="emphasis"),
        pytest.param("Use ``ble_scan`` and 2*3*4 or *not", [("paragraph", "Use ble_scan and 2*3*4 or *not")], id="literals and lone signs"),
        pytest.param("See `our site <https://x.org>`_ or site_.", [("paragraph", "See our site or site.")], id="links"),
        pytest.param("Area: 3 m\\ :sup:`2`, :ref:`specs <s>`.", [("paragraph", "Area: 3 m², specs.")], id="roles"),
        pytest.param(":ref:`no-title` is out.", [("paragraph", "is out.")], id="a role that shows what stands elsewhere"),
        pytest.param("|x| lasts.\n\n.. |x| replace:: The *X1*", [("paragraph", "The X1 lasts.")], id="substitution"),
        pytest.param("Ten hours. [#a]_\n\n.. [#a] In use.", [("paragraph", "Ten hours. ¹"), ("paragraph", "¹ In use.")], id="footnote"),
        pytest.param(
            "====\nX1\n====\n\nRadio\n-----\n\nBLE.", [("heading", "X1"), ("heading", "Radio"), ("paragraph", "BLE.")], id="sections"
        ),
        pytest.param("- GPS\n  and NFC\n\n- BLE", [("list-item", "GPS and NFC"), ("list-item", "BLE")], id="bullets"),
        pytest.param("1. GPS\n2. NFC", [("list-item", "GPS"), ("list-item", "NFC")], id="numbers"),
        pytest.param("A. Smith wears\nit.", [("paragraph", "A. Smith wears it.")], id="an initial is no number"),
        pytest.param("Weight\n  20 g", [("table-cell", "Weight"), ("table-cell", "20 g")], id="definition"),
        pytest.param(":Range: 10 km", [("table-cell", "Range"), ("table-cell", "10 km")], id="field"),
        pytest.param("| One\n| Two", [("paragraph", "One"), ("paragraph", "Two")], id="line block"),
        pytest.param("   It is great.", [("quotation", "It is great.")], id="quotation"),
        pytest.param(
            "Code::\n\n  x = 1\n\nCopy.", [("paragraph", "Code:"), ("code", "  x = 1"), ("paragraph", "Copy.")], id="literal block"
        ),
        pytest.param(".. code-block:: c\n\n   int x;\n\nCopy.", [("paragraph", "Copy.")], id="code is left out"),
        pytest.param(".. A comment\n   of two lines\n\n.. _a: https://x.org\n\nCopy.", [("paragraph", "Copy.")], id="comments and targets"),
        pytest.param(".. image:: a.png\n   :alt: The X1", [("alt-text", "The X1")], id="image"),
        pytest.param(
            ".. figure:: a.png\n\n   The X1\n   here.\n\n   More.", [("caption", "The X1 here."), ("paragraph", "More.")], id="figure"
        ),
        pytest.param(".. note:: Needs\n   power.", [("paragraph", "Needs power.")], id="admonition"),
        pytest.param(
            ".. card:: Long life\n\n   Ten hours.", [("paragraph", "Long life"), ("paragraph", "Ten hours.")], id="another directive"
        ),
        pytest.param(".. meta::\n   :description: It lasts.\n   :keywords: x", [("description", "It lasts.")], id="meta"),
        pytest.param(".. raw:: html\n\n   <p>It <b>lasts</b>.</p>", [("paragraph", "It lasts.")], id="raw HTML"),
        pytest.param(".. raw:: latex\n\n   \\x{y}", [], id="raw LaTeX is left out"),
    ],
)
def test_construct(summary: Summary, text: str, expected: list[tuple[str, str]]) -> None:
    assert summary("a.rst", text) == expected


TABLES = {
    "grid": "+------+-------+\n| Item | Value |\n+======+=======+\n| Life | up to |\n|      | 10 h  |\n+------+-------+\n",
    "simple": "====  =====\nItem  Value\n====  =====\nLife  up to\n      10 h\n====  =====\n",
    "list-table": ".. list-table::\n   :header-rows: 1\n\n   * - Item\n     - Value\n   * - Life\n     - up to\n       10 h\n",
    "csv-table": '.. csv-table::\n   :header: "Item", "Value"\n\n   Life, "up to 10 h"\n',
}


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_cells_of_a_table_know_their_headers(blocks: Blocks, text: str) -> None:
    cell = blocks("a.rst", text)[-1]
    assert (cell.text, cell.row_header, cell.column_header) == ("up to 10 h", "Life", "Value")


def test_a_cell_may_span_columns(blocks: Blocks) -> None:
    table = "+---+---+\n| A | B |\n+===+===+\n| a and b |\n+---+---+\n| 1 | 2 |\n+---+---+\n".replace("| a and b |", "| a+b   |")
    assert [(block.text, block.column_header) for block in blocks("a.rst", table)][2:] == [("a+b", "A"), ("1", "A"), ("2", "B")]


def test_items_know_their_introduction(blocks: Blocks) -> None:
    assert [block.introduction for block in blocks("a.rst", "Soon:\n\n- GPS\n\n- NFC\n")] == ["", "Soon:", "Soon:"]


def test_levels_of_sections_follow_the_order_of_their_styles(blocks: Blocks) -> None:
    last = blocks("a.rst", "A\n~~~~\n\nB\n====\n\nC\n~~~~\n\nD\n====\n\nText.")[-1]
    assert [(heading.level, heading.text) for heading in last.headings] == [(1, "C"), (2, "D")]


def test_fields_about_the_document_are_its_metadata(read: Callable[[str, str], Document]) -> None:
    document = read("a.rst", "X1\n==\n\n:Author: A. Smith\n:publish: 2027-02-15\n\nCopy.\n")
    assert document.metadata == {"author": "A. Smith", "publish": "2027-02-15"}
    assert [block.text for block in document.blocks] == ["X1", "Copy."]
