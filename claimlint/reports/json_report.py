"""The report for programs; its keys are a promise, and `version` goes up where one of them changes its meaning."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from claimlint.claim import Claim, Value
from claimlint.document import LineIndex
from claimlint.finding import CheckedDocument, Finding, Report
from claimlint.reports.options import RenderOptions, severity_counts, shown

FORMAT_VERSION = 1

Json = dict[str, Any]


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """Give the report as one JSON object, indented, in UTF-8 as it is written; piece by piece, as there may be many claims."""
    before = "{"
    for key, value in _sections(report, options):
        yield f"{before}\n  {json.dumps(key)}: "
        yield from _list(value) if isinstance(value, Iterator) else [_indented(value, 2)]
        before = ","
    yield "\n}\n"


def as_json(report: Report, options: RenderOptions) -> Json:
    """Give the report as values that JSON knows."""
    return {key: list(value) if isinstance(value, Iterator) else value for key, value in _sections(report, options)}


def _sections(report: Report, options: RenderOptions) -> Iterator[tuple[str, Any]]:
    """Give the keys of the report with their values; what there may be many of is an iterator."""
    yield "version", FORMAT_VERSION
    yield "tool", {"name": "claimlint", "version": report.version}
    yield "as_of", report.as_of
    yield "manifests", [{"path": path, "sha256": digest} for path, digest in report.manifests]
    yield "documents", map(_document, report.documents)
    yield "claims", (claim for _, claims, _ in numbered(report.documents) for claim in claims)
    yield (
        "findings",
        (
            _finding(finding, names.get(key_of(finding.claim)), _lines(document))
            for document, _, names in numbered(report.documents)
            for finding in shown(document, options)
        ),
    )
    yield "notes", list(report.notes)
    yield "summary", _summary(report)


def document_with_findings(document: CheckedDocument) -> Json:
    """Give a document by itself as values that JSON knows: its entry with its claims, numbered within it, and with all its findings."""
    ((_, claims, names),) = numbered([document])
    findings = [_finding(finding, names.get(key_of(finding.claim)), _lines(document)) for finding in document.findings]
    return {**_document(document), "promises": claims, "findings": findings}


def _list(items: Iterator[Any]) -> Iterator[str]:
    before = "["
    for item in items:
        yield f"{before}\n    {_indented(item, 4)}"
        before = ","
    yield "\n  ]" if before == "," else "[]"


def _indented(value: Any, spaces: int) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False).replace("\n", "\n" + " " * spaces)


def numbered(documents: Iterable[CheckedDocument]) -> Iterator[tuple[CheckedDocument, list[Json], Mapping[object, str]]]:
    """Give each document with its claims as JSON, numbered c1, c2, … across the run, and the number of each by what identifies it."""
    number = 0
    for document in documents:
        lines = _lines(document)
        claims: list[Json] = []
        names: dict[object, str] = {}
        for claim in document.claims:
            number += 1
            names.setdefault(key_of(claim), f"c{number}")
            claims.append({"id": f"c{number}", **_claim(claim, lines)})
        yield document, claims, names


def key_of(claim: Claim) -> object:
    """Give what identifies a claim within a report."""
    return claim.path, claim.start, claim.end, claim.subject, claim.product, claim.kind


def _lines(document: CheckedDocument) -> LineIndex:
    return LineIndex(document.document.source.text if document.document else "")


def _document(document: CheckedDocument) -> Json:
    return {
        "path": document.path,
        "channel": document.channel,
        "status": document.status,
        "reason": document.reason,
        "judged": document.judged and document.reason is None,
        "notes": list(document.notes),
        "words": document.document.words if document.document else 0,
        "claims": len(document.claims),
    }


def _claim(claim: Claim, lines: LineIndex) -> Json:
    return {
        "path": claim.path,
        "where": claim.block.where,
        "start": asdict(lines.position(claim.start)),
        "end": asdict(lines.position(claim.end)),
        "text": claim.text,
        "subject": claim.subject,
        "product": claim.product,
        "matched": claim.matched,
        "score": round(claim.score, 3),
        "kind": claim.kind,
        "strength": claim.strength,
        "polarity": claim.polarity,
        "attribution": claim.attribution,
        "values": [_value(value) for value in claim.values],
    }


def _value(value: Value) -> Json:
    found: Json = {
        "text": value.text,
        "limit": value.limit,
        "amount": _number(value.amount),
        "to": _number(value.to),
        "unit": value.unit,
        "rating": value.rating,
        "version": value.version,
        "bound": value.bound,
    }
    return {key: item for key, item in found.items() if item is not None or key == "limit"}


def _number(amount: float | None) -> float | int | None:
    return int(amount) if amount is not None and amount.is_integer() else amount


def _finding(finding: Finding, claim: str | None, lines: LineIndex) -> Json:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "subject": finding.subject,
        "claim": claim,
        "path": finding.path,
        "where": finding.claim.block.where,
        "start": asdict(lines.position(finding.start)),
        "end": asdict(lines.position(finding.end)),
        "text": finding.text,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "evidence": list(finding.evidence),
        "policy": asdict(finding.policy) if finding.policy else None,
        "state": finding.state,
        "excuse": finding.excuse or None,
        "fingerprint": finding.fingerprint,
    }


def _summary(report: Report) -> Json:
    checked = sum(document.status == "checked" for document in report.documents)
    return {
        **severity_counts(report),
        "claims": sum(len(document.claims) for document in report.documents),
        "checked": checked,
        "not_checked": len(report.documents) - checked,
        "older": report.older,
        "baseline_left_over": sum(len(baseline.unmatched) for baseline in report.baselines),
        "baseline_added": sum(len(baseline.added) for baseline in report.baselines),
    }
