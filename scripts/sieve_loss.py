"""Which findings the sieve loses: each case checked with it and without it, and the differences as a table.

    python scripts/sieve_loss.py CASE_FOLDER…

A case is checked on every channel, with its manifest as it is and with one in which nothing or everything has been passed. A finding is
told by category, place and subject. Exit status 1 where more than MOST of all findings differ.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from claimlint.bench import lexicon_of
from claimlint.claim import Reading
from claimlint.document import Document
from claimlint.extraction import parse, reading_of
from claimlint.language.pipeline import load_pipeline
from claimlint.manifest.loading import load_manifest
from claimlint.manifest.model import Manifest
from claimlint.readers import SUFFIXES, UnreadableDocument, read
from claimlint.rules.contradictions import contradictions
from claimlint.rules.engine import judge
from claimlint.rules.model import RuleSet
from claimlint.rules.packs import load_rules
from claimlint.rules.statements import statements
from claimlint.sieve.sieve import Sieve

MOST = 0.005
"""The share of the findings that may differ."""

DAY = date(2026, 11, 23)
CHANNELS = ("public", "sales", "beta", "prospecting")
PASSED = {"as-is": None, "none-passed": ("none", "pending"), "all-passed": ("MP", "granted")}
"""For each variant of a manifest the gate that everything has passed, and the status of its certificates."""

Found: TypeAlias = "frozenset[tuple[str, str, str, str, int, int, str | None]]"
"""Findings by variant, channel, path, category, place and subject."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="+", type=Path)
    total = differing = 0
    print("case\tfindings\tlost\tnew\tparsed")
    for case in parser.parse_args(arguments).cases:
        without, with_sieve, parsed = compared(case)
        lost, new = len(without - with_sieve), len(with_sieve - without)
        total, differing = total + len(without), differing + lost + new
        print(f"{case.name}\t{len(without)}\t{lost}\t{new}\t{parsed:.0%}", flush=True)
    print(f"{differing} of {total} findings differ ({differing / max(1, total):.2%})")
    return int(differing > MOST * total)


def compared(case: Path) -> tuple[Found, Found, float]:
    """Give the findings in a case without the sieve and with it, and which share of the characters it has parsed."""
    manifests = dict(variants(case / "capabilities.yaml"))
    lexicon = lexicon_of(manifests["as-is"])
    documents = list(_documents(case))
    whole = [parse(document, _pipeline()) for document in documents]
    sieved = [parse(document, _pipeline(), Sieve(lexicon, _rules().wordings)) for document in documents]
    found = [findings([reading_of(each, lexicon, _rules().wordings) for each in parsed], manifests) for parsed in (whole, sieved)]
    read = [
        sum(sentence.stop - sentence.start for each in parsed for sentences in each.sentences for sentence in sentences if sentence.parsed)
        for parsed in (whole, sieved)
    ]
    return found[0], found[1], read[1] / max(1, read[0])


def variants(path: Path) -> Iterator[tuple[str, Manifest]]:
    """Yield a manifest as it is, with nothing passed, and with everything passed."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for name, passed in PASSED.items():
        with tempfile.TemporaryDirectory() as folder:
            changed = Path(folder) / path.name
            changed.write_text(yaml.safe_dump(data if passed is None else _with(data, *passed), allow_unicode=True), encoding="utf-8")
            yield name, load_manifest([changed])


def _with(data: Mapping[str, Any], validated: str, status: str) -> dict[str, Any]:
    changed: dict[str, Any] = deepcopy(dict(data))
    for entry in (*changed.get("products", {}).values(), *changed.get("capabilities", {}).values()):
        entry.pop("gates", None)
        entry["validated"] = validated
    for entry in (changed.get("certifications") or {}).values():
        entry["status"] = status
    return changed


def findings(readings: Sequence[Reading], manifests: Mapping[str, Manifest]) -> Found:
    """Judge the documents of a case beside each other, on every channel and with each variant of the manifest."""
    return frozenset(
        (variant, channel, reading.document.path, found.category, found.start, found.end, found.subject)
        for variant, manifest in manifests.items()
        for contradicted in (contradictions(each for reading in readings for each in statements(reading, manifest)),)
        for reading in readings
        for channel in CHANNELS
        for found in judge(reading, manifest, channel, _rules(), DAY, contradicted.get(reading.document.path, {}))
    )


def _documents(case: Path) -> Iterator[Document]:
    for path in sorted(path for path in (case / "docs").rglob("*") if path.suffix in SUFFIXES):
        try:
            yield read(path.relative_to(case).as_posix(), path.read_bytes())
        except UnreadableDocument as reason:
            print(f"{path}: {reason}", file=sys.stderr)


@cache
def _pipeline() -> Any:
    return load_pipeline()


@cache
def _rules() -> RuleSet:
    return load_rules(("default",), Path(), {})


if __name__ == "__main__":
    sys.exit(main())
