"""A diff held against the files here: which it names, and what they were."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimlint.errors import InputError
from claimlint.sources.changes import Change, changed_by, place_of

Git = Callable[..., bytes]
SUFFIXES = (".md", ".docx")


def write(name: str, data: bytes = b"one\n") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(data)


def read(diff: str) -> Change:
    return changed_by(diff.encode(), "change.patch", SUFFIXES, {})


def told(change: Change) -> list[tuple[str | None, str | None, bytes | None]]:
    here = Path.cwd().resolve()

    def short(path: Path | None) -> str | None:
        return path.relative_to(here).as_posix() if path else None

    return [(short(file.path), short(file.old_path), file.before) for file in change.files]


def hunk(old: str, new: str) -> str:
    return f"--- {old}\n+++ {new}\n@@ -1 +1 @@\n-zero\n+one\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, outside any repository, with two documents."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    write("x.md")
    write("docs/y z.md")
    return tmp_path


@pytest.mark.parametrize(
    ("diff", "expected"),
    [
        pytest.param(hunk("a/x.md", "b/x.md"), [("x.md", "x.md", b"zero\n")], id="prefixes of git"),
        pytest.param(hunk("i/x.md", "w/x.md"), [("x.md", "x.md", b"zero\n")], id="mnemonic prefixes"),
        pytest.param(hunk("x.md", "x.md"), [("x.md", "x.md", b"zero\n")], id="no prefixes"),
        pytest.param(hunk("x.md.orig", "x.md"), [("x.md", "x.md", b"zero\n")], id="a copy beside it"),
        pytest.param(hunk("old/docs/y z.md", "new/docs/y z.md"), [("docs/y z.md", "docs/y z.md", b"zero\n")], id="folders beside it"),
        pytest.param("--- a/x.md\n+++ b/x.md\n@@ -0,0 +1 @@\n+one\n", [("x.md", "x.md", b"")], id="empty before"),
        pytest.param("--- /dev/null\n+++ b/x.md\n@@ -0,0 +1 @@\n+one\n", [("x.md", None, None)], id="new"),
        pytest.param("--- a/gone.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-one\n", [(None, "gone.md", b"one\n")], id="deleted"),
        pytest.param(
            "diff --git a/w.md b/x.md\nsimilarity index 90%\nrename from w.md\nrename to x.md\n" + hunk("a/w.md", "b/x.md"),
            [("x.md", "w.md", b"zero\n")],
            id="renamed and changed",
        ),
        pytest.param(
            "diff --git a/beta/x.md b/x.md\nsimilarity index 100%\nrename from beta/x.md\nrename to x.md\n",
            [("x.md", "beta/x.md", b"one\n")],
            id="renamed",
        ),
        pytest.param("diff --git a/w.md b/x.md\ncopy from w.md\ncopy to x.md\n", [("x.md", None, None)], id="copied"),
        pytest.param(hunk("a/code.py", "b/code.py"), [("code.py", "code.py", None)], id="not a document"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_files(folder: Path, diff: str, expected: list[tuple[str | None, str | None, bytes | None]]) -> None:
    assert told(read(diff)) == expected


def test_a_binary_document_has_no_older_version(folder: Path) -> None:
    write("x.docx")
    diff = "diff --git a/x.docx b/x.docx\nindex 12..34 100644\nBinary files a/x.docx and b/x.docx differ\n"
    assert told(read(diff)) == [("x.docx", "x.docx", None)]


def test_names_are_seen_from_the_top_of_the_repository(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    write("docs/x.md", b"zero\n")
    git("add", "--all")
    write("docs/x.md")
    diff = git("diff")
    monkeypatch.chdir("docs")
    assert told(changed_by(diff, "-", SUFFIXES, {})) == [("x.md", "x.md", b"zero\n")]


def test_a_relative_diff_is_seen_from_the_working_directory(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    write("docs/x.md", b"zero\n")
    git("add", "--all")
    write("docs/x.md")
    monkeypatch.chdir("docs")
    assert told(changed_by(git("diff", "--relative"), "-", SUFFIXES, {})) == [("x.md", "x.md", b"zero\n")]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("name", ["ü.md", "sp ace.md", 'qu"ote.md', "tab\t.md"])
def test_names_and_line_ends_as_git_writes_them(git: Git, name: str, end: bytes) -> None:
    write(name, b"zero" + end + b"same")
    git("add", "--all")
    write(name, b"one" + end + b"same")
    assert told(changed_by(git("diff"), "-", SUFFIXES, {})) == [(name, name, b"zero" + end + b"same")]


def test_a_document_on_standard_input_takes_the_place_of_its_file(folder: Path) -> None:
    change = changed_by(hunk("x.md", "x.md").encode(), "-", SUFFIXES, {place_of(Path("x.md")): b"one\nmore\n"})
    assert told(change) == [("x.md", "x.md", b"zero\nmore\n")]


@pytest.mark.parametrize(
    ("diff", "message"),
    [
        pytest.param("Hello.\n", "change.patch:1: the diff names no file; a unified diff is needed", id="no diff"),
        pytest.param(hunk("a/w.md", "b/w.md"), "change.patch:1: the diff names b/w.md, and there is no such file.", id="no such file"),
        pytest.param(hunk("a/x.md", "b/x.md").replace("+one", "+two"), "change.patch:5: the diff does not fit x.md", id="another text"),
        pytest.param(hunk("a/x.md", "b/x.md") * 2, "change.patch:6: the diff names x.md twice", id="twice"),
    ],
)
def test_what_does_not_go_with_the_files_is_refused(folder: Path, diff: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(diff)
    assert str(caught.value).startswith(message)
