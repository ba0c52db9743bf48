"""How fast copy is checked beside how fast spaCy alone parses it, in one process and in turn: python -m benchmarks.throughput FOLDER RUNS.

Prints JSON: `runs`, with the seconds of each, and how many of the `sentences` the sieve lets through (`parsed`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, ratios
from benchmarks.processes import DAY, ROOT
from benchmarks.texts import Text

_AT_ONCE = 64
_WARM_UP = "The lantern runs for ten hours."


def throughput(text: Text, runs: int) -> Iterator[Figure]:
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


def _measured(folder: Path, runs: int) -> dict[str, Any]:
    """Time `nlp.pipe` without entities over all blocks, and a whole check, its start left out; count what is parsed."""
    import spacy

    from claimlint.check import check
    from claimlint.configuration import ConfigurationSearch, Overrides, Settings
    from claimlint.document import parts_of
    from claimlint.language.pipeline import DEFAULT_MODEL
    from claimlint.readers import SUFFIXES, read
    from claimlint.sources import discover

    plain, settings = spacy.load(DEFAULT_MODEL, exclude=["ner"]), Settings(date.fromisoformat(DAY))
    documents = discover([folder], ConfigurationSearch(Overrides(manifests=(ROOT / "capabilities.yaml",))), SUFFIXES)
    blocks = [[part for block in read(each.reported, each.path.read_bytes()).blocks for part in parts_of(block)] for each in documents]
    list(plain.pipe([_WARM_UP]))
    check(documents[:1], settings)  # what is loaded once is no part of throughput
    found = []
    for _ in range(runs):
        began = time.perf_counter()
        for _ in plain.pipe((block.text for own in blocks for block in own), batch_size=_AT_ONCE):
            pass
        parsed = time.perf_counter()
        check(documents, settings)
        found.append({"plain": parsed - began, "check": time.perf_counter() - parsed})
    return {"runs": found, **_let_through(blocks)}


def _let_through(blocks: Sequence[Sequence[Any]]) -> dict[str, int]:
    """Count the sentences of documents, and those that lie in what the sieve has parsed."""
    from claimlint.bench import load_bench
    from claimlint.configuration import ConfigurationSearch, Overrides

    sieve = load_bench(ConfigurationSearch(Overrides(manifests=(ROOT / "capabilities.yaml",))).for_folder(ROOT)).sieve
    sentences = parsed = 0
    for own in blocks:
        kept = sieve.ranges(own)
        for stretch in sieve.stretches(own):
            start, stop = stretch.range
            sentences += 1
            parsed += any(first <= start and stop <= last for first, last in kept[stretch.place])
    return {"sentences": sentences, "parsed": parsed}


if __name__ == "__main__":
    print(json.dumps(_measured(Path(sys.argv[1]), int(sys.argv[2]))))
