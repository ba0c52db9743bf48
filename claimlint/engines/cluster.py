"""Work on many processes and computers, through Ray Data: a pool of actors, each of which keeps what it has loaded."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from claimlint.errors import InputError, Problem
from claimlint.portions import portions

if TYPE_CHECKING:
    import pyarrow

Job = Callable[[Sequence[bytes]], Sequence[bytes]]
"""Does several pieces of work, and gives as many results or fewer; all of it as bytes."""

_COLUMN = "bytes"
_ATTEMPTS = 3
"""How often work is done again whose worker was lost. What is lost more often may be what kills them."""
_MOST_AT_ONCE = 64
_SHARES = 8
"""Of the work of a worker, where there is little: its last share ends not much later than those of others."""
_WAVE = 64 * 1024 * 1024
"""Bytes of work that is handed out before its results are waited for: the places of more than a hundred thousand documents."""
_OBJECTS = 256 * 1024 * 1024
"""Bytes of shared memory of a cluster on this machine alone. What travels is small."""


@contextmanager
def cluster(workers: int | None) -> Iterator[int]:
    """Connect to the cluster that RAY_ADDRESS names, else start one on this machine; gives the number of workers to use.

    workers: None for as many as there are processors. A program that is connected already stays so.
    """
    # Neither tells anybody that it runs, nor writes of itself between the lines of results.
    for name, value in (("RAY_USAGE_STATS_ENABLED", "0"), ("RAY_BACKEND_LOG_LEVEL", "fatal")):
        os.environ.setdefault(name, value)
    import ray

    logging.getLogger("ray").setLevel(logging.ERROR)
    own = not ray.is_initialized()
    if own:
        _connect(workers)
    try:
        yield workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
    finally:
        if own:
            ray.shutdown()


def done_by_workers(
    make: Callable[[bytes], Job], kit: bytes, items: Iterable[bytes], workers: int, at_once: int = 0
) -> Iterator[list[bytes]]:
    """Give the results of work as they come, in any order, as many together as a worker was given.

    make: makes the job from the kit, once in each worker. at_once: pieces that a worker is given together, 0 for as fits. The work of a
    lost worker is done again by another one; where that was in vain, its results are missing. Only so much of the work is held in memory
    at a time that starting the workers for it does not count.
    Raises InputError where workers cannot be started at all.
    """
    import ray

    try:
        for wave in portions(items, len, _WAVE):
            yield from _results(make, kit, wave, workers, at_once or min(_MOST_AT_ONCE, max(1, len(wave) // (workers * _SHARES))))
    except ray.exceptions.RayError as error:
        first = str(error).strip().splitlines()[0]
        remedy = "Each machine of the cluster needs the same claimlint, with the same extras and language model."
        raise InputError(Problem("ray", None, None, f"workers cannot do their work: {first}.", remedy)) from error


def _results(make: Callable[[bytes], Job], kit: bytes, items: Sequence[bytes], workers: int, at_once: int) -> Iterator[list[bytes]]:
    import ray.data
    from ray.data import ActorPoolStrategy

    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.max_errored_blocks = -1
    logging.getLogger("ray.data").setLevel(logging.CRITICAL)
    shares = -(-len(items) // at_once)
    data = ray.data.from_items([{_COLUMN: item} for item in items], override_num_blocks=shares)
    with warnings.catch_warnings():
        # Ray 2.64 takes these two by another way, which earlier releases do not have.
        warnings.simplefilter("ignore", category=DeprecationWarning)
        done = data.map_batches(
            _Worker,
            fn_constructor_args=(make, kit),
            batch_size=None,
            batch_format="pyarrow",
            # No work waits behind other work that may take its worker with it.
            compute=ActorPoolStrategy(size=min(workers, shares), max_tasks_in_flight_per_actor=1),
            num_cpus=1,
            max_restarts=-1,
            max_task_retries=_ATTEMPTS,
        )
    for batch in done.iter_batches(batch_size=None, batch_format="pyarrow"):
        yield batch.column(_COLUMN).to_pylist()


class _Worker:
    """An actor: makes its job once, and does it as often as it is given work."""

    def __init__(self, make: Callable[[bytes], Job], kit: bytes) -> None:
        self._job = make(kit)

    def __call__(self, batch: pyarrow.Table) -> pyarrow.Table:
        import pyarrow

        found = self._job(batch.column(_COLUMN).to_pylist())
        return pyarrow.table({_COLUMN: pyarrow.array(found, pyarrow.large_binary())})


def _connect(workers: int | None) -> None:
    import ray

    address = os.environ.get("RAY_ADDRESS")
    here: dict[str, Any] = {} if address else {"num_cpus": workers, "include_dashboard": False, "object_store_memory": _OBJECTS}
    try:
        ray.init(address=address or "local", configure_logging=False, log_to_driver=False, **here)
    except Exception as error:  # no such cluster, another release of Ray there, no room on this machine
        remedy = "RAY_ADDRESS names the cluster; without it, one is started on this machine."
        raise InputError(Problem("ray", None, None, f"there is no cluster: {str(error).strip().splitlines()[0]}", remedy)) from error
