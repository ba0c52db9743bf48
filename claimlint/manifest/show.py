"""The manifest as tables that people read in a meeting: what has passed which gate, within which limits, and who owns it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import wrap

from claimlint.manifest.ladder import certification_status_on, expired_parts, validated_on
from claimlint.manifest.model import NONE, Capability, Certification, Limit, Manifest, Product

_PASSED, _OPEN = "x", "."
_LEGEND = f"{_PASSED} passed   {_OPEN} not passed   other gates say how they stand"
_LIMITS_WIDTH = 36
_NAME_WIDTH = 30
_PREFIX = {"max": "up to", "min": "at least", "equals": "exactly", "range": "from", "rating": "", "version": "version"}

_Row = tuple[str, ...]


def show(manifest: Manifest, day: date) -> str:
    """Give one table for each product, its certifications below, as of a day; plain text that ends with a line break.

    A capability that holds for all products stands in each of their tables. Rows are the capabilities, columns the stages of
    the ladder, then limits in words and the owner.
    """
    parts = [f"As of {day.isoformat()}.   {_LEGEND}"]
    for product in manifest.products.values():
        parts += _product_part(manifest, product, day)
    if not manifest.products:
        parts += _tables(manifest, None, day)
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


def _product_part(manifest: Manifest, product: Product, day: date) -> list[str]:
    title = f"{product.name} ({product.id}): {_passed(product.validated)}"
    if product.availability is not None:
        dates = (("pre-order from", product.availability.preorder), ("ships from", product.availability.ships))
        title += "".join(f", {what} {when.isoformat()}" for what, when in dates if when is not None)
        regions = product.availability.regions
        title += f", in {', '.join(regions)}" if regions else ""
    return [f"{title}\n{'=' * len(title)}", *_tables(manifest, product.id, day)]


def _passed(stage: str) -> str:
    return "no gate passed" if stage == NONE else f"{stage} passed"


def _tables(manifest: Manifest, product: str | None, day: date) -> list[str]:
    capabilities = [entry for entry in manifest.capabilities.values() if _belongs(entry, product)]
    certifications = [entry for entry in manifest.certifications.values() if _belongs(entry, product)]
    stages = [stage.id for stage in manifest.stages]
    tables = []
    if capabilities:
        rows = [_capability_row(manifest, entry, day) for entry in capabilities]
        tables.append(_table(("Capability", *stages, "Limits", "Owner"), rows))
    if certifications:
        tables.append(_table(("Certification", "Status", "Number", "Until"), [_certification_row(entry, day) for entry in certifications]))
    return tables or ["Nothing is listed for it."]


def _belongs(entry: Capability | Certification, product: str | None) -> bool:
    return not entry.products or product is None or product in entry.products


def _capability_row(manifest: Manifest, entry: Capability, day: date) -> _Row:
    expired = [part.last_day for part in expired_parts(manifest, entry, day) if part.what == "capability" and part.last_day]
    notes: list[str] = [] if entry.state == "active" else [entry.state]
    notes += [f"expired {last_day.isoformat()}" for last_day in expired]
    name = f"{entry.name} ({', '.join(notes)})" if notes else entry.name
    limits = "\n".join(limit_in_words(limit) for limit in entry.limits.values())
    return (name, *_marks(manifest, entry, day), limits, entry.owner or "")


def _marks(manifest: Manifest, entry: Capability, day: date) -> Iterable[str]:
    """Give a mark for each stage: how its gate stands, or whether the shorthand says that it was passed."""
    stages = [stage.id for stage in manifest.stages]
    validated = validated_on(manifest, entry, day)
    reached = stages.index(validated) if validated in stages else -1
    waivers = {part.name for part in expired_parts(manifest, entry, day) if part.what == "waiver"}
    for position, stage in enumerate(stages):
        gate = entry.gates.get(stage)
        if entry.state == "cancelled":
            yield "-"
        elif gate is None:
            yield _PASSED if position <= reached else _OPEN
        elif gate.result == "passed":
            yield _PASSED
        else:
            yield "lapsed" if gate.result == "waived" and stage in waivers else gate.result


def limit_in_words(limit: Limit) -> str:
    """Give a limit in a line: "runtime up to 10 h (50 % volume)"."""
    prefix = _PREFIX[limit.kind]
    words = " ".join(word for word in (limit.name, "" if prefix == limit.name else prefix, limit.text) if word)
    return f"{words} ({limit.condition})" if limit.condition else words


def _certification_row(entry: Certification, day: date) -> _Row:
    until = entry.expires.isoformat() if entry.expires else ""
    return (entry.name, certification_status_on(entry, day), entry.identifier or "", until)


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
