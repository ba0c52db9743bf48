"""What the reader of a report asked for, and which findings that leaves."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from claimlint.finding import SEVERITIES, CheckedDocument, Finding, Report, Severity, State


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How a report is written; none of it decides the exit status.

    color: escape sequences for a terminal. width: characters in a line. min_severity: lower ones are counted, not shown.
    show_all: findings that are suppressed or in the baseline are shown too, in formats that can tell them apart. verbose: with
    fingerprints, and none grouped. root: the absolute path of the repository; folder: the working directory as seen from it; both with
    forward slashes, and empty where there is no repository.
    quiet: nothing but findings and what was not checked; only formats for people have more to leave out.
    """

    color: bool = False
    width: int = 100
    min_severity: Severity = "info"
    show_all: bool = False
    verbose: bool = False
    root: str = ""
    folder: str = ""
    quiet: bool = False


def shown(document: CheckedDocument, options: RenderOptions) -> tuple[Finding, ...]:
    """Give the findings of a document that a report lists."""
    lowest = SEVERITIES.index(options.min_severity)
    return tuple(
        finding
        for finding in document.findings
        if (options.show_all or finding.state == "new") and SEVERITIES.index(finding.severity) >= lowest
    )


def severity_counts(report: Report) -> dict[str, int]:
    """Count the new findings by severity, shown or not; the highest comes first."""
    counts = Counter(finding.severity for document in report.documents for finding in document.findings if finding.state == "new")
    return {severity: counts[severity] for severity in reversed(SEVERITIES)}


def not_shown(report: Report, options: RenderOptions) -> Counter[State]:
    """Count the findings that a report does not list, by their states."""
    counts: Counter[State] = Counter()
    for document in report.documents:
        counts.update(finding.state for finding in document.findings)
        counts.subtract(finding.state for finding in shown(document, options))
    return counts
