"""The report for people: grouped by file, with the place in the source, the way out, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

import click

from claimlint.document import LineIndex, Position
from claimlint.finding import SHORT_FINGERPRINT, CheckedDocument, Finding, Report
from claimlint.reports.excerpt import excerpt, printable
from claimlint.reports.options import RenderOptions, shown
from claimlint.reports.summary import summary
from claimlint.reports.wording import labelled

COLORS = {"error": "red", "warning": "yellow", "info": "cyan"}
INDENT = "  "
GROUPED = "unknown"
"""The category of which a document may have dozens: one entry for all of them."""
MOST_IN_GROUP = 5


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """Give the report as text, line by line; with options.color it carries escape sequences."""
    for document in report.documents:
        yield from (f"{line}\n" for line in _document(document, options))
    yield from (f"{line}\n" for line in summary(report, options))


def _document(document: CheckedDocument, options: RenderOptions) -> Iterator[str]:
    """Give the lines of one document, with an empty one at the end; nothing where there is nothing to say."""
    findings = shown(document, options)
    notes = () if options.quiet else document.notes
    if not findings and not notes:
        return
    yield _style(f"{document.path} ({document.channel})", options, bold=True)
    yield from (f"{INDENT}note: {printable(note)}" for note in notes)
    text = document.document.source.text if document.document else ""
    lines = LineIndex(text)
    grouped = () if options.verbose else tuple(finding for finding in findings if finding.category == GROUPED)
    for finding in findings:
        if len(grouped) < 2 or finding.category != GROUPED:
            yield from finding_lines(finding, text, lines, options)
    if len(grouped) > 1:
        yield from _group(grouped, lines, options)
    yield ""


def finding_lines(finding: Finding, text: str, lines: LineIndex, options: RenderOptions) -> Iterator[str]:
    """Give the lines of one finding: its place, the copy underlined, the message and what decided. text: the source; lines: its index."""
    position = lines.position(finding.start)
    yield _headline(finding, position, options)
    yield from _source(finding, text, position, lines, options)
    for label, words in labelled(finding):
        yield from wrapped(words, options, label)
    if options.verbose:
        yield f"{INDENT}Fingerprint: {finding.fingerprint[:SHORT_FINGERPRINT]}"


def _headline(finding: Finding, position: Position, options: RenderOptions) -> str:
    where = f" ({printable(finding.claim.block.where)})" if finding.claim.block.where else ""
    state = "" if finding.state == "new" else f" [{finding.state}]"
    severity = _style(finding.severity, options, fg=COLORS[finding.severity], bold=True)
    return f"{finding.path}:{position.line}:{position.column}{where}: {severity} {finding.code} {finding.category}{state}"


def _source(finding: Finding, text: str, position: Position, lines: LineIndex, options: RenderOptions) -> Iterator[str]:
    margin = f"{position.line:>6} | "
    start = lines.line_start(position.line)
    piece = excerpt(text, start, finding.start, finding.end, max(options.width - len(margin), 20))
    yield f"{margin}{piece.line}"
    yield f"{'| ':>{len(margin)}}" + _underline(piece.underline, finding, options)


def _underline(carets: str, finding: Finding, options: RenderOptions) -> str:
    marks = carets.lstrip(" ")
    return " " * (len(carets) - len(marks)) + _style(marks, options, fg=COLORS[finding.severity])


def _group(findings: tuple[Finding, ...], lines: LineIndex, options: RenderOptions) -> Iterator[str]:
    first = findings[0]
    severity = _style(first.severity, options, fg=COLORS[first.severity], bold=True)
    yield f"{first.path}: {severity} {first.code} {first.category}: {len(findings)} promises that the manifest does not have"
    for finding in findings[:MOST_IN_GROUP]:
        position = lines.position(finding.start)
        yield _cut(f"{f'{position.line}:{position.column}':>8}  {printable(' '.join(finding.text.split()))}", options.width)
    if len(findings) > MOST_IN_GROUP:
        yield f"{'':>10}and {len(findings) - MOST_IN_GROUP} more; --format json lists them all"
    yield from wrapped("Ask engineering whether the product has them, and to add them to the manifest; or take them out.", options)


def _cut(line: str, width: int) -> str:
    return line if len(line) <= width else line[: width - 1] + "…"


def wrapped(text: str, options: RenderOptions, label: str = "") -> Iterable[str]:
    """Give a text in indented lines of the width of the report; below a label its lines stand further in."""
    width = max(options.width, 40)
    below = INDENT + " " * len(label)
    return wrap(
        printable(text), width, initial_indent=INDENT + label, subsequent_indent=below, break_long_words=False, break_on_hyphens=False
    )


def _style(text: str, options: RenderOptions, fg: str | None = None, bold: bool = False) -> str:
    return click.style(text, fg=fg, bold=bold or None) if options.color else text
