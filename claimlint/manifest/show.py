"""The manifest as tables that people read in a meeting: what has passed which gate, within which limits, and who owns it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from textwrap import wrap

from claimlint.gate_board import BoardCapability, BoardCertificate, BoardProduct
from claimlint.manifest.board import board_of
from claimlint.manifest.model import NONE, Manifest

_PASSED, _OPEN = "x", "."
_LEGEND = f"{_PASSED} passed   {_OPEN} not passed   other gates say how they stand"
_LIMITS_WIDTH = 36
_NAME_WIDTH = 30
_MARKS = {"passed": _PASSED, "open": _OPEN}

_Row = tuple[str, ...]


def show(manifest: Manifest, day: date) -> str:
    """Give one table for each product, its certifications below, as of a day; plain text that ends with a line break.

    A capability that holds for all products stands in each of their tables. Rows are the capabilities, columns the stages of
    the ladder, then limits in words and the owner.
    """
    parts = [f"As of {day.isoformat()}.   {_LEGEND}"]
    board = board_of(manifest, day)
    for product in board.products:
        parts += [_title(product)] if product.id else []
        parts += _tables(product, board.stages)
    if manifest.not_claimed:
        parts.append("Not claimed at all: " + ", ".join(manifest.not_claimed))
    return "\n\n".join(parts) + "\n"


def summary(manifest: Manifest) -> str:
    """Give one line that says which files were read and how much they hold."""
    counts = (
        (len(manifest.products), "product", "products"),
        (len(manifest.capabilities), "capability", "capabilities"),
        (len(manifest.certifications), "certification", "certifications"),
    )
    held = ", ".join(f"{count} {one if count == 1 else several}" for count, one, several in counts)
    return f"{', '.join(path for path, _ in manifest.files)}: {held}; no problems."


def _title(product: BoardProduct) -> str:
    passed = "no gate passed" if product.validated == NONE else f"{product.validated} passed"
    dates = (("pre-order from", product.preorder), ("ships from", product.ships))
    told = "".join(f", {what} {day.isoformat()}" for what, day in dates if day is not None)
    regions = f", in {', '.join(product.regions)}" if product.regions else ""
    title = f"{product.name} ({product.id}): {passed}{told}{regions}"
    return f"{title}\n{'=' * len(title)}"


def _tables(product: BoardProduct, stages: Sequence[str]) -> list[str]:
    tables = []
    if product.capabilities:
        rows = [_capability_row(entry) for entry in product.capabilities]
        tables.append(_table(("Capability", *stages, "Limits", "Owner"), rows))
    if product.certificates:
        rows = [_certificate_row(entry) for entry in product.certificates]
        tables.append(_table(("Certification", "Status", "Number", "Until"), rows))
    return tables or ["Nothing is listed for it."]


def _capability_row(entry: BoardCapability) -> _Row:
    notes = [] if entry.state == "active" else [entry.state]
    notes += [f"expired {entry.expired.isoformat()}"] if entry.expired else []
    name = f"{entry.name} ({', '.join(notes)})" if notes else entry.name
    marks = ("-" if entry.state == "cancelled" else _MARKS.get(gate.state, gate.state) for gate in entry.gates)
    return (name, *marks, "\n".join(entry.limits), entry.owner or "")


def _certificate_row(entry: BoardCertificate) -> _Row:
    return (entry.name, entry.status, entry.number or "", entry.expires.isoformat() if entry.expires else "")


def _table(header: _Row, rows: Sequence[_Row]) -> str:
    """Set rows in columns as wide as their longest cell; names and limits are wrapped, so that a line stays near 110 columns."""
    wrapped = [[_cell_lines(title, cell) for title, cell in zip(header, row, strict=True)] for row in rows]
    columns = range(len(header))
    widths = [max(len(header[column]), *(len(line) for row in wrapped for line in row[column])) for column in columns]
    lines = [_line(header, widths), "  ".join("-" * width for width in widths)]
    for row in wrapped:
        height = max(len(cell) for cell in row)
        lines += [_line([cell[index] if index < len(cell) else "" for cell in row], widths) for index in range(height)]
    return "\n".join(lines)


def _cell_lines(title: str, cell: str) -> list[str]:
    width = _LIMITS_WIDTH if title == "Limits" else _NAME_WIDTH
    return [line for part in cell.splitlines() for line in wrap(part, width, break_on_hyphens=False, subsequent_indent="  ")] or [""]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
