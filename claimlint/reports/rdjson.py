"""Reviewdog's diagnostic format (rdjson): the message DiagnosticResult of reviewdog's proto/rdf/reviewdog.proto as JSON.

Lines and columns count from 1, columns bytes of the line in UTF-8, and the end is exclusive. Paths are seen from the working directory:
reviewdog, run there, finds them in the repository. A suggestion takes the place of copy: one stands where the words to replace are plain.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimlint.document import LineIndex, Position
from claimlint.finding import Report
from claimlint.reports.excerpt import printable
from claimlint.reports.listing import Listed, unexcused
from claimlint.reports.options import RenderOptions
from claimlint.reports.remarks import remarks
from claimlint.reports.wording import in_lines

Json = dict[str, Any]


def render(report: Report, options: RenderOptions) -> str:
    """Give the diagnostics: what was not checked first, then findings in the order of documents and places."""
    diagnostics = [*_remarks(report), *(_diagnostic(item) for item in unexcused(report, options))]
    return json.dumps({"source": {"name": "claimlint"}, "diagnostics": diagnostics}, indent=2, ensure_ascii=False) + "\n"


def _remarks(report: Report) -> Iterator[Json]:
    for remark in remarks(report):
        yield {
            "message": remark.message,
            "location": {"path": printable(remark.path)},
            "severity": remark.severity.upper(),
            "code": {"value": remark.code},
        }


def _diagnostic(item: Listed) -> Json:
    finding = item.finding
    location: Json = {"path": printable(finding.path)}
    diagnostic: Json = {
        "message": in_lines(finding),
        "location": location,
        "severity": finding.severity.upper(),
        "code": {"value": finding.code},
    }
    if item.span is not None:
        location["range"] = _range(item, item.span.start, item.span.end)
        diagnostic["suggestions"] = list(_suggestions(item))
    return diagnostic


def _suggestions(item: Listed) -> Iterator[Json]:
    """Give the correction of a finding, where it is for the company's own words and there is no markup among them."""
    correction, claim = item.finding.correction, item.finding.claim
    if correction is None or correction.start is None or correction.end is None or claim.attribution == "quoted":
        return
    first, last = claim.block.source_map.text_range(correction.start, correction.end)
    if claim.block.text[first:last] == _source(item)[correction.start : correction.end]:
        lines = LineIndex(_source(item))
        start, end = lines.position(correction.start), lines.position(correction.end)
        yield {"range": _range(item, start, end), "text": printable(correction.words)}


def _source(item: Listed) -> str:
    return item.document.document.source.text if item.document.document else ""


def _range(item: Listed, start: Position, end: Position) -> Json:
    return {"start": _position(item, start), "end": _position(item, end)}


def _position(item: Listed, position: Position) -> Json:
    before = _source(item)[position.offset - position.column + 1 : position.offset]
    return {"line": position.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
