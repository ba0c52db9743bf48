"""The order in which the text of a page of PDF is read: columns one after the other, tables row by row."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from claimlint.readers.pdf.page import Page, Piece
from claimlint.readers.pdf.rows import Row, gutters, in_columns, leading, rows_of
from claimlint.readers.pdf.tables import Grid, aligned_table, drawn_tables

_NARROWEST_GUTTER = 9.0
"""Points between columns."""
_MOST_WORDS_IN_A_CELL = 5
_DEEPEST = 6
"""Columns in columns."""
Span = tuple[float, float]


def regions(page: Page, pieces: list[Piece]) -> Iterator[list[Row] | Grid]:
    """Give what the pieces of a page make, in reading order: columns of rows, and tables.

    page: for the lines that are drawn on it.
    """
    grids, rest = drawn_tables(pieces, page.edges)
    rows = rows_of(rest, page.edges)
    waiting = sorted(grids, key=lambda grid: -grid.top)
    part: list[Row] = []
    for row in rows:
        while waiting and waiting[0].top >= row[0].baseline:
            yield from _regions(part)
            part = []
            yield waiting.pop(0)
        part.append(row)
    yield from _regions(part)
    yield from waiting


def _regions(rows: list[Row], level: int = 0) -> Iterator[list[Row] | Grid]:
    for band in _bands(rows):
        parted = gutters(band, _NARROWEST_GUTTER) if len(band) > 1 or len(band[0]) > 1 else []
        if not parted:
            yield band
        elif _is_table(band, parted):
            yield from _tables(band, parted)
        else:
            columns: list[list[Row]] = [[] for _ in range(len(parted) + 1)]
            for row in band:
                for column, pieces in zip(columns, in_columns(row, parted), strict=True):
                    if pieces:
                        column.append(pieces)
            for column in columns:
                if level < _DEEPEST:
                    yield from _regions(column, level + 1)
                else:
                    yield column


def _tables(band: list[Row], parted: list[Span]) -> Iterator[list[Row] | Grid]:
    """Rows of a table, parted at lines that head what follows: alone in their row, in bold type or larger letters."""
    usual = median(piece.size for row in band for piece in row)
    bold = all(piece.bold for row in band for piece in row)
    part: list[Row] = []
    for row in band:
        if len(row) == 1 and ((row[0].bold and not bold) or row[0].size > 1.12 * usual):
            if part:
                yield aligned_table(part, parted)
            yield [row]
            part = []
        else:
            part.append(row)
    if part:
        yield aligned_table(part, parted)


def _bands(rows: list[Row]) -> Iterator[list[Row]]:
    """Groups of rows that stand above each other in the same columns."""
    band: list[Row] = []
    free: list[Span] = []
    for row in rows:
        gaps = _free(row)
        both = _common(free, gaps) if band else gaps
        has_columns = _inner(free, band)
        if band and ((has_columns and not _inner(both, [*band, row])) or (len(row) > 1 and not _inner(both, [*band, row]))):
            kept, moved = _without_heading(band) if has_columns else (band, [])
            yield kept
            band, both = moved, _free(row)
            for above in moved:
                both = _common(both, _free(above))
            if moved and len(row) > 1 and not _inner(both, [*moved, row]):
                yield moved
                band, both = [], gaps
        band.append(row)
        free = both
    if band:
        yield band


def _without_heading(band: list[Row]) -> tuple[list[Row], list[Row]]:
    """Part rows at the end of a band, set apart or in larger letters, that head what follows."""
    stop = len(band)
    usual = leading(band)
    while stop > 1 and len(band[stop - 1]) == 1:
        row, above = band[stop - 1][0], band[stop - 2][0]
        if above.baseline - row.baseline < 1.4 * usual * row.size and row.size < 1.15 * above.size:
            break
        stop -= 1
    return band[:stop], band[stop:]


def _free(row: Row) -> list[Span]:
    """The strips beside the pieces of a row, from the far left to the far right."""
    edges = [float("-inf"), *(edge for piece in row for edge in (piece.left, piece.right)), float("inf")]
    return [(start, stop) for start, stop in zip(edges[::2], edges[1::2], strict=True) if stop - start >= _NARROWEST_GUTTER]


def _common(first: list[Span], second: list[Span]) -> list[Span]:
    found = []
    at = other = 0
    while at < len(first) and other < len(second):
        start, stop = max(first[at][0], second[other][0]), min(first[at][1], second[other][1])
        if stop - start >= _NARROWEST_GUTTER:
            found.append((start, stop))
        if first[at][1] < second[other][1]:
            at += 1
        else:
            other += 1
    return found


def _inner(strips: list[Span], rows: list[Row]) -> bool:
    """Whether text stands on both sides of one of the strips."""
    if not rows:
        return False
    left, right = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    return any(start > left and stop < right for start, stop in strips)


def _is_table(band: list[Row], parted: list[Span]) -> bool:
    """Whether columns are read row by row: their texts are short, and stand on the same lines."""
    cells = [[cell for cell in in_columns(row, parted) if cell] for row in band]
    side_by_side = sum(len(row) > 1 for row in cells)
    words = median(len(" ".join(piece.text for piece in cell).split()) for row in cells for cell in row)
    return len(band) > 1 and side_by_side * 2 >= len(band) and words <= _MOST_WORDS_IN_A_CELL
