"""A manifest and copy in a repository within the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.changes.copy_in_git import BOTH, CONFIGURATION, MANIFEST, SEAL, SOLAR, Asked, Run, commit, git


@pytest.fixture
def facts(history: Path) -> Path:
    """A repository within, with a manifest and a page, that is at another commit than the last one here names."""
    source = history.parent / "facts"
    git("init", "--quiet", "--initial-branch=main", str(source))
    commit({"capabilities.yaml": MANIFEST, "page.md": SEAL}, source)
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(source), "facts")
    commit({".claimlint.yaml": "manifest: facts/capabilities.yaml\n", "a.md": SOLAR})
    commit({"capabilities.yaml": MANIFEST + "\n"}, Path("facts"))
    return history / "facts"


@BOTH
def test_a_manifest_in_a_repository_within_reports_everything(run: Run, facts: Path, asked: Asked) -> None:
    assert asked(run) == (["a.md:1 CL101", "facts/page.md:1 CL101"], 0)


@BOTH
def test_copy_in_a_repository_within_is_new(run: Run, facts: Path, asked: Asked) -> None:
    commit({".claimlint.yaml": CONFIGURATION})
    commit({}, facts)
    assert asked(run) == (["facts/page.md:1 CL101"], 1)
