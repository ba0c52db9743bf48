"""What a document costs with `claimlint check --engine ray`, in time of a processor and in memory; needs Linux and the extra `ray`.

Usage: python -m benchmarks.scale [DOCUMENTS]    (made from a seed: pages of 5 KB, ordinary prose with a claim now and then)

Time of the processor is told, not of the wall, so that a busy machine measures nearly the same; that of workers from their first results
on, without starting them.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import prose
from claimlint.bench_source import BenchSource, sources_of
from claimlint.configuration import ConfigurationSearch, Settings
from claimlint.engines.checking import check_with_ray
from claimlint.engines.listing import Listing, listing_of
from claimlint.engines.results import write_results
from claimlint.engines.work import Work, opened
from claimlint.readers import SUFFIXES
from claimlint.reports import RenderOptions
from claimlint.sources import discover
from claimlint.timing import Stopwatch

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = Settings(date(2026, 11, 23))
WORKERS = 2
_TICKS = os.sysconf("SC_CLK_TCK")


def main(documents: int) -> None:
    """Make documents, check them with two workers, and print what they cost."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(ROOT / "capabilities.yaml", folder)
        for number, text in enumerate(islice(prose(), documents)):
            (folder / f"page-{number:07}.md").write_text(text, encoding="utf-8")
        begun = time.process_time()
        listing = listing_of(discover([folder], ConfigurationSearch(), SUFFIXES), (), ConfigurationSearch())
        _print("driver: list a document", (time.process_time() - begun) / documents * 1000, "ms")
        known = sources_of(listing.configurations, SETTINGS, Stopwatch())
        sources = [known[id(each)] for each in listing.configurations]
        with opened(folder / "work") as work:
            _measure(listing, sources, work, folder)


def _measure(listing: Listing, sources: list[BenchSource], work: Work, folder: Path) -> None:
    count = len(listing.documents)
    seen: dict[int, list[tuple[float, int, int]]] = {}

    def sample(done: int, _total: int) -> None:
        for pid in _workers():
            seen.setdefault(pid, []).append((_seconds(pid), done, _peak(pid)))

    begun, wall = time.process_time(), time.monotonic()
    check_with_ray(listing, sources, SETTINGS, work, WORKERS, sample)
    _print("driver: hand out, keep and compare a document", (time.process_time() - begun) / count * 1000, "ms")
    _print("wall, starting included", time.monotonic() - wall, "s")
    spent = sum(samples[-1][0] - samples[0][0] for samples in seen.values())
    read = max(samples[-1][1] for samples in seen.values()) - min(samples[0][1] for samples in seen.values())
    _print("worker: read, link and judge a document", spent / read * 1000, "ms")
    _print("worker: most memory", max(samples[-1][2] for samples in seen.values()) / 1024, "MB")
    begun = time.process_time()
    check_with_ray(listing, sources, SETTINGS, work, WORKERS)
    _print("driver: a document that is done already", (time.process_time() - begun) / count * 1000, "ms")
    begun, results = time.process_time(), folder / "findings.jsonl"
    write_results(listing, work, {results: "jsonl"}, RenderOptions(), ["error"] * len(sources))
    _print("driver: write a document's results", (time.process_time() - begun) / count * 1000, "ms")
    _print("work file, a document", work.path.stat().st_size / count, "bytes")
    _print("results, a document", results.stat().st_size / count, "bytes")
    _print("driver: most memory", _peak("self") / 1024, "MB")


def _workers() -> list[int]:
    """Give the workers that run on this machine now."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if b"MapWorker" in words:
            found.append(int(folder.name))
    return found


def _seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _peak(pid: int | str) -> int:
    """Give the most memory that a process has had, in KiB."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def _print(what: str, number: float, unit: str) -> None:
    print(f"{what:50} {number:10.1f} {unit}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
