"""From the bytes of documents to what is kept of them: the work of one worker, on any computer, which needs no file of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claimlint.bench import Bench
from claimlint.caching.records import RememberedVerdict
from claimlint.configuration.model import Configuration, Settings
from claimlint.engines.listed import Listed
from claimlint.engines.outcome import Outcome, Statements, hash_of, packed, row_of
from claimlint.engines.storage import contents, told
from claimlint.finding import CheckedDocument
from claimlint.judging import finish_together
from claimlint.sources.discovery import Discovered
from claimlint.timing import Stopwatch


@dataclass(frozen=True)
class Kit:
    """All that a worker needs but documents. places, configurations: as of a `Listing`; benches: of the configurations."""

    places: Sequence[Any]
    configurations: Sequence[Configuration]
    benches: Sequence[Bench]
    settings: Settings


def examine(documents: Sequence[tuple[Listed, bytes]], kit: Kit) -> Iterator[Outcome]:
    """Read documents, link the promises in them, and judge each by itself.

    documents: with the state of each. One that cannot be had, or that claimlint fails on, gives an outcome with the reason.
    """
    for place, system in enumerate(kit.places):
        there = [(listed, state) for listed, state in documents if listed.place == place]
        coming = contents(system, [listed.path for listed, _ in there if not listed.reason])
        for listed, state in there:
            yield _examined(listed, state, next(coming), kit) if not listed.reason else not_read(listed, state, listed.reason)


def not_read(listed: Listed, state: bytes, reason: str) -> Outcome:
    """Give the outcome of a document that cannot be read."""
    return Outcome(listed.reported, state, row_of(CheckedDocument(listed.reported, listed.channel, None, reason)), unread=True)


def _examined(listed: Listed, state: bytes, data: bytes | Exception, kit: Kit) -> Outcome:
    if isinstance(data, Exception):
        return replace(not_read(listed, state, f"cannot be read: {told(data)}"), settled=False)
    try:
        return _outcome(listed, state, data, kit)
    except Exception as error:  # whatever a document does to claimlint, the others are checked
        return replace(not_read(listed, state, f"claimlint failed on it: {type(error).__name__}: {told(error)}"), settled=False)


def discovered(listed: Listed, configuration: Configuration, data: bytes | None = None) -> Discovered:
    """Give a document as one of this machine, below the folder of its configuration."""
    return Discovered(Path(listed.seen_as), listed.reported, configuration, listed.channel, data)


def _outcome(listed: Listed, state: bytes, data: bytes, kit: Kit) -> Outcome:
    document = discovered(listed, kit.configurations[listed.configuration], data)
    (finished,) = finish_together([document], kit.benches[listed.configuration], kit.settings, Stopwatch())
    checked = finished.checked
    pictures = checked.document.pictures if checked.document else 0
    outcome = Outcome(listed.reported, state, row_of(checked), hash_of(finished.contradicted), unread=checked.is_unread, pictures=pictures)
    if not finished.statements:
        return outcome
    again = RememberedVerdict.of(replace(finished, checked=replace(checked, findings=()), statements=()))
    return replace(outcome, statements=packed(Statements(finished.statements)), again=packed(again))
