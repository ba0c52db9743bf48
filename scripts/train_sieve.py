"""Fit the weights of the sieve on labelled cases and prose, and write them beside claimlint/sieve/weights.py.

    python scripts/train_sieve.py --prose FOLDER CASE_FOLDER…

What is learned is which stretches of copy the linker finds a claim in when it reads all of them: the labels of the cases are not used.
First come the weights of words, pairs of words and signals, then those of the surroundings, for which each case is judged by weights
that were fitted without it. The thresholds are those at which so many of the claims are lost as LOST says.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from labelled import MANIFESTS
from numpy.typing import NDArray

from claimlint.bench import lexicon_of
from claimlint.claim import Claim
from claimlint.document import Block, Document, Source
from claimlint.extraction import ParsedDocument, claims_of, parse
from claimlint.language.pipeline import load_pipeline
from claimlint.manifest.loading import load_manifest
from claimlint.readers import reader_for
from claimlint.sieve.sieve import Sieve, Stretch
from claimlint.sieve.signals import ROWS, SIGNALS, Reading
from claimlint.sieve.surroundings import OWN, SURROUNDINGS, surroundings
from claimlint.sieve.weights import FOLDER, SieveWeights, matrix_of, numbers_of, pairs_of
from claimlint.vocabulary import Wordings

Array = NDArray[np.float64]

FOLDS = 5
STEPS = 220
RATE = 0.05
DECAY = 3e-4
DECAY_OF_FEW, COPY_DECAY = 1e-3, 3.0
OUTSIDE = 0.014
"""The share of the claims that may stand outside of what is taken for copy about the product."""
LOST = (0.0065, 0.6)
"""The share of the claims that may be lost inside, and outside."""

HEAD = "# The table of the sieve beside this file: the hash that it must have, and what it was made from.\n"


@dataclass(frozen=True)
class Page:
    """A document as the sieve sees it. name: of its case or page of prose. copy: whether it is of a case. claims: of each stretch."""

    name: str
    copy: bool
    stretches: tuple[Stretch, ...]
    claims: tuple[int, ...]


def main() -> None:
    """Read the cases, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--prose", type=Path, required=True, help="pages on which nothing is promised")
    options = parser.parse_args()
    pipeline = load_pipeline()
    sieves = {case: Sieve(lexicon_of(load_manifest([case / "capabilities.yaml"])), Wordings()) for case in options.cases}
    pages = []
    for case, sieve in sieves.items():
        for path in sorted(path for path in (case / "docs").rglob("*") if path.is_file()):
            pages.append(page_of(case.name, parse(_document(path), pipeline), sieve))
    for place, path in enumerate(sorted(options.prose.glob("*.md"))):
        parsed = parse(_document(path), pipeline)
        for turn in range(MANIFESTS):
            case = options.cases[(place * 7 + turn * 5) % len(options.cases)]
            pages.append(page_of(path.stem, parsed, sieves[case], copy=False))
    write(trained(pages))


def _document(path: Path) -> Document:
    source = Source(path.name, path.read_text(encoding="utf-8"))
    read = reader_for(source.path)
    return read(source) if read else Document(source, ())


def page_of(name: str, parsed: ParsedDocument, sieve: Sieve, *, copy: bool = True) -> Page:
    """Make a page of a document that was parsed whole. copy: whether it is about the product."""
    stretches = sieve.stretches(parsed.blocks)
    found: dict[int, list[Claim]] = {}
    for claim in claims_of(parsed, sieve.lexicon) if copy else ():
        found.setdefault(id(claim.block), []).append(claim)
    counts = (_held(stretch, parsed.blocks[stretch.place], found) for stretch in stretches)
    return Page(name, copy, tuple(stretches), tuple(counts))


def _held(stretch: Stretch, block: Block, claims: dict[int, list[Claim]]) -> int:
    ranges = (block.source_map.text_range(claim.start, claim.end) for claim in claims.get(id(block), ()))
    return sum(start < stretch.range[1] and stop > stretch.range[0] for start, stop in ranges)


