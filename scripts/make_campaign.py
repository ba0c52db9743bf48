"""Make the documents of examples/campaign that nobody writes by hand: Word, slides, a spreadsheet, OpenDocument and PDF.

    python scripts/make_campaign.py [--only .docx] [FOLDER]

Their copy stands here, so that a change of it can be reviewed. The same copy gives the same bytes: all dates are DAY, and archives are
packed anew with it. The OpenDocument text is written by LibreOffice, which has to be installed for it (`soffice`).
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import docx
import pptx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from fpdf import FPDF
from lxml import etree
from openpyxl import Workbook
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

CAMPAIGN = Path(__file__).resolve().parents[1] / "examples" / "campaign"
DAY = datetime(2026, 11, 23, 9, 0, tzinfo=timezone.utc)
Rows = Iterable[tuple[str, ...]]

FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SETTINGS_OF_LIBREOFFICE = ("settings.xml", "meta.xml", "Thumbnails/", "layout-cache", "manifest.rdf", "Configurations2/")


def press_release() -> bytes:
    """Give a Word document with a table, a footnote and a tracked change."""
    document = docx.Document()
    _dated(document.core_properties)
    document.add_heading("The Ouzel Trail: a speaker that lights your camp", 0)
    document.add_paragraph("Music by day, a lantern by night: this is the Ouzel Trail, a waterproof speaker with a camp light.")
    changed = document.add_paragraph("The Ouzel Trail offers up to ")
    _change(changed, deleted="24", inserted="30")
    changed.add_run(" hours of playback at half volume with the light off (at 20 °C).")
    document.add_heading("In figures", 1)
    _table(document, [("Feature", "Value"), ("Camp light", "400 lm"), ("Drop resistance", "2 m"), ("Weight", "780 g")])
    document.add_heading("On the river", 1)
    range_ = document.add_paragraph("Bluetooth 5.3 has a range of up to 30 metres")
    _footnote(document, range_, "In line of sight.")
    range_.add_run(", from the bank to the boat.")
    document.add_paragraph(
        "This device has not been authorized as required by the rules of the Federal Communications Commission. This device is not, and "
        "may not be, offered for sale or lease, or sold or leased, until authorization is obtained."
    )
    return packed(_saved(document.save))


def sales_deck() -> bytes:
    """Give slides with bullets, a table, a chart and what the speaker says."""
    deck = pptx.Presentation()
    _dated(deck.core_properties)
    _slide(deck, 0, "Ouzel Trail", "Music and a camp light in one", "Welcome them, and turn off the lights in the room.")
    _slide(
        deck,
        1,
        "Why your customers will like it",
        "Waterproof to IP67\nFlock Mode always connects eight speakers\nStereo pairing joins two of them",
        "Let them hear stereo pairing. With AirPlay they can play a song from their own phones.",
    )
    figures = _slide(deck, 5, "What it can do", "", "Pass it round: it is lighter than it looks.")
    rows = [("Feature", "Value"), ("Maximum loudness", "92 dB"), ("Drop resistance", "from 2 m"), ("Weight", "780 g")]
    table = figures.shapes.add_table(len(rows), 2, Inches(1), Inches(2), Inches(8), Inches(2)).table
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    chart = CategoryChartData()  # type: ignore[no-untyped-call]
    chart.categories = ["Ouzel Trail", "A bottle of water"]
    chart.add_series("Weight in grams", (780, 1040))  # type: ignore[no-untyped-call]
    light = _slide(deck, 5, "Light in the bag", "", "")
    light.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Inches(1), Inches(2), Inches(8), Inches(4), chart)
    return packed(_saved(deck.save))


def search_ads() -> bytes:
    """Give a spreadsheet as advertising tools take it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Search ads"
    for row in [
        ("Campaign", "Headline 1", "Headline 2", "Headline 3", "Description 1", "Description 2"),
        (
            "Spring",
            "Ouzel Trail",
            "Waterproof to IP67",
            "Music for the river",
            "Stereo pairing joins two speakers.",
            "Fast charging from any adapter.",
        ),
        ("Summer", "Ouzel Trail", "It Floats", "A light for the camp", "Its camp light has 400 lumens.", "It survives drops from 1.5 m."),
    ]:
        sheet.append(row)
    book.properties.created = book.properties.modified = DAY.replace(tzinfo=None)
    return packed(_saved(book.save))


def data_sheet() -> bytes:
    """Give a PDF of two pages: a heading, a paragraph with words parted at the ends of its lines, and a table."""
    pdf = FPDF(unit="pt")
    pdf.set_creation_date(DAY)
    pdf.add_page()
    pdf.set_font("Helvetica", style="B", size=22)
    pdf.text(60, 90, "Ouzel Trail: data sheet")
    pdf.set_font("Helvetica", size=11)
    paragraph = [
        "The Ouzel Trail is a speaker with a camp light. It is water-",
        "proof to IP67, and it comes with the emergency strobe of the Ou-",
        "zel Mini. The voice assistant answers your questions while you pad-",
        "dle, and stereo pairing makes one big speaker out of two.",
    ]
    for number, line in enumerate(paragraph):
        pdf.text(60, 130 + 16 * number, line)
    pdf.add_page()
    pdf.set_font("Helvetica", style="B", size=16)
    pdf.text(60, 90, "Figures")
    for number, row in enumerate(
        [
            ("Feature", "Value"),
            ("Maximum loudness", "92 dB"),
            ("Camp light", "450 lm"),
            ("Operating temperature", "-10 °C to 45 °C"),
            ("Weight", "780 g"),
        ]
    ):
        pdf.set_font("Helvetica", style="" if number else "B", size=11)
        for column, text in enumerate(row):
            pdf.rect(60 + 180 * column, 110 + 20 * number, 180, 20)
            pdf.text(66 + 180 * column, 124 + 20 * number, text)
    return bytes(pdf.output())


