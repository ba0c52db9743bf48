"""Fit the weights of the linker on labelled cases and write them to rules/linking.yaml.

    python scripts/train_linking.py CASE_FOLDER… [--loose CASE_FOLDER…] [--prose FOLDER]

Every clause and subject for which the linker gathers evidence is one example: positive where a label for that subject covers the
clause (see labelled.py). The weights are those of a logistic regression with a ridge penalty, so that the score is a probability.
Cases whose copy avoids the manifest's words on purpose weigh less, since most copy does not.
There are two tables: by words alone, and with the language model. The second one is told how sure the first is, of cases that the
first was not fitted on: they take turns in five folds.
"""

from __future__ import annotations

import argparse
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import yaml
from labelled import PROSE, Page, pages_of, prose_pages

from claimlint.data import rules_folder
from claimlint.language.pipeline import load_pipeline
from claimlint.linking.clauses import with_meaning
from claimlint.linking.evidence import evidence_for
from claimlint.linking.score import Weights, score
from claimlint.linking.signals import SIGNALS, certainty_signals
from claimlint.linking.spans import claim_span

PENALTY = 1.0
STEPS = 60
FOLDS = 5
LOOSE = 0.7
"""What an example of a loose case weighs beside one of another case."""

HEAD = """\
# Made by scripts/train_linking.py. What each signal says: claimlint/linking/signals.py.
# threshold: the score from which a link counts.
"""


@dataclass(frozen=True)
class Example:
    """A clause and a subject: what speaks for the link, and whether it is right.

    clause: a number that its examples share; weight: how much it counts beside others.
    """

    case: str
    clause: int
    subject: str
    signals: dict[str, float]
    labelled: bool
    weight: float = 1.0


def main() -> None:
    """Read the cases, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--loose", nargs="+", type=Path, default=[], help="cases whose copy avoids the manifest's words on purpose")
    parser.add_argument("--prose", type=Path, help="pages on which nothing is promised")
    parser.add_argument("--by-words", type=float, default=0.25, metavar="THRESHOLD")
    parser.add_argument("--with-meaning", type=float, default=0.26, metavar="THRESHOLD")
    parser.add_argument("--output", type=Path, default=rules_folder() / "linking.yaml")
    options = parser.parse_args()
    pipeline = load_pipeline()
    cases = sorted([*options.cases, *options.loose])
    pages = [page for case in cases for page in pages_of(case, pipeline)]
    pages += prose_pages(options.prose, cases, pipeline) if options.prose else []
    examples = list(examples_of(pages, {case.name for case in options.loose}))
    worded = [example for example in examples if not example.signals.get("meaning-alone")]
    by_words = without_meaning(worded)
    tables = {
        "by-words": table(by_words, options.by_words),
        "with-meaning": table(with_certainty(examples, by_words), options.with_meaning),
    }
    options.output.write_text(HEAD + yaml.safe_dump(tables, sort_keys=False), encoding="utf-8")
    print(f"{len(examples)} examples, {sum(example.labelled for example in examples)} of them claims -> {options.output}")


def without_meaning(examples: Sequence[Example]) -> list[Example]:
    """Give examples with the signals that need no language model."""
    return [
        replace(example, signals={name: value for name, value in example.signals.items() if not name.startswith(("meaning", "by-words"))})
        for example in examples
    ]


def with_certainty(examples: Sequence[Example], by_words: Sequence[Example]) -> list[Example]:
    """Say in each example how sure the words alone are, by weights that were fitted on the other folds of the cases."""
    cases = sorted({example.case for example in examples})
    folds = {case: place % FOLDS for place, case in enumerate(cases)}
    others = ([example for example in by_words if folds[example.case] != fold] for fold in range(FOLDS))
    tables = [weights_of(some or by_words) for some in others]  # a single case has no others
    sure: dict[int, dict[str, float]] = {}
    for example in by_words:
        sure.setdefault(example.clause, {})[example.subject] = score(example.signals, Weights(tables[folds[example.case]], 0.0))
    return [
        replace(example, signals={**example.signals, **certainty_signals(example.subject, sure.get(example.clause, {}))})
        for example in examples
    ]


def table(examples: Sequence[Example], threshold: float) -> dict[str, object]:
    """Give one table of the file; weights that come out as 0 are left out."""
    return {"threshold": threshold, "weights": {name: weight for name, weight in weights_of(examples).items() if weight}}


def weights_of(examples: Sequence[Example]) -> dict[str, float]:
    """Fit a weight for each signal."""
    features = np.array([[example.signals.get(name, 0.0) for name in SIGNALS] for example in examples])
    truth = np.array([float(example.labelled) for example in examples])
    counts = np.array([example.weight for example in examples])
    return {name: round(float(weight), 3) for name, weight in zip(SIGNALS, fit(features, truth, counts), strict=True)}


def fit(features: np.ndarray, truth: np.ndarray, counts: np.ndarray | float = 1.0) -> np.ndarray:
    """Fit a logistic regression by Newton's method.

    features: examples by signals; truth: 0 or 1 for each example; counts: how much each counts, or all of them.
    """
    weights = np.zeros(features.shape[1])
    for _ in range(STEPS):
        expected = 1 / (1 + np.exp(-features @ weights))
        spread = counts * (expected * (1 - expected) + 1e-6)
        curvature = (features * spread[:, None]).T @ features + PENALTY * np.eye(features.shape[1])
        step = np.linalg.solve(curvature, features.T @ (counts * (truth - expected)) - PENALTY * weights)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def examples_of(pages: Iterable[Page], loose: Container[str] = ()) -> Iterator[Example]:
    """Yield each clause that may promise something with each subject that something speaks for. loose: names of cases that weigh less."""
    clause = 0
    for page in pages:
        weight = LOOSE if page.name in loose else 1.0
        promising = [view for view in page.clauses if view.clause.promise]
        for view in with_meaning([promising], page.lexicon)[0]:
            clause += 1
            for evidence in evidence_for(view, page.lexicon):
                place = view.block.source_map.source_range(*claim_span(view, evidence))
                labelled = any(label.subject == evidence.subject.id and label.covers(*place) for label in page.labels)
                yield Example(page.name, clause, evidence.subject.id, _told_by(page, evidence.signals), labelled, weight)


def _told_by(page: Page, signals: Mapping[str, float]) -> dict[str, float]:
    """Leave out what makes prose easy to know: it names no product, and neither does many a line of copy."""
    return {name: value for name, value in signals.items() if name != "unsure-product" or not page.name.startswith(PROSE)}


if __name__ == "__main__":
    main()
