"""Reports: one module a format, each with `render(report, options)` for a text or its pieces; a format is added by a file and a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module

from claimlint.finding import Report
from claimlint.reports.options import RenderOptions

__all__ = ["FORMATS", "RenderOptions", "pieces", "render"]

FORMATS: Mapping[str, str] = {
    "text": "claimlint.reports.text",
    "json": "claimlint.reports.json_report",
    "sarif": "claimlint.reports.sarif",
    "github": "claimlint.reports.github_annotations",
    "gitlab": "claimlint.reports.gitlab_code_quality",
    "junit": "claimlint.reports.junit",
    "rdjson": "claimlint.reports.rdjson",
    "checkstyle": "claimlint.reports.checkstyle",
    "markdown": "claimlint.reports.pull_request_comment",
    "csv": "claimlint.reports.csv_table",
    "html": "claimlint.reports.html",
}
"""Name of each format and the module that writes it, imported when it is asked for."""


def render(name: str, report: Report, options: RenderOptions) -> str:
    """Write a report in the named format; each line of the text ends with a line end. Raises KeyError for a name not in FORMATS."""
    return "".join(pieces(name, report, options))


def pieces(name: str, report: Report, options: RenderOptions) -> Iterable[str]:
    """Give the text that `render` gives in pieces, as soon as each is ready: that of a large report is never in memory as a whole."""
    write: Callable[[Report, RenderOptions], str | Iterable[str]] = import_module(FORMATS[name]).render
    written = write(report, options)
    return [written] if isinstance(written, str) else written
