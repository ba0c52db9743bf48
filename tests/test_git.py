"""git is asked about the repository here, and never goes to a network for it."""

from __future__ import annotations

import pytest

from claimlint.git import ask_git


def test_what_a_partial_clone_lacks_is_not_fetched():
    assert ask_git("-c", "alias.told=!printenv GIT_NO_LAZY_FETCH", "told").stdout.strip() == b"1"


def test_it_is_asked_in_the_folder(tmp_path):
    ask_git("init", "-q", folder=tmp_path)
    assert ask_git("rev-parse", "--is-inside-work-tree", folder=tmp_path).stdout.strip() == b"true"


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(OSError, match="nowhere"):
        ask_git("status", folder=tmp_path / "nowhere")
