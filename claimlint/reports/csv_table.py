"""A table for spreadsheets: CSV by RFC 4180, a row for each finding, and for each document that was not checked.

Cells that a spreadsheet would take for a formula begin with an apostrophe (OWASP, "CSV Injection"). The state of a row tells what is
excused, so that all can be listed. Text is UTF-8 without a byte order mark.
"""

from __future__ import annotations

import csv
import io
import re

from claimlint.finding import Report
from claimlint.reports.excerpt import on_one_line
from claimlint.reports.listing import Listed, listed
from claimlint.reports.options import RenderOptions
from claimlint.reports.remarks import Remark, remarks

COLUMNS = (
    "path channel line column where severity code rule category subject text message suggestion strength needs has evidence state "
    "excuse fingerprint"
).split()

_FORMULA = re.compile(r"(?:\A|(?<=;))(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a spreadsheet would begin a formula: in front of a cell, and behind a semicolon, which some take for the end of one.

The last four signs are the wide forms of the others.
"""


def render(report: Report, options: RenderOptions) -> str:
    """Give the table, below a row that names the columns; what was not checked comes first."""
    stream = io.StringIO()
    table = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    channels = {document.path: document.channel for document in report.documents}
    rows = [*(_remark(remark, channels) for remark in remarks(report)), *map(_finding, listed(report, options))]
    table.writerows({column: _cell(value) for column, value in row.items()} for row in rows)
    return stream.getvalue()


def _remark(remark: Remark, channels: dict[str, str]) -> dict[str, str]:
    return {
        "path": remark.path,
        "channel": channels.get(remark.path, ""),
        "severity": remark.severity,
        "code": remark.code,
        "message": remark.message,
    }


def _finding(item: Listed) -> dict[str, str]:
    finding, cell = item.finding, item.finding.policy
    return {
        "path": finding.path,
        "channel": item.document.channel,
        "line": str(item.span.start.line) if item.span else "",
        "column": str(item.span.start.column) if item.span else "",
        "where": item.where,
        "severity": finding.severity,
        "code": finding.code,
        "rule": finding.rule,
        "category": finding.category,
        "subject": finding.subject or "",
        "text": finding.text,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "strength": cell.strength if cell else "",
        "needs": cell.needs if cell else "",
        "has": cell.has if cell else "",
        "evidence": ", ".join(finding.evidence),
        "state": finding.state,
        "excuse": finding.excuse,
        "fingerprint": finding.fingerprint,
    }


def _cell(text: str) -> str:
    return _FORMULA.sub("'", on_one_line(text))