def trained(pages: Sequence[Page]) -> SieveWeights:
    """Fit everything."""
    held_out = [zlib.crc32(page.name.encode("utf-8")) % FOLDS for page in pages]
    logits: dict[int, Array] = {}
    for fold in range(FOLDS):
        weights = _words([page for page, own in zip(pages, held_out, strict=True) if own != fold])
        logits.update({at: weights.logits(_readings(pages[at])) for at, own in enumerate(held_out) if own == fold and pages[at].stretches})
    places = sorted(logits)
    rows = np.concatenate([_rows(pages[at], logits[at]) for at in places])
    claims = np.concatenate([pages[at].claims for at in places])
    of_copy = np.concatenate([np.full(len(pages[at].claims), pages[at].copy) for at in places])
    claim = fit(rows, claims > 0)
    telling = np.array([name not in OWN for name in SURROUNDINGS])
    copy = np.zeros(len(SURROUNDINGS))
    copy[telling] = fit(rows[:, telling], of_copy, COPY_DECAY)
    in_copy = _threshold(rows @ copy, claims, OUTSIDE)
    inside, likely = rows @ copy >= in_copy, rows @ claim
    there, elsewhere = _threshold(likely[inside], claims[inside], LOST[0]), _threshold(likely[~inside], claims[~inside], LOST[1])
    weights = _words(pages)
    return SieveWeights(weights.words, weights.pairs, weights.signals, claim, copy, (in_copy, there, elsewhere))


def _rows(page: Page, logits: Array) -> Array:
    named = ["product" in stretch.reading.signals for stretch in page.stretches]
    return surroundings(logits, named, [stretch.product_above for stretch in page.stretches])


def _readings(page: Page) -> list[Reading]:
    return [stretch.reading for stretch in page.stretches]


def _threshold(likely: Array, claims: NDArray[np.int64], lost: float) -> float:
    order = np.argsort(likely, kind="stable")
    at = int(np.searchsorted(np.cumsum(claims[order]), lost * claims.sum(), side="right"))
    return float(likely[order][min(at, len(order) - 1)])


def _words(pages: Sequence[Page]) -> SieveWeights:
    """Fit the weights of words, pairs and signals: logistic regression with all examples in each step (Adam), from zero."""
    readings = [stretch.reading for page in pages for stretch in page.stretches]
    held = np.array([count > 0 for page in pages for count in page.claims], dtype=float)
    words, starts = numbers_of(readings)
    pairs = pairs_of(words) + ROWS
    lengths = np.diff([*starts, len(words)])
    matrix = matrix_of(readings)
    weights = np.zeros(2 * ROWS + len(SIGNALS))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        likely = np.add.reduceat(weights[words] + weights[pairs], starts) + matrix @ weights[2 * ROWS :]
        error = (1 / (1 + np.exp(-np.clip(likely, -30, 30))) - held) / len(held)
        each = np.repeat(error, lengths)
        of_words = np.bincount(words, each, 2 * ROWS) + np.bincount(pairs, each, 2 * ROWS)
        slope = np.concatenate([of_words, matrix.T @ error]) + DECAY * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        weights -= RATE * first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.99**step)) + 1e-6)
    none = np.zeros(len(SURROUNDINGS))
    return SieveWeights(weights[:ROWS], weights[ROWS : 2 * ROWS], weights[2 * ROWS :], none, none, (0.0, 0.0, 0.0))


def fit(rows: Array, held: NDArray[np.bool_], decay: float = DECAY_OF_FEW) -> Array:
    """Fit a logistic regression of few columns by Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (likely - held) + decay * weights
        curve = (rows * (likely * (1 - likely))[:, None]).T @ rows + decay * np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def write(weights: SieveWeights) -> None:
    """Write the table, words and pairs rounded to one byte each, and its card."""
    scales = np.array([max(float(np.abs(array).max()) / 127, 1e-9) for array in (weights.words, weights.pairs)], dtype=np.float32)
    arrays = {
        "words": np.round(weights.words / scales[0]).astype(np.int8),
        "pairs": np.round(weights.pairs / scales[1]).astype(np.int8),
        "scale": scales,
        "signals": weights.signals.astype(np.float32),
        "claim": weights.claim.astype(np.float32),
        "copy": weights.copy.astype(np.float32),
        "thresholds": np.array(weights.thresholds, dtype=np.float32),
    }
    data = packed(arrays)
    (FOLDER / "weights.npz").write_bytes(data)
    card = {"sha256": hashlib.sha256(data).hexdigest(), "made-by": "scripts/train_sieve.py", "made-from": "training/"}
    (FOLDER / "weights.yaml").write_text(HEAD + yaml.safe_dump(card, sort_keys=False), encoding="utf-8")
    print(f"{len(data)} bytes, thresholds {', '.join(f'{threshold:.2f}' for threshold in weights.thresholds)}")


def packed(arrays: dict[str, NDArray[np.generic]]) -> bytes:
    """Give the bytes of an .npz file, the same for the same arrays."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            inner = io.BytesIO()
            np.save(inner, array, allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), inner.getvalue(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
