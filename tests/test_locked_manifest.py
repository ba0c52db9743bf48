"""A content repository that has nothing of engineering but a locked copy of the manifest: every command works there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document

from claimlint.cli import main
from claimlint.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
LOCK = "capabilities.lock.yaml"
DAY = ("--as-of", "2026-11-23")
COPY = "The Ouzel Trail is waterproof to IP68.\n\nThe voice assistant answers your questions.\n"

# What is run, in this order: the exit status, and words that only come of a manifest that was read.
RUNS = [
    pytest.param(["check", *DAY], 1, "IP67", id="check"),
    pytest.param(["check", *DAY, "--baseline", "old.json", "--update-baseline"], 0, "2 in the baseline", id="check with a baseline"),
    pytest.param(["extract", *DAY], 0, "water-resistance", id="extract"),
    pytest.param(["fix", "--diff", *DAY], 1, "+The Ouzel Trail is waterproof to IP67.", id="fix"),
    pytest.param(["annotate", "../brief.docx", "-o", "../reviewed.docx", "--manifest", LOCK, *DAY], 1, "1 comment written", id="annotate"),
    pytest.param(["explain", "CL201"], 0, "limits", id="explain"),
    pytest.param(["sayable", *DAY], 0, "emergency strobe", id="sayable"),
    pytest.param(["demand", *DAY], 0, "voice assistant", id="demand"),
    pytest.param(["report", *DAY, "--append", "history.jsonl"], 0, "history.jsonl", id="report"),
    pytest.param(["trend", "history.jsonl"], 0, "2026-11-23", id="trend"),
    pytest.param(["manifest", "check", *DAY], 0, "20 capabilities", id="manifest check"),
    pytest.param(["manifest", "show", *DAY], 0, "Ouzel Trail", id="manifest show"),
    pytest.param(["manifest", "suggest", *DAY], 0, "1 document", id="manifest suggest"),
    pytest.param(["manifest", "diff", f"HEAD:{LOCK}", LOCK, *DAY], 0, "IP67", id="manifest diff"),
    pytest.param(["rules", "list"], 0, "CL201", id="rules"),
    pytest.param(["init", "--dry-run"], 0, LOCK, id="init"),
    pytest.param(["cache", "info"], 0, " MB of at most ", id="cache"),
    pytest.param(["completion", "bash"], 0, "claimlint", id="completion"),
]


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """The repository, whose copy of the manifest is committed; engineering's is gone."""
    engineering, folder = tmp_path_factory.mktemp("engineering"), tmp_path_factory.mktemp("marketing") / "content"
    folder.mkdir()
    brief = Document()
    brief.add_paragraph("The Ouzel Trail is waterproof to IP68.")
    brief.save(str(folder.parent / "brief.docx"))
    manifest = (ROOT / "capabilities.yaml").read_text(encoding="utf-8")
    _deliver(manifest.replace("rating: IP67", "rating: IP54"), engineering, folder)
    (folder / "page.md").write_text(COPY, encoding="utf-8")
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "copy"]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    _deliver(manifest, engineering, folder)
    shutil.rmtree(engineering)
    return folder


def _deliver(manifest, engineering, folder):
    """Write engineering's manifest and lock it into the folder."""
    (engineering / "capabilities.yaml").write_text(manifest, encoding="utf-8")
    source = str(engineering / "capabilities.yaml")
    assert main(["manifest", "lock", source, "-o", str(folder / LOCK), "--source", "engineering", "--revision", "r1", *DAY]) == 0


def test_every_command_is_run():
    assert {run.values[0][0] for run in RUNS} == set(COMMANDS)


@pytest.mark.parametrize(("arguments", "status", "words"), RUNS)
def test_command(content, monkeypatch, capsys, arguments, status, words):
    monkeypatch.chdir(content)
    assert main(arguments) == status
    captured = capsys.readouterr()
    assert words in captured.out + captured.err
