"""Slides are read in the order in which they are shown, each with its title first and its notes last."""

from __future__ import annotations

import pytest

from claimlint import readers
from claimlint.document import HEADER_CELL, Block
from tests.readers.office_files import NAMESPACES, shape, slide, slides
from tests.readers.test_docx import CHART

Row = tuple[str, str, str]


def read(data: bytes) -> list[Block]:
    return list(readers.read("deck.pptx", data).blocks)


def summary(data: bytes) -> list[Row]:
    return [(block.kind.value, block.text, block.where or "") for block in read(data)]


def frame(content: str) -> str:
    return f"<p:graphicFrame><p:nvGraphicFramePr/><a:graphic><a:graphicData>{content}</a:graphicData></a:graphic></p:graphicFrame>"


def table(first_row: str, *rows: str) -> str:
    return frame(f'<a:tbl><a:tblPr firstRow="{first_row}"/>{"".join(rows)}</a:tbl>')


def row(*cells: str) -> str:
    return f"<a:tr>{''.join(f'<a:tc><a:txBody><a:p><a:r><a:t>{cell}</a:t></a:r></a:p></a:txBody></a:tc>' for cell in cells)}</a:tr>"


POINT = "<a:r><a:t>It lasts 10 h</a:t></a:r>"

SHAPES = [
    pytest.param(shape("Aurora X1", "ctrTitle"), [("title", "Aurora X1", "slide 1, title")], id="title of the deck"),
    pytest.param(shape("Battery", "title"), [("heading", "Battery", "slide 1, title")], id="title"),
    pytest.param(shape("10 h", "subTitle"), [("paragraph", "10 h", "slide 1, subtitle")], id="subtitle"),
    pytest.param(
        shape("10 h") + shape("Battery", "title"),
        [("heading", "Battery", "slide 1, title"), ("paragraph", "10 h", "slide 1, text")],
        id="title first",
    ),
    pytest.param(
        shape("Small\n\tLight\nLoud", "body"),
        [("list-item", "Small", "slide 1, text"), ("list-item", "Light", "slide 1, text"), ("list-item", "Loud", "slide 1, text")],
        id="points",
    ),
    pytest.param(shape("Small", "body"), [("paragraph", "Small", "slide 1, text")], id="one paragraph is no list"),
    pytest.param(shape("Small\nLoud"), [("paragraph", "Small", "slide 1, text"), ("paragraph", "Loud", "slide 1, text")], id="text box"),
    pytest.param(shape("", "body"), [], id="empty placeholder"),
    pytest.param(shape("3", "sldNum") + shape("May 2026", "dt"), [], id="what programs fill in"),
    pytest.param(shape("Subject to change", "ftr"), [("paragraph", "Subject to change", "slide 1, footer")], id="footer"),
    pytest.param(shape("10 h", properties='hidden="1"'), [], id="hidden shape"),
    pytest.param(
        shape("10 h", properties='descr="The X1"'),
        [("paragraph", "10 h", "slide 1, text"), ("alt-text", "The X1", "slide 1, picture")],
        id="described",
    ),
    pytest.param(
        f"<p:grpSp><p:nvGrpSpPr/>{shape('one')}<p:grpSp>{shape('two')}</p:grpSp></p:grpSp>{shape('three')}",
        [("paragraph", "one", "slide 1, text"), ("paragraph", "two", "slide 1, text"), ("paragraph", "three", "slide 1, text")],
        id="groups",
    ),
    pytest.param(
        f"<mc:AlternateContent><mc:Choice>{shape('new')}</mc:Choice><mc:Fallback>{shape('old')}</mc:Fallback></mc:AlternateContent>",
        [("paragraph", "new", "slide 1, text")],
        id="editions",
    ),
]


@pytest.mark.parametrize(("shapes", "expected"), SHAPES)
def test_shapes_are_read(shapes: str, expected: list[Row]) -> None:
    assert summary(slides(slide(shapes))) == expected


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f"{POINT}<a:br/><a:r><a:t>at half volume</a:t></a:r>", "It lasts 10 h\nat half volume"),
        (f'{POINT}<a:r><a:rPr baseline="30000"/><a:t>1</a:t></a:r>', "It lasts 10 h¹"),
        (f'<a:r><a:rPr strike="sngStrike"/><a:t>14 h </a:t></a:r>{POINT}', "It lasts 10 h"),
        (f'{POINT}<a:fld type="slidenum"><a:t>3</a:t></a:fld>', "It lasts 10 h"),
        (f"{POINT}<a:r><a:t>\v indoors</a:t></a:r>".replace("\v", "&#10;"), "It lasts 10 h\nindoors"),
    ],
)
def test_a_paragraph_reads_as_it_looks(content: str, text: str) -> None:
    assert [block.text for block in read(slides(slide(f"<p:sp><p:nvSpPr/><p:txBody><a:p>{content}</a:p></p:txBody></p:sp>")))] == [text]


