"""Fit the matrix of claimlint/meaning/guess.py to what the language model says, and write it beside it.

    python scripts/make_guess.py --prose FOLDER CASE_FOLDER…

From copy, prose and names of manifests: a ridge regression from the mean of a text's embeddings to the model's vector of the text.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import yaml

from claimlint.bench import lexicon_of
from claimlint.manifest.loading import load_manifest
from claimlint.meaning.guess import mean_of
from claimlint.meaning.model import FOLDER, model
from claimlint.readers import SUFFIXES, UnreadableDocument, read
from claimlint.sieve.stretches import stretches_of

PENALTY = 0.3
COPY, PROSE = 9000, 3000
"""So many stretches are taken, evenly from all."""
LONG = 8
"""Of a stretch of more words the halves are taken too: clauses are shorter than sentences."""

HEAD = "# The matrix beside this file: the hash that it must have, and what it was made from.\n"


def main() -> None:
    """Read the texts, ask the model, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--prose", type=Path, required=True)
    options = parser.parse_args()
    copy = evenly(_stretches(path for case in options.cases for path in sorted((case / "docs").rglob("*"))), COPY)
    prose = evenly(_stretches(sorted(options.prose.glob("*.md"))), PROSE)
    texts = list(dict.fromkeys((*_names(options.cases), *copy, *prose, *halves(copy))))
    given = np.array([mean_of(text, model()) for text in texts])
    told = model().vectors(texts)
    matrix = np.linalg.solve(given.T @ given + PENALTY * np.eye(given.shape[1]), given.T @ told)
    scale = np.abs(matrix).max(axis=0) / 127
    path = FOLDER / "guess.npz"
    np.savez_compressed(path, bytes=np.round(matrix / scale).astype(np.int8), scale=scale.astype(np.float32))
    named = {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "from": f"{len(texts)} texts", "made-by": "scripts/make_guess.py"}
    (FOLDER / "guess.yaml").write_text(HEAD + yaml.safe_dump(named, sort_keys=False), encoding="utf-8")
    print(f"{len(texts)} texts -> {path}")


def evenly(texts: Iterable[str], count: int) -> list[str]:
    """Give about so many of some texts, each once, in their order."""
    every = list(dict.fromkeys(texts))
    return every[:: max(1, round(len(every) / count))]


def halves(texts: Iterable[str]) -> Iterator[str]:
    """Yield both halves of each long text."""
    for words in map(str.split, texts):
        if len(words) > LONG:
            yield " ".join(words[: len(words) // 2])
            yield " ".join(words[len(words) // 2 :])


def _stretches(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        try:
            blocks = read(path.as_posix(), path.read_bytes()).blocks if path.suffix in SUFFIXES else ()
        except UnreadableDocument:
            continue
        yield from (block.text[first:last] for block in blocks for first, last in stretches_of(block.text))


def _names(cases: Iterable[Path]) -> Iterator[str]:
    for case in cases:
        lexicon = lexicon_of(load_manifest([case / "capabilities.yaml"]))
        yield from (term.text for subject in lexicon.subjects.values() for term in subject.terms)


if __name__ == "__main__":
    main()
