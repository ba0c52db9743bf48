"""PDF is read in the order in which people read it; the files are made here."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission
from PIL import Image

from claimlint import readers
from claimlint.document import Block
from claimlint.readers import UnreadableDocument
from claimlint.readers.limits import LIMITS
from claimlint.readers.pdf import reader as pdf_reader

Draw = Callable[[FPDF], None]
LONG = (
    "The battery of the Aurora X1 lasts up to ten hours of playback at half volume, and it charges in less than two hours over any cable. "
)


def made(draw: Draw) -> bytes:
    """The bytes of a file with what was drawn, on pages of 600 by 800 points."""
    pdf = FPDF(unit="pt", format=(600, 800))
    pdf.set_auto_page_break(False)
    pdf.set_font("Helvetica", size=11)
    pdf.add_page()
    draw(pdf)
    return bytes(pdf.output())


def blocks(draw: Draw) -> list[Block]:
    return list(readers.read("a.pdf", made(draw)).blocks)


def summary(draw: Draw) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks(draw)]


def lines(pdf: FPDF, texts: list[str], x: float = 50, y: float = 100, leading: float = 14) -> None:
    for number, text in enumerate(texts):
        pdf.text(x, y + number * leading, text)


def sized(pdf: FPDF, size: float, text: str, y: float, style: str = "") -> None:
    pdf.set_font("Helvetica", style=style, size=size)
    pdf.text(50, y, text)
    pdf.set_font("Helvetica", size=11)


def test_lines_of_a_paragraph_are_joined_and_hyphenation_is_undone() -> None:
    def draw(pdf: FPDF) -> None:
        lines(pdf, ["The Aurora X1 is light and water-", "proof, and its state-of-the-", "art battery lasts long."])
        lines(pdf, ["It swims with you."], y=180)

    assert summary(draw) == [
        ("paragraph", "The Aurora X1 is light and waterproof, and its state-of-the-art battery lasts long."),
        ("paragraph", "It swims with you."),
    ]


def test_lines_far_apart_that_are_not_full_are_paragraphs_of_their_own() -> None:
    def draw(pdf: FPDF) -> None:
        lines(pdf, ["Coming later:", "Flock Mode", "A voice assistant that answers", "Twelve speakers"], leading=24)

    assert [text for _, text in summary(draw)] == ["Coming later:", "Flock Mode", "A voice assistant that answers Twelve speakers"]


def test_lines_far_apart_that_are_full_are_one_paragraph() -> None:
    def draw(pdf: FPDF) -> None:
        lines(
            pdf,
            [
                "The Aurora X1 is light and plays for",
                "Ten hours at half volume, and swims.",
                "Its sound is full and warm, and so is",
                "Light.",
            ],
            leading=24,
        )

    assert len(blocks(draw)) == 1


@pytest.mark.parametrize(("number", "read"), [("1/1", False), ("1 of 1", False), ("1", True), ("1/2", True)])
def test_the_number_of_a_lone_page_is_out_where_it_tells_how_many_there_are(number: str, read: bool) -> None:
    def draw(pdf: FPDF) -> None:
        lines(pdf, ["It swims with you."])
        pdf.text(300, 780, number)

    assert [text for _, text in summary(draw)] == ["It swims with you.", *[number] * read]


def test_bullets_of_symbol_fonts_are_those_of_lists() -> None:
    codes = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <B7> <F0B7> endbfchar"
    shown = b"BT /F1 11 Tf 50 700 Td <B7> Tj /F2 11 Tf 18 0 Td (It floats) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
        b"<< /Length %d >> stream\n%s\nendstream" % (len(shown), shown),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Symbol /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >> stream\n%s\nendstream" % (len(codes), codes),
    ]
    data = b"%PDF-1.4\n" + b"".join(b"%d 0 obj %s endobj\n" % (number, each) for number, each in enumerate(objects, 1))
    document = readers.read("a.pdf", data + b"trailer << /Root 1 0 R >>\n%%EOF")
    assert [(block.kind.value, block.text) for block in document.blocks] == [("list-item", "It floats")]


def test_a_hyphen_stays_where_the_document_writes_the_word_with_it() -> None:
    def draw(pdf: FPDF) -> None:
        lines(pdf, ["A high-speed camera takes high-", "speed pictures, all day long."])

    assert summary(draw)[0][1] == "A high-speed camera takes high-speed pictures, all day long."


def test_larger_letters_are_headings_and_bold_lines_head_what_follows() -> None:
    def draw(pdf: FPDF) -> None:
        sized(pdf, 24, "Aurora X1", 60)
        sized(pdf, 16, "Battery", 100)
        sized(pdf, 11, "Coming soon", 130, "B")
        lines(pdf, ["Solar charging in the", "summer of next year."], y=150)

    found = blocks(draw)
    assert [block.kind.value for block in found] == ["heading", "heading", "paragraph", "paragraph"]
    assert [(heading.level, heading.text) for heading in found[-1].headings][:2] == [(1, "Aurora X1"), (2, "Battery")]
    assert found[-1].headings[-1].text == "Coming soon"


def test_bullets_make_a_list_with_its_introduction() -> None:
    def draw(pdf: FPDF) -> None:
        lines(pdf, ["In development:", "- GPS with maps and", "  routes", "- NFC"])

    found = blocks(draw)
    assert [(block.text, block.introduction) for block in found[1:]] == [
        ("GPS with maps and routes", "In development:"),
        ("NFC", "In development:"),
    ]


def test_columns_are_read_one_after_the_other() -> None:
    left = ["Left column begins here and", "goes on for three lines until", "it comes to its end."]
    right = ["Right column begins here and", "goes on for three lines until", "it ends as well."]

    def draw(pdf: FPDF) -> None:
        sized(pdf, 20, "A heading over both of the columns of this page", 60)
        lines(pdf, left)
        lines(pdf, right, x=320)
        lines(pdf, [LONG[:100]], y=200)

    assert [text for _, text in summary(draw)] == [
        "A heading over both of the columns of this page",
        " ".join(left),
        " ".join(right),
        LONG[:100].strip(),
    ]


def table(pdf: FPDF, ruled: bool) -> None:
    """Two columns and a header in bold type."""
    for number, row in enumerate([("Feature", "Value"), ("Battery life", "up to 10 h"), ("Weight", "20 g")]):
        y = 100 + 20 * number
        pdf.set_font("Helvetica", style="" if number else "B", size=11)
        for column, text in enumerate(row):
            pdf.text(55 + 150 * column, y + 14, text)
            if ruled:
                pdf.rect(50 + 150 * column, y, 150, 20)
    pdf.set_font("Helvetica", size=11)


@pytest.mark.parametrize("ruled", [True, False], ids=["with lines", "without lines"])
def test_cells_of_a_table_know_their_headers(ruled: bool) -> None:
    found = blocks(lambda pdf: table(pdf, ruled))
    assert [(block.text, block.row_header, block.column_header) for block in found] == [
        ("Feature", "", ""),
        ("Value", "", ""),
        ("Battery life", "", "Feature"),
        ("up to 10 h", "Battery life", "Value"),
        ("Weight", "", "Feature"),
        ("20 g", "Weight", "Value"),
    ]


def test_small_raised_digits_are_superscripts() -> None:
    def draw(pdf: FPDF) -> None:
        pdf.set_xy(50, 100)
        pdf.write(14, "Lasts ten hours")
        pdf.char_vpos = "SUP"
        pdf.write(14, "1")

    assert summary(draw) == [("paragraph", "Lasts ten hours¹")]


def test_running_lines_are_read_once_and_page_numbers_not_at_all() -> None:
    def draw(pdf: FPDF) -> None:
        for number in range(1, 5):
            if number > 1:
                pdf.add_page()
            pdf.text(50, 30, "Aurora X1: made to swim")
            lines(pdf, [f"Text number {'abcd'[number - 1]}."])
            pdf.text(290, 780, f"Page {number} of 4")

    assert [(block.where, block.text) for block in blocks(draw)] == [
        ("page 1", "Aurora X1: made to swim"),
        ("page 1", "Text number a."),
        ("page 2", "Text number b."),
        ("page 3", "Text number c."),
        ("page 4", "Text number d."),
    ]


def test_lines_in_the_margin_that_differ_in_a_number_are_read_each() -> None:
    def draw(pdf: FPDF) -> None:
        for number in range(1, 5):
            if number > 1:
                pdf.add_page()
            pdf.text(50, 30, f"It lasts {number * 7} hours")

    assert [text for _, text in summary(draw)] == [f"It lasts {number * 7} hours" for number in range(1, 5)]


def scan(pdf: FPDF) -> None:
    pdf.image(Image.new("RGB", (60, 80), "grey"), 0, 0, 600, 800)


def test_pages_without_text_are_named() -> None:
    def draw(pdf: FPDF) -> None:
        lines(pdf, ["It lasts."])
        for _ in range(2):
            pdf.add_page()
            scan(pdf)

    assert readers.read("a.pdf", made(draw)).source.notes == (
        "Pages 2–3 are without text that can be read (a picture or a scan) and not checked.",
    )


def protected(user_password: str) -> bytes:
    def draw(pdf: FPDF) -> None:
        lines(pdf, ["It lasts."])
        pdf.set_encryption("owner", user_password, permissions=AccessPermission.none())

    return made(draw)


def test_a_password_against_changes_alone_does_not_keep_from_reading() -> None:
    assert [block.text for block in readers.read("a.pdf", protected("")).blocks] == ["It lasts."]


LOOP = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj trailer<</Root 1 0 R>>\n%%EOF"
)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(made(scan), "a scan.* and no text; run text recognition", id="a scan"),
        pytest.param(protected("secret"), "protected with a password", id="a password"),
        pytest.param(b"PK\3\4 a zip", "it is no PDF file", id="another format"),
        pytest.param(b"%PDF-1.7\nnothing", "damaged", id="damaged"),
        pytest.param(b"", "it is no PDF file", id="empty"),
        pytest.param(LOOP, "damaged|no text", id="a page tree with a loop"),
        pytest.param(made(FPDF.get_y), "no text", id="an empty page"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableDocument, match=why) as caught:
        readers.read("a.pdf", data)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("limit", "why"),
    [({"pages": 1}, "2 pages, more than the 1 "), ({"characters": 5}, "more than 5 characters"), ({"seconds": 0.0}, "more than 0 seconds")],
    ids=["pages", "characters", "seconds"],
)
def test_a_file_beyond_a_limit_is_refused(monkeypatch: pytest.MonkeyPatch, limit: dict[str, float], why: str) -> None:
    def draw(pdf: FPDF) -> None:
        lines(pdf, ["It lasts."])
        pdf.add_page()
        lines(pdf, ["It swims."])

    monkeypatch.setattr(pdf_reader, "LIMITS", replace(LIMITS, **limit))
    with pytest.raises(UnreadableDocument, match=why):
        readers.read("a.pdf", made(draw))


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.8, 0.95])
def test_a_file_that_was_cut_off_is_read_or_refused(cut: float) -> None:
    data = made(lambda pdf: lines(pdf, [LONG]))
    with contextlib.suppress(UnreadableDocument):
        assert readers.read("a.pdf", data[: int(len(data) * cut)]).words
