"""PDF: the text of its pages in reading order, with what is read as headings, lists and tables.

PDFium, as pypdfium2 brings it (Apache-2.0 and BSD-3-Clause), tells where every letter stands; it is the library that browsers open PDF
with, made for files that nobody vouches for. What the letters make together is found out here, by their places and sizes.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from claimlint.document import Document
from claimlint.readers.limits import LIMITS
from claimlint.readers.pdf.layout import regions
from claimlint.readers.pdf.page import Page, read_page
from claimlint.readers.pdf.paragraphs import Paragraph, joined, paragraphs_of, text_of
from claimlint.readers.pdf.rows import rows_of
from claimlint.readers.pdf.running import without_running_lines
from claimlint.readers.pdf.tables import Grid
from claimlint.readers.transcript import Transcript
from claimlint.readers.unreadable import UnreadableDocument

SUFFIXES: tuple[str, ...] = (".pdf",)

_PASSWORD, _SECURITY = 4, 5
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_HEADING_SIZE = 1.15
_LONGEST_HEADING = 200
_MOST_LEVELS = 4


def read(path: str, data: bytes) -> Document:
    """Read the text of a PDF file. The place of a block is its page, as in "page 2".

    Raises UnreadableDocument where the file is damaged, needs a password, has no text at all or goes beyond the limits; pages without
    text but with pictures are named in a note, as are those that cannot be read.
    """
    with _opened(data) as document:
        pages, lost = _pages(document)
    scans = [page.number for page in pages if not (page.pieces or page.aside) and (page.pictures or page.drawn)]
    if not any(page.pieces or page.aside for page in pages):
        raise UnreadableDocument(_why_without_text(pages, lost))
    notes = []
    if lost:
        notes.append(f"{_named(lost)} damaged and not checked.")
    if scans:
        notes.append(f"{_named(scans)} without text that can be read (a picture or a scan) and not checked.")
    return _Writer(pages).document(path, tuple(notes))


@contextmanager
def _opened(data: bytes) -> Iterator[pdfium.FPDF_DOCUMENT]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(_why_not_opened(error, data)) from error
    try:
        yield document.raw
    finally:
        document.close()


def _why_not_opened(error: pypdfium2.PdfiumError, data: bytes) -> str:
    if getattr(error, "err_code", None) in (_PASSWORD, _SECURITY):
        return "it is protected with a password; save a copy without one"
    if b"%PDF-" not in data[:1024]:
        return "it is no PDF file, whatever its name says"
    return "it is damaged and cannot be opened; save or export it again"


def _pages(document: pdfium.FPDF_DOCUMENT) -> tuple[list[Page], list[int]]:
    """The pages of a document, and the numbers of those that cannot be read."""
    count = pdfium.FPDF_GetPageCount(document)
    if count > LIMITS.pages:
        raise UnreadableDocument(f"it has {count:,} pages, more than the {LIMITS.pages:,} that are read at most; split it")
    until = time.monotonic() + LIMITS.seconds
    pages, lost = [], []
    characters = 0
    for number in range(1, count + 1):
        page = read_page(document, number)
        if page is None:
            lost.append(number)
            continue
        pages.append(page)
        characters += sum(len(piece.text) for piece in page.pieces)
        if characters > LIMITS.characters:
            raise UnreadableDocument(f"it has more than {LIMITS.characters:,} characters of text, the most that are read; split it")
        if time.monotonic() > until:
            raise UnreadableDocument(f"reading it takes more than {LIMITS.seconds:g} seconds; split it")
    return pages, lost


def _why_without_text(pages: list[Page], lost: list[int]) -> str:
    if lost and not pages:
        return "it is damaged: none of its pages can be read; save or export it again"
    if any(page.pictures for page in pages):
        return "it holds pictures of pages (a scan) and no text; run text recognition (OCR) on it first"
    return "it holds no text that can be read (letters may have been turned into shapes); export it with text"


def _named(numbers: list[int]) -> str:
    """Page numbers as the subject of a sentence, with runs of them drawn together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"Page {shown} is" if len(numbers) == 1 else f"Pages {shown} are"


class _Writer:
    """Writes the pages of a document down."""

    def __init__(self, pages: list[Page]) -> None:
        self._pages = pages
        self._transcript = Transcript()
        sizes = Counter[float]()
        for page in pages:
            for piece in page.pieces:
                sizes[_rounded(piece.size)] += len(piece.text)
        body = sizes.most_common(1)[0][0] if sizes else 10.0
        larger = sorted((size for size in sizes if size >= _HEADING_SIZE * body), reverse=True)
        self._levels = {size: min(level, _MOST_LEVELS) for level, size in enumerate(larger, 1)}
        self._words = frozenset(word.lower() for page in pages for piece in page.pieces for word in _WORD.findall(piece.text))

    def document(self, path: str, notes: tuple[str, ...]) -> Document:
        """Write all pages down and read them."""
        for page, pieces in zip(self._pages, without_running_lines(self._pages), strict=True):
            where = f"page {page.number}"
            for region in regions(page, pieces):
                if isinstance(region, Grid):
                    self._table(region, where)
                else:
                    self._column(paragraphs_of(region), where)
            for row in rows_of(page.aside):
                self._transcript.block("p", text_of(row), where)
        self._transcript.pictures = sum(page.pictures for page in self._pages)
        return self._transcript.document(path, notes)

    def _column(self, paragraphs: Iterable[Paragraph], where: str) -> None:
        in_list = False
        for paragraph in paragraphs:
            level = self._level(paragraph)
            listed = paragraph.item and not level
            if listed != in_list:
                if in_list:
                    self._transcript.end("ul")
                else:
                    self._transcript.start("ul", where)
                in_list = listed
            text = joined(paragraph.lines, self._words)
            if level:
                self._transcript.block(f"h{level}", text, where)
            elif listed:
                self._transcript.block("li", text, where)
            else:
                with self._transcript.element("p", where):
                    self._text(text, paragraph.bold)
        if in_list:
            self._transcript.end("ul")

    def _text(self, text: str, bold: bool) -> None:
        if bold:
            with self._transcript.element("strong"):
                self._transcript.text(text)
        else:
            self._transcript.text(text)

    def _level(self, paragraph: Paragraph) -> int:
        """The level of a paragraph as a heading, 0 where it is none."""
        size = sum(map(len, paragraph.lines))
        return self._levels.get(_rounded(paragraph.size), 0) if size <= _LONGEST_HEADING else 0

    def _table(self, grid: Grid, where: str) -> None:
        with self._transcript.element("table", where):
            for number, row in enumerate(grid.rows):
                header = grid.header and number == 0
                with self._transcript.element("tr", where):
                    for cell in row:
                        with self._transcript.element("th" if header else "td", where):
                            self._transcript.text(joined(map(text_of, cell), self._words))


def _rounded(size: float) -> float:
    """Sizes that differ by less than half a point are one."""
    return round(size * 2) / 2
