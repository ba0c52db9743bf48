"""An invented case, and a scorer beside it: what stands in for the labelled cases and their scorer."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]

SCORER = '''\
"""Counts labels of a capability that were found on their line: as much of the scorer's interface as is used."""
import copy
import json

import yaml

VARIANTS = ("as-is", "all-passed", "none-passed")


def read(path):
    return path.read_text(encoding="utf-8")


def spans(case, rows):
    for row in rows:
        start = read(case / row["doc"]).index(row["quote"])
        yield row, start, start + len(row["quote"])


def pair(gold, found):
    pairs = [(g, f) for g in gold for f in found if g[0] == f[0] and f[1] < g[2] and g[1] < f[2]]
    return (
        pairs,
        [g for g in gold if g not in [one for one, _ in pairs]],
        [f for f in found if f not in [other for _, other in pairs]],
    )


def run(checker, case, manifest):
    raise AssertionError("the command is not run")


def score_case(case, checker, variants, tally, fields, values, show):
    rows = [json.loads(line) for line in read(case / "gold.jsonl").splitlines()]
    for variant in variants:
        manifest = copy.deepcopy(yaml.safe_load(read(case / "capabilities.yaml")))
        for entry in manifest["capabilities"].values():
            entry["validated"] = {"all-passed": "MP", "none-passed": "none"}.get(variant, entry["validated"])
        report = run(checker, case, manifest)
        gold = [((row["doc"], "unvalidated", row["capability"]), a, b, row) for row, a, b in spans(case, rows) if variant != "all-passed"]
        count(tally[f"{variant}/unvalidated"], pair(gold, items(report["findings"], "unvalidated")))
        if variant == "as-is":
            gold = [((row["doc"], row["capability"], False), a, b, row) for row, a, b in spans(case, rows)]
            pairs = count(tally["claims/linked"], pair(gold, items(report["claims"], None)))
            for (_, _, _, row), (_, _, _, item) in pairs:
                for field in ("strength", "polarity", "attribution"):
                    fields[field][row[field], item[field]] += 1


def items(found, category):
    wanted = [item for item in found if item.get("category") == category and item["subject"]]
    return [(key(item, category), item["start"]["offset"], item["end"]["offset"], item) for item in wanted]


def key(item, category):
    name = "docs/" + item["path"].split("docs/")[1]
    return (name, item["subject"], False) if category is None else (name, category, item["subject"])


def count(counts, paired):
    pairs, missed, extra = paired
    counts.update(tp=len(pairs), fn=len(missed), fp=len(extra))
    return pairs


def share(part, whole):
    return part / whole if whole else 1.0


def summary(tally, fields, values, variants):
    found = {}
    for key, counts in tally.items():
        tp, fp, fn = counts["tp"], counts["fp"], counts["fn"]
        figures = {"precision": share(tp, tp + fp), "recall": share(tp, tp + fn), "f1": share(2 * tp, 2 * tp + fp + fn)}
        found[key] = {**figures, "tp": tp, "fp": fp, "fn": fn}
    for variant in variants:
        if f"{variant}/unvalidated" in found:
            found[f"{variant}/BLOCKING"] = found[f"{variant}/unvalidated"]
    for field, confusion in fields.items():
        right = share(sum(n for (g, f), n in confusion.items() if g == f), sum(confusion.values()))
        found[f"claims/{field}"] = {"accuracy": right, "macro_f1": right, "n": sum(confusion.values())}
    return found
'''

MANIFEST = """\
version: 1
products:
  lamp: {name: Glimmer Lamp, validated: DVT}
  torch: {name: Ember Torch, validated: DVT}
capabilities:
  solar: {product: lamp, name: solar charging, validated: EVT}
  runtime: {product: lamp, name: battery life, validated: DVT, limits: {runtime: {max: 10 h}}}
  mass: {product: lamp, name: mass of the body, validated: DVT, limits: {mass: {max: 300 g}}}
"""

COPY = """\
# Glimmer Lamp

Solar charging is built in. The battery life is 9 hours.

It will have solar charging for the secret garden.

| | |
| --- | --- |
| Battery life | 8 hours |
| Solar charging | from the lid |

Just 280 g.
"""

LABELS = (
    ("Solar charging is built in", 3, "solar", "assertion"),
    ("The battery life is 9 hours", 3, "runtime", "assertion"),
    ("It will have solar charging", 5, "solar", "commitment"),
    ("secret garden", 5, "runtime", "assertion"),
    ("8 hours", 9, "runtime", "assertion"),
)


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Imports a script as a module, as it is imported by its neighbours."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module


@pytest.fixture
def labelled_case(tmp_path: Path) -> Path:
    """The folder of a case, with the scorer where scorers stand."""
    case = tmp_path / "cases" / "glimmer"
    (case / "docs" / "public").mkdir(parents=True)
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    (case / "capabilities.yaml").write_text(MANIFEST, encoding="utf-8")
    (case / ".claimlint.yaml").write_text("manifest: capabilities.yaml\n", encoding="utf-8")
    (case / "docs" / "public" / "page.md").write_text(COPY, encoding="utf-8")
    rows = [
        {
            "doc": "docs/public/page.md",
            "line": line,
            "end_line": line,
            "quote": quote,
            "capability": capability,
            "kind": "feature",
            "strength": strength,
            "polarity": "affirmed",
            "attribution": "own",
            "values": [],
        }
        for quote, line, capability, strength in LABELS
    ]
    (case / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return case
