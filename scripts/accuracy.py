#!/usr/bin/env python3
"""Measure accuracy on labelled cases and print it as a page; with --write it goes to docs/accuracy.md.

Usage: python scripts/accuracy.py CASE_FOLDER… [--training CASE_FOLDER…] [--write] [--json SCORES.json]

Cases and their scorer are not part of this repository: without them it says what to give, and ends with status 0. --json writes the
scores as scripts/ratchet.py reads them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import jinja2
import yaml
from ablation import PARTS, ablation, table
from scoring import FIELDS, Checker, Confusions, NoCases, Scores, cases_with_scorer, confusions, score, together

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "accuracy.md"
ABSENT = "–"

FIGURES = (
    ("as-is/BLOCKING", "blocking, manifest as it is: precision, recall", ("precision", "recall"), "0.46, 0.38", "0.92, 0.96"),
    ("none-passed/BLOCKING", "blocking, nothing passed: precision, recall", ("precision", "recall"), "0.40, 0.34", "0.93, 0.98"),
    ("all-passed/BLOCKING", "blocking, everything passed: F1 (numbers only)", ("f1",), "0.16", "1.00"),
    ("claims/linked", "claims found and linked: F1", ("f1",), "0.38", "0.94"),
    ("claims/values", "values read right: accuracy", ("accuracy",), "0.22", ABSENT),
    ("claims/strength", "strength read right: accuracy", ("accuracy",), "0.97", "1.00"),
    ("as-is/unknown", "unknown promises: F1", ("f1",), "0", "0.86"),
)
"""Measure, what it says, its figures, and those of a word list and of a second reader, which do not change."""

VARIANTS = {"as-is": "as it is", "none-passed": "nothing passed", "all-passed": "everything passed"}
BINS = (0.2, 0.4, 0.6, 0.8)
FAILURES = (
    ("Claims and their links", "claims", None),
    ("Numbers, ratings and versions (everything passed)", "all-passed", "overstated"),
    ("Unknown promises", "as-is", "unknown"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", type=Path)
    parser.add_argument("--training", nargs="*", type=Path, default=[], metavar="CASE", help="invented cases, for strength and the like")
    parser.add_argument("--write", action="store_true", help=f"write docs/{PAGE.name}")
    parser.add_argument("--json", type=Path, metavar="SCORES", help="write the scores for scripts/ratchet.py")
    options = parser.parse_args(arguments)
    try:
        cases, scorer = cases_with_scorer(options.cases)
    except NoCases as nothing:
        print(nothing)
        return 0
    checker = Checker()
    by_case = {case: score(checker, scorer, [case]) for case in cases}
    whole = together(by_case.values(), scorer)
    training = trained([case for case in options.training if (case / "gold.jsonl").is_file()], scorer)
    rows = table(ablation(checker, scorer, cases, PARTS))
    text = page(by_case, whole, training, "\n".join(rows), checker)
    print(text, end="")
    if options.write:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    if options.json:
        options.json.write_text(json.dumps(whole.summary, indent=1), encoding="utf-8")
    return 0


def page(by_case: Mapping[Path, Scores], whole: Scores, training: Training, ablated: str, checker: Checker) -> str:
    """Write the page. by_case: the scores of each case; whole: of all together; training, ablated: parts that are made already."""
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True, autoescape=False)
    template = environment.from_string((HERE / "accuracy.md.jinja").read_text(encoding="utf-8"))
    text = template.render(
        day=date.today().isoformat(),
        cases=by_case,
        names=", ".join(case.name for case in by_case),
        documents=sum(len(checker.parsed[case]) for case in by_case),
        claims=sum(_labels(case) for case in by_case),
        figures=[_figure(row, whole) for row in FIGURES],
        categories=list(category_rows(whole)),
        by_case=[_case_row(case, scores) for case, scores in by_case.items()],
        trust=list(trust_rows(whole.links)),
        training=training.rows,
        linked=training.linked,
        ablation=ablated,
        failures=[{"title": title, "rows": list(failure_rows(whole, variant, what))} for title, variant, what in FAILURES],
    )
    return text.rstrip("\n") + "\n"


def category_rows(scores: Scores) -> Iterator[dict[str, object]]:
    """Give precision, recall and F1 of each category of findings under each manifest."""
    for variant, says in VARIANTS.items():
        measures = [measure for measure in scores.summary if measure.partition("/")[0] == variant]
        for measure in sorted(measures, key=lambda measure: (not measure.endswith("/BLOCKING"), measure)):
            row, category = scores.summary[measure], measure.partition("/")[2]
            figures = {name: f"{row[name]:.2f}" for name in ("precision", "recall", "f1")}
            if not row["tp"] + row["fp"]:
                figures["precision"] = ABSENT
            name = "all that block" if category == "BLOCKING" else category
            yield {"variant": says, "category": name, **figures, "labels": int(row["tp"] + row["fn"])}


def trust_rows(links: Sequence[tuple[float, bool]]) -> Iterator[dict[str, object]]:
    """Give for each range of scores how many links have one, and which share of them is right."""
    for low, high in pairwise((0.0, *BINS, 1.0)):
        inside = [right for certainty, right in links if low <= certainty < high or certainty == high == 1.0]
        share = f"{sum(inside) / len(inside):.2f}" if inside else ABSENT
        yield {"range": f"{low:g} to {high:g}", "links": len(inside), "right": share}


@dataclass(frozen=True)
class Training:
    """How the training cases are read. rows: by field of products, all together last; linked: of the claims that were linked."""

    rows: Sequence[Mapping[str, object]]
    linked: Mapping[str, object] | None


def trained(cases: Iterable[Path], scorer: ModuleType) -> Training:
    """Give the macro F1 of strength, polarity and attribution by field of products, and of all fields together."""
    fields = yaml.safe_load((HERE / "product_fields.yaml").read_text(encoding="utf-8"))
    field_of = {case: name for name, names in fields.items() for case in names}
    grouped: dict[str, list[Confusions]] = defaultdict(list)
    scores: list[Scores] = []
    for case in sorted(cases):
        checker = Checker()
        scores.append(score(checker, scorer, [case.resolve()]))
        grouped[field_of.get(case.name, "other")].append(confusions(checker, scorer, case.resolve()))
    rows = [_training_row(name, grouped[name], scorer) for name in sorted(grouped)]
    if not scores:
        return Training(rows, None)
    rows.append(_training_row("all", [each for group in grouped.values() for each in group], scorer))
    summary = together(scores, scorer).summary
    figures = {name: _value(summary, f"claims/{name}", "macro_f1") for name in FIELDS}
    return Training(rows, {**figures, "claims": int(summary.get("claims/strength", {}).get("n", 0))})


def _training_row(name: str, parts: Sequence[Confusions], scorer: ModuleType) -> dict[str, object]:
    summed: Confusions = {field: sum((part[field] for part in parts), Counter()) for field in FIELDS}
    summary = scorer.summary({}, summed, Counter(), ())
    figures = {field: _value(summary, f"claims/{field}", "macro_f1") for field in FIELDS}
    return {"field": name, "cases": len(parts), "claims": sum(summed["strength"].values()), **figures}


def failure_rows(scores: Scores, variant: str, what: str | None) -> Iterator[dict[str, str]]:
    """Give by case and document the lines of labels that were missed, and of findings that no label stands behind."""
    places: dict[tuple[str, str], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, differences in enumerate((scores.misses, scores.alarms)):
        for each in differences:
            if each.variant == variant and what in (None, each.what):
                places[each.case, each.document][side].append(each.line)
    for (case, document), (missed, alarms) in sorted(places.items()):
        yield {"case": case, "document": document, "missed": _lines(missed), "alarms": _lines(alarms)}


def _figure(row: tuple[str, str, tuple[str, ...], str, str], scores: Scores) -> dict[str, str]:
    measure, says, names, word_list, second_reader = row
    now = ", ".join(_value(scores.summary, measure, name) for name in names)
    return {"says": says, "word_list": word_list, "second_reader": second_reader, "now": now}


def _case_row(case: Path, scores: Scores) -> dict[str, object]:
    blocking = {variant.replace("-", "_"): _value(scores.summary, f"{variant}/BLOCKING", "f1") for variant in VARIANTS}
    return {
        "case": case.name,
        "claims": _labels(case),
        **blocking,
        "links": _value(scores.summary, "claims/linked", "f1"),
        "amounts": _value(scores.summary, "claims/values", "accuracy"),
        "strength": _value(scores.summary, "claims/strength", "accuracy"),
    }


def _value(summary: Mapping[str, Mapping[str, float]], measure: str, name: str) -> str:
    return f"{summary[measure][name]:.2f}" if measure in summary else ABSENT


def _labels(case: Path) -> int:
    return sum(bool(line.strip()) for line in (case / "gold.jsonl").read_text(encoding="utf-8").splitlines())


def _lines(numbers: Sequence[int]) -> str:
    """Give line numbers in order, each once, with how many differences stand there: 3, 17 (2), 20."""
    counts = {number: numbers.count(number) for number in sorted(set(numbers))}
    return ", ".join(f"{number} ({count})" if count > 1 else str(number) for number, count in counts.items()) or ABSENT


if __name__ == "__main__":
    sys.exit(main())
