"""The weights of the linker are learned: the fit tells claims from others, and the table has signals that the linker knows."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import numpy as np
import pytest
import yaml

from claimlint.linking.score import Weights, score
from claimlint.linking.signals import SIGNALS

ROOT = Path(__file__).resolve().parents[2]

MANIFEST = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: DVT}}
capabilities:
  solar: {name: solar charging, validated: EVT}
  runtime: {name: battery life, validated: DVT, limits: {runtime: {max: 10 h}}}
"""
COPY = "# Glimmer Lamp\n\nSolar charging is built in. The battery life is 9 hours.\n\nA life in the sun is what we wish you.\n"
LABELS = [
    {"doc": "docs/page.md", "line": 3, "end_line": 3, "quote": "Solar charging is built in", "capability": "solar", "kind": "feature"},
    {"doc": "docs/page.md", "line": 3, "end_line": 3, "quote": "The battery life is 9 hours", "capability": "runtime", "kind": "value"},
]


@pytest.fixture(scope="module")
def training():
    """The script as a module."""
    specification = importlib.util.spec_from_file_location("train_linking", ROOT / "scripts" / "train_linking.py")
    folder = str(ROOT / "scripts")
    sys.path.insert(0, folder)  # scripts import each other as they do when they are run
    module = importlib.util.module_from_spec(specification)
    sys.modules["train_linking"] = module  # its dataclasses look for their module there
    specification.loader.exec_module(module)
    sys.path.remove(folder)
    return module


@pytest.fixture
def case(tmp_path):
    """A folder with a manifest, one page of copy and its labels."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "capabilities.yaml").write_text(MANIFEST, encoding="utf-8")
    (tmp_path / "docs" / "page.md").write_text(COPY, encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text("".join(json.dumps(label) + "\n" for label in LABELS), encoding="utf-8")
    return tmp_path


@pytest.fixture
def tables(training, case, monkeypatch):
    """What the script writes for that case."""
    output = case / "linking.yaml"
    monkeypatch.setattr(sys, "argv", ["train_linking.py", str(case), "--by-words", "0.4", "--with-meaning", "0.6", "--output", str(output)])
    training.main()
    return yaml.safe_load(output.read_text(encoding="utf-8"))


def test_fit_separates_what_can_be_separated(training):
    features = np.array([[1.0, side] for side in (-2.0, -1.5, -1.0, 1.0, 1.5, 2.0)])
    truth = np.array([0.0, 0.0, 0.0, 1.0, 1.0, 1.0])
    weights = training.fit(features, truth)
    assert ((features @ weights > 0) == truth.astype(bool)).all()


def test_fit_gives_a_signal_that_says_nothing_no_weight(training):
    features = np.array([[1.0, 1.0, 0.0], [1.0, -1.0, 0.0], [1.0, 1.0, 0.0], [1.0, -1.0, 0.0]])
    assert training.fit(features, np.array([1.0, 0.0, 1.0, 0.0]))[2] == 0


def test_fit_counts_an_example_as_often_as_it_weighs(training):
    features = np.array([[1.0, 0.2], [1.0, -0.7], [1.0, 1.1]])
    truth = np.array([1.0, 0.0, 0.0])
    twice = training.fit(np.vstack([features, features[:1]]), np.append(truth, 1.0))
    assert training.fit(features, truth, np.array([2.0, 1.0, 1.0])) == pytest.approx(twice, abs=1e-3)


def test_copy_that_avoids_the_words_of_the_manifest_weighs_less(training, case):
    pages = list(training.pages_of(case, training.load_pipeline()))
    assert {example.weight for example in training.examples_of(pages, {case.name})} == {training.LOOSE}
    assert {example.weight for example in training.examples_of(pages)} == {1.0}


def test_fit_without_any_signal_gives_the_share_of_claims(training):
    features = np.ones((400, 1))
    (constant,) = training.fit(features, np.array([1.0] * 100 + [0.0] * 300))
    assert 1 / (1 + np.exp(-constant)) == pytest.approx(0.25, abs=0.01)


@pytest.mark.parametrize(("name", "threshold"), [("by-words", 0.4), ("with-meaning", 0.6)])
def test_each_table_has_weights_and_keeps_the_threshold_that_was_asked_for(tables, name, threshold):
    assert (tables[name]["threshold"], bool(tables[name]["weights"])) == (threshold, True)


def test_by_words_no_signal_of_the_language_model_weighs_anything(tables):
    assert not [name for name in tables["by-words"]["weights"] if name.startswith(("meaning", "by-words"))]


def test_the_language_model_is_asked_for_the_other_table(tables):
    assert "meaning" in tables["with-meaning"]["weights"]


def test_table_finds_the_claims_that_it_was_learned_from(tables):
    learned = Weights(tables["by-words"]["weights"], tables["by-words"]["threshold"])
    named = score({"constant": 1.0, "name": 1.0, "long-name": 1.0, "coverage": 1.0, "mass": 1.5}, learned)
    assert named > score({"constant": 1.0, "coverage": 0.5, "mass": 0.5}, learned)


@pytest.mark.parametrize("name", ["by-words", "with-meaning"])
def test_the_tables_that_ship_know_signals_of_the_linker_only(name):
    shipped = yaml.safe_load((ROOT / "rules" / "linking.yaml").read_text(encoding="utf-8"))
    assert set(shipped[name]["weights"]) <= set(SIGNALS)
