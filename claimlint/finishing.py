"""From files to verdicts: each document by itself, as it is remembered or read now, and then beside all others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from claimlint.bench_source import BenchSource
from claimlint.caching.identity import digest
from claimlint.caching.records import RememberedVerdict, encoded
from claimlint.configuration.model import Settings
from claimlint.finding import CheckedDocument
from claimlint.finished import Finished
from claimlint.rules.contradictions import contradictions
from claimlint.sources.discovery import Discovered, read
from claimlint.statement import ClaimKey, Contradiction
from claimlint.timing import Stopwatch

if TYPE_CHECKING:
    from claimlint.opening import Progress

Sources = Mapping[int, BenchSource]
"""Where benches come from, by the identity of configurations."""


def finish_all(
    documents: Sequence[Discovered], sources: Sources, settings: Settings, watch: Stopwatch, progress: Progress = iter
) -> list[Finished]:
    """Give each document judged by itself, in their order: as it is remembered, else read now. progress: as for `check`."""
    with watch.stage("remember"):
        keys = [_key(document, sources[id(document.configuration)]) for document in documents]
        known = [_recalled(key, settings) for key in keys]
    work = _finished([document for document, found in zip(documents, known, strict=True) if found is None], sources, settings, watch)
    done = []
    for _, key, found in zip(progress(documents), keys, known, strict=True):
        finished = found or next(work)
        if found is None and not settings.explain and finished.checked.document is not None:
            settings.memory.keep(key, RememberedVerdict.of(finished.checked, finished.statements))
        done.append(finished)
    return done


def beside_each_other(
    documents: Sequence[Discovered], finished: Sequence[Finished], sources: Sources, settings: Settings, watch: Stopwatch
) -> tuple[CheckedDocument, ...]:
    """Give the verdicts on documents, each beside all others of its configuration: again where another one contradicts it."""
    found: dict[int, Mapping[str, Mapping[ClaimKey, Contradiction]]] = {}
    with watch.stage("judge"):
        for key in {id(document.configuration) for document in documents}:
            own = (each for document, each in zip(documents, finished, strict=True) if id(document.configuration) == key)
            found[key] = contradictions(statement for each in own for statement in each.statements)
    return tuple(
        _verdict(document, each, found[id(document.configuration)].get(each.checked.path, {}), sources, settings, watch)
        for document, each in zip(documents, finished, strict=True)
    )


def _verdict(
    document: Discovered,
    finished: Finished,
    contradicted: Mapping[ClaimKey, Contradiction],
    sources: Sources,
    settings: Settings,
    watch: Stopwatch,
) -> CheckedDocument:
    if contradicted == contradictions(finished.statements).get(finished.checked.path, {}):
        return finished.checked
    source = sources[id(document.configuration)]
    with watch.stage("remember"):
        key = _key(document, source, encoded(sorted(contradicted.items())))
        known = _recalled(key, settings)
    if known is not None:
        return known.checked
    from claimlint.judging import judge_again

    checked = judge_again(document, finished, source.bench, contradicted, settings, watch)
    if not settings.explain:
        settings.memory.keep(key, RememberedVerdict.of(checked))
    return checked


def _finished(documents: Sequence[Discovered], sources: Sources, settings: Settings, watch: Stopwatch) -> Iterator[Finished]:
    """Read documents and judge each by itself, here or in several processes."""
    if not documents:
        return
    from claimlint.judging import finish_one
    from claimlint.side_by_side import side_by_side, suitable_jobs

    jobs = min(settings.jobs or suitable_jobs(documents), len(documents))
    if jobs > 1:
        yield from side_by_side(documents, settings, watch, jobs)
        return
    for document in documents:
        yield finish_one(document, sources[id(document.configuration)].bench, settings, watch)


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
    known = settings.memory.recall(key, RememberedVerdict) if key and not settings.explain else None
    return None if known is None else Finished(known.checked, known.statements)
