"""How fast copy is checked beside how fast spaCy alone parses it, and how much of it the sieve lets through."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from benchmarks.figures import Figure, ratios
from benchmarks.processes import ROOT
from benchmarks.texts import Text


def rates(text: Text, runs: int) -> Iterator[Figure]:
    """Measure a text in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.throughput", str(text.folder), str(runs)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(done.stderr)
    yield from told(text, json.loads(done.stdout))


def told(text: Text, measured: dict[str, Any]) -> Iterator[Figure]:
    """Give the figures of what the process prints."""
    faster = ratios([(each["plain"], each["check"]) for each in measured["runs"]])
    yield Figure(f"{text.title}: throughput beside plain nlp.pipe", faster, asked=text.asked)
    shares = (100 * measured["parsed"] / measured["sentences"],) if measured["sentences"] else ()
    yield Figure(f"{text.title}: sentences that the sieve lets through", shares, " %", note="there are none")
