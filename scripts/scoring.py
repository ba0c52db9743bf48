"""Labelled cases, and a checker in this process that a scorer can run on them: documents are parsed once, however often they are scored.

A case is a folder with capabilities.yaml, .claimlint.yaml, copy under docs/ and gold.jsonl, one labelled claim a line. Beside the
folder of the cases stands the scorer, score.py; neither is part of this repository.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from operator import itemgetter
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import yaml

from claimlint import __version__
from claimlint.bench import lexicon_of
from claimlint.claim import Claim, Reading
from claimlint.configuration import ConfigurationSearch, Overrides
from claimlint.extraction import ParsedDocument, claims_of, parse
from claimlint.finding import CheckedDocument, Report
from claimlint.language.pipeline import DEFAULT_MODEL
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.score import Weights, weights
from claimlint.manifest.loading import load_manifest
from claimlint.opening import open_document, pipeline_of
from claimlint.readers import SUFFIXES
from claimlint.reports import RenderOptions
from claimlint.reports.json_report import as_json
from claimlint.rules.engine import judge
from claimlint.rules.model import RuleSet
from claimlint.rules.packs import load_rules
from claimlint.sources import discover

SCORER = "score"
"""The scorer is score.py beside the folder of the cases, or beside the cases themselves."""


class NoCases(Exception):
    """There is nothing to measure: no cases, or no scorer beside them. The message says what to give."""


@dataclass(frozen=True)
class Setup:
    """What the linker has to work with: every part, or all but one."""

    lexicon: Lexicon
    weights: Weights
    documents: tuple[ParsedDocument, ...]


Change = Callable[[Setup], Setup]


def everything(setup: Setup) -> Setup:
    """Leave the linker as it is."""
    return setup


@dataclass
class Checker:
    """Stands in for the command: `run` has the signature of the scorer's. change: the part of the linker that is switched off.

    Claims do not depend on what has been validated, so a case is linked once for all variants of its manifest.
    """

    change: Change = everything
    parsed: dict[Path, tuple[tuple[ParsedDocument, str], ...]] = field(default_factory=dict)
    linked: dict[Path, tuple[tuple[Claim, ...], ...]] = field(default_factory=dict)

    def run(self, checker: str, case: Path, manifest: Mapping[str, Any]) -> dict[str, Any]:
        """Give what `claimlint check --format json` would write for a case under a manifest; the command's name is not used."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "capabilities.yaml"
            path.write_text(yaml.safe_dump(dict(manifest), sort_keys=False, allow_unicode=True), encoding="utf-8")
            loaded = load_manifest([path])
        documents = self._documents(case)
        if case not in self.linked:
            setup = self.change(Setup(lexicon_of(loaded), weights(True), tuple(document for document, _ in documents)))
            self.linked[case] = tuple(claims_of(document, setup.lexicon, setup.weights) for document in setup.documents)
        rules, today = _rules(), date.today()
        checked = [
            CheckedDocument(
                parsed.document.path,
                channel,
                parsed.document,
                None,
                claims,
                judge(Reading(parsed.document, claims), loaded, channel, rules, today),
            )
            for (parsed, channel), claims in zip(documents, self.linked[case], strict=True)
        ]
        return as_json(Report(__version__, today.isoformat(), (), tuple(checked)), RenderOptions())

    def with_change(self, change: Change) -> Checker:
        """Give a checker for the same parsed documents with another change."""
        return Checker(change, self.parsed)

    def _documents(self, case: Path) -> tuple[tuple[ParsedDocument, str], ...]:
        if case not in self.parsed:
            self.parsed[case] = tuple(_parsed(case))
        return self.parsed[case]


def cases_with_scorer(folders: Iterable[Path]) -> tuple[list[Path], ModuleType]:
    """Give the folders that are cases, sorted, and the scorer beside them. Raises NoCases where there is nothing to measure."""
    cases = cases_in(folders)
    return cases, scorer_beside(cases[0])


def cases_in(folders: Iterable[Path]) -> list[Path]:
    """Give the folders that are cases, sorted. Raises NoCases where there is none."""
    found = sorted(folder.resolve() for folder in folders if (folder / "gold.jsonl").is_file())
    if not found:
        raise NoCases("There are no labelled cases to measure. Give their folders, like make accuracy CASES='../cases/*'.")
    return found


def scorer_beside(case: Path) -> ModuleType:
    """Import the scorer that stands beside the cases. Raises NoCases where there is none."""
    for folder in (case.parent.parent, case.parent):
        path = folder / f"{SCORER}.py"
        specification = importlib.util.spec_from_file_location(SCORER, path) if path.is_file() else None
        if specification is not None and specification.loader is not None:
            scorer = importlib.util.module_from_spec(specification)
            sys.path.append(str(folder))  # the scorer imports what stands beside it
            specification.loader.exec_module(scorer)
            return scorer
    raise NoCases(f"There is no {SCORER}.py beside {case.parent}. Put the scorer there: it is not part of this repository.")


def _parsed(case: Path) -> Iterator[tuple[ParsedDocument, str]]:
    """Read and parse the documents of a case, each with its channel."""
    search = ConfigurationSearch(Overrides(config=case / ".claimlint.yaml" if (case / ".claimlint.yaml").is_file() else None))
    for discovered in discover([case / "docs"], search, SUFFIXES):
        document, _ = open_document(discovered)
        if document is not None:
            yield parse(document, pipeline_of(discovered.configuration.model or DEFAULT_MODEL)), discovered.channel


@cache
def _rules() -> RuleSet:
    return load_rules(("default",), Path(), {})


FIELDS = ("strength", "polarity", "attribution")

