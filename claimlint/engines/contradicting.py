"""Promises that contradict each other across documents: only what is stated is gathered, and only documents concerned are judged again."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from claimlint.caching.records import RememberedVerdict
from claimlint.engines.cluster import Job, done_by_workers
from claimlint.engines.examining import Kit, discovered
from claimlint.engines.listed import Listed
from claimlint.engines.listing import Listing
from claimlint.engines.outcome import Outcome, Statements, hash_of, row_of, unpacked
from claimlint.engines.work import Work
from claimlint.judging import judge_again
from claimlint.rules.contradictions import contradictions
from claimlint.statement import ClaimKey, Contradiction, Statement
from claimlint.timing import Stopwatch

Again: TypeAlias = "tuple[Listed, Outcome, Mapping[ClaimKey, Contradiction]]"
"""A document, what came of it, and what contradicts it now."""

_FEW = 200
"""Documents that are judged again here: having workers do it would take longer."""


def judge_against_each_other(listing: Listing, kit: Kit, work: Work, workers: int = 0) -> None:
    """Judge again those documents that another one contradicts now, or no longer does. workers: 0 to do it here."""
    for number in range(len(kit.configurations)):
        own = {listed.reported: listed for listed in listing.documents if listed.configuration == number}
        found = contradictions(_said(work, own))
        todo = [path for path in _speaking(work, own) if work.told(path) != hash_of(found.get(path, {}))]
        items = ((own[path], work.outcome(path), found.get(path, {})) for path in todo)
        if workers and len(todo) > _FEW:
            for results in done_by_workers(_judge, pickle.dumps(kit), map(pickle.dumps, items), workers):
                work.keep(map(pickle.loads, results))
            todo = [path for path in todo if work.told(path) != hash_of(found.get(path, {}))]
        for path in todo:
            work.keep([_judged((own[path], work.outcome(path), found.get(path, {})), kit)])


def _judge(shipped: bytes) -> Job:
    """Make what judges documents again; it needs no language model."""
    kit: Kit = pickle.loads(shipped)
    return lambda items: [pickle.dumps(_judged(pickle.loads(item), kit)) for item in items]


def _judged(item: Again, kit: Kit) -> Outcome:
    listed, outcome, contradicted = item
    number = listed.configuration
    document = discovered(listed, kit.configurations[number])
    kept = unpacked(outcome.again, RememberedVerdict).finished
    judged = judge_again(document, kept, kit.benches[number], contradicted, kit.settings, Stopwatch())
    return replace(outcome, row=row_of(judged.checked), told=hash_of(contradicted))


def _speaking(work: Work, own: Collection[str]) -> list[str]:
    return [path for path, _ in work.speaking() if path in own]


def _said(work: Work, own: Collection[str]) -> Iterator[Statement]:
    for path, statements in work.speaking():
        if path in own:
            yield from unpacked(statements, Statements).said
