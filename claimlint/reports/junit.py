"""JUnit XML, which test viewers of CI systems read: a suite for each document, in it a case for each rule that reports something.

The first case of a suite says whether the document was checked: an error where it was not, skipped where the policy leaves its channel
unchecked. A case fails where its rule reports errors or warnings; remarks (info) alone are told in the output of a case that passes.
Names have no lines in them, so that viewers know a case again. A baseline that fails the run has a suite of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree import ElementTree

from claimlint.finding import CheckedDocument, Report
from claimlint.reports.excerpt import on_one_line, printable
from claimlint.reports.listing import Listed, unexcused, worst_first
from claimlint.reports.options import RenderOptions
from claimlint.reports.remarks import BASELINE, NOT_CHECKED, Remark, remarks
from claimlint.reports.wording import in_lines
from claimlint.reports.xml_text import as_xml, element

CHECKED = "is checked"


def render(report: Report, options: RenderOptions) -> str:
    """Give the suites: documents in their order, then baselines."""
    found: dict[str, list[Listed]] = {}
    for item in unexcused(report, options):
        found.setdefault(item.document.path, []).append(item)
    suites = [_suite(document.path, _cases(document, found.get(document.path, ()))) for document in report.documents]
    suites += [_suite(remark.path, [_baseline(remark)]) for remark in remarks(report) if remark.code == BASELINE]
    root = element("testsuites", name="claimlint", **_sums(suites))
    root.extend(suites)
    return as_xml(root)


def _cases(document: CheckedDocument, items: Sequence[Listed]) -> Iterator[ElementTree.Element]:
    yield _checked(document)
    rules: dict[tuple[str, str], list[Listed]] = {}
    for item in items:
        rules.setdefault((item.finding.code, item.finding.rule), []).append(item)
    for (code, rule), found in rules.items():
        yield _case(document.path, f"{code} {rule}", worst_first(found))


def _checked(document: CheckedDocument) -> ElementTree.Element:
    case = element("testcase", classname=printable(document.path), name=CHECKED)
    if document.reason is not None:
        reason = on_one_line(document.reason)
        case.append(element("error", f"Not checked: {reason}", message=reason, type=NOT_CHECKED))
    if document.is_unjudged:
        case.append(element("skipped", message=f"Not judged: the policy leaves the channel {on_one_line(document.channel)} unchecked"))
    if document.notes:
        case.append(element("system-out", "\n".join(map(on_one_line, document.notes))))
    return case


def _case(path: str, name: str, found: Sequence[Listed]) -> ElementTree.Element:
    """Make the case of a rule in a document. found: what it reports there, the worst first."""
    case = element("testcase", classname=printable(path), name=name)
    worst = found[0].finding
    text = "\n\n".join(
        f"{_place(item)}: {item.finding.severity}: “{on_one_line(item.finding.text)}”\n{in_lines(item.finding)}" for item in found
    )
    if worst.severity == "info":
        case.append(element("system-out", text))
    else:
        case.append(element("failure", text, message=on_one_line(worst.message), type=worst.severity))
    return case


def _place(item: Listed) -> str:
    path = printable(item.finding.path)
    return f"{path}:{item.span.start.line}:{item.span.start.column}" if item.span else path


def _baseline(remark: Remark) -> ElementTree.Element:
    case = element("testcase", classname=printable(remark.path), name="only shrinks")
    case.append(element("failure", remark.message, message=remark.message.splitlines()[0], type=remark.code))
    return case


def _suite(path: str, cases: Iterable[ElementTree.Element]) -> ElementTree.Element:
    cases = list(cases)
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": sum(case.find("error") is not None for case in cases),
        "skipped": sum(case.find("skipped") is not None for case in cases),
    }
    suite = element("testsuite", name=printable(path), **counts)
    suite.extend(cases)
    return suite


def _sums(suites: Sequence[ElementTree.Element]) -> Mapping[str, int]:
    return {name: sum(int(suite.attrib[name]) for suite in suites) for name in ("tests", "failures", "errors", "skipped")}
