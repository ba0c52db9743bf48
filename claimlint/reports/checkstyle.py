"""Checkstyle XML, which dashboards and reviewdog read: a file for each document, an error for each finding.

The elements are those of Checkstyle's XMLLogger. Columns count code points; files without lines have none.
"""

from __future__ import annotations

from xml.etree import ElementTree

from claimlint.finding import Report
from claimlint.reports.excerpt import printable
from claimlint.reports.listing import Listed, unexcused
from claimlint.reports.options import RenderOptions
from claimlint.reports.remarks import Remark, remarks
from claimlint.reports.wording import in_lines
from claimlint.reports.xml_text import as_xml, element


def render(report: Report, options: RenderOptions) -> str:
    """Give the files that there is something to say of: documents in their order, then baselines."""
    files: dict[str, list[ElementTree.Element]] = {document.path: [] for document in report.documents}
    for remark in remarks(report):
        files.setdefault(remark.path, []).append(_remark(remark))
    for item in unexcused(report, options):
        files[item.finding.path].append(_finding(item))
    root = element("checkstyle", version="4.3")
    for path, errors in files.items():
        if errors:
            file = element("file", name=printable(path))
            file.extend(errors)
            root.append(file)
    return as_xml(root)


def _remark(remark: Remark) -> ElementTree.Element:
    return element("error", severity=remark.severity, message=remark.message, source=f"claimlint.{remark.code}")


def _finding(item: Listed) -> ElementTree.Element:
    finding, span = item.finding, item.span
    place = {"line": span.start.line, "column": span.start.column} if span else {}
    return element("error", **place, severity=finding.severity, message=in_lines(finding), source=f"claimlint.{finding.code}")
