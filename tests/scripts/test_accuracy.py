"""The page on accuracy: figures from a scorer beside the cases, places by line, and nothing of the copy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture
def accuracy(script, tmp_path, monkeypatch):
    """The script; what it writes stays in the test's own folder."""
    module = script("accuracy")
    monkeypatch.setattr(module, "PAGE", tmp_path / "docs" / "accuracy.md")
    return module


@pytest.mark.parametrize(
    ("arguments", "says"),
    [([], "There are no labelled cases to measure. Give their folders"), (["nowhere"], "There are no labelled cases to measure.")],
)
def test_without_cases_it_says_what_to_give(accuracy, arguments, says, capsys):
    assert accuracy.main([*arguments, "--write"]) == 0
    assert capsys.readouterr().out.startswith(says)
    assert not accuracy.PAGE.exists()


def test_without_a_scorer_it_says_what_to_give(accuracy, labelled_case, capsys):
    (labelled_case.parent.parent / "score.py").unlink()
    assert accuracy.main([str(labelled_case)]) == 0
    assert capsys.readouterr().out.startswith("There is no score.py beside ")


@pytest.fixture
def written(accuracy, labelled_case, capsys, tmp_path):
    """The page, and the scores in JSON."""
    scores = tmp_path / "scores.json"
    arguments = [str(labelled_case), "--training", str(labelled_case), "--write", "--json", str(scores)]
    assert accuracy.main(arguments) == 0
    page = accuracy.PAGE.read_text(encoding="utf-8")
    assert page == capsys.readouterr().out
    return page, json.loads(scores.read_text(encoding="utf-8"))


def test_page(written):
    page, scores = written
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line.startswith("| ")]
    linked = scores["claims/linked"]
    assert ["claims found and linked: F1", "0.38", "0.94", f"{linked['f1']:.2f}"] in rows
    assert ["glimmer", "docs/public/page.md", "5", "10, 12"] in rows, "a label that nothing answers, and claims without a label"
    assert ["other", "1", "5", "0.80", "1.00", "1.00"] in rows, "strength, polarity and attribution of every label"
    assert {row[0] for row in rows} >= {"everything", "without everyday wordings", "names only, without learned weights"}


def test_page_never_quotes_the_copy(written, labelled_case):
    copy = (labelled_case / "docs" / "public" / "page.md").read_text(encoding="utf-8")
    assert "secret garden" in copy
    assert "secret garden" not in written[0]


def test_scores_can_be_read_by_the_ratchet(script, written, tmp_path):
    assert set(script("ratchet").measured_scores(tmp_path / "scores.json")) == set(script("ratchet").TRACKED)


@pytest.mark.parametrize(
    ("numbers", "shown"), [([], "–"), ([7], "7"), ([20, 3, 3, 17], "3 (2), 17, 20")], ids=["none", "one", "several on a line"]
)
def test_lines_in_order(accuracy, numbers, shown):
    assert accuracy._lines(numbers) == shown


def test_trust_is_the_share_of_right_links_by_score(accuracy):
    links = [(0.1, False), (0.85, True), (0.9, False), (1.0, True)]
    rows = {row["range"]: (row["links"], row["right"]) for row in accuracy.trust_rows(links)}
    assert rows == {
        "0 to 0.2": (1, "0.00"),
        "0.2 to 0.4": (0, "–"),
        "0.4 to 0.6": (0, "–"),
        "0.6 to 0.8": (0, "–"),
        "0.8 to 1": (3, "0.67"),
    }


def test_no_training_case_is_in_two_fields(accuracy, checkout: Path):
    fields = accuracy.yaml.safe_load((checkout / "scripts" / "product_fields.yaml").read_text(encoding="utf-8"))
    named = [case for names in fields.values() for case in names]
    assert len(named) == len(set(named))
