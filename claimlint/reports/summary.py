"""The last lines of a report for people: how much was checked, against what, and what was not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimlint.baseline_entry import BaselineEntry, BaselineStanding
from claimlint.counting import counted
from claimlint.finding import Report
from claimlint.reports.excerpt import printable
from claimlint.reports.options import RenderOptions, not_shown, severity_counts
from claimlint.reports.wording import listed

NAMES = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("remark", "remarks")}


def summary(report: Report, options: RenderOptions) -> Iterator[str]:
    """Give the lines of the summary; what was not checked, and what makes the run fail, is always named."""
    not_checked = [document for document in report.documents if document.reason is not None]
    if not_checked:
        yield f"Not checked ({counted(len(not_checked), 'document', 'documents')}):"
        yield from (f"  {document.path}: {printable(document.reason or '')}" for document in not_checked)
    if options.quiet:
        yield from (line for baseline in report.baselines if baseline.fails for line in baseline_lines(baseline))
        return
    yield from not_looked_at(report)
    yield outcome(report)
    yield from closing(report, options)


def closing(report: Report, options: RenderOptions) -> Iterator[str]:
    """Give the lines below the outcome: what is not shown, how baselines stand, notes, and what was checked against."""
    yield from _not_shown(report, options)
    yield from (line for baseline in report.baselines for line in baseline_lines(baseline))
    yield from (f"Note: {printable(note)}." for note in report.notes)
    manifests = ", ".join(path for path, _ in report.manifests)
    yield f"Checked against {manifests} as of {report.as_of}." if manifests else f"Checked as of {report.as_of}."


def not_looked_at(report: Report) -> Iterator[str]:
    """Say, each in one line, how many pictures there are, whose text is not read, and how much copy the policy leaves unchecked."""
    with_some = [document.document.pictures for document in report.documents if document.document and document.document.pictures]
    if with_some:
        yield of_pictures(sum(with_some), len(with_some))
    unjudged = [document for document in report.documents if document.is_unjudged]
    if unjudged:
        yield of_unjudged({document.channel for document in unjudged}, sum(len(document.claims) for document in unjudged), len(unjudged))


def of_pictures(pictures: int, documents: int) -> str:
    """Say that the text in so many pictures is not read."""
    return f"Text in pictures is not checked: {counted(pictures, 'picture', 'pictures')} in {counted(documents, 'document', 'documents')}."


def of_unjudged(channels: Iterable[str], claims: int, documents: int) -> str:
    """Say how much copy the policy leaves unchecked."""
    where = f"{counted(claims, 'promise', 'promises')} in {counted(documents, 'document', 'documents')}"
    return f"Not judged, because the policy leaves the channel {listed(sorted(channels))} unchecked: {where}."


def outcome(report: Report) -> str:
    """Say in one line what was found in how much copy."""
    checked = sum(document.reason is None for document in report.documents)
    return found_in(severity_counts(report), sum(len(document.claims) for document in report.documents), checked)


def found_in(counts: Mapping[str, int], claims: int, checked: int) -> str:
    """Say in one line what was found. counts: of new findings, the highest severity first. checked: documents."""
    found = ", ".join(counted(counts[severity], *NAMES[severity]) for severity in counts if counts[severity])
    return f"{found or 'No findings'} in {counted(claims, 'claim', 'claims')} of {counted(checked, 'document', 'documents')} checked."


def _not_shown(report: Report, options: RenderOptions) -> Iterator[str]:
    hidden = not_shown(report, options)
    if hidden["new"]:
        yield f"{counted(hidden['new'], 'finding', 'findings')} below --min-severity {options.min_severity} not shown."
    if hidden["baseline"] or hidden["suppressed"]:
        yield f"Not shown: {hidden['baseline']} in the baseline, {hidden['suppressed']} suppressed; --show-all shows them."


def baseline_lines(baseline: BaselineStanding) -> Iterator[str]:
    """Say what a baseline holds that it should not; the entries themselves where they make the run fail."""
    if baseline.unmatched:
        count = counted(len(baseline.unmatched), "entry that matches", "entries that match")
        yield from _entries(f"{baseline.path} has {count} nothing any more", baseline.unmatched, baseline)
    if baseline.added:
        count = counted(len(baseline.added), "entry", "entries")
        yield from _entries(f"{baseline.path} has {count} more than where this branch left {baseline.since}", baseline.added, baseline)


def _entries(what: str, entries: Sequence[BaselineEntry], baseline: BaselineStanding) -> Iterator[str]:
    yield f"{what}; it may only shrink:" if baseline.only_shrinks else f"{what}."
    if baseline.only_shrinks:
        yield from (f"  {printable(entry.path)}: {entry.code} “{printable(entry.words)}”" for entry in entries)
