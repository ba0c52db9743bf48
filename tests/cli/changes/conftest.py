"""A git repository with a manifest, in which copy changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.changes.copy_in_git import CONFIGURATION, MANIFEST, commit, git


@pytest.fixture(autouse=True)
def history(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, a repository with a manifest in its first commit, tagged `start`."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "test@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(repository.parent / "no-settings"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git("init", "--quiet", "--initial-branch=main")
    commit({"capabilities.yaml": MANIFEST, ".claimlint.yaml": CONFIGURATION})
    git("tag", "start")
    return repository
