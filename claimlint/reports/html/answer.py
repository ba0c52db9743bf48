"""May it be published? The answer that a manager reads first, and how much of the copy it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from claimlint.counting import counted
from claimlint.finding import SEVERITIES, CheckedDocument, Finding, Report
from claimlint.reports.html.cards import title_of
from claimlint.reports.html.page import Answer, Release, Sheet
from claimlint.reports.html.verdict import tally, verdicts_of
from claimlint.reports.options import RenderOptions, not_shown, severity_counts
from claimlint.reports.summary import not_looked_at
from claimlint.reports.wording import listed

NEVER = "never"


def blocks(document: CheckedDocument, report: Report) -> bool:
    """Tell whether a document fails the run: it has a new finding that is as severe as its configuration asks for."""
    return any(_fails(finding, report.fail_on.get(document.path, "error")) for finding in document.findings)


def answer_of(report: Report, sheets: Sequence[Sheet], releases: Sequence[Release], options: RenderOptions) -> Answer:
    """Give the answer. sheets: the documents as the page shows them; releases: what waits for a gate or a certificate."""
    verdicts = [verdict for document in report.documents for verdict in verdicts_of(document)]
    judged = [verdict for verdict in verdicts if verdict != "unjudged"]
    blocking = tuple(sheet for sheet in sheets if sheet.blocks)
    unread = tuple(sheet for sheet in sheets if sheet.reason)
    failing = [baseline for baseline in report.baselines if baseline.fails]
    judged_none = all(document.is_unjudged for document in report.documents)
    outcome, headline = _headline(bool(blocking or failing), bool(unread) or judged_none, bool(report.older))
    return Answer(
        outcome=outcome,
        headline=headline,
        because=(*_blocked(blocking, report), *_unread(unread, sheets), *_waiting(releases, report), *_rest(blocking, report)),
        promises=len(judged),
        holds=judged.count("ok"),
        tally=tally(judged),
        blocking=blocking,
        causes=_causes(report),
        unread=unread,
        unchecked=tuple(not_looked_at(report)),
        hidden=tuple(_hidden(report, options)),
    )


def _headline(blocked: bool, unread: bool, older: bool) -> tuple[Literal["no", "unknown", "yes"], str]:
    if blocked:
        return "no", "Not as it stands."
    if unread:
        return "unknown", "Nobody can say yet."
    return ("unknown", "Nothing new stands in the way.") if older else ("yes", "Yes, as far as it was checked.")


def _fails(finding: Finding, threshold: str) -> bool:
    if finding.state != "new" or threshold == NEVER:
        return False
    return [*SEVERITIES].index(finding.severity) >= [*SEVERITIES, NEVER].index(threshold)


def _blocked(blocking: Sequence[Sheet], report: Report) -> Iterator[str]:
    if blocking:
        paths = {sheet.path for sheet in blocking}
        findings = [each for each in report.findings if each.path in paths and _fails(each, report.fail_on.get(each.path, "error"))]
        block = "blocks" if len(findings) == 1 else "block"
        yield f"{counted(len(findings), 'finding')} {block} {len(blocking)} of {counted(len(report.documents), 'document')}."
    for baseline in report.baselines:
        if baseline.fails:
            yield f"The baseline {baseline.path} may only shrink, and it holds more than it has to."


def _causes(report: Report) -> tuple[tuple[str, int], ...]:
    failing = (each for each in report.findings if _fails(each, report.fail_on.get(each.path, "error")))
    counts = Counter(title_of(each.category) for each in failing)
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _waiting(releases: Sequence[Release], report: Report) -> Iterator[str]:
    """Say how much time alone would settle."""
    waiting, every = sum(each.findings for each in releases), sum(finding.state == "new" for finding in report.findings)
    others = every - waiting
    rest = f"; the other {others} {'needs' if others == 1 else 'need'} a change of the copy" if others else ""
    if waiting:
        yield f"{waiting} of {counted(every, 'finding')} {'waits' if waiting == 1 else 'wait'} for a gate or a certificate{rest}."


def _unread(unread: Sequence[Sheet], sheets: Sequence[Sheet]) -> Iterator[str]:
    if unread:
        was = "was" if len(unread) == 1 else "were"
        yield f"{len(unread)} of {counted(len(sheets), 'document')} {was} not checked; what stands there, nobody has looked at."
    if not sheets:
        yield "No document was checked."
    elif not any(sheet.judged for sheet in sheets):
        yield "Nothing was judged: it is for channels that the policy leaves unchecked."


def _rest(blocking: Sequence[Sheet], report: Report) -> Iterator[str]:
    """Say what deserves a look without blocking anything."""
    counts = severity_counts(report)
    names = (("warning", "warning"), ("info", "remark"), *((("error", "error"),) if not blocking else ()))
    found = [counted(counts[severity], name) for severity, name in names if counts[severity]]
    if found:
        yield f"{listed(found)} {'deserves' if found == [found[0]] and found[0].startswith('1 ') else 'deserve'} a look."


def _hidden(report: Report, options: RenderOptions) -> Iterator[str]:
    if report.older:
        older = counted(report.older, "older finding")
        yield f"Not listed: {older} from before the change; where they stand, promises without a finding are not said to hold."
    states = not_shown(report, options)
    if states["new"]:
        yield f"Counted and not listed: {counted(states['new'], 'finding')} below --min-severity {options.min_severity}."
    if states["baseline"] or states["suppressed"]:
        yield f"Not listed: {states['baseline']} in the baseline, {states['suppressed']} suppressed; --show-all lists them."
