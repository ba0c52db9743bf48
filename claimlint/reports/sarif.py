"""SARIF 2.1.0, for code scanning: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; sections are those of it.

What a code host makes of it is told in "SARIF support for code scanning" of GitHub's documentation: an alert for every result, suppressed
or not, so that none of what is excused is written; at most 5,000 results of a run, so that the worst come first and the rest is told.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from claimlint.document import Position
from claimlint.finding import Report, Severity
from claimlint.reports.excerpt import on_one_line, printable
from claimlint.reports.listing import Listed, Span, unexcused, worst_first
from claimlint.reports.options import RenderOptions
from claimlint.reports.paths import as_uri, in_repository
from claimlint.reports.remarks import BASELINE, NOT_CHECKED, NOTE, remarks
from claimlint.reports.sarif_rules import RuleIndex
from claimlint.reports.summary import not_looked_at
from claimlint.reports.wording import in_lines

MOST_RESULTS = 5000
LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
ROOT = "%SRCROOT%"
WHOLE_FILE = Span(Position(1, 1, 0), Position(1, 1, 0))
"""The region of a file without lines: it takes in nothing, and code scanning shows no alert that has none."""

NOTIFICATIONS = {
    NOT_CHECKED: "A document was not checked.",
    BASELINE: "A baseline has grown that may only shrink, or has entries that match nothing any more.",
    NOTE: "Something to know of a document or of the run.",
    "cut": "There are more results than code scanning takes.",
}

Json = dict[str, Any]


def render(report: Report, options: RenderOptions) -> str:
    """Give one run; nothing in it depends on the machine or on the hour."""
    found = worst_first(unexcused(report, options))
    rules = RuleIndex(report.rules, (item.finding for item in found))
    run: Json = {
        "tool": {
            "driver": {
                "name": "claimlint",
                "version": report.version,
                "rules": rules.descriptors,
                "notifications": [{"id": name, "shortDescription": {"text": text}} for name, text in NOTIFICATIONS.items()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [
            {
                "executionSuccessful": not any(document.is_unread for document in report.documents),
                "toolExecutionNotifications": [*_notifications(report, options), *_cut(len(found))],
            }
        ],
        "results": [_result(item, rules, options) for item in found[:MOST_RESULTS]],
        "properties": {"as-of": report.as_of, "manifests": [{"path": path, "sha256": digest} for path, digest in report.manifests]},
    }
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _result(item: Listed, rules: RuleIndex, options: RenderOptions) -> Json:
    finding = item.finding
    return {
        "ruleId": rules.id_of(finding),
        "ruleIndex": rules.index_of(finding),
        "level": LEVELS[finding.severity],
        "message": {"text": _plain(in_lines(finding))},
        "locations": [_location(item, options)],
        "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint},
    }


def _plain(text: str) -> str:
    """Give a text without what would be a link in it (§3.11.6)."""
    return text.replace("](", "] (")


def _location(item: Listed, options: RenderOptions) -> Json:
    span = item.span or WHOLE_FILE
    region = {
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    }
    physical = {"artifactLocation": _artifact(item.finding.path, options), "region": region}
    if not item.where:
        return {"physicalLocation": physical}
    return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": on_one_line(item.where)}]}


def _artifact(path: str, options: RenderOptions) -> Json:
    """Name a file relative to the root of the repository (§3.14.14), or by itself where it lies outside."""
    inside = in_repository(path, options)
    return {"uri": as_uri(path)} if inside is None else {"uri": as_uri(inside), "uriBaseId": ROOT}


def _notifications(report: Report, options: RenderOptions) -> Iterator[Json]:
    for remark in remarks(report):
        yield _notification(remark.code, remark.severity, remark.message, _artifact(remark.path, options))
    for note in (*not_looked_at(report), *report.notes):
        yield _notification(NOTE, "info", printable(note))


def _cut(count: int) -> Iterator[Json]:
    if count > MOST_RESULTS:
        left_out = f"{count - MOST_RESULTS:,} of {count:,} findings are left out, the least severe: code scanning takes {MOST_RESULTS:,}."
        yield _notification("cut", "warning", left_out)


def _notification(name: str, severity: Severity, message: str, artifact: Json | None = None) -> Json:
    found: Json = {"descriptor": {"id": name}, "level": LEVELS[severity], "message": {"text": _plain(message)}}
    return {**found, "locations": [{"physicalLocation": {"artifactLocation": artifact}}]} if artifact else found
