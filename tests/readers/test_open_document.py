"""OpenDocument is read like the formats of Office: texts, slides and sheets."""

from __future__ import annotations

import io
import zipfile

import pytest

from claimlint import readers
from claimlint.document import HEADER_CELL, Block
from claimlint.readers import UnreadableDocument

Row = tuple[str, str, str]

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
        "presentation": "presentation",
    }.items()
)
STYLES = """<office:automatic-styles>
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Raised" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Struck" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="P2"/>
</office:automatic-styles>"""


def packed(body: str, masters: str = "", **others: str) -> bytes:
    parts = {
        "content.xml": f"<office:document-content {NAMESPACES}>{STYLES}<office:body>{body}</office:body></office:document-content>",
        **others,
    }
    if masters:
        parts["styles.xml"] = f"<office:document-styles {NAMESPACES}>{masters}</office:document-styles>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return buffer.getvalue()


def text(body: str, masters: str = "") -> bytes:
    return packed(f"<office:text>{body}</office:text>", masters)


def read(name: str, data: bytes) -> list[Block]:
    return list(readers.read(name, data).blocks)


def summary(name: str, data: bytes) -> list[Row]:
    return [(block.kind.value, block.text, block.where or "") for block in read(name, data)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("It lasts 10 h.", "It lasts 10 h."),
        ("It\n   lasts <text:s text:c='3'/>10 h.", "It lasts 10 h."),
        ("10<text:tab/>h<text:line-break/>IP67", "10 h\nIP67"),
        ("It <text:span text:style-name='Bold'>lasts</text:span> 10 h.", "It lasts 10 h."),
        ("10 h<text:span text:style-name='Raised'>1</text:span>", "10 h¹"),
        ("<text:span text:style-name='Struck'>14</text:span>10 h", "10 h"),
        ("Light<text:span text:style-name='Hidden'> until MP</text:span>", "Light"),
        ("<text:a>10 h</text:a> of play", "10 h of play"),
        ("10 h<office:annotation><text:p>Sure?</text:p></office:annotation> of play", "10 h of play"),
        ("<text:ruby><text:ruby-base>below</text:ruby-base><text:ruby-text>above</text:ruby-text></text:ruby>", "below"),
    ],
)
def test_a_paragraph_reads_as_it_looks(content: str, expected: str) -> None:
    assert [block.text for block in read("a.odt", text(f"<text:p>{content}</text:p>"))] == [expected]


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("<text:p>10 h</text:p>", "paragraph"),
        ("<text:p text:style-name='P1'>10 h</text:p>", "quotation"),
        ("<text:p text:style-name='P2'>10 h</text:p>", "paragraph"),
        ("<text:p text:style-name='Title'>10 h</text:p>", "title"),
        ("<text:p text:style-name='Caption'>10 h</text:p>", "caption"),
        ("<text:h text:outline-level='2'>10 h</text:h>", "heading"),
        ("<text:h>10 h</text:h>", "heading"),
        ("<text:p text:style-name='Heading_20_2'>10 h</text:p>", "heading"),
        ("<text:section><text:p>10 h</text:p></text:section>", "paragraph"),
    ],
)
def test_styles_say_what_a_paragraph_is(paragraph: str, kind: str) -> None:
    assert summary("a.odt", text(paragraph)) == [(kind, "10 h", "paragraph 1")]


def test_what_was_deleted_and_tables_of_contents_are_out() -> None:
    region = "<text:changed-region><text:deletion><text:p>14 h</text:p></text:deletion></text:changed-region>"
    deleted = f"<text:tracked-changes>{region}</text:tracked-changes>"
    contents = "<text:table-of-content><text:index-body><text:p>Battery 3</text:p></text:index-body></text:table-of-content>"
    assert [block.text for block in read("a.odt", text(f"{deleted}{contents}<text:p>10 h</text:p>"))] == ["10 h"]


