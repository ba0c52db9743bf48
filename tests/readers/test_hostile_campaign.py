"""Damaged, protected and hostile files beside sound ones: what cannot be read is named, one line each, and the rest is checked."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from fpdf import FPDF
from msoffcrypto.format.ooxml import OOXMLFile

from tests.readers.office_files import paragraph, shape, slide, slides, word
from tests.readers.test_hostile import DOCUMENT, LAUGHS, OPEN_TEXT, OUTSIDE, SHEETS, SLIDES, WORD, with_part
from tests.readers.test_pdf import LOOP

MANIFEST = "version: 1\nproducts: {x1: {name: Aurora X1, validated: DVT}}\ncapabilities: {}\n"


def encrypted(data: bytes) -> bytes:
    buffer = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt("secret", buffer)
    return buffer.getvalue()


def pages(count: int) -> bytes:
    """A PDF with this many pages, all of them empty."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + count))
    tree = b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids)
    written = [b"<</Type/Catalog/Pages 2 0 R>>", tree, *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * count]
    return b"%PDF-1.4\n" + b"".join(b"%d 0 obj%sendobj\n" % item for item in enumerate(written, 1)) + b"trailer<</Root 1 0 R>>\n%%EOF"


def pdf_with_password() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_encryption("owner", "secret")
    return bytes(pdf.output())


ENCRYPTED_ODT = b"""<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"><manifest:encryption-data/></manifest:file-entry>
</manifest:manifest>"""

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "cut-off.docx": (lambda: WORD[: len(WORD) // 2], "damaged or cut off"),
    "cut-off.pptx": (lambda: SLIDES[: len(SLIDES) // 2], "damaged or cut off"),
    "cut-off.xlsx": (lambda: SHEETS[: len(SHEETS) // 2], "damaged or cut off"),
    "other-name.pptx": (lambda: WORD, "it is a .docx file under another name"),
    "other-name.pdf": (lambda: WORD, "it is no PDF file"),
    "other-name.docx": (lambda: pages(1), "it is a PDF under another name"),
    "bomb.docx": (lambda: with_part(WORD, "word/media/big.bin", bytes(100_000_000)), "more than 200 times its size"),
    "entities.docx": (lambda: with_part(WORD, DOCUMENT, LAUGHS), "declares entities"),
    "entities-outside.docx": (lambda: with_part(WORD, DOCUMENT, OUTSIDE), "declares entities"),
    "loop.pdf": (lambda: LOOP, "damaged|no text"),
    "long.pdf": (lambda: pages(10_000), "10,?000 pages"),
    "one-cell-of-sentences.csv": (lambda: f'Headline\n"{"It lasts ten hours. " * 50_000}"\n'.encode(), "200,000 words"),
    "book.docx": (lambda: word(paragraph("It lasts ten hours. " * 20_000)), "80,000 words"),
    "password.docx": (lambda: encrypted(WORD), "protected by a password"),
    "password.pptx": (lambda: encrypted(SLIDES), "protected by a password"),
    "password.xlsx": (lambda: encrypted(SHEETS), "protected by a password"),
    "password.odt": (lambda: with_part(OPEN_TEXT, "META-INF/manifest.xml", ENCRYPTED_ODT), "protected by a password"),
    "password.pdf": (pdf_with_password, "protected with a password"),
}
"""By name: what makes the file, and what is said of it."""

ENGLISH = "It plays music on the river all day."
READ: dict[str, Callable[[], bytes]] = {
    "sound.docx": lambda: word(paragraph("The Aurora X1 lasts 10 h.")),
    "empty-slides.pptx": lambda: slides(slide(""), slide(shape(ENGLISH, "title"))),
    "right-to-left.docx": lambda: word(paragraph("\u05d4\u05e1\u05d5\u05dc\u05dc\u05d4 10") + paragraph(ENGLISH)),
    "emoji.docx": lambda: word(paragraph("\U0001f50b " + ENGLISH)),
    "one-cell.csv": lambda: f'Headline\n"{"a" * 1_000_000}"\n{ENGLISH}\n'.encode(),
}


class Run(NamedTuple):
    """How the command ended."""

    status: int
    lines: list[str]
    errors: str


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("campaign")
    (folder / "capabilities.yaml").write_text(MANIFEST, encoding="utf-8")
    for name, (make, _) in REFUSED.items():
        (folder / name).write_bytes(make())
    for name, make in READ.items():
        (folder / name).write_bytes(make())
    command = [sys.executable, "-m", "claimlint", "check", *sorted([*REFUSED, *READ])]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    return Run(done.returncode, done.stdout.splitlines(), done.stderr)


def test_the_exit_status_says_that_something_was_not_read(run: Run) -> None:
    assert (run.status, run.errors) == (2, "")


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_cannot_be_read_is_named_in_one_line(run: Run, name: str) -> None:
    said = [line for line in run.lines if line.strip().startswith(f"{name}: ")]
    assert len(said) == 1
    assert re.search(REFUSED[name][1], said[0])


@pytest.mark.parametrize("name", sorted(READ))
def test_what_can_be_read_is_not_named(run: Run, name: str) -> None:
    assert [line for line in run.lines if line.strip().startswith(f"{name}: ")] == []


def test_the_others_are_checked(run: Run) -> None:
    assert [line for line in run.lines if f"of {len(READ)} documents checked" in line]
