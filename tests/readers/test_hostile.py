"""Damaged, protected and hostile office files end in one clear line, and the files beside them are checked."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook

from claimlint import readers
from claimlint.cli import main
from claimlint.readers import UnreadableDocument
from tests.readers.office_files import NAMESPACES, paragraph, shape, slide, slides, word
from tests.readers.test_open_document import text
from tests.readers.test_positions import misplaced

WORD = word(paragraph("It lasts 10 h.") + paragraph("Small", "Bullet"), footnotes="<w:p/>")
SLIDES = slides(slide(shape("Aurora", "title") + shape("Small\nLoud", "body")))


def sheets() -> bytes:
    book = Workbook()
    book.active.append(["Headline", "Number"])
    book.active.append(["Lasts 10 h", 1])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


SHEETS = sheets()
OPEN_TEXT = text("<text:h>Aurora</text:h><text:list><text:list-item><text:p>10 <text:s/>h</text:p></text:list-item></text:list>")
SAMPLES = {"a.docx": WORD, "a.pptx": SLIDES, "a.xlsx": SHEETS, "a.odt": OPEN_TEXT}


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same archive with one part replaced or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            if entry.filename != name:
                after.writestr(entry.filename, before.read(entry))
        after.writestr(name, content)
    return buffer.getvalue()


def protected() -> bytes:
    buffer = io.BytesIO()
    OOXMLFile(io.BytesIO(WORD)).encrypt("secret", buffer)
    return buffer.getvalue()


DOCUMENT = "word/document.xml"
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
DEEP = b"<w>" * 100_000 + b"</w>" * 100_000

HOSTILE = [
    pytest.param("a.docx", WORD[: len(WORD) // 2], "damaged or cut off", id="cut off"),
    pytest.param("a.docx", b"", "it is empty", id="empty"),
    pytest.param("a.docx", SLIDES, "it is a .pptx file under another name", id="slides as document"),
    pytest.param("a.pptx", SHEETS, "it is a .xlsx file under another name", id="sheets as slides"),
    pytest.param("a.xlsx", WORD, "it is a .docx file under another name", id="document as sheets"),
    pytest.param("a.docx", b"Dear all,", "it is no .docx file", id="text as document"),
    pytest.param("a.docx", with_part(WORD, "_rels/.rels", b"<Relationships/>"), "holds no Word document", id="no document"),
    pytest.param("a.docx", with_part(WORD, DOCUMENT, b"<w:document"), "is no whole XML", id="half a part"),
    pytest.param("a.docx", with_part(WORD, DOCUMENT, LAUGHS), "declares entities", id="entities in entities"),
    pytest.param("a.docx", with_part(WORD, DOCUMENT, OUTSIDE), "declares entities", id="entity from outside"),
    pytest.param("a.docx", with_part(WORD, DOCUMENT, LAUGHS.decode().encode("utf-16")), "declares entities", id="entities in UTF-16"),
    pytest.param("a.xlsx", with_part(SHEETS, "xl/workbook.xml", LAUGHS), "declares entities", id="entities in sheets"),
    pytest.param("a.xlsx", with_part(SHEETS, "xl/worksheets/sheet1.xml", b"<nothing/>"), "", id="sheet without rows"),
    pytest.param("a.docx", with_part(WORD, DOCUMENT, DEEP), "is no whole XML", id="100,000 levels"),
    pytest.param("a.docx", with_part(WORD, "word/media/big.bin", b"\0" * 100_000_000), "more than 200 times its size", id="bomb"),
    pytest.param("a.docx", protected(), "protected by a password", id="password"),
]


@pytest.mark.parametrize(("name", "data", "message"), HOSTILE)
def test_it_ends_in_one_clear_line(name: str, data: bytes, message: str) -> None:
    if not message:
        assert readers.read(name, data).blocks == ()
        return
    started = time.monotonic()
    with pytest.raises(UnreadableDocument, match=message) as caught:
        readers.read(name, data)
    assert "\n" not in str(caught.value)
    assert time.monotonic() - started < 10


LONG = "It lasts 10 h. " * 10_000 + "a" * 900_000

ODD = [
    pytest.param("a.pptx", slides(slide(""), slide("")), [], id="empty slides"),
    pytest.param("a.pptx", slides(), [], id="no slides"),
    pytest.param("a.docx", word(""), [], id="empty document"),
    pytest.param("a.docx", word(paragraph("הסוללה מחזיקה 10 שעות")), ["הסוללה מחזיקה 10 שעות"], id="right to left"),
    pytest.param("a.docx", word(paragraph("🔋 10 h 👩‍🚀")), ["🔋 10 h 👩‍🚀"], id="emoji"),
    pytest.param("a.docx", word(f"<w:tbl><w:tr><w:tc>{paragraph(LONG)}</w:tc></w:tr></w:tbl>"), [LONG.strip()], id="1 MB in a cell"),
    pytest.param("a.csv", f"Headline\n{LONG}\n".encode(), [LONG.strip()], id="1 MB in a cell of text"),
    pytest.param("a.docm", with_part(WORD, "word/vbaProject.bin", b"Sub AutoOpen()"), ["It lasts 10 h.", "Small"], id="macros"),
    pytest.param("a.docx", with_part(WORD, "../../evil.xml", b"<x/>"), ["It lasts 10 h.", "Small"], id="path out of the archive"),
    pytest.param(
        "a.docx", with_part(WORD, "word/styles.xml", f"<w:styles {NAMESPACES}/>".encode()), ["It lasts 10 h.", "Small"], id="no styles"
    ),
]


@pytest.mark.parametrize(("name", "data", "expected"), ODD)
def test_odd_files_are_read(name: str, data: bytes, expected: list[str]) -> None:
    assert [block.text for block in readers.read(name, data).blocks] == expected


@pytest.mark.parametrize("name", sorted(SAMPLES))
@given(data=st.data())
@settings(max_examples=150)
def test_no_bytes_make_it_fail(name: str, data: st.DataObject) -> None:
    """Archives with bytes changed: in their directory, in packed parts, anywhere."""
    changed = bytearray(SAMPLES[name])
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    assert faults_of(name, bytes(changed)) == []


@pytest.mark.parametrize("name", sorted(SAMPLES))
@given(data=st.data())
@settings(max_examples=150)
def test_no_part_makes_it_fail(name: str, data: st.DataObject) -> None:
    """Whole archives with text changed in one part: elements, attributes and values that nobody expects there."""
    with zipfile.ZipFile(io.BytesIO(SAMPLES[name])) as archive:
        part = data.draw(st.sampled_from(archive.namelist()))
        content = archive.read(part)
    start = data.draw(st.integers(0, len(content)))
    stop = min(len(content), start + data.draw(st.integers(0, 12)))
    piece = data.draw(st.sampled_from([b"", b"x", b"-1", b'"', b"<", b">", b"/>", b"<w:p/>", b"</w:p>", b"99999999999", b"&#1;", b"\xff"]))
    assert faults_of(name, with_part(SAMPLES[name], part, content[:start] + piece + content[stop:])) == []


def faults_of(name: str, data: bytes) -> list[object]:
    """Read a file; gives what is wrong with the places of what was read, or with the one line by which it was refused."""
    try:
        return list(misplaced(readers.read(name, data)))
    except UnreadableDocument as error:
        return [] if str(error) and "\n" not in str(error) else [str(error)]


def test_the_others_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("capabilities.yaml").write_text(
        "version: 1\nproducts: {x1: {name: Aurora X1, validated: DVT}}\ncapabilities: {}\n", encoding="utf-8"
    )
    Path("good.docx").write_bytes(WORD)
    Path("bad.docx").write_bytes(WORD[:200])
    Path("old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    Path("data.csv").write_text("Headline\nLasts 10 h\n", encoding="utf-8")
    status = main(["check", "."])
    output = capsys.readouterr().out
    assert status == 2
    assert "bad.docx: it is damaged or cut off" in output
    assert "old.doc: .doc is not read; save it as .docx" in output
    assert "of 1 document checked" in output
