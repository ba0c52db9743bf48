"""From files to verdicts: each document by itself, as it is remembered or read now, and then beside all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from claimlint.bench_source import BenchSource
from claimlint.caching.identity import digest
from claimlint.caching.records import RememberedVerdict, encoded
from claimlint.configuration.model import Settings
from claimlint.finished import Finished
from claimlint.rules.contradictions import contradictions
from claimlint.shelf import Shelf
from claimlint.sources.discovery import Discovered, read
from claimlint.statement import ClaimKey, Contradiction, Statement
from claimlint.timing import Stopwatch

if TYPE_CHECKING:
    from claimlint.opening import Progress

Sources = Mapping[int, BenchSource]
"""Where benches come from, by the identity of configurations."""


def finish_all(documents: Sequence[Discovered], sources: Sources, settings: Settings, watch: Stopwatch, progress: Progress = iter) -> Shelf:
    """Give each document judged by itself, in their order: as it is remembered, else read now. progress: as for `check`."""
    with watch.stage("remember"):
        keys = [_key(document, sources[id(document.configuration)]) for document in documents]
        known = frozenset() if settings.explain else settings.memory.knows(keys)
    work = _read([document for document, key in zip(documents, keys, strict=True) if key not in known], sources, settings, watch)
    shelf = Shelf()
    for document, key in zip(progress(documents), keys, strict=True):
        with watch.stage("remember"):
            found = _recalled(key, settings) if key in known else None
        if found is None:
            # What turns out to be damaged is read here: the others are on their way already.
            found = next(work) if key not in known else next(_read([document], sources, settings, watch))
            if not settings.explain and found.checked.document is not None:
                settings.memory.keep(key, RememberedVerdict.of(found))
        shelf.append(found)
    return shelf


def judge_beside(documents: Sequence[Discovered], shelf: Shelf, sources: Sources, settings: Settings, watch: Stopwatch) -> None:
    """Judge finished documents beside all others of their configuration: again those which another one contradicts.

    documents: on the shelf, in its order.
    """
    with watch.stage("judge"):
        found = {key: contradictions(stated) for key, stated in _statements(documents, shelf)}
    for at, (document, finished) in enumerate(zip(documents, shelf, strict=True)):
        contradicted = found[id(document.configuration)].get(document.reported, {})
        if contradicted != finished.contradicted:
            source = sources[id(document.configuration)]
            shelf.exchange(at, _judged_again(document, finished, contradicted, source, settings, watch))


def _statements(documents: Sequence[Discovered], shelf: Shelf) -> Iterator[tuple[int, Iterable[Statement]]]:
    """Give by the identity of configurations what their documents state, in order."""
    for key in dict.fromkeys(id(document.configuration) for document in documents):
        own = (at for at, document in enumerate(documents) if id(document.configuration) == key)
        yield key, (statement for at in own for statement in shelf[at].statements)


def _judged_again(
    document: Discovered,
    finished: Finished,
    contradicted: Mapping[ClaimKey, Contradiction],
    source: BenchSource,
    settings: Settings,
    watch: Stopwatch,
) -> Finished:
    with watch.stage("remember"):
        key = _key(document, source, encoded(sorted(contradicted.items())))
        known = None if settings.explain else _recalled(key, settings)
    if known is not None:
        return known
    from claimlint.judging import judge_again

    judged = judge_again(document, finished, source.bench, contradicted, settings, watch)
    if not settings.explain:
        settings.memory.keep(key, RememberedVerdict.of(judged))
    return judged


def _read(documents: Sequence[Discovered], sources: Sources, settings: Settings, watch: Stopwatch) -> Iterator[Finished]:
    """Read documents and judge each by itself, here or in several processes."""
    if not documents:
        return
    from claimlint.judging import finish_together
    from claimlint.side_by_side import side_by_side, suitable_jobs
    from claimlint.sources.together import together

    jobs = min(settings.jobs or suitable_jobs(documents), len(documents))
    if jobs > 1:
        yield from side_by_side(documents, settings, watch, jobs)
        return
    for portion in together(documents):
        yield from finish_together(portion, sources[id(portion[0].configuration)].bench, settings, watch)


def _key(document: Discovered, source: BenchSource, contradicted: bytes = b"") -> bytes:
    """Give the key of the verdict on a document, empty where nothing is remembered; one that cannot be read has none."""
    if not source.key:
        return b""
    data = read(document).data
    if data is None:
        return b""
    names = (document.reported, document.channel, document.configuration.relative(document.path))
    return digest((source.key, *(name.encode("utf-8", "surrogateescape") for name in names), data, contradicted))


def _recalled(key: bytes, settings: Settings) -> Finished | None:
    known = settings.memory.recall(key, RememberedVerdict) if key else None
    return known.finished if known is not None else None
