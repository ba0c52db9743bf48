"""What stands on a page of PDF, as PDFium tells it: pieces of text, the lines of tables, how many pictures."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from claimlint.readers import elements

# What PDFium gives for a hyphen at the end of a line, and the codes of bullets and ticks in Symbol and Wingdings, with which office
# programs write their lists.
_TYPED = {
    0x02: "-", 0xFFFE: "-", 0xAD: "-",
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0A8: "◻", 0xF076: "◆", 0xF0FC: "✓", 0xF0FB: "✗",
}  # fmt: skip
_BOLD = 600
_SUPERSCRIPT_SIZE = 0.8
_MOST_EDGES = 2_000
_MOST_SEGMENTS = 400
_THIN = 1.5
"""Points: how far a line may lean."""
_THICKEST = 3.0
"""Points: what is filled and thicker is an area."""


@dataclass(slots=True)
class Piece:
    """Text on one line without a wide gap in it: its box in points, y upwards from the baseline, its size, and whether it is bold."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """A line, from start to stop in x (or in y, where it is upright), at a place on the other axis."""

    upright: bool
    at: float
    start: float
    stop: float


@dataclass
class Page:
    """A page: pieces in the order in which they were written, those that run in the main direction first; edges; pictures."""

    number: int
    pieces: list[Piece] = field(default_factory=list)
    aside: list[Piece] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    height: float = 0.0
    pictures: int = 0
    drawn: bool = False


@dataclass(slots=True)
class _Style:
    """How the letters of one text object are written. angle: quarter turns, counterclockwise; None for a slant."""

    size: float
    bold: bool
    angle: int | None


@dataclass(slots=True)
class _Glyph:
    text: str
    left: float
    right: float
    baseline: float
    style: _Style


def read_page(document: pdfium.FPDF_DOCUMENT, number: int) -> Page | None:
    """Read a page, numbered from 1; None where PDFium cannot load it."""
    loaded = pdfium.FPDF_LoadPage(document, number - 1)
    if not loaded:
        return None
    try:
        page = Page(number, height=pdfium.FPDF_GetPageHeightF(loaded))
        text = pdfium.FPDFText_LoadPage(loaded)
        if text:
            try:
                _add_pieces(page, text)
            finally:
                pdfium.FPDFText_ClosePage(text)
        _add_objects(page, loaded)
        return page
    finally:
        pdfium.FPDF_ClosePage(loaded)


def _add_pieces(page: Page, text: pdfium.FPDF_TEXTPAGE) -> None:
    by_angle: dict[int | None, list[Piece]] = {}
    pieces = _Pieces(by_angle)
    for glyph in _glyphs(text):
        pieces.add(glyph)
    pieces.end()
    main = max(by_angle, key=lambda angle: sum(len(piece.text) for piece in by_angle[angle]), default=0)
    page.pieces = by_angle.pop(main, [])
    page.aside = [piece for found in by_angle.values() for piece in found]


class _Pieces:
    """Joins letters to pieces, in the order in which they are written."""

    def __init__(self, found: dict[int | None, list[Piece]]) -> None:
        self._found = found
        self._piece: Piece | None = None
        self._last: _Glyph | None = None
        self._space = False

    def add(self, glyph: _Glyph | None) -> None:
        """Add a letter; None for white space."""
        if glyph is None:
            self._space = True
            return
        piece, last = self._piece, self._last
        if piece is None or last is None or glyph.style.angle != last.style.angle or not _goes_on(piece, last, glyph):
            sign = _leading_sign(piece, last, glyph)
            if sign:
                self._piece = None
            self.end()
            piece = Piece(sign, glyph.left, glyph.right, glyph.baseline, glyph.style.size, glyph.style.bold)
            self._piece = piece
        else:
            gap = glyph.left - last.right
            if self._space or gap > 0.35 * max(piece.size, 1.0):
                piece.text += " "
        piece.text += _as_typed(piece, glyph)
        piece.right = max(piece.right, glyph.right)
        piece.bold = piece.bold and glyph.style.bold
        self._last, self._space = glyph, False

    def end(self) -> None:
        """Close the piece that is open."""
        if self._piece is not None and self._last is not None and self._piece.text.strip():
            self._found.setdefault(self._last.style.angle, []).append(self._piece)
        self._piece, self._space = None, False


def _goes_on(piece: Piece, last: _Glyph, glyph: _Glyph) -> bool:
    """Whether a letter stands on the line of a piece, close behind it; one that is raised or lowered may be smaller."""
    size = max(piece.size, 1.0)
    if glyph.left == last.left and glyph.right == last.right:
        return True  # letters of a ligature have one box
    apart = abs(glyph.baseline - piece.baseline)
    if apart > 0.2 * size and not (glyph.style.size < _SUPERSCRIPT_SIZE * size and apart < 0.7 * size):
        return False
    if glyph.style.size > 1.3 * size:
        return False
    return -0.5 * size < glyph.left - last.right < 1.0 * size


def _leading_sign(piece: Piece | None, last: _Glyph | None, glyph: _Glyph) -> str:
    """The sign of a footnote, as people type it, where a piece is nothing else and its text begins behind it; else an empty string."""
    if piece is None or last is None or not piece.text.isdecimal() or glyph.style.angle != last.style.angle:
        return ""
    raised = 0.15 * glyph.style.size < piece.baseline - glyph.baseline < glyph.style.size
    if raised and piece.size < _SUPERSCRIPT_SIZE * glyph.style.size and abs(glyph.left - last.right) < glyph.style.size:
        return piece.text.translate(elements.SUPERSCRIPTS) + " "
    return ""


def _as_typed(piece: Piece, glyph: _Glyph) -> str:
    """A small raised digit as the superscript that people type: "m²" and "¹" are not what "m2" and "10 h1" say."""
    if glyph.style.size < _SUPERSCRIPT_SIZE * piece.size and glyph.baseline - piece.baseline > 0.15 * piece.size:
        return glyph.text.translate(elements.SUPERSCRIPTS)
    return glyph.text


def _glyphs(text: pdfium.FPDF_TEXTPAGE) -> Iterator[_Glyph | None]:
    styles: dict[int | None, _Style] = {}
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    high = 0
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high & 0x3FF) << 10) + (code & 0x3FF)
        high = 0
        character = _TYPED.get(code) or (chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else "\ufffd")
        if not character.isprintable() or character.isspace():
            yield None
            continue
        shape = pdfium.FPDFText_GetTextObject(text, index)
        key = ctypes.cast(shape, ctypes.c_void_p).value
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(text, index)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        yield _turned(character, style, box, x.value, y.value)


def _style(text: pdfium.FPDF_TEXTPAGE, index: int) -> _Style:
    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(text, index)
    angle: int | None = 0
    if pdfium.FPDFText_GetMatrix(text, index, matrix):
        size *= math.hypot(matrix.b, matrix.d) if matrix.d or matrix.b else math.hypot(matrix.a, matrix.c)
        degrees = math.degrees(math.atan2(matrix.b, matrix.a))
        quarter = round(degrees / 90)
        angle = quarter % 4 if abs(degrees - quarter * 90) < 5 else None
    return _Style(abs(size), pdfium.FPDFText_GetFontWeight(text, index) >= _BOLD or _has_bold_font(text, index), angle)


def _has_bold_font(text: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    name = ctypes.create_string_buffer(256)
    length = pdfium.FPDFText_GetFontInfo(text, index, name, len(name), None)
    return 0 < length <= len(name) and any(word in name.value.lower() for word in (b"bold", b"black", b"heavy", b"semibold"))


def _turned(character: str, style: _Style, box: pdfium.FS_RECTF, x: float, y: float) -> _Glyph:
    """A letter as it stands where its line is read from left to right."""
    if style.angle == 1:
        return _Glyph(character, box.bottom, box.top, -x, style)
    if style.angle == 2:
        return _Glyph(character, -box.right, -box.left, -y, style)
    if style.angle == 3:
        return _Glyph(character, -box.top, -box.bottom, x, style)
    return _Glyph(character, box.left, box.right, y, style)


def _add_objects(page: Page, loaded: pdfium.FPDF_PAGE) -> None:
    for index in range(pdfium.FPDFPage_CountObjects(loaded)):
        shape = pdfium.FPDFPage_GetObject(loaded, index)
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            page.pictures += 1
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            page.pictures += _pictures_in(shape)
        elif kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING):
            page.drawn = True
            if kind == pdfium.FPDF_PAGEOBJ_PATH and len(page.edges) < _MOST_EDGES:
                page.edges.extend(_edges(shape))


def _pictures_in(form: pdfium.FPDF_PAGEOBJECT) -> int:
    shapes = (pdfium.FPDFFormObj_GetObject(form, index) for index in range(min(pdfium.FPDFFormObj_CountObjects(form), _MOST_EDGES)))
    return sum(pdfium.FPDFPageObj_GetType(shape) == pdfium.FPDF_PAGEOBJ_IMAGE for shape in shapes)


def _edges(path: pdfium.FPDF_PAGEOBJECT) -> Iterator[Edge]:
    """The upright and level lines of a path."""
    count = pdfium.FPDFPath_CountSegments(path)
    if not 1 < count <= _MOST_SEGMENTS or not _is_line(path):
        return
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(path, matrix):
        return
    first = before = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _edge(before, point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _edge(point, first)
        before = point


def _is_line(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether a path is drawn with a pen, or is a filled shape as thin as a line; backgrounds and what only clips are none."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, filled, stroked):
        return False
    if stroked.value:
        return True
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not filled.value or not pdfium.FPDFPageObj_GetBounds(path, left, bottom, right, top):
        return False
    return min(right.value - left.value, top.value - bottom.value) <= _THICKEST


def _edge(start: tuple[float, float], stop: tuple[float, float]) -> Iterator[Edge]:
    across, up = abs(start[0] - stop[0]), abs(start[1] - stop[1])
    if up <= _THIN < across:
        yield Edge(False, (start[1] + stop[1]) / 2, min(start[0], stop[0]), max(start[0], stop[0]))
    elif across <= _THIN < up:
        yield Edge(True, (start[0] + stop[0]) / 2, min(start[1], stop[1]), max(start[1], stop[1]))
