"""What a change of the manifest does to copy, for programs; `version` goes up where a key changes its meaning."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from claimlint import __version__
from claimlint.consequence import EFFECTS, Comparison, Consequence, Judged, Side
from claimlint.finding import Finding
from claimlint.reports.options import RenderOptions

FORMAT_VERSION = 1

Json = dict[str, Any]


def render(comparison: Comparison, _: RenderOptions) -> str:
    """Give the comparison as one JSON object, indented, in UTF-8 as it is written. causes: places in the list of differences, from 0."""
    found = {
        "version": FORMAT_VERSION,
        "tool": {"name": "claimlint", "version": __version__},
        "as_of": comparison.as_of,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "differences": [asdict(difference) for difference in comparison.differences],
        "consequences": [_consequence(each, comparison) for each in comparison.consequences],
        "not_checked": [{"path": path, "reason": reason} for path, reason in comparison.unread],
        "summary": {effect: sum(1 for _ in comparison.with_effect(effect)) for effect in EFFECTS} | {"documents": comparison.documents},
    }
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _side(side: Side) -> list[Json]:
    return [{"path": path, "sha256": digest} for path, digest in side.files]


def _consequence(consequence: Consequence, comparison: Comparison) -> Json:
    return {
        "effect": consequence.effect,
        "path": consequence.path,
        "channel": consequence.channel,
        "where": consequence.where,
        "start": asdict(consequence.start),
        "end": asdict(consequence.end),
        "text": consequence.text,
        "before": _judged(consequence.before),
        "after": _judged(consequence.after),
        "causes": [comparison.differences.index(difference) for difference in consequence.causes],
    }


def _judged(judged: Judged) -> Json:
    return {"promises": judged.promises, "subject": judged.subject, "findings": [_finding(finding) for finding in judged.findings]}


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "subject": finding.subject,
        "text": finding.text,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "policy": asdict(finding.policy) if finding.policy else None,
        "state": finding.state,
        "excuse": finding.excuse or None,
        "fingerprint": finding.fingerprint,
    }
