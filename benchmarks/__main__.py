"""Speed as ratios: `make bench`. Everything that is compared runs in turn, so that a machine which is busy for a while slows both.

Prints a table of what is measured beside what is asked.

python -m benchmarks [--corpus FOLDER] [--size MB] [--sample MB] [--runs N] [--only PART ...]
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.beside import beside
from benchmarks.figures import Figure, heading, row
from benchmarks.growth import gain, growth
from benchmarks.processes import ROOT
from benchmarks.rates import rates
from benchmarks.starts import starts
from benchmarks.texts import as_markdown, texts

PARTS = ("starts", "throughput", "jobs", "growth", "beside")
USUAL = PARTS[:-1]
"""What needs nothing from a package index."""
TOOLS = ROOT / "build" / "linters"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="a folder of text to measure with, in place of made text; growth has made text always")
    parser.add_argument("--size", type=float, default=1.0, help="jobs and growth: megabytes of made text (default: 1)")
    parser.add_argument("--sample", type=float, default=1.0, help="throughput and beside: megabytes of made text for a run (default: 1)")
    parser.add_argument("--runs", type=int, default=5, help="runs of everything (default: 5)")
    parser.add_argument(
        "--only", nargs="+", choices=PARTS, default=USUAL, help="parts; beside installs other linters (default: all but beside)"
    )
    options = parser.parse_args(arguments)
    print(heading(), flush=True)
    with tempfile.TemporaryDirectory(prefix="claimlint-bench-") as name:
        for figure in _figures(Path(name), options):
            print(row(figure), flush=True)


def _figures(folder: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """Measure what was asked for, in the order of PARTS."""
    if "starts" in options.only:
        yield from starts(folder, options.runs)
    if "throughput" in options.only:
        for text in texts(folder / "runs", options.corpus, options.sample * options.runs):  # new text for every run
            yield from rates(text, options.runs)
    if "jobs" in options.only:
        yield gain(folder / "jobs", options.corpus, options.size, options.runs)
    if "growth" in options.only:
        yield from growth(folder / "growth", options.size, options.runs)
    if "beside" in options.only:
        whole = texts(folder / "beside", options.corpus, options.sample)[0].folder
        yield from beside(whole if options.corpus is None else as_markdown(whole, folder / "markdown"), TOOLS, options.runs)


if __name__ == "__main__":
    main()
