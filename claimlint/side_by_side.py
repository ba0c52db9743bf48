"""Documents finished in several processes at once, and given in the order in which they came."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain

from claimlint import process
from claimlint.bench_source import BenchSource
from claimlint.configuration.model import Configuration, Settings
from claimlint.errors import InputError, Problem
from claimlint.finished import Finished
from claimlint.sources.discovery import Discovered
from claimlint.sources.together import size_of, together
from claimlint.timing import Stopwatch

_WORTH_A_PROCESS = 200_000
"""Bytes of documents that take clearly longer to read than a process takes to start and to load the language pipeline."""
_WAITING = 3
"""Portions for each process that are under way: enough that none waits, and no more finished documents than memory has room for."""

_Portion = tuple[int, list[Discovered]]
"""Documents, with the number of their configuration."""
_Done = tuple[list[Finished], Mapping[str, float]]


def suitable_jobs(documents: Sequence[Discovered]) -> int:
    """Give how many processes suit the cores of this computer and the amount of work."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, sum(map(size_of, documents)) // _WORTH_A_PROCESS))


def side_by_side(documents: Sequence[Discovered], settings: Settings, watch: Stopwatch, jobs: int) -> Iterator[Finished]:
    """Finish documents in so many processes, each of which loads what it needs once, and give them in their order.

    Raises InputError where something does not load, and where the system ends one of the processes.
    """
    configurations = tuple({id(document.configuration): document.configuration for document in documents}.values())
    numbers = {id(configuration): number for number, configuration in enumerate(configurations)}
    work = ((numbers[id(portion[0].configuration)], portion) for portion in together(documents))
    others = multiprocessing.active_children()
    plain = replace(settings, memory=settings.memory.for_another_process())
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _prepare, (configurations, plain))
    try:
        for done, seconds in _in_order(pool, work, jobs * _WAITING):
            watch.add(seconds)
            yield from done
    except BaseException as error:
        # Whoever interrupts a run does not want to wait for the documents that are being read.
        for child in multiprocessing.active_children():
            if child not in others:
                child.terminate()
        if not isinstance(error, BrokenProcessPool):
            raise
        message = "a process that read copy was ended by the system, probably for want of memory; nothing was reported."
        raise InputError(Problem("--jobs", None, None, message, "Use fewer: --jobs 1 takes the least memory.")) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, work: Iterator[_Portion], most: int) -> Iterator[_Done]:
    """Give what comes of portions in their order, with so many of them under way."""
    under_way: deque[Future[_Done]] = deque()
    for portion in chain(work, [None] * most):
        if portion is not None:
            with _interruptions_held():
                under_way.append(pool.submit(_finish, portion))
        if under_way and (portion is None or len(under_way) >= most):
            yield under_way.popleft().result()


@contextmanager
def _interruptions_held() -> Iterator[None]:
    """Hold Ctrl-C back for a moment: a process that is started meanwhile never gets it, and is ended by this one."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_sources: tuple[BenchSource, ...] = ()
"""In a process that finishes documents: what they are checked with, by the numbers of their configurations."""


def _prepare(configurations: Sequence[Configuration], settings: Settings) -> None:
    """Make a process ready for its work."""
    global _sources
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    process.set_up()
    _sources = tuple(BenchSource(configuration, settings) for configuration in configurations)


def _finish(portion: _Portion) -> _Done:
    from claimlint.judging import finish_together

    number, documents = portion
    source, watch = _sources[number], Stopwatch()
    own = [replace(document, configuration=source.configuration) for document in documents]
    done = list(finish_together(own, source.bench, source.settings, watch))
    source.settings.memory.write()
    return done, watch.seconds
