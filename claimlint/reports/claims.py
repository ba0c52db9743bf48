"""What documents promise, without a verdict: the outcome of `claimlint extract`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict

from claimlint.claim import Claim
from claimlint.document import LineIndex
from claimlint.explanation import Explanation
from claimlint.finding import CheckedDocument, Report
from claimlint.reports.excerpt import printable
from claimlint.reports.explanations import as_json as explanation_as_json
from claimlint.reports.explanations import explanation_lines, passed_over_line
from claimlint.reports.json_report import Json, as_json, key_of, numbered
from claimlint.reports.options import RenderOptions

KEYS = ("version", "tool", "documents", "claims")
"""The part of the JSON report that speaks of claims."""


def render_json(report: Report, passed_over: bool = False) -> str:
    """Give documents and claims as in the JSON report; explanations, where there are any, under a key of their own.

    passed_over: with those of clauses that are no claims.
    """
    found = as_json(report, RenderOptions())
    shown: Json = {key: found[key] for key in KEYS}
    if any(document.explanations for document in report.documents):
        shown["explanations"] = list(_explanations(report, passed_over))
    return json.dumps(shown, indent=2, ensure_ascii=False) + "\n"


def render_text(report: Report, passed_over: bool = False) -> str:
    """Give one line for each claim: place, subject, how it is promised, and the words; below it the explanation, if there is one.

    passed_over: list clauses that are no claims as well.
    """
    return "".join(f"{line}\n" for document in report.documents for line in _lines(document, passed_over))


CLAIM_FORMATS: Mapping[str, Callable[[Report, bool], str]] = {"json": render_json, "text": render_text}


def _lines(document: CheckedDocument, passed_over: bool) -> Iterator[str]:
    if document.reason is not None:
        yield f"{document.path}: not checked: {printable(document.reason)}"
    lines = _line_index(document)
    if not document.explanations:
        yield from (_line(claim, lines) for claim in document.claims)
    for explanation in _wanted(document, passed_over):
        yield _line(explanation.claim, lines) if explanation.claim else passed_over_line(explanation, lines)
        yield from explanation_lines(explanation)


def _line(claim: Claim, lines: LineIndex) -> str:
    place = lines.position(claim.start)
    manner = ", ".join((claim.kind, claim.strength, claim.polarity, claim.attribution))
    words = printable(" ".join(claim.text.split()))
    return f"{claim.path}:{place.line}:{place.column}: {claim.subject or 'unknown'} ({manner}): {words}"


def _explanations(report: Report, passed_over: bool) -> Iterator[Json]:
    for document, _, names in numbered(report.documents):
        lines = _line_index(document)
        for explanation in _wanted(document, passed_over):
            place = {side: asdict(lines.position(getattr(explanation, side))) for side in ("start", "end")}
            claim = names[key_of(explanation.claim)] if explanation.claim else None
            yield explanation_as_json(explanation, claim, place)


def _wanted(document: CheckedDocument, passed_over: bool) -> Iterator[Explanation]:
    return (explanation for explanation in document.explanations if passed_over or explanation.claim is not None)


def _line_index(document: CheckedDocument) -> LineIndex:
    return LineIndex(document.document.source.text if document.document else "")
