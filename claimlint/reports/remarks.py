"""What no report may pass over beside its findings: what of documents was not checked, and baselines that have grown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from claimlint.finding import Report, Severity
from claimlint.reports.excerpt import on_one_line, printable
from claimlint.reports.summary import baseline_lines

NOT_CHECKED: Final = "not-checked"
BASELINE: Final = "baseline"
NOTE: Final = "note"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on a file. message: one line or several."""

    code: Literal["not-checked", "baseline", "note"]
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
        # Most of them tell of a part that was not checked, such as a page that is a scan.
        yield from (Remark(NOTE, "info", document.path, on_one_line(note)) for note in document.notes)


def _on_baselines(report: Report) -> Iterator[Remark]:
    for baseline in report.baselines:
        if baseline.fails:
            yield Remark(BASELINE, "error", baseline.path, "\n".join(baseline_lines(baseline)))
