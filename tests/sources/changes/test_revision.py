"""What git says that has changed since a revision, and what it cannot say."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimlint.errors import InputError
from claimlint.sources.changes import Change, changed_since

Git = Callable[..., bytes]
SUFFIXES = (".md", ".docx")


def write(name: str, data: bytes = b"one\n") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(data)


@pytest.fixture
def committed(git: Git) -> Git:
    write("a.md")
    write("docs/b.md", b"two\n")
    git("add", "--all")
    git("commit", "--quiet", "--message", "first")
    return git


def told(change: Change) -> list[tuple[str | None, str | None, bytes | None]]:
    """The files of a change, seen from the top of the repository."""

    def short(path: Path | None) -> str | None:
        top = next(folder for folder in (Path.cwd(), *Path.cwd().parents) if (folder / ".git").exists())
        return path.relative_to(top.resolve()).as_posix() if path else None

    return sorted(((short(file.path), short(file.old_path), file.before) for file in change.files), key=str)


def rewrite(git: Git) -> None:
    write("a.md", b"other\n")


def stage(git: Git) -> None:
    write("a.md", b"other\n")
    git("add", "--all")


def commit(git: Git) -> None:
    git("checkout", "--quiet", "-b", "branch")
    write("a.md", b"other\n")
    git("commit", "--quiet", "--all", "--message", "second")


def rename(git: Git) -> None:
    git("mv", "a.md", "c d.md")


def rename_untold(git: Git) -> None:
    Path("a.md").rename("c.md")


def add_strange_names(git: Git) -> None:
    write("ü.md")
    write("sp ace.md")
    git("add", "ü.md")


@pytest.mark.skipif(sys.platform == "win32", reason="no file can have such a name there")
def test_names_with_quotes_and_line_ends(committed: Git) -> None:
    write('a "quoted"\nname.md')
    assert told(changed_since("main", SUFFIXES)) == [('a "quoted"\nname.md', None, None)]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(lambda _: None, [], id="nothing"),
        pytest.param(rewrite, [("a.md", "a.md", b"one\n")], id="not staged"),
        pytest.param(stage, [("a.md", "a.md", b"one\n")], id="staged"),
        pytest.param(commit, [("a.md", "a.md", b"one\n")], id="committed"),
        pytest.param(lambda _: Path("a.md").unlink(), [(None, "a.md", b"one\n")], id="deleted"),
        pytest.param(rename, [("c d.md", "a.md", b"one\n")], id="renamed"),
        pytest.param(rename_untold, [("c.md", "a.md", b"one\n")], id="renamed, and git not told"),
        pytest.param(lambda _: Path("a.md").chmod(0o755), [("a.md", "a.md", b"one\n")], id="mode"),
        pytest.param(add_strange_names, [("sp ace.md", None, None), ("ü.md", None, None)], id="new, one of them untracked"),
        pytest.param(lambda _: write("x.py"), [("x.py", None, None)], id="not a document"),
    ],
)
def test_files(committed: Git, change: Callable[[Git], object], expected: list[tuple[str | None, str | None, bytes | None]]) -> None:
    change(committed)
    if os.name == "nt" and expected == [("a.md", "a.md", b"one\n")] and not told(changed_since("main", SUFFIXES)):
        pytest.skip("modes of files are not kept there")
    assert told(changed_since("main", SUFFIXES)) == expected


def test_what_others_did_to_their_branch_is_no_change_of_this_one(committed: Git) -> None:
    committed("checkout", "--quiet", "-b", "branch")
    write("new.md")
    committed("add", "--all")
    committed("commit", "--quiet", "--message", "ours")
    committed("checkout", "--quiet", "main")
    write("a.md", b"theirs\n")
    committed("commit", "--quiet", "--all", "--message", "theirs")
    committed("checkout", "--quiet", "branch")
    assert told(changed_since("main", SUFFIXES)) == [("new.md", None, None)]


def test_a_merge_of_the_other_branch_brings_no_change(committed: Git) -> None:
    test_what_others_did_to_their_branch_is_no_change_of_this_one(committed)
    committed("merge", "--quiet", "--no-edit", "main")
    assert told(changed_since("main", SUFFIXES)) == [("new.md", None, None)]


def test_a_subfolder_sees_the_whole_repository(committed: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    rewrite(committed)
    write("untracked.md")
    committed("config", "diff.relative", "true")
    monkeypatch.chdir("docs")
    assert told(changed_since("main", SUFFIXES)) == [("a.md", "a.md", b"one\n"), ("untracked.md", None, None)]


def test_another_working_tree_of_the_repository(committed: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    committed("worktree", "add", "--quiet", str(tmp_path / "other"))
    monkeypatch.chdir(tmp_path / "other")
    rewrite(committed)
    assert told(changed_since("main", SUFFIXES)) == [("a.md", "a.md", b"one\n")]


def test_a_submodule_at_another_commit_is_exchanged_as_a_whole(committed: Git, tmp_path: Path) -> None:
    committed("init", "--quiet", str(tmp_path / "module"))
    committed("commit", "--quiet", "--allow-empty", "--message", "first", folder=tmp_path / "module")
    committed("submodule", "--quiet", "add", str(tmp_path / "module"), "module")
    committed("commit", "--quiet", "--message", "with a module")
    inside = Path.cwd() / "module" / "x.md"
    assert not changed_since("main", SUFFIXES).is_exchanged(inside)
    committed("commit", "--quiet", "--allow-empty", "--message", "second", folder=Path("module"))
    assert changed_since("main", SUFFIXES).is_exchanged(inside)


def test_a_link_has_no_older_version(committed: Git) -> None:
    if sys.platform == "win32":
        pytest.skip("links need rights there")
    Path("link.md").symlink_to("a.md")
    committed("add", "--all")
    committed("commit", "--quiet", "--message", "link")
    Path("link.md").unlink()
    Path("link.md").symlink_to("docs/b.md")
    assert told(changed_since("main", SUFFIXES)) == [("link.md", "link.md", None)]


# ---- what git cannot say


def unrelated(git: Git) -> None:
    git("checkout", "--quiet", "--orphan", "branch")
    git("commit", "--quiet", "--allow-empty", "--message", "alone")


@pytest.mark.parametrize(
    ("change", "revision", "message"),
    [
        pytest.param(lambda _: None, "nowhere", "git knows no such revision here. Correct it, or fetch it first.", id="unknown"),
        pytest.param(lambda _: None, "--all", "is no revision. Name a branch, a tag or a commit.", id="an option"),
        pytest.param(lambda _: None, "", "is no revision. Name a branch, a tag or a commit.", id="empty"),
        pytest.param(unrelated, "main", "it shares no commit with HEAD. Name the branch that this one began on.", id="unrelated"),
        pytest.param(
            lambda git: git("checkout", "-q", "--orphan", "x"),
            "main",
            "nothing is committed on this branch yet. Commit first.",
            id="unborn",
        ),
    ],
)
def test_a_revision_that_cannot_be_compared_with(committed: Git, change: Callable[[Git], object], revision: str, message: str) -> None:
    change(committed)
    with pytest.raises(InputError) as caught:
        changed_since(revision, SUFFIXES)
    assert str(caught.value) == f"--changed-since {revision}: {message}"


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(InputError, match=r"there is no git repository here.*--diff"):
        changed_since("main", SUFFIXES)


def test_without_git(committed: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError, match=r"git cannot be asked.*Is git installed\?"):
        changed_since("main", SUFFIXES)


@pytest.mark.parametrize("revision", ["origin/main", "HEAD~1"])
def test_a_shallow_clone_says_how_to_fetch_the_history(
    committed: Git, revision: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As actions/checkout leaves it: one commit of the branch, and one of the target."""
    commit(committed)
    committed("checkout", "--quiet", "main")
    committed("commit", "--quiet", "--allow-empty", "--message", "third")
    committed("checkout", "--quiet", "branch")
    source = Path.cwd().as_uri()
    committed("clone", "--quiet", "--depth=1", "--no-single-branch", source, str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    with pytest.raises(InputError, match=r"shallow.*`fetch-depth: 0` for actions/checkout"):
        changed_since(revision, SUFFIXES)


def test_a_partial_clone_says_what_it_lacks(committed: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(committed)
    committed("config", "uploadpack.allowFilter", "true")
    committed("clone", "--quiet", "--filter=blob:none", Path.cwd().as_uri(), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    with pytest.raises(InputError, match=r"git lacks what a\.md held before.*without --filter"):
        changed_since("origin/main", SUFFIXES)
