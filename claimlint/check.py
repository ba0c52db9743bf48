"""The whole way from files to a report, on one screen: read, extract, link, judge, review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from claimlint import __version__, readers
from claimlint.bench import Bench, lexicon_of, load_bench
from claimlint.claim import Reading
from claimlint.configuration.model import Configuration, Settings
from claimlint.document import Document, Source
from claimlint.errors import InputError, Problem
from claimlint.extraction import ParsedDocument, explain, parse, reading_of
from claimlint.finding import CheckedDocument, Report
from claimlint.language.pipeline import DEFAULT_MODEL, load_pipeline
from claimlint.manifest.lock import describe_age
from claimlint.manifest.model import Manifest
from claimlint.readers.unreadable import UnreadableDocument
from claimlint.review.coverage import what_is_not_english
from claimlint.review.excusing import excuse, waiver_notes
from claimlint.review.fingerprint import with_fingerprints
from claimlint.review.ratchet import hold_against_baselines
from claimlint.rules import RuleSet, contradictions, judge
from claimlint.rules.contradictions import ClaimKey, Contradiction
from claimlint.rules.publication import KEY as PUBLISH
from claimlint.rules.publication import published_on
from claimlint.sources.discovery import Discovered, read
from claimlint.timing import Stopwatch

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True)
class Opened:
    """A document on its way to judgement. checked: without findings. reading: None where it could not be read.

    in_folder: its path as the configuration sees it.
    """

    checked: CheckedDocument
    bench: Bench
    reading: Reading | None = None
    day: date = date.min
    in_folder: str = ""


def check(documents: Iterable[Discovered], settings: Settings) -> Report:
    """Check documents, each under its own configuration, and give the report.

    Raises InputError for a manifest, a rule pack, a baseline or a language model that is wrong or missing; a document that cannot
    be read is part of the report, with its reason.
    """
    watch = Stopwatch()
    discovered = list(documents)
    benches = load_benches({id(document.configuration): document.configuration for document in discovered}, watch)
    opened = [open_one(document, benches[id(document.configuration)], settings, watch) for document in discovered]
    report = report_on(opened, [document.configuration for document in discovered], settings, watch)
    return replace(report, notes=(*_checked_again(discovered, report), *report.notes))


def report_on(opened: Sequence[Opened], configurations: Iterable[Configuration], settings: Settings, watch: Stopwatch) -> Report:
    """Judge documents, each beside all others that are checked with the same manifest, and give the report.

    configurations: of the documents, in their order. Raises InputError for what is wrong with a baseline.
    """
    configurations = list(configurations)
    held = hold_against_baselines(judged(opened, watch), configurations, settings)
    used = {id(each): (each, document.bench) for document, each in zip(opened, configurations, strict=True)}
    manifests = dict(entry for _, bench in used.values() for entry in bench.manifest.files)
    notes = [note for configuration, bench in used.values() for note in _notes(configuration, bench, settings.as_of)]
    notes += held.notes
    day = settings.as_of.isoformat()
    return Report(__version__, day, tuple(manifests.items()), held.documents, tuple(notes), watch.seconds, held.standings)


def check_text(text: str, manifest: Manifest, channel: str, rules: RuleSet, day: date, suffix: str = ".md") -> CheckedDocument:
    """Check one text as a document of its own; the suffix says how it is read."""
    bench = Bench(manifest, rules, lexicon_of(manifest), DEFAULT_MODEL)
    opened = open_source(Source(f"copy{suffix}", text), channel, bench, Settings(day))
    (checked,) = judged([opened], Stopwatch())
    return checked


def open_source(source: Source, channel: str, bench: Bench, settings: Settings, in_folder: str = "") -> Opened:
    """Read a decoded text as a document. in_folder: its path as the configuration sees it, that of the source by default."""
    try:
        document = readers.read_text(source)
    except UnreadableDocument as error:
        return Opened(CheckedDocument(source.path, channel, None, str(error)), bench)
    return _read_document(document, channel, bench, settings, Stopwatch(), in_folder or source.path)


def load_benches(configurations: Mapping[int, Configuration], watch: Stopwatch | None = None) -> dict[int, Bench]:
    """Load a bench for each configuration. Raises InputError with everything that is wrong with any of them."""
    benches: dict[int, Bench] = {}
    problems: list[Problem] = []
    with (watch or Stopwatch()).stage("load"):
        for key, configuration in configurations.items():
            try:
                benches[key] = load_bench(configuration)
            except InputError as error:
                problems.extend(error.problems)
    if problems:
        raise InputError(dict.fromkeys(problems))
    return benches


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


def open_document(discovered: Discovered) -> tuple[Document | None, str]:
    """Read a file into a document; None with the reason where it cannot be read."""
    discovered = read(discovered)
    if discovered.data is None:
        return None, discovered.reason or ""
    try:
        return readers.read(discovered.reported, discovered.data), ""
    except UnreadableDocument as error:
        return None, str(error)


def open_one(discovered: Discovered, bench: Bench, settings: Settings, watch: Stopwatch) -> Opened:
    """Read a file and link the promises in it; where it cannot be read, the reason is part of what is given."""
    with watch.stage("read"):
        document, reason = open_document(discovered)
    if document is None:
        return Opened(CheckedDocument(discovered.reported, discovered.channel, None, reason), bench)
    in_folder = discovered.configuration.relative(discovered.path)
    return _read_document(document, discovered.channel, bench, settings, watch, in_folder)


def _read_document(document: Document, channel: str, bench: Bench, settings: Settings, watch: Stopwatch, in_folder: str) -> Opened:
    with watch.stage("extract and link"):
        return link_one(parse_one(document, bench), channel, bench, settings, in_folder)


def parse_one(document: Document, bench: Bench) -> ParsedDocument:
    """Read the sentences of a document, which depends on no manifest; one without words needs no parser."""
    return parse(document, pipeline_of(bench.model)) if document.words else ParsedDocument(document)


def link_one(parsed: ParsedDocument, channel: str, bench: Bench, settings: Settings, in_folder: str) -> Opened:
    """Link the promises in a document that the parser has read. in_folder: its path as the configuration sees it."""
    document = parsed.document
    day, notes = publication_day(document, settings.as_of)
    reading = reading_of(parsed, bench.lexicon, bench.rules.wordings)
    explanations = explain(parsed, reading.claims, bench.lexicon) if settings.explain else ()
    reason, unread = what_is_not_english(document, parsed.left_out)
    notes = (*document.source.notes, *notes, *unread)
    checked = CheckedDocument(document.path, channel, document, reason, reading.claims, notes=notes, explanations=explanations)
    return Opened(checked, bench, reading, day, in_folder)


def judged(opened: Sequence[Opened], watch: Stopwatch) -> tuple[CheckedDocument, ...]:
    """Judge documents, each beside all others that are checked with the same manifest."""
    with watch.stage("judge"):
        found = {
            id(bench): contradictions([each.reading for each in opened if each.bench is bench and each.reading], bench.manifest)
            for bench in {id(each.bench): each.bench for each in opened}.values()
        }
        return tuple(_with_findings(each, found[id(each.bench)]) for each in opened)


def _with_findings(opened: Opened, contradicted: Mapping[ClaimKey, Contradiction]) -> CheckedDocument:
    if opened.reading is None:
        return opened.checked
    bench, channel = opened.bench, opened.checked.channel
    findings = judge(opened.reading, bench.manifest, channel, bench.rules, opened.day, contradicted)
    findings = excuse(findings, opened.reading.document, bench.manifest, channel, bench.rules, opened.day)
    return replace(opened.checked, findings=with_fingerprints(findings, opened.in_folder))


def publication_day(document: Document, day: date) -> tuple[date, tuple[str, ...]]:
    """Give the day as of which a document is judged, with notes: the one on which it says that it will be published, else this day.

    What has been published is read today, and leans on what holds today.
    """
    text, published = document.metadata.get(PUBLISH), published_on(document)
    if text is None:
        return day, ()
    if published is None:
        return day, (f'the front matter says "publish: {text}", which is no date such as 2027-02-15; judged as of {day.isoformat()}',)
    if published < day:
        return day, ()
    return published, (f"judged as of {published.isoformat()}, the day on which it will be published (front matter)",)


@cache
def pipeline_of(model: str) -> Language:
    """Load a language pipeline, once."""
    return load_pipeline(model)
