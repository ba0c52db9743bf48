"""From a file to the promises in it: what is known of a document before it is judged beside the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claimlint import readers
from claimlint.bench import Bench
from claimlint.caching.records import Remembered, encoded
from claimlint.claim import Reading
from claimlint.configuration.model import Settings
from claimlint.document import Document, Source
from claimlint.explanation import Explanation
from claimlint.extraction import ParsedDocument, explain, parse_all, readings_of
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


class _Copy(NamedTuple):
    """A document before its promises are known. key: under which they are kept; known: them, where they were kept before."""

    document: Document
    channel: str
    in_folder: str
    key: bytes = b""
    known: Remembered | None = None


def open_source(source: Source, channel: str, bench: Bench, settings: Settings, in_folder: str = "") -> Opened:
    """Read a decoded text as a document. in_folder: its path as the configuration sees it, that of the source by default."""
    try:
        document = readers.read_text(source)
    except UnreadableDocument as error:
        return Opened(CheckedDocument(source.path, channel, None, str(error)), bench)
    watch = Stopwatch()
    return _opened_together([_copy(document, channel, in_folder or source.path, bench, settings, watch)], bench, settings, watch)[0]


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
    return [open_together([each], benches[id(each.configuration)], settings, watch)[0] for each in progress(documents)]


def open_together(documents: Sequence[Discovered], bench: Bench, settings: Settings, watch: Stopwatch) -> list[Opened]:
    """Read files and link the promises in them; where one cannot be read, the reason is part of what is given.

    The parser reads all of them together, which takes less time than one by one.
    """
    return _opened_together([_read_file(document, bench, settings, watch) for document in documents], bench, settings, watch)


def _read_file(discovered: Discovered, bench: Bench, settings: Settings, watch: Stopwatch) -> _Copy | Opened:
    with watch.stage("read"):
        document, reason = open_document(discovered)
    if document is None:
        return Opened(CheckedDocument(discovered.reported, discovered.channel, None, reason), bench)
    in_folder = discovered.configuration.relative(discovered.path)
    return _copy(document, discovered.channel, in_folder, bench, settings, watch)


def _copy(document: Document, channel: str, in_folder: str, bench: Bench, settings: Settings, watch: Stopwatch) -> _Copy:
    memory = settings.memory
    with watch.stage("remember"):
        key = memory.key_of(bench.model, bench.identity, bytes([settings.exhaustive]), encoded(document)) if memory.store else b""
        known = None if settings.explain else memory.recall(key, Remembered)
    return _Copy(document, channel, in_folder, key, known)


def _opened_together(copies: Sequence[_Copy | Opened], bench: Bench, settings: Settings, watch: Stopwatch) -> list[Opened]:
    unknown = [copy for copy in copies if isinstance(copy, _Copy) and copy.known is None]
    if any(copy.document.words for copy in unknown):
        with watch.stage("start the parser"):  # once for each language model
            pipeline_of(bench.model)
    with watch.stage("extract"):
        parsed = parse_together([copy.document for copy in unknown], bench, exhaustive=settings.exhaustive)
    with watch.stage("link"):
        found = _linked(parsed, bench) if parsed else []  # what is known needs no lexicon
        for copy, own in zip(unknown, found, strict=True):
            settings.memory.keep(copy.key, own)
        explanations = [
            explain(each, own.claims, bench.lexicon) if settings.explain else () for each, own in zip(parsed, found, strict=True)
        ]
    anew = iter(zip(found, explanations, strict=True))
    return [copy if isinstance(copy, Opened) else _opened(copy, *_known(copy, anew), bench, settings) for copy in copies]


def _known(copy: _Copy, anew: Iterator[tuple[Remembered, tuple[Explanation, ...]]]) -> tuple[Remembered, tuple[Explanation, ...]]:
    """Give what is known of a document. anew: what was found now, which begins with it where nothing was known."""
    return (copy.known, ()) if copy.known is not None else next(anew)


def parse_together(documents: Sequence[Document], bench: Bench, *, exhaustive: bool = True) -> list[ParsedDocument]:
    """Read the sentences of documents; those without words need no parser.

    exhaustive: all of them, whatever the manifest; else those that may hold a claim by the bench's manifest and rules.
    """
    parsed = [ParsedDocument(document) for document in documents]
    worded = [at for at, document in enumerate(documents) if document.words]
    if worded:
        sieve = None if exhaustive else bench.sieve
        for at, each in zip(worded, parse_all([documents[at] for at in worded], pipeline_of(bench.model), sieve), strict=True):
            parsed[at] = each
    return parsed


def link_one(parsed: ParsedDocument, channel: str, bench: Bench, settings: Settings, in_folder: str) -> Opened:
    """Link the promises in a document that the parser has read. in_folder: its path as the configuration sees it."""
    (found,) = _linked([parsed], bench)
    return _opened(_Copy(parsed.document, channel, in_folder), found, (), bench, settings)


def _linked(parsed: Sequence[ParsedDocument], bench: Bench) -> list[Remembered]:
    readings = readings_of(parsed, bench.lexicon, bench.rules.wordings)
    return [Remembered(found.claims, found.worded, each.left_out) for found, each in zip(readings, parsed, strict=True)]


def _opened(copy: _Copy, found: Remembered, explanations: tuple[Explanation, ...], bench: Bench, settings: Settings) -> Opened:
    document, channel = copy.document, copy.channel
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
    return Opened(checked, bench, reading, day, copy.in_folder, statements(reading, bench.manifest))


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