@pytest.mark.parametrize(("bullet", "kind"), [("<a:buChar char='•'/>", "list-item"), ("<a:buNone/>", "paragraph"), ("", "paragraph")])
def test_bullets_make_points_in_a_text_box(bullet: str, kind: str) -> None:
    text = f"<p:sp><p:nvSpPr/><p:txBody><a:p><a:pPr>{bullet}</a:pPr>{POINT}</a:p></p:txBody></p:sp>"
    assert summary(slides(slide(text))) == [(kind, "It lasts 10 h", "slide 1, text")]


def test_cells_know_their_headers() -> None:
    blocks = read(slides(slide(table("1", row("Model", "Runtime"), row("X1", "10 h")))))
    assert [(block.text, block.row_header, block.column_header, block.key, block.where) for block in blocks] == [
        ("Model", "", "", HEADER_CELL, "slide 1, table, row 1"),
        ("Runtime", "", "", HEADER_CELL, "slide 1, table, row 1"),
        ("X1", "", "Model", "", "slide 1, table, row 2"),
        ("10 h", "X1", "Runtime", "", "slide 1, table, row 2"),
    ]


def test_a_table_may_have_no_headers() -> None:
    assert {block.key for block in read(slides(slide(table("0", row("Runtime", "10 h"), row("Rating", "IP67")))))} == {""}


def test_hidden_slides_are_read_and_say_so() -> None:
    assert summary(slides(slide(shape("Radio", "title"), 'show="0"'))) == [("heading", "Radio", "slide 1 (hidden), title")]


def test_a_slide_without_a_title_stands_under_no_other_slide() -> None:
    blocks = read(slides(slide(shape("Aurora", "ctrTitle")), slide(shape("Coming soon", "title")), slide(shape("It lasts 10 h."))))
    assert [heading.text for heading in blocks[-1].headings] == ["Aurora"]


def test_a_footer_is_read_once() -> None:
    assert [block.where for block in read(slides(*[slide(shape("Subject to change", "ftr"))] * 3))] == ["slide 1, footer"]


DIAGRAM = """<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:ptLst><dgm:pt type="doc"><dgm:t><a:p/></dgm:t></dgm:pt>
<dgm:pt><dgm:t><a:p><a:r><a:t>Charge</a:t></a:r></a:p></dgm:t></dgm:pt>
<dgm:pt type="parTrans"><dgm:t><a:p><a:r><a:t>x</a:t></a:r></a:p></dgm:t></dgm:pt>
<dgm:pt><dgm:t><a:p><a:r><a:t>Play 10 h</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"""
SPOKEN = shape("x", "sldImg") + shape("Say 10 h.", "body") + shape("1", "sldNum")
NOTES = f"<p:notes {NAMESPACES}><p:cSld><p:spTree>{SPOKEN}</p:spTree></p:cSld></p:notes>"


@pytest.mark.parametrize(
    ("kind", "content", "part", "expected"),
    [
        (
            "chart",
            frame('<c:chart r:id="x"/>'),
            CHART,
            [
                ("caption", "Runtime", "slide 1, chart, title"),
                ("caption", "X1", "slide 1, chart, series"),
                ("caption", "Indoors", "slide 1, chart, category"),
                ("caption", "Hours", "slide 1, chart, axis"),
            ],
        ),
        (
            "diagramData",
            frame('<dgm:relIds r:dm="x"/>'),
            DIAGRAM,
            [("paragraph", "Charge", "slide 1, diagram"), ("paragraph", "Play 10 h", "slide 1, diagram")],
        ),
        ("notesSlide", "", NOTES, [("paragraph", "Say 10 h.", "slide 1, notes")]),
    ],
    ids=["chart", "diagram", "notes"],
)
def test_other_parts_are_read(kind: str, content: str, part: str, expected: list[Row]) -> None:
    data = slides(slide(content), related={"x": (kind, "../other/part.xml")}, parts={"ppt/other/part.xml": part})
    assert summary(data) == expected
