"""The wheel, installed where there is no checkout, does its work from any folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimlint import __version__

pytestmark = pytest.mark.slow

MANIFEST = """\
version: 1
products:
  brook:
    name: Brook Lantern
    validated: DVT
capabilities:
  battery-life:
    name: battery life
    validated: DVT
    limits:
      runtime: {max: 10 h}
"""


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    (tmp_path / "capabilities.yaml").write_text(MANIFEST, encoding="utf-8")
    (tmp_path / "launch.md").write_text("# Brook Lantern\n\nThe battery life is 14 hours.\n", encoding="utf-8")
    return tmp_path


def test_check_reports_findings(installed, campaign):
    done = installed.run("claimlint", "check", "--format", "json", "launch.md", cwd=campaign)
    assert done.returncode == 1, done.stderr
    categories = {finding["category"] for finding in json.loads(done.stdout)["findings"]}
    assert {"unvalidated", "overstated"} <= categories


def test_rule_packs_come_with_the_package(installed, tmp_path):
    done = installed.run("claimlint", "rules", "test", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_program_states_its_version(installed, tmp_path):
    done = installed.run("claimlint", "--version", cwd=tmp_path)
    assert done.stdout.split()[-1] == __version__


@pytest.mark.parametrize("factory", ["claimlint_clauses", "claimlint_claims"])
def test_spacy_finds_the_components(installed, tmp_path, factory):
    question = f"import spacy; print(spacy.blank('en').has_factory({factory!r}))"
    done = installed.run("python", "-c", question, cwd=tmp_path)
    assert done.stdout.strip() == "True", done.stderr
