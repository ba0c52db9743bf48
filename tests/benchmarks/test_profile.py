"""The profile says where the time of a check goes, stage by stage."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STAGES = ("sieve", "parsing", "linking", "language model", "reading files", "judging", "all, of the time of plain nlp.pipe")


def test_every_stage_has_its_share(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# Ouzel Trail\n\n" + "It plays for 48 hours. The choir met in the barn.\n\n" * 30, encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.profile", str(tmp_path)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    shares = {line[:45].strip(): line[45:].strip() for line in told.splitlines()}
    assert set(STAGES) <= shares.keys()
    assert all(share.endswith("%") and float(share[:-1]) >= 0 for share in shares.values())
