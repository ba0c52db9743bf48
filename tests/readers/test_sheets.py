"""Lists of ad copy give their columns of copy, other sheets are tables; the same in a workbook and in text."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from claimlint import readers
from claimlint.document import HEADER_CELL, Block, Document
from claimlint.readers import UnreadableDocument, cells
from claimlint.readers.limits import LIMITS
from claimlint.readers.office import xlsx
from claimlint.readers.sheets import column_place, is_copy, names_copy
from tests.readers.office_files import NAMESPACES, package
from tests.readers.test_positions import misplaced, untidy

Rows = Sequence[Sequence[object]]


def workbook(**sheets: Rows) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if title.startswith("hidden") else "visible"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def as_workbook(rows: Rows) -> Document:
    return readers.read("ads.xlsx", workbook(Ads=rows))


def as_text(rows: Rows) -> Document:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    return readers.read("ads.csv", buffer.getvalue().encode())


EXPORT: Rows = [
    ["Ads report"],
    ["1 May 2026 to 31 May 2026"],
    ["Campaign", "Headline 1", "Headline 1 position", "Headline 2", "Description 1", "Final URL"],
    ["Spring", "Lasts 10 h", "1", "IP67", "Small, light\nand loud", "https://example.com"],
    ["Autumn", "", "", "", "Plays “all” day", ""],
]


@pytest.mark.parametrize("read", [as_workbook, as_text])
def test_columns_of_copy_are_read(read: object) -> None:
    assert [(block.kind.value, block.text, block.where) for block in read(EXPORT).blocks] == [  # type: ignore[operator]
        ("paragraph", "Lasts 10 h", "row 4, headline 1"),
        ("paragraph", "IP67", "row 4, headline 2"),
        ("paragraph", "Small, light\nand loud", "row 4, description 1"),
        ("paragraph", "Plays “all” day", "row 5, description 1"),
    ]


@pytest.mark.parametrize("read", [as_workbook, as_text])
def test_other_sheets_are_tables(read: object) -> None:
    document = read([["Feature", "X1", "X2"], ["Runtime", "10 h", "12"], ["Site", "", "www.example.com"]])  # type: ignore[operator]
    assert [(block.text, block.row_header, block.column_header, block.key, block.where) for block in document.blocks] == [
        ("Feature", "", "", HEADER_CELL, "row 1, column A"),
        ("X1", "", "", HEADER_CELL, "row 1, column B"),
        ("X2", "", "", HEADER_CELL, "row 1, column C"),
        ("Runtime", "", "Feature", "", "row 2, Feature"),
        ("10 h", "Runtime", "X1", "", "row 2, X1"),
        ("Site", "", "Feature", "", "row 3, Feature"),
    ]


@pytest.mark.parametrize(
    ("header", "copy"),
    [
        ("Headline 1", True),
        ("Headline 15", True),
        ("HEADLINE_3", True),
        ("Long headline", True),
        ("Description Line 2", True),
        ("Body (HTML)", True),
        ("Title [en]", True),
        ("Bullet Point 5", True),
        ("Subject Line", True),
        ("Headline 1 position", False),
        ("Headline 150", False),
        ("Final URL", False),
        ("Feature", False),
        ("Campaign", False),
        ("", False),
    ],
)
def test_headers_say_what_is_copy(header: str, copy: bool) -> None:
    assert names_copy(header) is copy


@pytest.mark.parametrize(
    ("text", "copy"),
    [("IP67", True), ("1,450", False), ("https://a.example/x", False), ("a@example.com", False), ("See www.a.example", True)],
)
def test_figures_and_addresses_are_no_copy(text: str, copy: bool) -> None:
    assert is_copy(text) is copy


@pytest.mark.parametrize(("column", "place"), [(0, "column A"), (25, "column Z"), (26, "column AA"), (702, "column AAA")])
def test_columns_without_header_go_by_their_letters(column: int, place: str) -> None:
    assert column_place("", column) == place


def test_several_sheets_go_by_their_names_and_hidden_ones_are_out() -> None:
    document = readers.read("a.xlsx", workbook(Ads=[["Headline"], ["Lasts 10 h"]], Notes=[["Ask power team"]], hidden=[["secret"]]))
    assert [(block.text, block.where) for block in document.blocks] == [
        ("Lasts 10 h", "sheet Ads, row 2, headline"),
        ("Ask power team", "sheet Notes, row 1, column A"),
    ]


def test_numbers_dates_and_errors_are_no_copy() -> None:
    rows = [["Headline", "Number"], ["10 h", 5], ["#N/A", True], [7, None], [date(2026, 5, 1), None]]
    assert [block.text for block in as_workbook(rows).blocks] == ["10 h"]


def test_cells_have_raised_and_struck_text() -> None:
    """As spreadsheet programs write it: cells point into a part with all texts."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    raised = '<r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>'
    struck = "<r><rPr><strike/></rPr><t xml:space='preserve'> or 14 h</t></r>"
    texts = f"<sst {main}><si><t>Headline</t></si><si><r><t>10 h</t></r>{raised}{struck}</si></sst>"
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>{row - 1}</v></c></row>' for row in (1, 2))
    sheet = f"<worksheet {main}><sheetData>{rows}</sheetData></worksheet>"
    book = f'<workbook {main} {NAMESPACES}><sheets><sheet name="Ads" sheetId="1" r:id="s"/></sheets></workbook>'
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    data = package(
        {"xl/workbook.xml": book, "xl/sheet.xml": sheet, "xl/texts.xml": texts},
        {
            "": {"r": ("officeDocument", "xl/workbook.xml")},
            "xl/workbook.xml": {"s": ("worksheet", "sheet.xml"), "t": ("sharedStrings", "texts.xml")},
        },
        {
            "xl/workbook.xml": f"{types}.sheet.main+xml",
            "xl/sheet.xml": f"{types}.worksheet+xml",
            "xl/texts.xml": f"{types}.sharedStrings+xml",
        },
    )
    assert [block.text for block in readers.read("a.xlsx", data).blocks] == ["10 h¹"]


