"""Markdown for a comment on a pull request: a table first, then each finding, folded.

The first line is a comment by which a bot finds what it wrote before. A code host takes 65,536 characters of a comment (GitHub's error
"body is too long"); what does not fit is left out, the least severe first, and told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claimlint.counting import counted
from claimlint.finding import SEVERITIES, CheckedDocument, Report
from claimlint.reports.listing import Listed, listed
from claimlint.reports.markdown import escaped
from claimlint.reports.options import RenderOptions
from claimlint.reports.paths import path_in_repository
from claimlint.reports.pull_request_findings import folded_findings
from claimlint.reports.summary import closing, not_looked_at, outcome

MARKER = "<!-- claimlint -->"
MOST_CHARACTERS = 64_000
"""Fewer than are taken, so that a bot can add a line of its own."""
MOST_IN_SECTION = 9_000
"""Characters of the table, of each list below it, and of the lines at the end: the findings have all the rest."""


def render(report: Report, options: RenderOptions) -> str:
    """Give the comment, of at most MOST_CHARACTERS."""
    items = listed(report, options)
    top = [MARKER, "## claimlint", "", escaped(outcome(report)), *_table(report, items, options), *_unchecked(report, options)]
    bottom = [
        "",
        *_as_far_as_fits([f"- {escaped(line)}" for line in (*not_looked_at(report), *closing(report, options))], "- {} more lines."),
    ]
    room = MOST_CHARACTERS - sum(len(line) + 1 for line in (*top, *bottom))
    return "\n".join([*top, *folded_findings(items, options, room), *bottom]) + "\n"


def _table(report: Report, items: Sequence[Listed], options: RenderOptions) -> Iterator[str]:
    """Give a row for each document that there is something to say of."""
    counts: dict[str, Counter[str]] = {}
    for item in items:
        # Those that are excused are told below, and fail nothing.
        counts.setdefault(item.document.path, Counter())[item.finding.severity] += item.finding.state == "new"
    rows = [
        f"| {_path(document, options)} | {escaped(document.channel)} | {_cells(document, counts.get(document.path, Counter()))} |"
        for document in report.documents
        if document.reason is not None or document.path in counts
    ]
    if rows:
        yield from ("", "| Document | Channel | Errors | Warnings | Remarks |", "| --- | --- | ---: | ---: | ---: |")
        yield from _as_far_as_fits(rows, "| … and {} more documents | | | | |")


def _cells(document: CheckedDocument, counts: Counter[str]) -> str:
    if document.reason is not None and not counts:
        return "not checked | | "
    return " | ".join(str(counts[severity]) for severity in reversed(SEVERITIES))


def _unchecked(report: Report, options: RenderOptions) -> Iterator[str]:
    """Say which documents were not checked, and what else is to be known of documents."""
    documents = [(document, document.reason) for document in report.documents if document.reason is not None]
    if documents:
        yield from ("", f"**Not checked ({counted(len(documents), 'document', 'documents')}):**", "")
        yield from _as_far_as_fits(
            [f"- {_path(document, options)}: {escaped(reason)}" for document, reason in documents], "- … and {} more."
        )
    notes = [f"- {_path(document, options)}: {escaped(note)}" for document in report.documents for note in document.notes]
    if notes:
        yield from ("", "Notes on documents:", "", *_as_far_as_fits(notes, "- … and {} more."))


def _path(document: CheckedDocument, options: RenderOptions) -> str:
    return escaped(path_in_repository(document.path, options))


def _as_far_as_fits(lines: Sequence[str], rest: str) -> Iterator[str]:
    """Give the first lines of a section, and a last one that says how many are left out. rest: its words, with {} for the number."""
    room = MOST_IN_SECTION
    for number, line in enumerate(lines):
        room -= len(line) + 1
        if room < 0:
            yield rest.format(len(lines) - number)
            return
        yield line
