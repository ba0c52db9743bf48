"""The report for programs; its keys are a promise, and `version` goes up where one of them changes its meaning."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from claimlint.claim import Claim, Value
from claimlint.document import LineIndex
from claimlint.finding import CheckedDocument, Finding, Report
from claimlint.reports.options import RenderOptions, severity_counts, shown

FORMAT_VERSION = 1

Json = dict[str, Any]


def render(report: Report, options: RenderOptions) -> str:
    """Give the report as one JSON object, indented, in UTF-8 as it is written."""
    return json.dumps(as_json(report, options), indent=2, ensure_ascii=False) + "\n"


def as_json(report: Report, options: RenderOptions) -> Json:
    """Give the report as values that JSON knows."""
    claims, names = number_claims(report.documents)
    return {
        "version": FORMAT_VERSION,
        "tool": {"name": "claimlint", "version": report.version},
        "as_of": report.as_of,
        "manifests": [{"path": path, "sha256": digest} for path, digest in report.manifests],
        "documents": [_document(document) for document in report.documents],
        "claims": claims,
        "findings": [
            _finding(finding, names.get(key_of(finding.claim)), lines)
            for document in report.documents
            for lines in [_lines(document)]
            for finding in shown(document, options)
        ],
        "notes": list(report.notes),
        "summary": _summary(report),
    }


def number_claims(documents: Iterable[CheckedDocument]) -> tuple[list[Json], Mapping[object, str]]:
    """Give all claims as JSON, numbered c1, c2, … across the run, and the number of each by what identifies it."""
    claims: list[Json] = []
    names: dict[object, str] = {}
    for document in documents:
        lines = _lines(document)
        for claim in document.claims:
            name = f"c{len(claims) + 1}"
            names.setdefault(key_of(claim), name)
            claims.append({"id": name, **_claim(claim, lines)})
    return claims, names


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
