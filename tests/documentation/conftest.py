"""Runs what the pages show, in this process: the language model is loaded once for all of them."""

from __future__ import annotations

import io
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimlint.cli import main
from tests.documentation.pages import ROOT

Run = Callable[[str, Path], str]

_SOMEBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "Wren"), ("EMAIL", "wren@example.com"))},
}


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line in a folder and gives what it prints, standard error after standard output.

    `git … | ` at its beginning and `> FILE` at its end are obeyed.
    """
    monkeypatch.delenv("CLAIMLINT_DEBUG", raising=False)

    def run(line: str, folder: Path) -> str:
        monkeypatch.chdir(folder)
        capfd.readouterr()
        piped, _, command = line.rpartition(" | ")
        if piped:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(git(folder, *shlex.split(piped)[1:]))))
        command, _, redirected = command.partition(" > ")
        program, *arguments = shlex.split(command)
        if program == "claimlint":
            main(arguments)
        else:
            assert program == "git", f"pages show commands of claimlint and git, not of {program}"
            git(folder, *arguments)
        captured = capfd.readouterr()
        if not redirected:
            return captured.out + captured.err
        (folder / redirected.strip()).write_text(captured.out, encoding="utf-8")
        return captured.err

    return run


@pytest.fixture
def copy_of_example(tmp_path: Path) -> Path:
    """A copy of the worked example in a repository of its own, committed and fetched as `main`."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copy(ROOT / "capabilities.yaml", tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "The example")
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "HEAD")
    return tmp_path


def git(folder: Path, *arguments: str) -> bytes:
    """Run git as somebody who has no settings, and give what it prints."""
    return subprocess.run(["git", *arguments], cwd=folder, check=True, env={**os.environ, **_SOMEBODY}, stdout=subprocess.PIPE).stdout
