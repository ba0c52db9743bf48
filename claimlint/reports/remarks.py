"""What no report may pass over beside its findings: documents that were not checked, and baselines that have grown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from claimlint.finding import Report, Severity
from claimlint.reports.excerpt import printable
from claimlint.reports.summary import baseline_lines

NOT_CHECKED: Final = "not-checked"
BASELINE: Final = "baseline"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on a file. message: one line or several."""

    code: Literal["not-checked", "baseline"]
    severity: Severity
    path: str
    message: str


def remarks(report: Report) -> tuple[Remark, ...]:
    """Give the remarks on a run: on documents in their order, then on baselines that make it fail."""
    return (*_on_documents(report), *_on_baselines(report))


def _on_documents(report: Report) -> Iterator[Remark]:
    for document in report.documents:
        if document.reason is not None:
            severity: Severity = "error" if document.is_unread else "warning"
            yield Remark(NOT_CHECKED, severity, document.path, f"Not checked: {printable(document.reason)}")


def _on_baselines(report: Report) -> Iterator[Remark]:
    for baseline in report.baselines:
        if baseline.fails:
            yield Remark(BASELINE, "error", baseline.path, "\n".join(baseline_lines(baseline)))
