"""Fit the weights for promises that no manifest has on labelled cases and write them to rules/unknown.yaml.

    python scripts/train_unknown.py [--prose FOLDER] CASE_FOLDER…

Every clause that may promise something and is linked to nothing is one example: positive where a label without a capability covers
it (see labelled.py). There are two tables, as there are of the linker, which must have been fitted before: how sure it is of its
likeliest subject is one of the signals.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import numpy as np
import yaml
from labelled import Page, pages_of, prose_pages
from train_linking import fit

from claimlint.data import rules_folder
from claimlint.language.pipeline import load_pipeline
from claimlint.linking.clauses import with_meaning
from claimlint.linking.link import linked_claims
from claimlint.linking.unknown_signals import UNKNOWN_SIGNALS, unknown_signals

HEAD = """\
# Made by scripts/train_unknown.py. What each signal says: claimlint/linking/unknown_signals.py.
# threshold: the score from which a clause that is linked to nothing counts as a promise which the manifest does not have.
"""


def main() -> None:
    """Read the cases, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--prose", type=Path, help="pages on which nothing is promised")
    parser.add_argument("--threshold", type=float, default=0.16)
    parser.add_argument("--output", type=Path, default=rules_folder() / "unknown.yaml")
    options = parser.parse_args()
    pipeline = load_pipeline()
    pages = [page for case in options.cases for page in pages_of(case, pipeline)]
    pages += prose_pages(options.prose, options.cases, pipeline) if options.prose else []
    tables = {
        name: table(list(examples_of(pages, reads_meaning=name == "with-meaning")), options.threshold)
        for name in ("by-words", "with-meaning")
    }
    options.output.write_text(HEAD + yaml.safe_dump(tables, sort_keys=False), encoding="utf-8")
    print(f"{len(pages)} pages -> {options.output}")


def table(examples: Sequence[tuple[dict[str, float], bool]], threshold: float) -> dict[str, object]:
    """Give one table of the file. examples: signals, and whether a label says so; weights that come out as 0 are left out."""
    features = np.array([[signals.get(name, 0.0) for name in UNKNOWN_SIGNALS] for signals, _ in examples])
    weights = fit(features, np.array([float(labelled) for _, labelled in examples]))
    rounded = {name: round(float(weight), 3) for name, weight in zip(UNKNOWN_SIGNALS, weights, strict=True)}
    return {"threshold": threshold, "weights": {name: weight for name, weight in rounded.items() if weight}}


def examples_of(pages: Iterable[Page], *, reads_meaning: bool) -> Iterator[tuple[dict[str, float], bool]]:
    """Yield the signals of each clause that is linked to nothing, and whether a label without a capability covers it."""
    for page in pages:
        lexicon = replace(page.lexicon, reads_meaning=reads_meaning)
        sentences = [tuple(views) for _, views in groupby(page.clauses, key=lambda view: id(view.sentence))]
        _, outcomes = linked_claims(with_meaning(sentences, lexicon), lexicon)
        promised = [label for label in page.labels if label.subject is None and label.affirmed]
        for place, outcome in enumerate(outcomes):
            if not outcome.linked:
                view = outcome.view
                span = view.block.source_map.source_range(view.start, view.stop)
                yield unknown_signals(outcomes, place, lexicon), any(label.covers(*span) for label in promised)


if __name__ == "__main__":
    main()
