"""The whole command in a folder of its own: ladders and channels that a team brings, and the same bytes every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimlint.cli import main

CAPABILITIES = """\
products: {{app: {{name: Reef App, validated: {middle}}}}}
capabilities:
  sync: {{name: cloud sync, validated: {middle}}}
  mode: {{name: dark mode, validated: {low}}}
  export: {{name: PDF export, validated: {high}}}
"""
COPY = "Cloud sync is built in.\n\nDark mode is coming soon.\n\nPDF export is built in.\n\nReef App is available now.\n"
POLICY = """\
stages: [sketch, lab, field]
channels:
  public: {needs: {guarantee: field, assertion: field, commitment: lab, intent: sketch, possibility: sketch}}
  partners: {place: in a note to partners, needs: {guarantee: field, assertion: lab, commitment: sketch, intent: none, possibility: none}}
  sales: {checked: false}
  beta: {checked: false}
  prospecting: {checked: false}
"""

Findings = Callable[..., list[tuple[str, str, str, str]]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copy.md").write_text(COPY, encoding="utf-8")
    (tmp_path / "partners").mkdir()
    (tmp_path / "partners" / "note.md").write_text(COPY, encoding="utf-8")
    return tmp_path


@pytest.fixture
def findings(capsys: pytest.CaptureFixture[str]) -> Findings:
    """Runs a check and gives code, subject, needed gate and passed gate of each finding."""

    def check(*arguments: str) -> list[tuple[str, str, str, str]]:
        main(["check", "--as-of", "2026-11-22", "--format", "json", *arguments])
        found = json.loads(capsys.readouterr().out)["findings"]
        return [(each["code"], each["subject"], each["policy"]["needs"], each["policy"]["has"]) for each in found]

    return check


def write_manifest(stages: str) -> None:
    low, middle, high = stages.split(", ")
    text = f"version: 1\nstages: [{stages}]\n" + CAPABILITIES.format(low=low, middle=middle, high=high)
    Path("capabilities.yaml").write_text(text, encoding="utf-8")


def test_the_ladder_of_software(findings: Findings) -> None:
    write_manifest("alpha, beta, ga")
    assert findings("copy.md") == [
        ("CL101", "sync", "ga", "beta"),
        ("CL101", "mode", "beta", "alpha"),
        ("CL103", "app", "ga", "beta"),
    ]


def test_a_ladder_a_policy_and_a_channel_of_ones_own(findings: Findings) -> None:
    write_manifest("sketch, lab, field")
    Path("policy.yaml").write_text(POLICY, encoding="utf-8")
    Path(".claimlint.yaml").write_text('rules: [default, ./policy.yaml]\nchannels: {partners: ["partners/**"]}\n', encoding="utf-8")
    too_early = [("CL101", "sync", "field", "lab"), ("CL101", "mode", "lab", "sketch"), ("CL103", "app", "field", "lab")]
    assert findings("copy.md") == too_early
    assert findings("partners/note.md") == []
    assert findings("copy.md", "--channel", "partners") == []


def test_the_same_bytes_whatever_the_order_of_sets(folder: Path) -> None:
    write_manifest("alpha, beta, ga")
    reports = set()
    for seed in ("1", "2"):
        command = [
            sys.executable,
            "-m",
            "claimlint",
            "check",
            "--as-of",
            "2026-11-22",
            "--format",
            "text",
            "--format",
            "json:report.json",
            ".",
        ]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[1])}
        done = subprocess.run(command, capture_output=True, env=environment, check=False, timeout=120)
        reports.add((done.returncode, done.stdout, (folder / "report.json").read_bytes()))
    assert [status for status, _, _ in reports] == [1]
