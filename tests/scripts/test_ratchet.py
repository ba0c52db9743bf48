"""Accuracy may not fall: what the ratchet lets pass, refuses and records."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

RATCHET = runpy.run_path(str(Path(__file__).resolve().parents[2] / "scripts" / "ratchet.py"))
TRACKED = RATCHET["TRACKED"]
main = RATCHET["main"]


@pytest.fixture
def best(tmp_path: Path) -> Path:
    path = tmp_path / "best.json"
    path.write_text(json.dumps(dict.fromkeys(TRACKED, 0.80)), encoding="utf-8")
    return path


@pytest.fixture
def scores(tmp_path: Path):
    """Writes a scorer's report in which all measures are 0.80 but those that are named."""

    def write(**changed: float) -> Path:
        path = tmp_path / "scores.json"
        rows = {measure: {"precision": 1.0, "f1": changed.get(measure, 0.80)} for measure in TRACKED}
        path.write_text(json.dumps(rows), encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("measure", TRACKED)
@pytest.mark.parametrize(("f1", "status"), [(0.80, 0), (0.95, 0), (0.79, 0), (0.7899, 1), (0.0, 1)])
def test_status_follows_the_loss_of_any_measure(scores, best, measure, f1, status):
    assert main([str(scores(**{measure: f1})), "--best", str(best)]) == status


def test_loss_is_named(scores, best, capsys):
    main([str(scores(**{"claims/linked": 0.5})), "--best", str(best)])
    assert capsys.readouterr().err == "claims/linked has fallen from 0.8000 to 0.5000\n"


@pytest.mark.parametrize(("f1", "recorded"), [(0.85, 0.85), (0.75, 0.80)])
def test_record_never_falls(scores, best, f1, recorded):
    main([str(scores(**{"claims/linked": f1})), "--best", str(best), "--record"])
    assert json.loads(best.read_text(encoding="utf-8"))["claims/linked"] == recorded


def test_record_begins_with_what_is_measured(scores, tmp_path):
    main([str(scores()), "--best", str(tmp_path / "new.json"), "--record"])
    assert json.loads((tmp_path / "new.json").read_text(encoding="utf-8")) == dict.fromkeys(TRACKED, 0.80)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"as-is/BLOCKING": 1}'])
def test_unusable_scores_are_no_pass(tmp_path, best, text):
    path = tmp_path / "scores.json"
    path.write_text(text, encoding="utf-8")
    assert main([str(path), "--best", str(best)]) == 2


def test_missing_record_is_no_pass(scores, tmp_path):
    assert main([str(scores()), "--best", str(tmp_path / "none.json")]) == 2