def test_formulas_give_the_values_that_they_last_had() -> None:
    # Nothing has computed this one, so it has none.
    document = as_workbook([["Headline"], ['="Lasts "&14&" h"'], ["Lasts 10 h"]])
    assert document.blocks[0].text == "Lasts 10 h"
    assert document.source.notes[0].startswith("1 formula has no value and could not be checked")
    assert as_workbook([["Headline"], ["Lasts 10 h"]]).source.notes == ()


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.csv", "Headline,Number\nLasts 10 h,1\n", ["Lasts 10 h"]),
        ("a.csv", "Headline;Number\nSmall, loud;1\n", ["Small, loud"]),
        ("a.csv", "sep=;\nHeadline;Number\nSmall, loud;1\n", ["Small, loud"]),
        ("a.csv", "Headline\tNumber\nSmall, loud\t1\n", ["Small, loud"]),
        ("a.tsv", "Headline\tNumber\nSmall, loud; light\t1\n", ["Small, loud; light"]),
        ("a.csv", 'Headline,B\n"The ""long"" one",x\n', ['The "long" one']),
        ("a.csv", 'Headline,B\n"never closed,x\nmore', ["never closed,x\nmore"]),
        ("a.csv", "Headline,B\r\nLasts 10 h,x\r\nIP67", ["Lasts 10 h", "IP67"]),
        ("a.csv", "Body (HTML),B\n<p>R&amp;D <b>says</b></p><p>10 h</p>,x\n", ["R&D says", "10 h"]),
        ("a.csv", "", []),
        ("a.csv", "\n\n", []),
    ],
)
def test_text_is_read_as_programs_write_it(name: str, text: str, expected: list[str]) -> None:
    assert [block.text for block in readers.read(name, text.encode()).blocks] == expected


def test_positions_in_text_are_those_of_the_file() -> None:
    text = 'Headline,B\n"A ""long"" name",x\n'
    (block,) = readers.read("a.csv", text.encode()).blocks
    start, stop = block.source_map.source_range(block.text.index("long"), len(block.text))
    assert text[start:stop] == 'long"" name'


@given(text=st.text(alphabet='Headline,;\t"\n\r ab1<b>&amp;', max_size=80))
def test_any_text_is_read_at_its_place(text: str) -> None:
    document = readers.read("a.csv", ("Headline\n" + text).encode())
    assert untidy(document) == []
    assert [each for each in misplaced(document) if not _is_doubled_mark(*each, document)] == []


def _is_doubled_mark(block: Block, piece: object, document: Document) -> bool:
    return document.source.text[piece.source_start : piece.source_stop] == '""'  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("limits", "module"), [(replace(LIMITS, rows=2), xlsx), (replace(LIMITS, cells=2), xlsx), (replace(LIMITS, rows=2), cells)]
)
def test_beyond_the_limits_nothing_is_read(limits: object, module: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMITS", limits)
    with pytest.raises(UnreadableDocument, match="rows"):
        (as_text if module is cells else as_workbook)([["Headline"], ["a"], ["b"]])