def dealer_letter() -> bytes:
    """Give an OpenDocument text, as LibreOffice saves it."""
    document = docx.Document()
    _dated(document.core_properties)
    document.add_heading("A shelf for the Ouzel Trail", 1)
    document.add_paragraph("Dear dealer, spring comes, and with it people who want music outside.")
    document.add_paragraph("The built-in microphone takes calls at the campsite.", style="List Bullet")
    document.add_paragraph("Stereo pairing sells two where one was wanted.", style="List Bullet")
    _table(document, [("Approval", "State"), ("CE marking", "granted"), ("FCC certification", "pending")])
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "letter.docx"
        document.save(str(source))
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return packed(source.with_suffix(".odt").read_bytes(), SETTINGS_OF_LIBREOFFICE)


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "public/press-release.docx": press_release,
    "sales/sales-deck.pptx": sales_deck,
    "public/search-ads.xlsx": search_ads,
    "public/data-sheet.pdf": data_sheet,
    "sales/dealer-letter.odt": dealer_letter,
}
"""By the path below the campaign, what makes each document."""


def packed(data: bytes, left_out: tuple[str, ...] = ()) -> bytes:
    """Pack an archive anew with the date DAY for each of its parts, and without those that begin with one of the names.

    The workbook inside slides, which holds the numbers of a chart, is an archive of its own and is packed anew as well.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            if name.startswith(left_out) and left_out:
                continue
            content = before.read(name)
            entry = zipfile.ZipInfo(name, DAY.timetuple()[:6])
            entry.create_system = 3  # the same on every system
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            if name.endswith(".xlsx"):
                content = packed(content)
            elif name == "META-INF/manifest.xml":
                content = b"".join(line for line in content.splitlines(True) if not any(f'"{part}'.encode() in line for part in left_out))
            elif name == "docProps/core.xml":
                content = _with_day(content)
            after.writestr(entry, content)
    return buffer.getvalue()


def _with_day(core: bytes) -> bytes:
    """Give the properties of an office file with DAY as the days on which it was made and changed: libraries write today's."""
    root = parse_xml(core)
    for element in root.iter("{http://purl.org/dc/terms/}created", "{http://purl.org/dc/terms/}modified"):
        element.text = DAY.strftime("%Y-%m-%dT%H:%M:%SZ")
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return written


def _dated(properties: Any) -> None:
    """Set who and when. properties: of python-docx or python-pptx."""
    properties.author = properties.last_modified_by = "The Ouzel team"
    properties.created = properties.modified = DAY.replace(tzinfo=None)


def _table(document: Any, rows: Rows) -> None:
    texts = list(rows)
    table = document.add_table(len(texts), len(texts[0]), style="Table Grid")
    for row, cells in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


def _change(paragraph: Any, deleted: str, inserted: str) -> None:
    """Add words that somebody replaced while changes were tracked."""
    who = f'w:author="Kim" w:date="{DAY:%Y-%m-%dT%H:%M:%SZ}"'
    names = nsdecls("w")
    paragraph._p.append(parse_xml(f'<w:del {names} w:id="101" {who}><w:r><w:delText>{deleted}</w:delText></w:r></w:del>'))
    paragraph._p.append(parse_xml(f'<w:ins {names} w:id="102" {who}><w:r><w:t>{inserted}</w:t></w:r></w:ins>'))


def _footnote(document: Any, paragraph: Any, text: str) -> None:
    """Add a footnote, which python-docx does not know: its part of the file, and its number behind the paragraph."""
    note = f'<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
    blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{note}</w:footnotes>'.encode()
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    properties = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}>{properties}<w:footnoteReference w:id="1"/></w:r>'))


def _slide(deck: Any, layout: int, title: str, body: str, notes: str) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    slide.shapes.title.text = title
    if body:
        slide.placeholders[1].text = body
    if notes:
        slide.notes_slide.notes_text_frame.text = notes
    return slide


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()


def main() -> None:
    """Write the documents whose bytes have changed, and say which."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=CAMPAIGN, help="where to write (default: the example campaign)")
    parser.add_argument("--only", help="the suffix of the documents to make, such as .docx")
    options = parser.parse_args()
    for name, make in DOCUMENTS.items():
        if options.only and not name.endswith(options.only):
            continue
        if name.endswith(".odt") and shutil.which("soffice") is None:
            print(f"{name}: left as it is, because LibreOffice (soffice) is not installed")
            continue
        path, data = options.folder / name, make()
        same = path.exists() and path.read_bytes() == data
        if not same:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        print(f"{name}: {'as it was' if same else 'written'}")


if __name__ == "__main__":
    main()
