"""How fast copy is checked beside how fast spaCy alone parses it, in one process and in turn: python -m benchmarks.throughput FOLDER RUNS.

Prints JSON: `runs`, with the seconds of each, and how many of the `sentences` the sieve lets through (`parsed`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.figures import Figure, ratios
from benchmarks.processes import DAY, ROOT
from benchmarks.texts import Text

if TYPE_CHECKING:
    from claimlint.document import Block
    from claimlint.sources import Discovered

_AT_ONCE = 64
_WARM_UP = ROOT / "examples" / "campaign"


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
    """Time `nlp.pipe` without entities over all blocks, and a whole check; count what is parsed.

    Each run has a part of the documents for itself, since what was read once in a process is read faster again. What is loaded once is
    loaded before, with other documents.
    """
    import spacy

    from claimlint.check import check
    from claimlint.configuration import ConfigurationSearch, Overrides, Settings
    from claimlint.language.pipeline import DEFAULT_MODEL
    from claimlint.readers import SUFFIXES
    from claimlint.sources import discover

    plain, settings = spacy.load(DEFAULT_MODEL, exclude=["ner"]), Settings(date.fromisoformat(DAY), jobs=1)
    search = ConfigurationSearch(Overrides(manifests=(ROOT / "capabilities.yaml",)))
    warm_up, documents = discover([_WARM_UP], search, SUFFIXES), discover([folder], search, SUFFIXES)
    for _ in plain.pipe(block.text for own in _blocks(warm_up) for block in own):
        pass
    check(warm_up, settings)
    found = []
    for part in (documents[number::runs] for number in range(min(runs, len(documents)))):
        texts = [block.text for own in _blocks(part) for block in own]
        began = time.perf_counter()
        for _ in plain.pipe(texts, batch_size=_AT_ONCE):
            pass
        parsed = time.perf_counter()
        check(part, settings)
        found.append({"plain": parsed - began, "check": time.perf_counter() - parsed})
    return {"runs": found, **_let_through(_blocks(documents))}


def _blocks(documents: Sequence[Discovered]) -> Iterator[list[Block]]:
    from claimlint.document import parts_of
    from claimlint.readers import read

    for each in documents:
        yield [part for block in read(each.reported, each.path.read_bytes()).blocks for part in parts_of(block)]


def _let_through(blocks: Iterable[Sequence[Block]]) -> dict[str, int]:
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
