"""How fast copy is checked beside how fast spaCy alone parses it, in one process and in turn: python -m benchmarks.throughput FOLDER RUNS.

Prints JSON: `runs`, with the seconds of each, and how many of the `sentences` the sieve lets through (`parsed`).
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.corpus import SEED, prose, write_documents
from benchmarks.processes import DAY, ROOT
from claimlint import process
from claimlint.bench import load_bench
from claimlint.check import check
from claimlint.configuration import ConfigurationSearch, Overrides, Settings
from claimlint.document import Block, parts_of
from claimlint.language.pipeline import DEFAULT_MODEL
from claimlint.readers import SUFFIXES, read
from claimlint.sources import Discovered, discover

if TYPE_CHECKING:
    from spacy.language import Language

_AT_ONCE = 64
_WARM_UP = ROOT / "examples" / "campaign"
_WARM_UP_PROSE = 20_000
"""Bytes of made prose that are read before anything is timed."""
_SEARCH = ConfigurationSearch(Overrides(manifests=(ROOT / "capabilities.yaml",)))


def documents_in(folder: Path) -> tuple[Discovered, ...]:
    """Give the documents of a folder, to be checked with the example manifest."""
    return tuple(discover([folder], _SEARCH, SUFFIXES))


def pages_of(documents: Sequence[Discovered]) -> list[str]:
    """Give the texts of all their blocks."""
    return [block.text for own in _blocks(documents) for block in own]


def plain_pipeline() -> Language:
    """Load the pipeline that claimlint reads with, without entities, and let it read once."""
    import spacy

    plain = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    list(plain.pipe(pages_of(documents_in(_WARM_UP))))
    return plain


def warm_up(settings: Settings) -> None:
    """Load what is loaded once, with other documents than those that are timed: some short, and some such as the sieve reads."""
    with tempfile.TemporaryDirectory(prefix="claimlint-warm-up-") as name:
        write_documents(prose(SEED + 1), _WARM_UP_PROSE, Path(name))
        check((*documents_in(_WARM_UP), *documents_in(Path(name))), settings)


def measured(folder: Path, runs: int) -> dict[str, Any]:
    """Time `nlp.pipe` without entities over all blocks, and a whole check; count what is parsed.

    Each run has a part of the documents for itself, since what was read once in a process is read faster again. What is loaded once is
    loaded before, with other documents.
    """
    process.set_up()  # as the command line does, and for both
    plain, documents, settings = plain_pipeline(), documents_in(folder), Settings(date.fromisoformat(DAY), jobs=1)
    warm_up(settings)
    found = []
    for part in (documents[number::runs] for number in range(min(runs, len(documents)))):
        texts = pages_of(part)
        began = time.perf_counter()
        for _ in plain.pipe(texts, batch_size=_AT_ONCE):
            pass
        parsed = time.perf_counter()
        check(part, settings)
        found.append({"plain": parsed - began, "check": time.perf_counter() - parsed})
    return {"runs": found, **_let_through(documents)}


def _blocks(documents: Sequence[Discovered]) -> Iterator[list[Block]]:
    for each in documents:
        yield [part for block in read(each.reported, each.path.read_bytes()).blocks for part in parts_of(block)]


def _let_through(documents: Sequence[Discovered]) -> dict[str, int]:
    """Count the sentences of documents, and those that lie in what is parsed."""
    sieve = load_bench(_SEARCH.for_folder(ROOT)).sieve
    sentences = parsed = 0
    for blocks in _blocks(documents):
        kept = sieve.ranges(blocks)
        for stretch in sieve.stretches(blocks):
            start, stop = stretch.range
            sentences += 1
            parsed += any(first <= start and stop <= last for first, last in kept[stretch.place])
    return {"sentences": sentences, "parsed": parsed}


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]), int(sys.argv[2]))))
