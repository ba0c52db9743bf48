"""Fit the weights of the linker on labelled cases and write them to rules/linking.yaml.

    python scripts/train_linking.py CASE_FOLDER…

A case holds capabilities.yaml, copy under docs/ and gold.jsonl with one labelled claim a line (doc, line, end_line, quote,
capability, kind). Every clause and subject for which the linker gathers evidence is one example: positive where a label for that
subject covers the clause. The weights are those of a logistic regression with a ridge penalty, so that the score is a probability.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml
from spacy.language import Language

from claimlint.bench import lexicon_of
from claimlint.check import spoken_blocks
from claimlint.claim import LANGUAGE_KINDS
from claimlint.data import rules_folder
from claimlint.document import LineIndex, Source
from claimlint.language.pipeline import load_pipeline
from claimlint.linking.evidence import Evidence, evidence_for
from claimlint.linking.link import wordings_in
from claimlint.linking.signals import SIGNALS
from claimlint.linking.spans import claim_span
from claimlint.linking.views import clause_views
from claimlint.manifest.loading import load_manifest
from claimlint.readers import reader_for

PENALTY = 1.0
STEPS = 60


class Label(NamedTuple):
    """A labelled claim: its subject and the source range of its quote."""

    subject: str
    start: int
    stop: int


def main() -> None:
    """Read the cases, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--threshold", type=float, default=0.23, help="the score from which a link counts")
    parser.add_argument("--output", type=Path, default=rules_folder() / "linking.yaml")
    options = parser.parse_args()
    pipeline = load_pipeline()
    examples = [example for case in options.cases for example in _examples(case, pipeline)]
    features = np.array([[signals.get(name, 0.0) for name in SIGNALS] for signals, _ in examples])
    truth = np.array([float(positive) for _, positive in examples])
    weights = fit(features, truth)
    table = {name: round(float(weight), 3) for name, weight in zip(SIGNALS, weights, strict=True) if round(float(weight), 3)}
    head = f"# Made by scripts/train_linking.py from {len(examples)} clauses, {int(truth.sum())} of them claims.\n"
    head += "# What each signal says: claimlint/linking/signals.py.\n"
    options.output.write_text(head + yaml.safe_dump({"threshold": options.threshold, "weights": table}, sort_keys=False), encoding="utf-8")
    print(f"{len(examples)} clauses, {int(truth.sum())} claims -> {options.output}")


def fit(features: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Fit a logistic regression by Newton's method. features: examples by signals; truth: 0 or 1 for each example."""
    weights = np.zeros(features.shape[1])
    for _ in range(STEPS):
        expected = 1 / (1 + np.exp(-features @ weights))
        spread = expected * (1 - expected) + 1e-6
        curvature = (features * spread[:, None]).T @ features + PENALTY * np.eye(features.shape[1])
        step = np.linalg.solve(curvature, features.T @ (truth - expected) - PENALTY * weights)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def _examples(case: Path, pipeline: Language) -> Iterator[tuple[dict[str, float], bool]]:
    lexicon = lexicon_of(load_manifest([case / "capabilities.yaml"]))
    rows = [json.loads(line) for line in (case / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line.strip()]
    for name in sorted({row["doc"] for row in rows}):
        source = Source(name, (case / name).read_bytes().decode("utf-8"))
        wanted = list(_labels([row for row in rows if row["doc"] == name], source.text))
        read = reader_for(name)
        if read is None:
            continue
        for block, sentences, products, common in spoken_blocks(read(source), lexicon, pipeline):
            for sentence in sentences:
                for view in clause_views(block, sentence, lexicon, wordings_in(sentence, lexicon), products, common):
                    if view.clause.promise:
                        for evidence in evidence_for(view, lexicon):
                            yield (
                                dict(evidence.signals),
                                _is_labelled(evidence, block.source_map.source_range(*claim_span(view, evidence)), wanted),
                            )


def _labels(rows: list[dict[str, object]], text: str) -> Iterator[Label]:
    lines = LineIndex(text)
    for row in rows:
        quote, subject = str(row["quote"]), row["capability"]
        if subject is None or row["kind"] in LANGUAGE_KINDS:
            continue
        start = text.find(quote, lines.line_start(int(str(row["line"]))))
        if start >= 0:
            yield Label(str(subject), start, start + len(quote))


def _is_labelled(evidence: Evidence, place: tuple[int, int], wanted: list[Label]) -> bool:
    start, stop = place
    return any(
        label.subject == evidence.subject.id
        and 2 * (min(stop, label.stop) - max(start, label.start)) >= min(stop - start, label.stop - label.start) > 0
        for label in wanted
    )


if __name__ == "__main__":
    main()