def test_lists_notes_boxes_and_margins_have_their_places() -> None:
    cited = "<text:note-citation>1</text:note-citation><text:note-body><text:p>At 20 °C.</text:p></text:note-body>"
    note = f"<text:note text:note-class='footnote'>{cited}</text:note>"
    inner = "<text:list><text:list-item><text:p>Radio</text:p></text:list-item></text:list>"
    box = "<draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box><svg:desc>The X1</svg:desc></draw:frame>"
    items = f"<text:list><text:list-item><text:p>10 h{note}</text:p>{inner}</text:list-item></text:list>"
    body = f"<text:p>Coming soon:</text:p>{items}<text:p>Small{box}</text:p>"
    margin = "<style:master-page><style:header><text:p>Aurora</text:p></style:header></style:master-page>"
    blocks = read("a.odt", text(body, margin))
    assert [(block.kind.value, block.text, block.where, block.introduction) for block in blocks] == [
        ("paragraph", "Coming soon:", "paragraph 1", ""),
        ("list-item", "10 h¹", "paragraph 2", "Coming soon:"),
        ("list-item", "Radio", "paragraph 3", "Coming soon: > 10 h¹"),
        ("paragraph", "Small", "paragraph 4", ""),
        ("paragraph", "In the box", "text box 1", ""),
        ("alt-text", "The X1", "paragraph 4, picture", ""),
        ("paragraph", "¹ At 20 °C.", "footnote 1", ""),
        ("paragraph", "Aurora", "header", ""),
    ]


def row(*cells: str) -> str:
    written = "".join(f"<table:table-cell office:value-type='string'><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
    return f"<table:table-row>{written}</table:table-row>"


def test_cells_know_their_headers() -> None:
    table = f"<table:table><table:table-header-rows>{row('Model', 'Runtime')}</table:table-header-rows>{row('X1', '10 h')}</table:table>"
    assert [(block.text, block.row_header, block.column_header, block.key, block.where) for block in read("a.odt", text(table))] == [
        ("Model", "", "", HEADER_CELL, "table 1, row 1"),
        ("Runtime", "", "", HEADER_CELL, "table 1, row 1"),
        ("X1", "", "Model", "", "table 1, row 2"),
        ("10 h", "X1", "Runtime", "", "table 1, row 2"),
    ]


def test_a_first_row_in_a_bold_style_names_the_columns() -> None:
    first = row("Model", "Runtime").replace("<text:p>", "<text:p text:style-name='Head'>")
    blocks = read("a.odt", text(f"<table:table>{first}{row('X1', '10 h')}</table:table>"))
    assert [block.column_header for block in blocks] == ["", "", "Model", "Runtime"]


def test_slides_begin_with_their_titles_and_end_with_their_notes() -> None:
    frame = "<draw:frame presentation:class='{}'><draw:text-box>{}</draw:text-box></draw:frame>"
    points = "<text:list><text:list-item><text:p>10 h</text:p></text:list-item></text:list>"
    notes = f"<presentation:notes>{frame.format('notes', '<text:p>Say 10 h.</text:p>')}</presentation:notes>"
    page = f"<draw:page>{frame.format('outline', points)}{frame.format('title', '<text:p>Battery</text:p>')}{notes}</draw:page>"
    assert summary("a.odp", packed(f"<office:presentation>{page}</office:presentation>")) == [
        ("heading", "Battery", "slide 1, title"),
        ("list-item", "10 h", "slide 1, text"),
        ("paragraph", "Say 10 h.", "slide 1, notes"),
    ]


def test_sheets_give_columns_of_copy_and_tables() -> None:
    number = "<table:table-cell office:value-type='float'><text:p>5</text:p></table:table-cell>"
    empty = (
        "<table:table-row table:number-rows-repeated='1000000'><table:table-cell table:number-columns-repeated='16000'/></table:table-row>"
    )
    figures = f"<table:table-row>{number}{number}</table:table-row>"
    ads = f"<table:table table:name='Ads'>{row('Headline 1', 'Rank')}{empty}{figures}{row('Lasts 10 h', 'x')}</table:table>"
    specs = f"<table:table table:name='Specs'>{row('Feature', 'X1')}{row('Runtime', '10 h')}</table:table>"
    blocks = read("a.ods", packed(f"<office:spreadsheet>{ads}{specs}</office:spreadsheet>"))
    assert [(block.text, block.column_header, block.where) for block in blocks] == [
        ("Lasts 10 h", "", "sheet Ads, row 1000003, headline 1"),
        ("Feature", "", "sheet Specs, row 1, column A"),
        ("X1", "", "sheet Specs, row 1, column B"),
        ("Runtime", "Feature", "sheet Specs, row 2, Feature"),
        ("10 h", "X1", "sheet Specs, row 2, X1"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.odp", text("<text:p>10 h</text:p>"), "it is a .odt file under another name"),
        ("a.odt", packed("<office:drawing/>"), "it is an archive, but no .odt file"),
        ("a.odt", packed("", **{"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "protected by a password"),
        ("a.odt", packed("").replace(b"content.xml", b"contend.xml"), "it is an archive, but no .odt file"),
    ],
)
def test_what_is_refused(name: str, data: bytes, message: str) -> None:
    with pytest.raises(UnreadableDocument, match=message):
        readers.read(name, data)
