"""What a report says of a promise in one word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from claimlint.finding import CheckedDocument, Finding
from claimlint.reports.json_report import key_of

Verdict = Literal["error", "warning", "info", "baseline", "suppressed", "unjudged", "ok"]

VERDICTS: tuple[Verdict, ...] = ("error", "warning", "info", "baseline", "suppressed", "unjudged", "ok")
"""The gravest first. unjudged: the channel is one that nobody checks."""


def verdict_of(finding: Finding) -> Verdict:
    """Give the severity of a finding, or why it does not count."""
    return finding.severity if finding.state == "new" else finding.state


def gravest(verdicts: Iterable[Verdict], default: Verdict) -> Verdict:
    """Give the gravest of several, the default where there is none."""
    return min(verdicts, key=VERDICTS.index, default=default)


def verdicts_of(document: CheckedDocument) -> tuple[Verdict, ...]:
    """Give the verdict on each claim of a document, whether its findings are shown or not."""
    found: dict[object, list[Verdict]] = {}
    for finding in document.findings:
        found.setdefault(key_of(finding.claim), []).append(verdict_of(finding))
    # Where older findings are left out, nobody can tell which promises they are of.
    fine: Verdict = "ok" if document.judged and document.reason is None and not document.older else "unjudged"
    return tuple(gravest(found.get(key_of(claim), ()), fine) for claim in document.claims)


def tally(verdicts: Iterable[Verdict]) -> tuple[tuple[Verdict, int], ...]:
    """Count verdicts; those that occur, the gravest first."""
    counts = Counter(verdicts)
    return tuple((verdict, counts[verdict]) for verdict in VERDICTS if counts[verdict])
