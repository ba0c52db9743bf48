"""Pieces of text on a page of PDF, put together to the rows in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from claimlint.readers.pdf.page import Edge, Piece

Row = list[Piece]
"""Pieces on one line, from left to right."""

BULLET = re.compile(r"[•‣◦▪▫●○■□◆◇►▸✓✔➢➤◻\u2043](?:\s+|$)|[–—*o·-]\s+(?=\S)")
NUMBER = re.compile(r"(?:\(?\d{1,2}[.)]|\d{3}\.|\(?[a-z][.)])(?:\s+(?=\S)|$)")
_LONE_MARKER = re.compile(r"[•‣◦▪▫●○■□◆◇►▸✓✔➢➤◻\u2043–—*o·-]|\(?(?:\d{1,3}|[a-z])[.)]")
_LONE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?")
_USUAL_LEADING, _WIDEST_LEADING = 1.3, 1.8
_FARTHEST_MARKER = 5.0
"""In letters of its size: how far behind a bullet its text may begin."""


def rows_of(pieces: Iterable[Piece], edges: Iterable[Edge] = ()) -> list[Row]:
    """Give the rows of pieces, from the top; pieces close to each other are joined, but not over an upright edge."""
    uprights = [edge for edge in edges if edge.upright]
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.baseline, piece.left)):
        row = rows[-1] if rows else None
        if row is not None and row[0].baseline - piece.baseline <= 0.35 * min(row[0].size, piece.size):
            row.append(piece)
        else:
            rows.append([piece])
    return [_joined(sorted(row, key=lambda piece: piece.left), uprights) for row in rows]


def _joined(row: Row, uprights: list[Edge]) -> Row:
    found = [replace(row[0])]
    for piece in row[1:]:
        before = found[-1]
        gap = piece.left - before.right
        marker = _is_marker(before, piece) and gap < _FARTHEST_MARKER * piece.size
        close = -0.5 * piece.size < gap < 0.9 * max(piece.size, before.size)
        if (close or marker) and not any(_between(edge, before, piece) for edge in uprights):
            before.text += ("" if gap < 0.12 * piece.size and not marker else " ") + piece.text
            before.right = max(before.right, piece.right)
            before.bold = piece.bold and (before.bold or marker)
            before.size = piece.size if marker else max(before.size, piece.size)
        else:
            found.append(replace(piece))
    return found


def _is_marker(before: Piece, piece: Piece) -> bool:
    """Whether a piece is a bullet or a number that stands before its text."""
    if _LONE_MARKER.fullmatch(before.text):
        return True
    return (
        _LONE_NUMBER.fullmatch(before.text) is not None
        and piece.text[:1].isalpha()
        and before.bold == piece.bold
        and before.size == piece.size
    )


def _between(edge: Edge, before: Piece, piece: Piece) -> bool:
    return before.right - 1 <= edge.at <= piece.left + 1 and edge.start <= piece.baseline + 0.3 * piece.size <= edge.stop


def gutters(rows: Iterable[Row], narrowest: float) -> list[tuple[float, float]]:
    """Give the upright strips without text that part the columns of rows, from left to right."""
    spans = sorted((piece.left, piece.right) for row in rows for piece in row)
    merged: list[tuple[float, float]] = []
    for left, right in spans:
        if merged and left - merged[-1][1] < narrowest:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return [(before[1], after[0]) for before, after in pairwise(merged)]


def in_columns(row: Row, parted: list[tuple[float, float]]) -> list[Row]:
    """Give the pieces of a row by column."""
    columns: list[Row] = [[] for _ in range(len(parted) + 1)]
    for piece in row:
        columns[sum(piece.left >= strip[1] - 0.5 for strip in parted)].append(piece)
    return columns


def leading(rows: list[Row]) -> float:
    """Give the usual distance between the baselines of rows, in sizes of their letters."""
    gaps = sorted((above[0].baseline - below[0].baseline) / max(below[0].size, 1.0) for above, below in pairwise(rows))
    return min(gaps[len(gaps) // 2], _WIDEST_LEADING) if len(gaps) > 2 else _USUAL_LEADING
