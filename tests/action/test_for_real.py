"""The action from the pull request to the comment with claimlint itself, and its installation with pip itself."""

from __future__ import annotations

import json
import subprocess

import pytest

pytestmark = pytest.mark.slow

MANIFEST = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: PVT}}
capabilities:
  dimming: {name: stepless dimming, validated: PVT}
  timer: {name: sleep timer, validated: EVT}
"""
RIGHT = "The lamp has stepless dimming.\n"
WRONG = "The lamp has a sleep timer.\n"


@pytest.fixture
def base(runner):
    """A main branch on which an old page promises too much."""
    return runner.commit({"capabilities.yaml": MANIFEST, "old.md": WRONG})


def test_pull_request_is_judged_by_what_it_brings(runner, github, base, pull_request):
    pull_request(base=base)
    runner.commit({"new.md": f"{RIGHT}\n{WRONG}"})
    job = runner.use(sarif="true")
    assert job.outputs["status"] == "1"
    assert job.outputs["errors"] == "1"
    (comment,) = github.bodies
    assert "new.md" in comment
    assert "old.md" not in comment
    assert "::error file=new.md,line=3," in job.log
    found = json.loads((runner.temporary / "claimlint-reports-claimlint" / "report.sarif").read_text(encoding="utf-8"))
    places = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in found["runs"][0]["results"]}
    assert places == {"new.md", "old.md"}


def test_comment_is_cleared_by_the_commit_that_mends_the_copy(runner, github, base, pull_request):
    pull_request(base=base)
    runner.commit({"new.md": WRONG})
    runner.use()
    runner.commit({"new.md": RIGHT})
    job = runner.use()
    assert job.outcome == "success"
    assert github.writing == ["POST", "PATCH"]
    assert "CL101" not in github.bodies[0]


def test_gate_that_slips_makes_old_copy_wrong(runner, github, base, pull_request):
    page = runner.commit({"page.md": RIGHT})
    pull_request(base=page)
    runner.commit({"capabilities.yaml": MANIFEST.replace("dimming, validated: PVT", "dimming, validated: DVT")})
    job = runner.use()
    assert job.outputs["errors"] == "2"
    assert "page.md" in github.bodies[0]


def test_document_that_cannot_be_read_never_passes(runner, github, base, pull_request):
    pull_request(base=base)
    runner.commit({"deck.docx": "no archive"})
    job = runner.use(fail_on="never")
    assert job.outputs["status"] == "2"
    assert "::error title=claimlint::deck.docx: not checked: " in job.steps["Verdict"].log
    assert "deck.docx" in github.bodies[0]


def test_installation_leaves_the_job_alone(package_index, runner, base):
    """What is installed is the checkout of the action, with the extras that were asked for, in an environment of its own."""
    del runner.given["install"], runner.given["packages"]
    (runner.workspace / "pip.py").write_text("raise SystemExit('taken over')\n", encoding="utf-8")
    job = runner.use(extras="pdf", paths="old.md")
    assert job.outputs["status"] == "1", job.log
    python = runner.temporary / "claimlint" / "bin" / "python"
    listed = json.loads(subprocess.check_output([str(python), "-I", "-m", "pip", "list", "--format", "json"]))
    installed = {each["name"] for each in listed}
    assert "pypdfium2" in installed
    assert "openpyxl" not in installed
    assert job.steps["packages"].outputs["key"].startswith("claimlint-")
