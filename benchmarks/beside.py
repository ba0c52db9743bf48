"""How long claimlint takes beside linters that look for words, on the same text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.figures import Figure, ratios
from benchmarks.linters import described, installed
from benchmarks.processes import Run, run_check

_BESIDE = "beside claimlint's time"


def beside(folder: Path, tools: Path, runs: int) -> Iterator[Figure]:
    """Measure every linter that can be installed, each as a whole process over a folder of Markdown. tools: where they are kept."""
    cache = {"CLAIMLINT_CACHE_DIR": str(folder.parent / "beside-cache")}
    programs: dict[str, Callable[[], Run]] = {
        "claimlint, one job": partial(run_check, folder, "--no-cache", "--jobs", "1"),
        "claimlint, unchanged text": partial(run_check, folder, environment=cache),
    }
    missing = {}
    for linter in described()[1]:
        found = installed(linter, tools)
        if isinstance(found, str):
            missing[linter.title] = found
        else:
            programs[linter.title] = partial(found.run, folder)
    run_check(folder, environment=cache)
    measured: list[dict[str, float]] = []
    for _ in range(runs):
        whole = run_check(folder, "--no-cache").seconds
        measured.append({"": whole, **{title: program().seconds for title, program in programs.items()}})
    yield Figure("claimlint check --no-cache", tuple(each[""] for each in measured), " s")
    for title in programs:
        yield Figure(f"{title}, {_BESIDE}", ratios([(each[title], each[""]) for each in measured]))
    yield from (Figure(f"{title}, {_BESIDE}", (), note=reason) for title, reason in missing.items())
