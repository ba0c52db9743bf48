"""The same copy gives the same findings in every format, each at its own place."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import pptx
import pytest
from fpdf import FPDF
from openpyxl import Workbook

from claimlint.cli import main
from tests.readers.test_open_document import packed

MANIFEST = """
version: 1
products: {x1: {name: Aurora X1, validated: PVT}}
capabilities:
  battery-life: {name: battery life, concept: battery-life, validated: PVT, limits: {runtime: {max: 10 h}}}
  water: {name: water resistance, concept: ingress-protection, validated: EVT, limits: {seal: {rating: IP67}}}
"""
TITLE = "Aurora X1"
LINES = ["The battery lasts 14 hours on one charge.", "It is rated IP68.", "It plays music from your phone."]


def markdown() -> bytes:
    return "\n\n".join([f"# {TITLE}", *LINES]).encode()


def html() -> bytes:
    return f"<h1>{TITLE}</h1>{''.join(f'<p>{line}</p>' for line in LINES)}".encode()


def word() -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    for line in LINES:
        document.add_paragraph(line)
    return saved(document.save)


def slides() -> bytes:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = TITLE
    slide.shapes.add_textbox(0, 0, 100, 100).text_frame.text = "\n".join(LINES)
    return saved(deck.save)


def open_text() -> bytes:
    return packed(f"<office:text><text:h>{TITLE}</text:h>{''.join(f'<text:p>{line}</text:p>' for line in LINES)}</office:text>")


def sheet() -> bytes:
    book = Workbook()
    for row in (["Ad", "Headline", "Description"], [1, TITLE, LINES[0]], [2, "", LINES[1]], [3, "", LINES[2]]):
        book.active.append(row)
    return saved(book.save)


def cells() -> bytes:
    return "\n".join(["Ad,Headline,Description", f"1,{TITLE},{LINES[0]}", f"2,,{LINES[1]}", f"3,,{LINES[2]}"]).encode()


def restructured_text() -> bytes:
    return "\n\n".join([f"{TITLE}\n{'=' * len(TITLE)}", *LINES]).encode()


def asciidoc() -> bytes:
    return "\n\n".join([f"= {TITLE}", *LINES]).encode()


def subtitles() -> bytes:
    cues = [LINES[0][:12], LINES[0][12:], *LINES[1:]]
    return "\n\n".join(["WEBVTT", *(f"00:0{number}.000 --> 00:0{number + 1}.000\n{cue}" for number, cue in enumerate(cues, 1))]).encode()


def content() -> bytes:
    return json.dumps({"title": TITLE, "texts": LINES}).encode()


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"] = TITLE
    message.set_content("\n\n".join(LINES))
    message.add_alternative("".join(f"<p>{line}</p>" for line in LINES), subtype="html")
    return message.as_bytes()


def pages() -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=24)
    made.text(20, 30, TITLE)
    made.set_font("Helvetica", size=11)
    for number, line in enumerate(LINES):
        made.text(20, 60 + 20 * number, line)
    return bytes(made.output())


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()


FORMATS: dict[str, Callable[[], bytes]] = {
    "a.md": markdown,
    "a.html": html,
    "a.docx": word,
    "a.pptx": slides,
    "a.odt": open_text,
    "a.xlsx": sheet,
    "a.csv": cells,
    "a.rst": restructured_text,
    "a.adoc": asciidoc,
    "a.vtt": subtitles,
    "a.json": content,
    "a.yaml": content,
    "a.eml": mail,
    "a.pdf": pages,
}
PLACES = {
    "a.md": (None, None),
    "a.html": (None, None),
    "a.docx": ("paragraph 2", "paragraph 3"),
    "a.pptx": ("slide 1, text", "slide 1, text"),
    "a.odt": ("paragraph 2", "paragraph 3"),
    "a.xlsx": ("row 2, description", "row 3, description"),
    "a.csv": ("row 2, description", "row 3, description"),
    "a.rst": (None, None),
    "a.adoc": (None, None),
    "a.vtt": ("00:00:01", "00:00:03"),
    "a.json": ("/texts/0", "/texts/1"),
    "a.yaml": ("/texts/0", "/texts/1"),
    "a.eml": ("body", "body"),
    "a.pdf": ("page 1", "page 1"),
}


@pytest.fixture
def findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[[str], list[dict[str, str]]]:
    """Write the copy in a format, check it, and give the findings."""

    def findings(name: str) -> list[dict[str, str]]:
        monkeypatch.chdir(tmp_path)
        Path("capabilities.yaml").write_text(MANIFEST, encoding="utf-8")
        Path(name).write_bytes(FORMATS[name]())
        main(["check", "--as-of", "2026-11-23", "--format", "json", name])
        found: list[dict[str, str]] = json.loads(capsys.readouterr().out)["findings"]
        return found

    return findings


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_same_copy_has_the_same_findings(name: str, findings: Callable[[str], list[dict[str, str]]]) -> None:
    found = findings(name)
    assert [(each["code"], each["subject"], each["text"]) for each in found] == [
        ("CL201", "battery-life", "14 hours"),
        ("CL101", "water", "It is rated IP68"),
        ("CL201", "water", "IP68"),
        ("CL110", None, "It plays music from your phone"),
    ]
    assert (found[0]["where"], found[1]["where"]) == PLACES[name]
