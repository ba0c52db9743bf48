"""The whole way from files to a report, on one screen: read, extract, link, judge, review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from claimlint import __version__
from claimlint.bench import Bench, load_benches
from claimlint.configuration.model import Configuration, Settings
from claimlint.document import Source
from claimlint.finding import CheckedDocument, Report
from claimlint.gate_board import GateBoard
from claimlint.judging import judged
from claimlint.manifest.board import board_of
from claimlint.manifest.lock import describe_age
from claimlint.manifest.model import Manifest
from claimlint.older import without_older
from claimlint.opening import Opened, Progress, open_all, open_source
from claimlint.review.excusing import waiver_notes
from claimlint.review.ratchet import hold_against_baselines
from claimlint.rules.describing import rules_described
from claimlint.rules.model import RuleSet
from claimlint.sources.changes import Before
from claimlint.sources.discovery import Discovered
from claimlint.timing import Stopwatch


def check(documents: Iterable[Discovered], settings: Settings, progress: Progress = iter, before: Before | None = None) -> Report:
    """Check documents, each under its own configuration, and give the report.

    progress: gives the documents one by one, to be read. before: what they were before a change, where only findings of that change
    are asked for.
    Raises InputError for a manifest, a rule pack, a baseline or a language model that is wrong or missing; a document that cannot
    be read is part of the report, with its reason.
    """
    watch = Stopwatch()
    discovered = list(documents)
    benches = load_benches({id(document.configuration): document.configuration for document in discovered}, watch)
    opened = open_all(discovered, benches, settings, watch, progress)
    report = report_on(opened, [document.configuration for document in discovered], settings, watch)
    again = _checked_again(discovered, report)
    if before is not None:
        report = without_older(report, opened, discovered, before, settings, watch)
    return replace(report, notes=(*again, *report.notes))


def report_on(opened: Sequence[Opened], configurations: Iterable[Configuration], settings: Settings, watch: Stopwatch) -> Report:
    """Judge documents, each beside all others that are checked with the same manifest, and give the report.

    configurations: of the documents, in their order. Raises InputError for what is wrong with a baseline.
    """
    configurations = list(configurations)
    documents = judged(opened, watch)
    with watch.stage("review"):
        held = hold_against_baselines(documents, configurations, settings)
    used = {id(each): (each, document.bench) for document, each in zip(opened, configurations, strict=True)}
    manifests = dict(entry for _, bench in used.values() for entry in bench.manifest.files)
    notes = [note for configuration, bench in used.values() for note in _notes(configuration, bench, settings.as_of)]
    notes += held.notes
    return Report(
        version=__version__,
        as_of=settings.as_of.isoformat(),
        manifests=tuple(manifests.items()),
        documents=held.documents,
        notes=tuple(notes),
        timings=watch.seconds,
        baselines=held.standings,
        rules=rules_described(bench.rules for _, bench in used.values()),
        fail_on={document.checked.path: each.fail_on for document, each in zip(opened, configurations, strict=True)},
        boards=_boards(opened, settings.as_of),
    )


def _boards(opened: Sequence[Opened], day: date) -> tuple[GateBoard, ...]:
    """Give the board of each manifest, with the documents that are judged by it."""
    judged_by: dict[tuple[tuple[str, str], ...], list[Opened]] = {}
    for each in opened:
        judged_by.setdefault(each.bench.manifest.files, []).append(each)
    return tuple(board_of(each[0].bench.manifest, day, [document.checked.path for document in each]) for each in judged_by.values())


def check_text(text: str, manifest: Manifest, channel: str, rules: RuleSet, day: date, suffix: str = ".md") -> CheckedDocument:
    """Check one text as a document of its own; the suffix says how it is read."""
    bench = Bench(manifest, rules)
    opened = open_source(Source(f"copy{suffix}", text), channel, bench, Settings(day))
    (checked,) = judged([opened], Stopwatch())
    return checked


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


def _notes(configuration: Configuration, bench: Bench, day: date) -> Iterator[str]:
    if stale := describe_age(bench.manifest, configuration.max_age, day):
        yield stale
    yield from waiver_notes(bench.manifest, bench.rules, day)
