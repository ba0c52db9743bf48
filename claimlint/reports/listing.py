"""The findings that a report for programs lists, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claimlint.document import LineIndex, Position
from claimlint.finding import SEVERITIES, CheckedDocument, Finding, Report
from claimlint.reports.options import RenderOptions, shown


@dataclass(frozen=True, slots=True)
class Span:
    """Where a finding stands: lines and columns from 1, columns in code points.

    The end is exclusive, and in the line of the last character: a span that takes in a line end does not reach into the next line.
    """

    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding that a report lists. span: None where the file has no lines, such as slides; `where` may tell the place in words then."""

    finding: Finding
    document: CheckedDocument
    span: Span | None

    @property
    def where(self) -> str:
        """The place in words, such as "slide 3, title"; empty where lines say it."""
        return self.finding.claim.block.where or ""


def listed(report: Report, options: RenderOptions) -> tuple[Listed, ...]:
    """Give what a report lists that can tell findings which are excused from others; in the order of documents and places."""
    return tuple(item for document in report.documents for item in _placed(document, options))


def unexcused(report: Report, options: RenderOptions) -> tuple[Listed, ...]:
    """Give what a report lists whose reader takes all that it lists for new: whatever the options say, nothing that is excused."""
    return listed(report, replace(options, show_all=False))


def worst_first(items: Iterable[Listed]) -> list[Listed]:
    """Sort by severity, the highest first; those of one severity stay in their order."""
    return sorted(items, key=lambda item: -SEVERITIES.index(item.finding.severity))


def _placed(document: CheckedDocument, options: RenderOptions) -> Iterator[Listed]:
    source = document.document
    text = source.source.text if source else ""
    lines = LineIndex(text)
    for finding in shown(document, options):
        yield Listed(finding, document, None if source is None or source.extracted else span_of(finding, text, lines))


def span_of(finding: Finding, text: str, lines: LineIndex) -> Span:
    """Give the span of a finding. text: the source; lines: its index."""
    start = lines.position(finding.start)
    end = finding.start + len(text[finding.start : finding.end].rstrip("\r\n"))
    if end <= finding.start:
        return Span(start, start)
    last = lines.position(end - 1)
    return Span(start, Position(last.line, last.column + 1, end))
