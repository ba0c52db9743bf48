"""Word documents are read as their readers see them, with all changes accepted."""

from __future__ import annotations

import io

import docx
import pytest

from claimlint import readers
from claimlint.document import HEADER_CELL, Block
from tests.readers.office_files import paragraph, row, run, word

Row = tuple[str, str, str]

REVISION = 'w:id="1" w:author="A" w:date="2026-11-01T00:00:00Z"'


def read(data: bytes) -> list[Block]:
    return list(readers.read("launch.docx", data).blocks)


def summary(data: bytes) -> list[Row]:
    return [(block.kind.value, block.text, block.where or "") for block in read(data)]


def texts(body: str, **others: str) -> list[str]:
    return [block.text for block in read(word(body, **others))]


@pytest.mark.parametrize(
    ("style", "properties", "kind"),
    [
        ("", "", "paragraph"),
        ("T", "", "title"),
        ("H1", "", "heading"),
        ("Own", "", "heading"),
        ("Level", "", "heading"),
        ("", '<w:outlineLvl w:val="0"/>', "heading"),
        ("", '<w:outlineLvl w:val="9"/>', "paragraph"),
        ("Q", "", "quotation"),
        ("Cap", "", "caption"),
        ("Bullet", "", "list-item"),
        ("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>', "list-item"),
        ("Bullet", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>', "paragraph"),
        ("Loop", "", "paragraph"),
        ("Gone", "", "paragraph"),
    ],
)
def test_styles_say_what_a_paragraph_is(style: str, properties: str, kind: str) -> None:
    assert summary(word(paragraph("It lasts 10 h.", style, properties))) == [(kind, "It lasts 10 h.", "paragraph 1")]


def test_headings_stand_above_what_follows() -> None:
    blocks = read(
        word(paragraph("Aurora", "T") + paragraph("Battery", "H1") + paragraph("10 h.") + paragraph("Sound", "H1") + paragraph("Loud."))
    )
    assert [[heading.text for heading in block.headings] for block in blocks] == [
        [],
        ["Aurora"],
        ["Aurora", "Battery"],
        ["Aurora"],
        ["Aurora", "Sound"],
    ]


def test_items_know_what_leads_into_them() -> None:
    inner = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    blocks = read(word(paragraph("Coming soon:") + paragraph("Radio", "Bullet") + paragraph("Bluetooth", "", inner) + paragraph("After.")))
    assert [(block.text, block.introduction) for block in blocks] == [
        ("Coming soon:", ""),
        ("Radio", "Coming soon:"),
        ("Bluetooth", "Coming soon: > Radio"),
        ("After.", ""),
    ]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(run("It ") + run("lasts", "<w:b/>") + run(" 10 h."), "It lasts 10 h.", id="runs"),
        pytest.param(f"{run('It lasts ')}<w:ins {REVISION}>{run('10 h')}</w:ins>", "It lasts 10 h", id="inserted"),
        pytest.param(
            f"{run('Up to ')}<w:del {REVISION}><w:r><w:delText>14</w:delText></w:r></w:del>{run('10 h')}", "Up to 10 h", id="deleted"
        ),
        pytest.param(
            f"<w:moveTo {REVISION}>{run('Loud. ')}</w:moveTo>{run('Small. ')}<w:moveFrom {REVISION}>{run('Loud. ')}</w:moveFrom>",
            "Loud. Small.",
            id="moved",
        ),
        pytest.param(run("Light") + run(" (until MP)", "<w:vanish/>"), "Light", id="hidden"),
        pytest.param(run("Light") + run(" hidden by style", '<w:rStyle w:val="Hid"/>'), "Light", id="hidden by style"),
        pytest.param(run("Light", '<w:vanish w:val="0"/>'), "Light", id="not hidden"),
        pytest.param(run("14 h", "<w:strike/>") + run("10 h"), "10 h", id="struck through"),
        pytest.param(run("2 m") + run("2", '<w:vertAlign w:val="superscript"/>'), "2 m²", id="superscript"),
        pytest.param("<w:r><w:t>Wi</w:t><w:noBreakHyphen/><w:t>Fi</w:t></w:r>", "Wi‑Fi", id="hyphen that does not break"),
        pytest.param("<w:r><w:t>water</w:t><w:softHyphen/><w:t>proof</w:t></w:r>", "waterproof", id="soft hyphen"),
        pytest.param("<w:r><w:t>10</w:t><w:tab/><w:t>h</w:t></w:r>", "10 h", id="tab"),
        pytest.param("<w:r><w:t>10 h</w:t><w:br/><w:t>IP67</w:t></w:r>", "10 h\nIP67", id="line break"),
        pytest.param('<w:r><w:t>45 </w:t><w:sym w:font="Symbol" w:char="F0B0"/><w:t>C</w:t></w:r>', "45 °C", id="symbol"),
        pytest.param(f'<w:hyperlink r:id="x">{run("10 h")}</w:hyperlink>{run(" of play")}', "10 h of play", id="link"),
        pytest.param(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('10 h')}</w:sdtContent></w:sdt>", "10 h", id="content control"),
        pytest.param(
            f"{run('A')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>",
            "A",
            id="empty control",
        ),
        pytest.param(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF runtime</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("10 h")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "10 h",
            id="field",
        ),
        pytest.param(f'<w:fldSimple w:instr="REF runtime">{run("10 h")}</w:fldSimple>', "10 h", id="simple field"),
        pytest.param("<m:oMath><m:r><m:t>t=10 h</m:t></m:r></m:oMath>", "t=10 h", id="formula"),
        pytest.param(f'{run("10 h")}<w:r><w:commentReference w:id="0"/></w:r>', "10 h", id="comment"),
        pytest.param(
            "<w:ruby><w:rubyPr/><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>below</w:t></w:r></w:rubyBase></w:ruby>",
            "below",
            id="ruby",
        ),
    ],
)
def test_a_paragraph_reads_as_it_looks(content: str, text: str) -> None:
    assert texts(f"<w:p>{content}</w:p>") == [text]


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    ended = f"<w:p><w:pPr><w:rPr><w:del {REVISION}/></w:rPr></w:pPr>{run('It lasts ')}</w:p>"
    assert texts(ended + paragraph("10 h.")) == ["It lasts 10 h."]


