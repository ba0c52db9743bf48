"""git is asked about the repository here, and never goes to a network for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.git import ask_git, place_in_repository


def test_what_a_partial_clone_lacks_is_not_fetched():
    assert ask_git("-c", "alias.told=!printenv GIT_NO_LAZY_FETCH", "told").stdout.strip() == b"1"


def test_it_is_asked_in_the_folder(tmp_path):
    ask_git("init", "-q", folder=tmp_path)
    assert ask_git("rev-parse", "--is-inside-work-tree", folder=tmp_path).stdout.strip() == b"true"


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(OSError, match="nowhere"):
        ask_git("status", folder=tmp_path / "nowhere")


@pytest.mark.parametrize("folder", [".", "site", "site/en"])
def test_the_place_of_a_folder_in_its_repository(tmp_path, folder):
    (tmp_path / "site" / "en").mkdir(parents=True)
    ask_git("init", "-q", folder=tmp_path)
    assert place_in_repository(tmp_path / folder) == (tmp_path, Path(folder))


def test_the_nearest_repository_counts(tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / ".git").mkdir()
    (inner / ".git").write_text("gitdir: elsewhere", encoding="utf-8")  # as a submodule and a worktree have it
    assert place_in_repository(inner) == (inner, Path())


def test_a_folder_may_lie_in_no_repository(tmp_path):
    assert place_in_repository(tmp_path) is None
