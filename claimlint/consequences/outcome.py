"""Turns a comparison into the exit status of the command."""

from __future__ import annotations

from collections.abc import Mapping

from claimlint.configuration.model import FailOn
from claimlint.consequence import Comparison, Consequence
from claimlint.finding import SEVERITIES
from claimlint.review.outcome import CLEAN, FINDINGS, UNREADABLE


def exit_status(comparison: Comparison, fail_on: Mapping[str, FailOn]) -> int:
    """Give 2 where a document could not be read, else 1 where a promise becomes wrong severely enough, else 0.

    fail_on: the threshold of each document by its reported path; a document that it does not name has "error".
    """
    if comparison.unread:
        return UNREADABLE
    becoming_wrong = comparison.with_effect("becomes-wrong")
    return FINDINGS if any(_fails(each, fail_on.get(each.path, "error")) for each in becoming_wrong) else CLEAN


def _fails(consequence: Consequence, threshold: FailOn) -> bool:
    if threshold == "never":
        return False
    lowest = SEVERITIES.index(threshold)
    found = consequence.after.findings
    return any(finding.state == "new" and SEVERITIES.index(finding.severity) >= lowest for finding in found)
