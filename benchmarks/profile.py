"""Where the time of a check goes, as shares of the time that plain `nlp.pipe` takes: python -m benchmarks.profile [FOLDER] [--dense]."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

from benchmarks.corpus import dense_copy, prose, write_documents
from benchmarks.processes import DAY

SIZE = 300_000
_AT_ONCE = 64


class Stages:
    """The processor time of named stages; what one calls of another counts for the other alone."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._open: list[str] = []
        self._since = 0.0

    def timed(self, owner: Any, name: str, stage: str) -> None:
        """Count the time in a function or method for a stage, from now on."""
        function: Callable[..., Any] = getattr(owner, name)

        @wraps(function)
        def measured(*arguments: Any, **named: Any) -> Any:
            self._turn(stage)
            try:
                return function(*arguments, **named)
            finally:
                self._turn(None)

        setattr(owner, name, measured)

    def _turn(self, stage: str | None) -> None:
        now = time.process_time()
        if self._open:
            self.seconds[self._open[-1]] += now - self._since
        if stage is None:
            self._open.pop()
        else:
            self._open.append(stage)
        self._since = now


def staged() -> Stages:
    """Time the stages of every check that follows."""
    from spacy.language import Language

    from claimlint import bench, check, extraction, judging, opening
    from claimlint.language.components import ClauseReader
    from claimlint.linking import clauses
    from claimlint.meaning.guess import Guess
    from claimlint.meaning.model import Model
    from claimlint.sieve.sieve import Sieve

    stages = Stages()
    for owner, name, stage in (
        (check, "check", "everything else"),
        (bench, "load_manifest_and_rules", "loading manifest and rules, once"),
        (opening, "open_document", "reading files"),
        (extraction, "other_languages", "telling other languages apart"),
        (Sieve, "ranges", "sieve"),
        (extraction, "read_sentences", "parsing"),
        (Language, "make_doc", "parsing"),
        (ClauseReader, "__call__", "clauses, strength, polarity, quantities"),
        (opening, "readings_of", "linking"),
        (clauses, "wordings_in", "looking for wordings"),
        (Model, "vectors", "language model"),
        (Guess, "vectors", "guess at the language model"),
        (judging, "judge", "judging"),
    ):
        stages.timed(owner, name, stage)
    return stages


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="text; prose is made where none is given")
    parser.add_argument("--dense", action="store_true", help="make copy that is dense with claims")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="claimlint-profile-") as name:
        if options.folder is None:
            write_documents(dense_copy() if options.dense else prose(), SIZE, Path(name))
        _profile(options.folder or Path(name))


def _profile(folder: Path) -> None:
    import spacy

    from benchmarks.throughput import documents_in, warm_up
    from claimlint import check, process
    from claimlint.configuration import Settings
    from claimlint.document import parts_of
    from claimlint.language.pipeline import DEFAULT_MODEL
    from claimlint.readers import read

    process.set_up()  # as the command line does
    documents = documents_in(folder)
    blocks = (block for each in documents for block in read(each.reported, each.path.read_bytes()).blocks)
    texts = [part.text for block in blocks for part in parts_of(block)]
    plain, settings = spacy.load(DEFAULT_MODEL, exclude=["ner"]), Settings(date.fromisoformat(DAY), jobs=1)
    warm_up(settings)  # what is loaded once is no part of throughput
    list(plain.pipe(texts[:_AT_ONCE]))
    began = time.process_time()
    for _ in plain.pipe(texts, batch_size=_AT_ONCE):
        pass
    alone = time.process_time() - began
    stages = staged()
    check.check(documents, settings)
    for stage, seconds in sorted(stages.seconds.items(), key=lambda entry: -entry[1]):
        print(f"{stage:45} {seconds / alone:6.1%}")
    print(f"{'all, of the time of plain nlp.pipe':45} {sum(stages.seconds.values()) / alone:6.1%}")


if __name__ == "__main__":
    main()
