"""How time and memory grow with the text, and what a second process gains."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import prose, write_documents
from benchmarks.figures import Asked, Figure, ratios
from benchmarks.processes import run_check
from benchmarks.texts import MEGABYTE

_TIME, _MEMORY = Asked("at most", 11), Asked("at most", 1.3)
_GAIN = Asked("at least", 1.7)


def growth(folder: Path, megabytes: float, runs: int) -> Iterator[Figure]:
    """Measure so much prose beside a tenth of it, and that beside a hundredth, in one process without a cache."""
    sizes = (megabytes, megabytes / 10, megabytes / 100)
    folders = [folder / f"{size:g}" for size in sizes]
    for size, path in zip(sizes, folders, strict=True):
        write_documents(prose(), int(size * MEGABYTE), path)
    measured = [[run_check(path, "--no-cache", "--jobs", "1") for path in folders] for _ in range(runs)]
    for more, less in ((0, 1), (1, 2)):
        what = f"{sizes[more]:g} MB beside {sizes[less]:g} MB"
        yield Figure(f"{what}: time", ratios([(each[more].seconds, each[less].seconds) for each in measured]), asked=_TIME)
        memory = ratios([(each[more].memory, each[less].memory) for each in measured])
        yield Figure(f"{what}: most memory", memory, asked=_MEMORY, note="the system does not tell")


def gain(folder: Path, corpus: Path | None, megabytes: float, runs: int) -> Figure:
    """Measure a check of a corpus, or of so much prose, in two processes beside one in a single process, without a cache."""
    if corpus is None:
        write_documents(prose(), int(megabytes * MEGABYTE), folder)
    text, title = (folder, f"{megabytes:g} MB") if corpus is None else (corpus.resolve(), corpus.as_posix())
    pairs = [tuple(run_check(text, "--no-cache", "--jobs", jobs).seconds for jobs in ("1", "2")) for _ in range(runs)]
    return Figure(f"{title}: two jobs beside one", ratios([(one, two) for one, two in pairs]), asked=_GAIN)
