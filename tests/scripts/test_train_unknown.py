"""The weights for promises that no manifest has are learned from labels without a capability."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest
import yaml

from claimlint.linking.score import Weights, score
from claimlint.linking.unknown_signals import UNKNOWN_SIGNALS

ROOT = Path(__file__).resolve().parents[2]

MANIFEST = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: DVT}}
capabilities: {solar: {name: solar charging, validated: EVT}}
"""
COPY = "# Glimmer Lamp\n\n- solar charging\n- walnut foot\n- linen shade\n\nThe evenings are getting longer. We like them.\n"
LABELS = [
    {"doc": "docs/page.md", "line": 4, "end_line": 4, "quote": "walnut foot", "capability": None, "kind": "feature"},
    {"doc": "docs/page.md", "line": 5, "end_line": 5, "quote": "linen shade", "capability": None, "kind": "feature"},
]


@pytest.fixture
def tables(tmp_path, monkeypatch):
    """What the script writes for one page of copy."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "capabilities.yaml").write_text(MANIFEST, encoding="utf-8")
    (tmp_path / "docs" / "page.md").write_text(COPY, encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text("".join(json.dumps(label) + "\n" for label in LABELS), encoding="utf-8")
    specification = importlib.util.spec_from_file_location("train_unknown", ROOT / "scripts" / "train_unknown.py")
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))  # scripts import each other as they do when they are run
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    output = tmp_path / "unknown.yaml"
    monkeypatch.setattr(sys, "argv", ["train_unknown.py", str(tmp_path), "--threshold", "0.3", "--output", str(output)])
    module.main()
    return yaml.safe_load(output.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["by-words", "with-meaning"])
def test_a_table_keeps_the_threshold_that_was_asked_for_and_knows_these_signals_only(tables, name):
    assert tables[name]["threshold"] == 0.3
    assert set(tables[name]["weights"]) <= set(UNKNOWN_SIGNALS)


def test_an_item_is_likelier_than_a_sentence_where_the_labels_are_items(tables):
    learned = Weights(tables["by-words"]["weights"], tables["by-words"]["threshold"])
    item = {"constant": 1.0, "item": 1.0, "fragment": 1.0, "item-fragment": 1.0, "noun-share": 1.0}
    assert score(item, learned) > score({"constant": 1.0, "noun-share": 0.3}, learned)
