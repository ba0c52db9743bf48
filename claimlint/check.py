"""The whole way from files to a report, on one screen: read, extract, link, judge, review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimlint.bench_source import sources_of
from claimlint.configuration.model import Settings
from claimlint.finding import Report
from claimlint.finishing import finish_all, judge_beside
from claimlint.reporting import report_of
from claimlint.timing import Stopwatch

if TYPE_CHECKING:
    from claimlint.opening import Progress
    from claimlint.sources.changes import Before
    from claimlint.sources.discovery import Discovered


def check(documents: Iterable[Discovered], settings: Settings, progress: Progress = iter, before: Before | None = None) -> Report:
    """Check documents, each under its own configuration, and give the report.

    progress: gives the documents one by one, to be read. before: what they were before a change, where only findings of that change
    are asked for.
    Raises InputError for a manifest, a rule pack, a baseline or a language model that is wrong or missing; a document that cannot
    be read is part of the report, with its reason.
    """
    watch = Stopwatch()
    discovered = list(documents)
    configurations = [document.configuration for document in discovered]
    with settings.memory:
        sources = sources_of(configurations, settings, watch)
        shelf = finish_all(discovered, sources, settings, watch, progress)
        judge_beside(discovered, shelf, sources, settings, watch)
        outlines = {key: source.outline for key, source in sources.items()}
        report = report_of(shelf.verdicts, configurations, outlines, settings, watch)
        again = _checked_again(discovered, report)
        if before is not None:
            from claimlint.older import without_older

            report = without_older(report, shelf, discovered, before, sources, settings, watch)
    return replace(report, notes=(*again, *report.notes))


def _checked_again(discovered: Sequence[Discovered], report: Report) -> Iterator[str]:
    """Say for the sake of which files all copy is checked, where one was named that is no copy itself."""
    asked = Counter(document.because for document in discovered if document.because)
    pairs = zip(discovered, report.documents, strict=True)
    checked = Counter(document.because for document, outcome in pairs if outcome.reason is None)
    for parts, count in asked.items():
        what = f"{', '.join(parts)} {'is' if len(parts) == 1 else 'are'} part of what copy is checked against"
        yield f"{what}: {_counted(checked[parts], count)} checked"


def _counted(checked: int, asked: int) -> str:
    if checked < asked:
        return f"{checked} of {asked} documents {'is' if checked == 1 else 'are'}"
    return f"all {asked} documents are" if asked > 1 else "the only document is"
