"""Reads a unified diff, as `git diff` and `diff -u` print it, into values; what it says is not compared with any file here.

The format is that of https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html, with the headers of
https://git-scm.com/docs/diff-format ("Generating patch text with -p").

The libraries unidiff (1.0.1) and whatthepatch (1.0.7) are not used: they take text, where a diff holds files of several encodings, leave
git's quoted names as they are, and read prose and combined diffs as changes of nothing, which would let a change pass unchecked.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimlint.sources.changes.diff_names import both_names_in, name_in

_HUNK = re.compile(rb"@@ -\d+(?:,(?P<removed>\d+))? \+(?P<start>\d+)(?:,(?P<added>\d+))? @@")
_REFUSED: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\x1b\["), "has colours in it; make it with --no-color"),
    (re.compile(rb"diff --(cc|combined) "), "is the combined diff of a merge; compare with one side, as `git diff main...` does"),
    (re.compile(rb"Only in "), "names a file without its text; make it with `diff -N`, or with git"),
    (
        re.compile(rb"Submodule .+ ([0-9a-f]{4,}\.{2,3}[0-9a-f]{4,}|contains (untracked|modified) content)"),
        "names a repository within in words alone; make it with --submodule=short",
    ),
)
"""How a line outside hunks begins that says that the diff cannot be followed, and why."""


class NotADiff(ValueError):
    """It is no unified diff, or none that can be followed. line: of the diff, from 1; the message goes on after "the diff"."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch of changes. line: its own in the diff, from 1. start: how many lines of the new file stand before it.

    lines: the sign (" ", "-" or "+") and the bytes of each, with the line end where it has one.
    """

    line: int
    start: int
    lines: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class FileDiff:
    """The changes of one file. line: where it begins in the diff, from 1. old, new: its names, None where there is no such file.

    renamed, copied: so git says. opaque: what it held before is not told (binary files, and repositories within).
    """

    line: int
    old: str | None
    new: str | None
    hunks: tuple[Hunk, ...] = ()
    renamed: bool = False
    copied: bool = False
    opaque: bool = False


def read_diff(data: bytes) -> tuple[FileDiff, ...]:
    """Read a diff; one without any text changes nothing.

    Raises NotADiff for what is none or was cut off, and for combined ones and others that cannot be followed.
    """
    decoded = _decoded(data)
    lines = decoded.removesuffix(b"\n").split(b"\n") if decoded else []
    found = tuple(_Reader([line + b"\n" for line in lines]).files())
    if not found and data.strip():
        raise NotADiff(1, "names no file; a unified diff is needed, as `git diff` or `diff -u` prints it")
    return found


def _decoded(data: bytes) -> bytes:
    """Give the bytes in UTF-8 where a shell has written them as UTF-16, and without a byte order mark."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode()
    return data.removeprefix(codecs.BOM_UTF8)


class _Reader:
    """Goes through the lines of a diff, each of which ends with a line feed."""

    def __init__(self, lines: list[bytes]) -> None:
        self._lines = lines
        self._at = 0

    def files(self) -> Iterator[FileDiff]:
        """Yield the files; words around them, such as the message of a commit, are passed over."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            self._refuse(line)
            if line.startswith(b"diff --git "):
                yield self._file_of_git(line)
            elif self._has_names():
                yield self._with_changes(FileDiff(self._at + 1, None, None))
            elif _HUNK.match(line):
                raise NotADiff(self._at + 1, "has changes before it names a file")
            else:
                self._at += 1

    def _file_of_git(self, line: bytes) -> FileDiff:
        found = FileDiff(self._at + 1, *both_names_in(line.removeprefix(b"diff --git ")))
        named = found.old is not None
        self._at += 1
        while self._at < len(self._lines) and not self._has_names():
            line = self._lines[self._at]
            if line.startswith((b"diff ", b"@@ ")) or not line.strip():
                break
            found = _with_header(found, line)
            self._at += 1
        if self._has_names():
            return self._with_changes(found)
        if not named and not found.renamed and not found.copied:
            raise NotADiff(found.line, "does not say plainly which file this is")
        return found

    def _with_changes(self, found: FileDiff) -> FileDiff:
        old, new = (name_in(self._lines[self._at + place][len("--- ") :]) for place in (0, 1))
        self._at += 2
        hunks = []
        while self._at < len(self._lines) and (header := _HUNK.match(self._lines[self._at])):
            hunks.append(self._hunk(header))
        return replace(found, old=old, new=new, hunks=tuple(hunks))

    def _hunk(self, header: re.Match[bytes]) -> Hunk:
        place = self._at + 1
        removed, added = (int(header[name]) if header[name] is not None else 1 for name in ("removed", "added"))
        start = int(header["start"]) - (added > 0)
        lines: list[tuple[str, bytes]] = []
        self._at += 1
        while removed or added or self._is_about_line_end():
            line = self._lines[self._at] if self._at < len(self._lines) else b""
            sign = " " if line in (b"\n", b"\r\n") else line[:1].decode("latin-1")
            if sign == "\\" and lines:
                lines[-1] = lines[-1][0], lines[-1][1].rstrip(b"\r\n")
            elif sign in (" ", "-", "+") and (removed or sign == "+") and (added or sign == "-"):
                lines.append((sign, line[1:] if line.strip(b"\r\n") else line))
                removed, added = removed - (sign != "+"), added - (sign != "-")
            else:
                raise NotADiff(self._at + 1, f"does not hold the lines that line {place} of it announces; was it cut off?")
            self._at += 1
        return Hunk(place, start, tuple(lines))

    def _is_about_line_end(self) -> bool:
        return self._at < len(self._lines) and self._lines[self._at].startswith(b"\\ ")

    def _has_names(self) -> bool:
        pair = self._lines[self._at : self._at + 2]
        return len(pair) == 2 and pair[0].startswith(b"--- ") and pair[1].startswith(b"+++ ")

    def _refuse(self, line: bytes) -> None:
        for beginning, why in _REFUSED:
            if beginning.match(line):
                raise NotADiff(self._at + 1, why)


def _with_header(found: FileDiff, line: bytes) -> FileDiff:
    """Give the file with what a line of git's header says of it."""
    words = line.split()
    if line.startswith((b"rename from ", b"copy from ")):
        return replace(found, old=name_in(line.split(b" from ", 1)[1]), renamed=words[0] == b"rename", copied=words[0] == b"copy")
    if line.startswith((b"rename to ", b"copy to ")):
        return replace(found, new=name_in(line.split(b" to ", 1)[1]))
    if line.startswith(b"new file mode "):
        return replace(found, old=None)
    if line.startswith(b"deleted file mode "):
        return replace(found, new=None)
    is_opaque = line.startswith((b"Binary files ", b"GIT binary patch")) or words[-1] in (b"160000", b"120000")
    return replace(found, opaque=found.opaque or is_opaque)
