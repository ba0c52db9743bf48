"""Runs what the pages show, in this process: the language model is loaded once for all of them."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from claimlint.cli import main

Run = Callable[[str, Path], str]

_SOMEBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "Wren"), ("EMAIL", "wren@example.com"))},
}


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line in a folder and gives what it prints, standard error after standard output. `> FILE` at its end is obeyed."""
    monkeypatch.delenv("CLAIMLINT_DEBUG", raising=False)

    def run(line: str, folder: Path) -> str:
        monkeypatch.chdir(folder)
        capfd.readouterr()
        command, _, redirected = line.partition(" > ")
        program, *arguments = shlex.split(command)
        if program == "claimlint":
            main(arguments)
        else:
            assert program == "git", f"pages show commands of claimlint and git, not of {program}"
            subprocess.run([program, *arguments], cwd=folder, check=True, env={**os.environ, **_SOMEBODY})
        captured = capfd.readouterr()
        if not redirected:
            return captured.out + captured.err
        (folder / redirected.strip()).write_text(captured.out, encoding="utf-8")
        return captured.err

    return run
