#!/usr/bin/env python3
"""Hold accuracy where it is: compare measured scores with the best that were ever recorded.

Usage: python scripts/ratchet.py SCORES.json [--best tests/accuracy.json] [--record]

SCORES.json maps measures to rows of numbers, as the benchmark's scorer writes them. The exit status is 0 where every F1 named in
TRACKED is within ALLOWED_LOSS of its best, 1 where one has fallen further, 2 where a file lacks a measure or cannot be read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

TRACKED = ("as-is/BLOCKING", "none-passed/BLOCKING", "all-passed/BLOCKING", "claims/linked")
ALLOWED_LOSS = 0.01
BEST = Path(__file__).resolve().parent.parent / "tests" / "accuracy.json"


class UnusableScores(Exception):
    """A file of scores is missing, is not JSON, or lacks a measure."""


def measured_scores(path: Path) -> dict[str, float]:
    """Read the F1 (0 to 1) of each tracked measure from a report of the scorer; raises UnusableScores."""
    rows = _read(path)
    try:
        return {measure: float(rows[measure]["f1"]) for measure in TRACKED}
    except (KeyError, TypeError, ValueError):
        raise UnusableScores(f"{path} lacks the F1 of {_absent(rows)}: score all cases with all variants") from None


def best_scores(path: Path) -> dict[str, float]:
    """Read the best F1 of each tracked measure that is on record; raises UnusableScores."""
    rows = _read(path)
    try:
        return {measure: float(rows[measure]) for measure in TRACKED}
    except (KeyError, TypeError, ValueError):
        raise UnusableScores(f"{path} records nothing for {_absent(rows)}: write it with --record") from None


def losses(measured: Mapping[str, float], best: Mapping[str, float]) -> list[str]:
    """Name, in one line each, the measures that have fallen further below their best than is allowed."""
    return [
        f"{measure} has fallen from {best[measure]:.4f} to {measured[measure]:.4f}"
        for measure in TRACKED
        if round(best[measure] - measured[measure], 4) > ALLOWED_LOSS
    ]


def record(measured: Mapping[str, float], path: Path) -> None:
    """Write the better of the measured and the recorded F1 of each measure: a record never falls."""
    best = best_scores(path) if path.exists() else dict.fromkeys(TRACKED, 0.0)
    higher = {measure: max(measured[measure], best[measure]) for measure in TRACKED}
    path.write_text(json.dumps(higher, indent=2) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scores", type=Path)
    parser.add_argument("--best", type=Path, default=BEST)
    parser.add_argument("--record", action="store_true", help="write what is better than the record")
    options = parser.parse_args(arguments)
    try:
        measured = measured_scores(options.scores)
        if options.record:
            record(measured, options.best)
        best = best_scores(options.best)
    except UnusableScores as problem:
        print(problem, file=sys.stderr)
        return 2
    for measure in TRACKED:
        print(f"{measure:24s} {measured[measure]:.4f}  (best {best[measure]:.4f})")
    fallen = losses(measured, best)
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


def _absent(rows: Mapping[str, object]) -> str:
    return ", ".join(measure for measure in TRACKED if measure not in rows) or "a measure as a number"


def _read(path: Path) -> dict[str, Any]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise UnusableScores(f"{path} cannot be read: {problem}") from None
    if not isinstance(rows, dict):
        raise UnusableScores(f"{path} is not a mapping of measures")
    return rows


if __name__ == "__main__":
    sys.exit(main())
