"""The whole way for documents by the hundred thousand: list, have them examined, judge again what others contradict."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace

from claimlint.bench_source import BenchSource
from claimlint.configuration.model import Settings
from claimlint.engines.cluster import Job, cluster, done_by_workers
from claimlint.engines.contradicting import judge_against_each_other
from claimlint.engines.examining import Kit, examine, not_read
from claimlint.engines.listed import Listed
from claimlint.engines.listing import Listing
from claimlint.engines.state import basis_of, state_of
from claimlint.engines.work import Work

Told = Callable[[int, int], None]
"""Takes how many documents are done, and how many there are."""

_LOST = "no worker could finish it, again and again: they may have too little memory for it, or another claimlint"


def check_with_ray(
    listing: Listing,
    sources: Sequence[BenchSource],
    settings: Settings,
    work: Work,
    workers: int | None = None,
    told: Told | None = None,
) -> None:
    """Check documents on a Ray cluster; what comes of them is kept in the work as it comes, and what is done there is not read again.

    sources: of the benches for the configurations of the listing, in their order. workers: None for as many as there are processors.
    Raises InputError where there is no cluster to work with.
    """
    bases = [basis_of(source) for source in sources]
    states = {listed.reported: state_of(listed, bases[listed.configuration]) for listed in listing.documents}
    work.keep_only(states)
    todo = [listed for listed in listing.documents if not _is_done(listed, states, work)]
    kit = Kit(listing.places, listing.configurations, [source.bench for source in sources], settings)
    with cluster(workers) if todo else nullcontext(0) as count:
        _examine_all(todo, states, kit, work, count, told or _nobody)
        judge_against_each_other(listing, kit, work, count)


def _is_done(listed: Listed, states: Mapping[str, bytes], work: Work) -> bool:
    state = states[listed.reported]
    return bool(state) and work.state(listed.reported) == state


def _examine_all(todo: Sequence[Listed], states: Mapping[str, bytes], kit: Kit, work: Work, workers: int, told: Told) -> None:
    """Have documents examined; those that are lost with their workers once more, each by itself, so that it is known which it is."""
    shipped, missing = pickle.dumps(kit), {listed.reported: listed for listed in todo}
    before = len(states) - len(todo)
    for at_once in (0, 1):
        items = [pickle.dumps((listed, states[path])) for path, listed in missing.items()]
        for results in done_by_workers(_examiner, shipped, items, workers, at_once) if items else ():
            outcomes = [pickle.loads(result) for result in results]
            work.keep(outcomes)
            for outcome in outcomes:
                missing.pop(outcome.path, None)
            told(before + len(todo) - len(missing), len(states))
    work.keep(replace(not_read(listed, b"", _LOST), settled=False) for listed in missing.values())


def _examiner(shipped: bytes) -> Job:
    """Make what examines documents; made in a worker, where it keeps the language model."""
    kit: Kit = pickle.loads(shipped)
    return lambda items: [pickle.dumps(outcome) for outcome in examine([pickle.loads(item) for item in items], kit)]


def _nobody(done: int, total: int) -> None:
    """Tell nobody."""
