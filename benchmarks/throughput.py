"""How fast copy is checked beside how fast spaCy alone parses it, in one process and in turn: python -m benchmarks.throughput FOLDER."""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from pathlib import Path

from claimlint.check import check
from claimlint.configuration import ConfigurationSearch, Overrides, Settings
from claimlint.document import parts_of
from claimlint.language.pipeline import DEFAULT_MODEL
from claimlint.readers import SUFFIXES, read
from claimlint.sources import discover

ROOT = Path(__file__).resolve().parent.parent
_AT_ONCE = 64
_WARM_UP = "The lantern runs for ten hours."


def measured(folder: Path, runs: int) -> list[dict[str, float]]:
    """Give for each run the seconds of `nlp.pipe` without entities over all blocks, and those of a whole check, its start left out."""
    import spacy

    plain = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    overrides = Overrides(manifests=(ROOT / "capabilities.yaml",))
    documents = discover([folder], ConfigurationSearch(overrides), SUFFIXES)
    texts = [part.text for each in documents for block in read(each.reported, each.path.read_bytes()).blocks for part in parts_of(block)]
    list(plain.pipe([_WARM_UP]))
    check(documents[:1], Settings(date(2026, 11, 23)))  # what is loaded once is no part of throughput
    found = []
    for _ in range(runs):
        began = time.perf_counter()
        for _ in plain.pipe(texts, batch_size=_AT_ONCE):
            pass
        parsed = time.perf_counter()
        check(documents, Settings(date(2026, 11, 23)))
        found.append({"plain": parsed - began, "check": time.perf_counter() - parsed})
    return found


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]), int(sys.argv[2]))))
