#!/usr/bin/env python3
"""What each part of the linker is worth: switch one off, score again, print a table.

Usage: python scripts/ablation.py CASE_FOLDER… [--part NAME]…

Other weights and thresholds stay as they were learned with all parts, so a part that others could stand in for looks somewhat more
important than it is. Documents are parsed once.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from ratchet import TRACKED
from scoring import Change, Checker, NoCases, Setup, cases_with_scorer, everything, score

from claimlint.document import Block, BlockKind
from claimlint.linking.lexicon import Lexicon, Subject
from claimlint.linking.score import Weights, weights
from claimlint.vocabulary import compile_wordings

NAMES_ONLY = Weights({"constant": -1.0, "name": 2.0}, 0.5)
"""In place of what was learned: a clause is linked where it holds a whole name, and nowhere else."""


class Part(NamedTuple):
    """A part of the linker: what is missing without it, and how to switch it off."""

    says: str
    off: Change


def without_vocabulary(setup: Setup) -> Setup:
    """Take the everyday wordings of concepts away."""
    subjects = _changed(setup.lexicon, concept=None, fit=0.0)
    lexicon = replace(setup.lexicon, wordings=compile_wordings(()), by_concept={})
    return replace(setup, lexicon=_with_subjects(lexicon, subjects))


def without_products(setup: Setup) -> Setup:
    """Let every capability belong to every product."""
    return replace(setup, lexicon=_with_subjects(setup.lexicon, _changed(setup.lexicon, products=frozenset())))


def without_values(setup: Setup) -> Setup:
    """Take the limits away, and with them numbers, ratings and versions."""
    return replace(setup, lexicon=_with_subjects(setup.lexicon, _changed(setup.lexicon, limits={}, limit_stems={})))


def without_structure(setup: Setup) -> Setup:
    """Read every block as a paragraph that stands under no heading, in no list and in no table."""
    documents = (replace(parsed, blocks=tuple(_plain(block) for block in parsed.blocks)) for parsed in setup.documents)
    return replace(setup, documents=tuple(documents))


def _plain(block: Block) -> Block:
    if block.kind is BlockKind.CODE:
        return block
    return replace(block, kind=BlockKind.PARAGRAPH, headings=(), row_header="", column_header="", introduction="")


def without_meaning(setup: Setup) -> Setup:
    """Link by words alone, with the weights that were learned for that."""
    return replace(setup, lexicon=replace(setup.lexicon, reads_meaning=False), weights=weights(False))


def with_names_only(setup: Setup) -> Setup:
    """Link by whole names in place of learned weights and the language model."""
    return replace(setup, lexicon=replace(setup.lexicon, reads_meaning=False), weights=NAMES_ONLY)


PARTS: Mapping[str, Part] = {
    "vocabulary": Part("without everyday wordings", without_vocabulary),
    "products": Part("without product context", without_products),
    "values": Part("without numbers, ratings and versions", without_values),
    "structure": Part("without headings, lists and tables", without_structure),
    "meaning": Part("without the language model", without_meaning),
    "weights": Part("names only, without learned weights", with_names_only),
}


def ablation(checker: Checker, scorer: ModuleType, cases: Sequence[Path], parts: Iterable[str]) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield what is switched off, and the F1 (0 to 1) of each measure of TRACKED; the first row has everything."""
    named = {"everything": Part("everything", everything), **PARTS}
    for name in ("everything", *parts):
        result = score(checker.with_change(named[name].off), scorer, cases).summary
        yield named[name].says, {measure: float(result[measure]["f1"]) for measure in TRACKED if measure in result}


def table(rows: Iterable[tuple[str, Mapping[str, float]]]) -> Iterator[str]:
    """Give the rows as a table in Markdown."""
    yield f"| | {' | '.join(TRACKED)} |"
    yield f"| --- |{' --- |' * len(TRACKED)}"
    for says, figures in rows:
        yield f"| {says} | {' | '.join(f'{figures[measure]:.2f}' if measure in figures else '–' for measure in TRACKED)} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", type=Path)
    parser.add_argument("--part", choices=PARTS, action="append", help="switch off this part only; repeatable (default: each in turn)")
    options = parser.parse_args(arguments)
    try:
        cases, scorer = cases_with_scorer(options.cases)
    except NoCases as nothing:
        print(nothing)
        return 0
    for line in table(ablation(Checker(), scorer, cases, options.part or PARTS)):
        print(line, flush=True)
    return 0


def _changed(lexicon: Lexicon, **fields: object) -> dict[str, Subject]:
    return {identifier: replace(subject, **fields) for identifier, subject in lexicon.subjects.items()}  # type: ignore[arg-type]


def _with_subjects(lexicon: Lexicon, subjects: Mapping[str, Subject]) -> Lexicon:
    """Put changed subjects wherever the lexicon names them."""
    return replace(
        lexicon,
        subjects=subjects,
        by_term={key: tuple((subjects[subject.id], term) for subject, term in entries) for key, entries in lexicon.by_term.items()},
        by_stem={key: tuple(subjects[subject.id] for subject in found) for key, found in lexicon.by_stem.items()},
        by_concept={key: tuple(subjects[subject.id] for subject in found) for key, found in lexicon.by_concept.items()},
    )


if __name__ == "__main__":
    sys.exit(main())