Confusions: TypeAlias = "dict[str, Counter[tuple[str, str]]]"
"""For each of FIELDS how often a class was labelled and a class was read."""


@dataclass(frozen=True)
class Difference:
    """A place where the checker and the labels differ. variant: of the manifest, or "claims"; line: of the source, from 1."""

    case: str
    variant: str
    document: str
    line: int
    what: str
    subject: str | None


@dataclass
class Scores:
    """What the scorer counted for some cases. misses: labels that were not found; alarms: findings that no label stands behind.

    links: the score of each link, and whether it is right.
    """

    summary: Mapping[str, Mapping[str, float]]
    tally: dict[str, Counter[str]]
    fields: dict[str, Counter[tuple[str, str]]]
    values: Counter[str]
    misses: list[Difference]
    alarms: list[Difference]
    links: list[tuple[float, bool]]


def score(checker: Checker, scorer: ModuleType, cases: Iterable[Path]) -> Scores:
    """Run the scorer over cases, with a checker of this process in place of the command."""
    scores = _nothing()
    for case in cases:
        pairs = _Pairs(scorer.pair)
        with _replaced(scorer, run=checker.run, pair=pairs.pair):
            scorer.score_case(case, "", scorer.VARIANTS, scores.tally, scores.fields, scores.values, False)
        for variant, missed, extra in zip(_order(scorer), pairs.missed, pairs.extra, strict=True):
            scores.misses.extend(_difference(case, variant, item) for item in missed)
            scores.alarms.extend(_difference(case, variant, item) for item in extra)
        paired, extra = pairs.paired[CLAIMS_CALL], pairs.extra[CLAIMS_CALL]
        scores.links.extend((float(found[3]["score"]), right) for group, right in ((paired, True), (extra, False)) for found in group)
    scores.summary = scorer.summary(scores.tally, scores.fields, scores.values, scorer.VARIANTS)
    return scores


def confusions(checker: Checker, scorer: ModuleType, case: Path) -> Confusions:
    """Hold each label of a case that the checker has parsed against the clause that covers most of it, linked or not."""
    rows = [json.loads(line) for line in scorer.read(case / "gold.jsonl").splitlines() if line.strip()]
    clauses = {parsed.document.path: list(_clauses(parsed)) for parsed, _ in checker.parsed[case]}
    found: Confusions = {name: Counter() for name in FIELDS}
    for row, start, stop in scorer.spans(case, rows):
        own = next((each for path, each in clauses.items() if path.endswith(row["doc"])), [])
        shared, read = max(((min(stop, last) - max(start, first), read) for first, last, read in own), key=itemgetter(0), default=(0, {}))
        if shared > 0:
            for name in FIELDS:
                found[name][row[name], read[name]] += 1
    return found


def _clauses(parsed: ParsedDocument) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Yield the source range of each clause of a document, and how it is read."""
    for block, sentences in zip(parsed.blocks, parsed.sentences, strict=True):
        for sentence in sentences:
            for clause in sentence.clauses:
                tokens = sentence.tokens[clause.first : clause.last]
                start, stop = block.source_map.source_range(tokens[0].start, tokens[-1].stop)
                polarity = "negated" if any(token.negated for token in tokens) else "affirmed"
                yield start, stop, {"strength": clause.strength, "polarity": polarity, "attribution": clause.attribution}


def together(parts: Iterable[Scores], scorer: ModuleType) -> Scores:
    """Add up the scores of several cases."""
    whole = _nothing()
    for part in parts:
        for key, counts in part.tally.items():
            whole.tally[key].update(counts)
        for name, confusion in part.fields.items():
            whole.fields[name].update(confusion)
        whole.values.update(part.values)
        whole.misses.extend(part.misses)
        whole.alarms.extend(part.alarms)
        whole.links.extend(part.links)
    whole.summary = scorer.summary(whole.tally, whole.fields, whole.values, scorer.VARIANTS)
    return whole


def _nothing() -> Scores:
    return Scores({}, defaultdict(Counter), defaultdict(Counter), Counter(), [], [], [])


CLAIMS_CALL = 1
"""The scorer pairs the findings under the manifest as it is, then the claims, then the findings under the other manifests."""


class _Pairs:
    """Keeps what the scorer's pairing leaves over, call by call."""

    def __init__(self, pair: Callable[..., Any]) -> None:
        self._pair = pair
        self.paired: list[list[Any]] = []
        self.missed: list[list[Any]] = []
        self.extra: list[list[Any]] = []

    def pair(self, gold: list[Any], found: list[Any]) -> Any:
        pairs, missed, extra = self._pair(gold, found)
        self.paired.append([item for _, item in pairs])
        self.missed.append(missed)
        self.extra.append(extra)
        return pairs, missed, extra


@contextmanager
def _replaced(module: ModuleType, **functions: Callable[..., Any]) -> Iterator[None]:
    """Put other functions into a module for a while."""
    before = {name: getattr(module, name) for name in functions}
    for name, function in functions.items():
        setattr(module, name, function)
    try:
        yield
    finally:
        for name, function in before.items():
            setattr(module, name, function)


def _order(scorer: ModuleType) -> list[str]:
    variants = list(scorer.VARIANTS)
    return [*variants[:CLAIMS_CALL], "claims", *variants[CLAIMS_CALL:]]


def _difference(case: Path, variant: str, item: Any) -> Difference:
    (document, what, subject), start = item[0], item[1]
    if variant == "claims":
        what, subject = "linked", what
    line = (case / document).read_bytes().decode("utf-8").count("\n", 0, start) + 1
    return Difference(case.name, variant, document, line, what, subject)
