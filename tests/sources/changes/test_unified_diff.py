"""Diffs as git and diff write them, read into values."""

from __future__ import annotations

import pytest

from claimlint.sources.changes.unified_diff import NotADiff, read_diff

HUNK = "@@ -1 +1 @@\n-a\n+b\n"


def with_names(old: str, new: str) -> str:
    return f"--- {old}\n+++ {new}\n{HUNK}"


@pytest.mark.parametrize(
    ("diff", "names"),
    [
        pytest.param("", [], id="nothing changed"),
        pytest.param(with_names("a/x.md", "b/x.md"), [("a/x.md", "b/x.md")], id="names alone"),
        pytest.param(with_names("x.md\t2026-11-01 10:00:00 +0000", "x.md\t2026-11-02"), [("x.md", "x.md")], id="times behind names"),
        pytest.param("diff --git a/x.md b/x.md\nindex 12..34 100644\n" + with_names("a/x.md", "b/x.md"), [("a/x.md", "b/x.md")], id="git"),
        pytest.param("diff --git a/my x.md b/my x.md\nold mode 100644\nnew mode 100755\n", [("a/my x.md", "b/my x.md")], id="mode, spaces"),
        pytest.param(
            'diff --git "a/\\303\\274.md" "b/\\303\\274.md"\nnew file mode 100644\nindex 0..1\n', [(None, "b/ü.md")], id="quoted, empty"
        ),
        pytest.param(
            'diff --git a/x.md "b/\\"q\\".md"\nrename from x.md\nrename to "\\"q\\".md"\n', [("x.md", '"q".md')], id="quotes in a name"
        ),
        pytest.param(
            "diff --git a/x b/y\nsimilarity index 100%\nrename from x y.md\nrename to y z.md\n", [("x y.md", "y z.md")], id="renamed"
        ),
        pytest.param(
            "diff --git a/x.md b/x.md\ndeleted file mode 100644\n--- a/x.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n",
            [("a/x.md", None)],
            id="deleted",
        ),
        pytest.param(
            "diff --git a/x.md b/x.md\nnew file mode 100644\n--- /dev/null\n+++ b/x.md\n@@ -0,0 +1 @@\n+a\n", [(None, "b/x.md")], id="new"
        ),
        pytest.param(with_names("a/x", "b/x") + with_names("a/y", "b/y"), [("a/x", "b/x"), ("a/y", "b/y")], id="two files"),
        pytest.param("Words of a commit\n\n---\n x | 2 +-\n\n" + with_names("a/x", "b/x") + "-- \n2.39\n", [("a/x", "b/x")], id="a mail"),
        pytest.param("diff -ru o/x n/x\n" + with_names("o/x", "n/x"), [("o/x", "n/x")], id="diff -ru"),
    ],
)
def test_names(diff: str, names: list[tuple[str | None, str | None]]) -> None:
    assert [(file.old, file.new) for file in read_diff(diff.encode())] == names


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("@@ -1,2 +1,2 @@ # Head\n a\n-b\n+c\n", [(" ", b"a\n"), ("-", b"b\n"), ("+", b"c\n")], id="plain"),
        pytest.param("@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n", [("-", b"a"), ("+", b"b\n")], id="old without a line end"),
        pytest.param("@@ -1 +1 @@\n-a\n+b\n\\ No newline at end of file\n", [("-", b"a\n"), ("+", b"b")], id="new without a line end"),
        pytest.param("@@ -1 +1 @@\r\n-a\r\n+b\r\n", [("-", b"a\r\n"), ("+", b"b\r\n")], id="CRLF"),
        pytest.param("@@ -1,2 +1,2 @@\n\n-b\n+c\n", [(" ", b"\n"), ("-", b"b\n"), ("+", b"c\n")], id="an empty line that lost its space"),
        pytest.param(
            "@@ -1,2 +1,2 @@\n--- a\n-b\n+++ c\n+d\n",
            [("-", b"-- a\n"), ("-", b"b\n"), ("+", b"++ c\n"), ("+", b"d\n")],
            id="looks like names",
        ),
    ],
)
def test_lines_of_a_hunk(text: str, lines: list[tuple[str, bytes]]) -> None:
    (file,) = read_diff(b"--- a/x\n+++ b/x\n" + text.encode())
    assert list(file.hunks[0].lines) == lines


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_shell_may_have_written_it_in_another_encoding(encoding: str) -> None:
    (file,) = read_diff(with_names("a/ü.md", "b/ü.md").encode(encoding))
    assert file.new == "b/ü.md"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("diff --git a/x.docx b/x.docx\nindex 12..34 100644\nBinary files a/x.docx and b/x.docx differ\n", id="binary"),
        pytest.param("diff --git a/x b/x\nindex 12..34 100644\nGIT binary patch\nliteral 3\nKcmZ\n\nliteral 2\nKcm\n\n", id="binary patch"),
        pytest.param("diff --git a/x b/x\nindex 12..34 160000\n" + with_names("a/x", "b/x"), id="repository within"),
    ],
)
def test_what_is_no_text_is_opaque(text: str) -> None:
    assert [file.opaque for file in read_diff(text.encode())] == [True]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param("Hello.\n", 1, "names no file", id="prose"),
        pytest.param("1c1\n< a\n---\n> b\n", 1, "names no file", id="a plain diff"),
        pytest.param("*** a\n--- b\n***************\n", 1, "names no file", id="a context diff"),
        pytest.param(HUNK, 1, "before it names a file", id="no names"),
        pytest.param("--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n-b\n", 6, "cut off", id="cut off"),
        pytest.param("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n-b\n", 5, "cut off", id="another line than announced"),
        pytest.param("diff --cc x\nindex 1,2..3\n--- a/x\n+++ b/x\n@@@ -1 -1 +1 @@@\n", 1, "combined", id="a merge"),
        pytest.param("\x1b[1mdiff --git a/x b/x\x1b[m\n", 1, "colours", id="colours"),
        pytest.param("Only in new: x.md\n", 1, "without its text", id="diff -r without -N"),
        pytest.param(with_names("a/x", "b/x") + "Submodule y cbc034f..4f1ca72:\n  > More\n", 6, "--submodule=short", id="submodule=log"),
        pytest.param("Submodule facts contains modified content\n", 1, "--submodule=short", id="a submodule that is not committed"),
        pytest.param("diff --git a/x y b/z\nold mode 100644\nnew mode 100755\n", 1, "plainly", id="names that cannot be told apart"),
    ],
)
def test_what_cannot_be_followed_is_refused(text: str, line: int, message: str) -> None:
    with pytest.raises(NotADiff, match=message) as caught:
        read_diff(text.encode())
    assert caught.value.line == line
