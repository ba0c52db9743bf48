"""What documents promise, without a verdict: the outcome of `claimlint extract`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from claimlint.claim import Claim
from claimlint.document import LineIndex
from claimlint.finding import CheckedDocument, Report
from claimlint.reports.excerpt import printable
from claimlint.reports.json_report import as_json
from claimlint.reports.options import RenderOptions

KEYS = ("version", "tool", "documents", "claims")
"""The part of the JSON report that speaks of claims."""


def render_json(report: Report) -> str:
    """Give documents and claims as in the JSON report."""
    found = as_json(report, RenderOptions())
    return json.dumps({key: found[key] for key in KEYS}, indent=2, ensure_ascii=False) + "\n"


def render_text(report: Report) -> str:
    """Give one line for each claim: place, subject, how it is promised, and the words."""
    return "".join(f"{line}\n" for document in report.documents for line in _lines(document))


CLAIM_FORMATS: Mapping[str, Callable[[Report], str]] = {"json": render_json, "text": render_text}


def _lines(document: CheckedDocument) -> Iterator[str]:
    if document.reason is not None:
        yield f"{document.path}: not checked: {printable(document.reason)}"
    lines = LineIndex(document.document.source.text if document.document else "")
    for claim in document.claims:
        yield _line(claim, lines)


def _line(claim: Claim, lines: LineIndex) -> str:
    place = lines.position(claim.start)
    manner = ", ".join((claim.kind, claim.strength, claim.polarity, claim.attribution))
    words = printable(" ".join(claim.text.split()))
    return f"{claim.path}:{place.line}:{place.column}: {claim.subject or 'unknown'} ({manner}): {words}"
