"""A git repository as the working directory, apart from all settings of its user."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Git = Callable[..., bytes]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Runs git in the working directory, which is a new repository, or in another folder."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "test@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "no-settings"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def run(*arguments: str, folder: Path | None = None) -> bytes:
        # Submodules from a folder are refused by default, as a protection that does not matter here.
        return subprocess.run(["git", "-c", "protocol.file.allow=always", *arguments], cwd=folder, capture_output=True, check=True).stdout

    run("init", "--quiet", "--initial-branch=main")
    return run
