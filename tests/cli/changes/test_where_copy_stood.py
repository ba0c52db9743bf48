"""Copy that was moved, that is reached through a link, or that was no copy where it stood before."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.changes.copy_in_git import BOTH, CONFIGURATION, PLAIN, SEAL, SOLAR, Asked, Files, Run, by_revision, commit, found, put


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_document_that_is_reached_through_a_link(run: Run) -> None:
    Path("link").symlink_to("docs")
    commit({"docs/a.md": SOLAR})
    put({"docs/a.md": SOLAR + "\n" + SEAL})
    assert found(run, "link", "--changed-since", "main") == (["link/a.md:3 CL101"], 1)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("before", ["../docs", None], ids=["to another folder", "new"])
def test_what_a_link_leads_to_now_was_not_there(run: Run, before: str | None) -> None:
    commit({"docs/a.md": SOLAR, "plans/a.md": SOLAR, "site/b.md": PLAIN})
    link = Path("site/link")
    if before is not None:
        link.symlink_to(before)
        commit({})
        link.unlink()
    link.symlink_to("../plans")
    assert found(run, "site", "--changed-since", "main") == (["site/link/a.md:1 CL101"], 0)


@BOTH
@pytest.mark.parametrize(
    "before",
    [
        pytest.param({".claimlint.yaml": CONFIGURATION + "exclude: [drafts/**]\n"}, id="excluded"),
        pytest.param({".claimlint.yaml": CONFIGURATION + "include: ['/*.md']\n"}, id="not included"),
        pytest.param({"drafts/.claimlint.yaml": "manifest: ../capabilities.yaml\nchannels:\n  internal: ['**']\n"}, id="another channel"),
    ],
)
def test_what_is_found_in_a_file_is_new_where_it_was_not_checked_so_before_it_was_moved(run: Run, asked: Asked, before: Files) -> None:
    commit({**before, "drafts/a.md": SEAL})
    put({"drafts/a.md": None, "a.md": SEAL})
    assert asked(run) == (["a.md:1 CL101"], 0)


def test_the_configuration_of_the_folder_that_a_file_stood_in_may_be_gone(run: Run) -> None:
    commit({"drafts/.claimlint.yaml": "manifest: ../capabilities.yaml\nchannels:\n  internal: ['**']\n", "drafts/a.md": SEAL})
    put({"drafts/.claimlint.yaml": None, "drafts/a.md": None, "a.md": SEAL})
    assert by_revision(run) == (["a.md:1 CL101"], 0)


def test_a_hidden_folder_held_no_copy(run: Run) -> None:
    commit({".drafts/a.md": SEAL})
    put({".drafts/a.md": None, "a.md": SEAL})
    assert by_revision(run) == (["a.md:1 CL101"], 0)


def test_what_stood_outside_of_the_folders_that_are_checked_is_new(run: Run) -> None:
    commit({"drafts/a.md": SOLAR, "site/b.md": SOLAR})
    put({"drafts/a.md": None, "site/a.md": SOLAR})
    assert found(run, "site", "--changed-since", "main") == (["site/a.md:1 CL101"], 1)
    assert found(run, ".", "--changed-since", "main") == ([], 2)


def test_a_subfolder_as_working_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    commit({"docs/a.md": SOLAR, "b.md": SOLAR})
    put({"docs/a.md": SOLAR + "\n" + SEAL})
    monkeypatch.chdir("docs")
    assert found(run, ".", "--changed-since", "main") == (["a.md:3 CL101"], 1)