def test_a_last_paragraph_whose_end_was_deleted_stays_in_its_cell() -> None:
    cells = row("Play", "10 h").replace("<w:p>", f"<w:p><w:pPr><w:rPr><w:del {REVISION}/></w:rPr></w:pPr>")
    assert texts(f"<w:tbl>{cells}</w:tbl>{paragraph('It lasts.')}") == ["Play", "10 h", "It lasts."]


def test_tables_of_contents_are_navigation() -> None:
    assert texts(paragraph("Battery\t3", "TOC1") + paragraph("Battery", "H1")) == ["Battery"]


def test_cells_know_their_headers() -> None:
    body = f"<w:tbl>{row('', 'Runtime', properties='<w:tblHeader/>')}{row('X1', '10 h')}</w:tbl>"
    assert [(block.text, block.row_header, block.column_header, block.key, block.where) for block in read(word(body))] == [
        ("Runtime", "", "", HEADER_CELL, "table 1, row 1"),
        ("X1", "", "", "", "table 1, row 2"),
        ("10 h", "X1", "Runtime", "", "table 1, row 2"),
    ]


@pytest.mark.parametrize(
    ("properties", "first", "headed"),
    [
        ('<w:tblLook w:firstRow="1"/>', row("Model", "Runtime"), True),
        ('<w:tblLook w:val="04A0"/>', row("Model", "Runtime"), True),
        ('<w:tblLook w:firstRow="1"/>', row("Runtime", "10 h"), False),
        ('<w:tblLook w:firstRow="0"/>', row("Model", "Runtime"), False),
        ("", row("Model", "Runtime"), False),
        ("", row("Model", "Runtime").replace("<w:rPr>", "<w:rPr><w:b/>"), True),
        ("", row("Model", "Runtime").replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="Strong"/></w:pPr>'), True),
        ('<w:tblLook w:firstRow="1"/>', row("Model", "How long it plays at half volume in a room of twenty degrees Celsius"), False),
    ],
)
def test_a_first_row_that_looks_like_headers_is_one(properties: str, first: str, headed: bool) -> None:
    blocks = read(word(f"<w:tbl><w:tblPr>{properties}</w:tblPr>{first}{row('Play', 'long')}</w:tbl>"))
    assert (blocks[0].key == HEADER_CELL) is headed


def test_a_cell_over_several_rows_names_them() -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    for cell, text in zip(table._cells, ("Battery", "play", "10 h", "", "charge", "3 h"), strict=True):
        cell.text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    buffer = io.BytesIO()
    document.save(buffer)
    assert [(block.text, block.row_header) for block in read(buffer.getvalue())] == [
        ("Battery", ""),
        ("play", "Battery"),
        ("10 h", "Battery play"),
        ("charge", "Battery"),
        ("3 h", "Battery charge"),
    ]


def test_rows_that_were_deleted_are_out() -> None:
    assert texts(f"<w:tbl>{row('Play', '14 h', properties=f'<w:del {REVISION}/>')}{row('Play', '10 h')}</w:tbl>") == ["Play", "10 h"]


BOX = f"<w:txbxContent>{paragraph('In the box', 'H1')}{paragraph('It lasts 10 h.')}</w:txbxContent>"
PICTURE = '<wp:docPr id="1" name="x" descr="The X1 in water"/>'
DRAWING = f"<w:drawing><wp:inline>{PICTURE}<a:graphic><wps:wsp>{BOX}</wps:wsp></a:graphic></wp:inline></w:drawing>"


def test_text_boxes_are_read_once_behind_their_paragraph() -> None:
    older = f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
    twice = f"<mc:AlternateContent><mc:Choice>{DRAWING}</mc:Choice>{older}</mc:AlternateContent>"
    assert summary(word(f"<w:p><w:r><w:t>Small </w:t>{twice}<w:t>and loud.</w:t></w:r></w:p>{paragraph('After.')}")) == [
        ("paragraph", "Small and loud.", "paragraph 1"),
        ("alt-text", "The X1 in water", "paragraph 1, picture"),
        ("heading", "In the box", "text box 1"),
        ("paragraph", "It lasts 10 h.", "text box 1"),
        ("paragraph", "After.", "paragraph 2"),
    ]


def test_notes_are_joined_to_their_signs() -> None:
    note = f'<w:footnote w:id="7" ><w:p><w:r><w:footnoteRef/></w:r>{run(" At 50 % volume.")}</w:p></w:footnote>'
    separator = f'<w:footnote w:id="0" w:type="separator">{paragraph("-----")}</w:footnote>'
    end = f'<w:endnote w:id="7">{paragraph("At 20 °C.")}</w:endnote>'
    body = f'<w:p>{run("10 h")}<w:r><w:footnoteReference w:id="7"/></w:r>{run(" of play")}<w:r><w:endnoteReference w:id="7"/></w:r></w:p>'
    assert summary(word(body, footnotes=separator + note, endnotes=end)) == [
        ("paragraph", "10 h¹ of play²", "paragraph 1"),
        ("paragraph", "¹ At 50 % volume.", "footnote 1"),
        ("paragraph", "² At 20 °C.", "endnote 2"),
    ]


def test_a_sign_of_the_authors_own_is_typed_in_both_places() -> None:
    body = f'<w:p>{run("10 h")}<w:r><w:footnoteReference w:id="7" w:customMarkFollows="1"/><w:t>*</w:t></w:r></w:p>'
    assert texts(body, footnotes=f'<w:footnote w:id="7">{paragraph("* At 50 % volume.")}</w:footnote>') == ["10 h*", "* At 50 % volume."]


@pytest.mark.parametrize(
    ("section", "settings", "expected"),
    [
        ('<w:headerReference w:type="default" r:id="header"/>', "", [("paragraph", "Aurora X1", "header")]),
        ('<w:headerReference w:type="first" r:id="header"/>', "", []),
        ('<w:headerReference w:type="first" r:id="header"/><w:titlePg/>', "", [("paragraph", "Aurora X1", "header")]),
        ('<w:headerReference w:type="even" r:id="header"/>', "", []),
        ('<w:headerReference w:type="even" r:id="header"/>', "<w:evenAndOddHeaders/>", [("paragraph", "Aurora X1", "header")]),
    ],
)
def test_headers_are_read_where_they_are_shown(section: str, settings: str, expected: list[Row]) -> None:
    assert summary(word(f"<w:sectPr>{section}</w:sectPr>" * 2, header=paragraph("Aurora X1"), settings=settings)) == expected


CHART = """<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart>
<c:title><c:tx><c:rich><a:p><a:r><a:t>Runtime</a:t></a:r></a:p></c:rich></c:tx></c:title>
<c:ser><c:tx><c:strRef><c:strCache><c:pt><c:v>X1</c:v></c:pt></c:strCache></c:strRef></c:tx>
<c:cat><c:strRef><c:strCache><c:pt><c:v>Indoors</c:v></c:pt><c:pt><c:v>2027</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser>
<c:valAx><c:title><a:p><a:r><a:t>Hours</a:t></a:r></a:p></c:title></c:valAx></c:chart></c:chartSpace>"""


def test_charts_say_their_texts() -> None:
    drawing = '<w:p><w:r><w:drawing><a:graphic><c:chart r:id="chart"/></a:graphic></w:drawing></w:r></w:p>'
    assert summary(word(drawing, chart=CHART)) == [
        ("caption", "Runtime", "paragraph 1, chart, title"),
        ("caption", "X1", "paragraph 1, chart, series"),
        ("caption", "Indoors", "paragraph 1, chart, category"),
        ("caption", "Hours", "paragraph 1, chart, axis"),
    ]


def test_what_the_library_writes_is_read() -> None:
    document = docx.Document()
    document.add_heading("Aurora X1", 0)
    document.add_paragraph("Small", style="List Bullet")
    document.add_paragraph("Loud", style="List Bullet 2")
    buffer = io.BytesIO()
    document.save(buffer)
    assert [(kind, text) for kind, text, _ in summary(buffer.getvalue())] == [
        ("title", "Aurora X1"),
        ("list-item", "Small"),
        ("list-item", "Loud"),
    ]


def test_a_document_in_the_document_is_said_to_be_unread() -> None:
    (note,) = readers.read("a.docx", word(f'{paragraph("Copy.")}<w:altChunk r:id="x"/>')).source.notes
    assert "was not read" in note
