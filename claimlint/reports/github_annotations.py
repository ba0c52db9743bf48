"""Workflow commands of GitHub Actions, printed to the log of a step: each becomes an annotation on a line of a pull request.

"Workflow commands for GitHub Actions" in GitHub's documentation; the escaping is that of its toolkit (packages/core). GitHub shows ten
annotations of each level for a step (toolkit, "Problem matchers", limitations), the log has all of them: the worst come first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimlint.finding import SEVERITIES, Report, Severity
from claimlint.reports.listing import Listed, Span, unexcused
from claimlint.reports.options import RenderOptions
from claimlint.reports.paths import path_in_repository
from claimlint.reports.remarks import Remark, remarks
from claimlint.reports.wording import in_lines, title_of

MOST_SHOWN = 10
LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report, options: RenderOptions) -> str:
    """Give a command in each line, those of one level together: errors, warnings, notices."""
    commands = {severity: [*_of(severity, report, options)] for severity in reversed(SEVERITIES)}
    # In front of the other notices: it must be among those that are shown.
    commands["info"][:0] = _cut({LEVELS[severity]: len(lines) for severity, lines in commands.items()})
    return "".join(f"{line}\n" for lines in commands.values() for line in lines)


def _of(severity: Severity, report: Report, options: RenderOptions) -> Iterator[str]:
    """Give the commands of one severity: what was not checked before what was found."""
    yield from (_remark(remark, options) for remark in remarks(report) if remark.severity == severity)
    yield from (_finding(item, options) for item in unexcused(report, options) if item.finding.severity == severity)


def _cut(counts: Mapping[str, int]) -> Iterator[str]:
    too_many = [f"{count} of the level {level}" for level, count in counts.items() if count > MOST_SHOWN]
    if too_many:
        message = f"There are {' and '.join(too_many)}; GitHub shows the first {MOST_SHOWN} of a level, the log of this step all of them."
        yield _command("notice", {"title": "claimlint"}, message)


def _remark(remark: Remark, options: RenderOptions) -> str:
    properties = {"file": path_in_repository(remark.path, options), "title": f"claimlint: {remark.code}"}
    return _command(LEVELS[remark.severity], properties, remark.message)


def _finding(item: Listed, options: RenderOptions) -> str:
    finding = item.finding
    properties = {"file": path_in_repository(finding.path, options), **_lines(item.span), "title": title_of(finding)}
    return _command(LEVELS[finding.severity], properties, in_lines(finding))


def _lines(span: Span | None) -> dict[str, str]:
    """Give the lines of a span, the last one included; columns may be given within one line only (toolkit, AnnotationProperties)."""
    if span is None:
        return {}
    start, end = span.start, span.end
    if start.line != end.line:
        return {"line": str(start.line), "endLine": str(end.line)}
    last = max(start.column, end.column - 1)
    return {"line": str(start.line), "col": str(start.column), "endLine": str(end.line), "endColumn": str(last)}


def _command(level: str, properties: Mapping[str, str], message: str) -> str:
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
