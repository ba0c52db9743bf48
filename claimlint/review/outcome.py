"""Turns a report into the exit status of the command."""

from __future__ import annotations

from collections.abc import Mapping

from claimlint.configuration.model import FailOn
from claimlint.finding import SEVERITIES, CheckedDocument, Report

CLEAN, FINDINGS, UNREADABLE = 0, 1, 2


def exit_status(report: Report, fail_on: Mapping[str, FailOn]) -> int:
    """Give 2 where a document could not be read, else 1 where a new finding is severe enough or a baseline fails, else 0.

    fail_on: the threshold of each document by its reported path; a document that it does not name has "error". What is shown
    of the report plays no part, and neither does how many findings there are.
    """
    if has_unread(report):
        return UNREADABLE
    failed = any(_fails(document, fail_on.get(document.path, "error")) for document in report.documents)
    return FINDINGS if failed or any(baseline.fails for baseline in report.baselines) else CLEAN


def has_unread(report: Report) -> bool:
    """Tell whether a document could not even be read; one that was read and is not checked (other languages) does not count."""
    return any(document.is_unread for document in report.documents)


def _fails(document: CheckedDocument, threshold: FailOn) -> bool:
    if threshold == "never":
        return False
    lowest = SEVERITIES.index(threshold)
    return any(finding.state == "new" and SEVERITIES.index(finding.severity) >= lowest for finding in document.findings)
