"""Code quality reports of GitLab: a JSON list, by "Code Quality report format" in GitLab's documentation ("Code Quality").

GitLab tells what is new from what was there by the fingerprint alone, and drops a second entry with the same.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from claimlint.finding import Report, Severity
from claimlint.reports.listing import unexcused
from claimlint.reports.options import RenderOptions
from claimlint.reports.paths import path_in_repository
from claimlint.reports.remarks import remarks
from claimlint.reports.wording import in_lines

SEVERITIES: Mapping[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}

Json = dict[str, Any]


def render(report: Report, options: RenderOptions) -> str:
    """Give the list: what was not checked first, then findings in the order of documents and places."""
    entries = _with_own_fingerprints([*_remarks(report, options), *_findings(report, options)])
    return json.dumps(entries, indent=2, ensure_ascii=False) + "\n"


def _remarks(report: Report, options: RenderOptions) -> Iterator[Json]:
    for remark in remarks(report):
        path = path_in_repository(remark.path, options)
        fingerprint = sha256(json.dumps([remark.code, path]).encode()).hexdigest()
        yield _entry(remark.message, remark.code, fingerprint, remark.severity, path, 1, 1)


def _findings(report: Report, options: RenderOptions) -> Iterator[Json]:
    for item in unexcused(report, options):
        finding, span = item.finding, item.span
        begin, end = (span.start.line, span.end.line) if span else (1, 1)
        path = path_in_repository(finding.path, options)
        yield _entry(in_lines(finding), finding.code, finding.fingerprint, finding.severity, path, begin, end)


def _entry(description: str, name: str, fingerprint: str, severity: Severity, path: str, begin: int, end: int) -> Json:
    return {
        "description": description,
        "check_name": name,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[severity],
        "location": {"path": path, "lines": {"begin": begin, "end": end}},
    }


def _with_own_fingerprints(entries: list[Json]) -> list[Json]:
    """Make fingerprints differ that are the same: files of two configurations may have the same path below them, and the same words."""
    met: Counter[str] = Counter()
    for entry in entries:
        fingerprint = entry["fingerprint"]
        met[fingerprint] += 1
        if met[fingerprint] > 1:
            told = json.dumps([fingerprint, entry["location"]["path"], met[fingerprint]])
            entry["fingerprint"] = sha256(told.encode()).hexdigest()
    return entries
