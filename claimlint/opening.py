"""From a file to the promises in it: what is known of a document before it is judged beside the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from claimlint import readers
from claimlint.bench import Bench
from claimlint.caching.records import Remembered, encoded
from claimlint.claim import Reading
from claimlint.configuration.model import Settings
from claimlint.document import Document, Source
from claimlint.explanation import Explanation
from claimlint.extraction import ParsedDocument, explain, parse, reading_of
from claimlint.finding import CheckedDocument
from claimlint.language.pipeline import load_pipeline
from claimlint.readers.unreadable import UnreadableDocument
from claimlint.review.coverage import what_is_not_english
from claimlint.rules.publication import KEY as PUBLISH
from claimlint.rules.publication import published_on
from claimlint.rules.statements import statements
from claimlint.sources.discovery import Discovered, read
from claimlint.statement import Statement
from claimlint.timing import Stopwatch

if TYPE_CHECKING:
    from spacy.language import Language


Progress = Callable[[Sequence[Discovered]], Iterable[Discovered]]
"""Gives documents one by one, as they are asked for, and may show somebody how far that has come."""


@dataclass(frozen=True)
class Opened:
    """A document on its way to judgement. checked: without findings. reading: None where it could not be read.

    in_folder: its path as the configuration sees it. statements: what it says that another document may contradict.
    """

    checked: CheckedDocument
    bench: Bench
    reading: Reading | None = None
    day: date = date.min
    in_folder: str = ""
    statements: tuple[Statement, ...] = ()


def open_source(source: Source, channel: str, bench: Bench, settings: Settings, in_folder: str = "") -> Opened:
    """Read a decoded text as a document. in_folder: its path as the configuration sees it, that of the source by default."""
    try:
        document = readers.read_text(source)
    except UnreadableDocument as error:
        return Opened(CheckedDocument(source.path, channel, None, str(error)), bench)
    return _read_document(document, channel, bench, settings, Stopwatch(), in_folder or source.path)


def open_document(discovered: Discovered) -> tuple[Document | None, str]:
    """Read a file into a document; None with the reason where it cannot be read."""
    discovered = read(discovered)
    if discovered.data is None:
        return None, discovered.reason or ""
    try:
        return readers.read(discovered.reported, discovered.data), ""
    except UnreadableDocument as error:
        return None, str(error)


def open_all(
    documents: Sequence[Discovered], benches: Mapping[int, Bench], settings: Settings, watch: Stopwatch, progress: Progress = iter
) -> list[Opened]:
    """Read files and link the promises in them. benches: by identity of the configurations of the documents."""
    return [open_one(document, benches[id(document.configuration)], settings, watch) for document in progress(documents)]


def open_one(discovered: Discovered, bench: Bench, settings: Settings, watch: Stopwatch) -> Opened:
    """Read a file and link the promises in it; where it cannot be read, the reason is part of what is given."""
    with watch.stage("read"):
        document, reason = open_document(discovered)
    if document is None:
        return Opened(CheckedDocument(discovered.reported, discovered.channel, None, reason), bench)
    in_folder = discovered.configuration.relative(discovered.path)
    return _read_document(document, discovered.channel, bench, settings, watch, in_folder)


def _read_document(document: Document, channel: str, bench: Bench, settings: Settings, watch: Stopwatch, in_folder: str) -> Opened:
    memory = settings.memory
    with watch.stage("remember"):
        key = memory.key_of(bench.model, bench.identity, bytes([settings.exhaustive]), encoded(document)) if memory.store else b""
        known = None if settings.explain else memory.recall(key, Remembered)
    if known is not None:
        return _opened(document, known, channel, bench, settings, in_folder)
    if document.words:
        with watch.stage("start the parser"):  # once for each language model
            pipeline_of(bench.model)
    with watch.stage("extract"):
        parsed = parse_one(document, bench, exhaustive=settings.exhaustive)
    with watch.stage("link"):
        found = _linked(parsed, bench)
        memory.keep(key, found)
        explanations = explain(parsed, found.claims, bench.lexicon) if settings.explain else ()
    return _opened(document, found, channel, bench, settings, in_folder, explanations)


def parse_one(document: Document, bench: Bench, *, exhaustive: bool = True) -> ParsedDocument:
    """Read the sentences of a document; one without words needs no parser.

    exhaustive: all of them, whatever the manifest; else those that may hold a claim by the bench's manifest and rules.
    """
    if not document.words:
        return ParsedDocument(document)
    return parse(document, pipeline_of(bench.model), None if exhaustive else bench.sieve)


def link_one(parsed: ParsedDocument, channel: str, bench: Bench, settings: Settings, in_folder: str) -> Opened:
    """Link the promises in a document that the parser has read. in_folder: its path as the configuration sees it."""
    return _opened(parsed.document, _linked(parsed, bench), channel, bench, settings, in_folder)


def _linked(parsed: ParsedDocument, bench: Bench) -> Remembered:
    reading = reading_of(parsed, bench.lexicon, bench.rules.wordings)
    return Remembered(reading.claims, reading.worded, parsed.left_out)


def _opened(
    document: Document,
    found: Remembered,
    channel: str,
    bench: Bench,
    settings: Settings,
    in_folder: str,
    explanations: tuple[Explanation, ...] = (),
) -> Opened:
    day, notes = publication_day(document, settings.as_of)
    reason, unread = what_is_not_english(document, found.left_out)
    notes = (*document.source.notes, *notes, *unread)
    checked = CheckedDocument(
        path=document.path,
        channel=channel,
        document=document,
        reason=reason,
        claims=found.claims,
        notes=notes,
        explanations=explanations,
        judged=bench.rules.policy.channels[channel].checked,
    )
    reading = Reading(document, found.claims, found.worded)
    return Opened(checked, bench, reading, day, in_folder, statements(reading, bench.manifest))


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
