"""What has changed since a revision: commits of this branch, what is not committed yet, and files that git does not know."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from claimlint.configuration.paths import is_file
from claimlint.errors import InputError, Problem
from claimlint.git import ask_git
from claimlint.sources.changes.model import Change, ChangedFile, is_compared

_FILES = frozenset({"100644", "100755"})
_RENAMED = "R"
_DEEPEN = "Fetch the whole history: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` on GitLab."


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of a commit: its mode, and the name of its content."""

    mode: str
    blob: str


def changed_since(revision: str, suffixes: Collection[str], given: Collection[Path] = ()) -> Change:
    """Give what differs between the working tree and the last commit that a revision and the present one share.

    That commit is what a pull request is compared with: what others did to their branch in the meantime is no change of this one.
    suffixes: of the files whose old content is asked for, lower case with the dot. given: the places of documents that came on
    standard input, which differ from the files there, whatever git knows of these.
    Raises InputError where there is no git or no repository here, where it does not know the revision or no commit that is shared
    with it, and where it lacks the old content.
    """
    repository = _Repository(revision, suffixes)
    shared = repository.shared_commit()
    old = dict(repository.entries(shared))
    differences = list(repository.differences(shared))
    met = {path for path, _ in differences}
    differences += [(path, path) for path in old if repository.top / path in given and path not in met]
    files = [repository.changed_file(path, old_path, old) for path, old_path in differences]
    files = _followed(files, [repository.top / path for path in repository.untracked()])
    known = frozenset(repository.top / path for path in old)
    return Change(f"the change since {revision}", tuple(files), known)


def _followed(files: Iterable[ChangedFile], untracked: Iterable[Path]) -> list[ChangedFile]:
    """Give changed files with those that git does not know yet; one that holds what a deleted one held was renamed."""
    deleted = {file.before: file for file in files if file.path is None and file.before}
    found = []
    for path in untracked:
        is_likely = any(file.old_path is not None and file.old_path.suffix == path.suffix for file in deleted.values())
        old = deleted.pop(path.read_bytes(), None) if is_likely and is_file(path) else None
        found.append(replace(old, path=path) if old else ChangedFile(path))
    renamed = {file.old_path for file in found}
    return [file for file in files if file.path is not None or file.old_path not in renamed] + found


class _Repository:
    """The repository of the working directory. top: its highest folder, links followed."""

    def __init__(self, revision: str, suffixes: Collection[str]) -> None:
        self._revision = revision
        self._suffixes = suffixes
        self._name = f"--changed-since {revision}"
        self.top = Path()
        if not revision or revision.startswith("-"):
            raise self._problem("is no revision.", "Name a branch, a tag or a commit.")
        asked = self._ask("rev-parse", "--show-toplevel")
        if asked.returncode != 0:
            raise self._problem(f"there is no git repository here: {_said(asked)}.", "Run this within one, or name a diff with --diff.")
        self.top = Path(os.path.realpath(os.fsdecode(asked.stdout.rstrip(b"\r\n"))))

    def shared_commit(self) -> str:
        """Give the merge base of the revision and the present commit."""
        if self._ask("rev-parse", "--verify", "--quiet", f"{self._revision}^{{commit}}").returncode != 0:
            remedy = "Correct it, or fetch it first" + (f": this clone is shallow. {_DEEPEN}" if self._is_shallow() else ".")
            raise self._problem("git knows no such revision here.", remedy)
        if self._ask("rev-parse", "--verify", "--quiet", "HEAD").returncode != 0:
            raise self._problem("nothing is committed on this branch yet.", "Commit first.")
        asked = self._ask("merge-base", self._revision, "HEAD")
        if asked.returncode != 0:
            shallow = self._is_shallow()
            what = "this clone is shallow, and lacks the commit where the branch left it." if shallow else "it shares no commit with HEAD."
            raise self._problem(what, _DEEPEN if shallow else "Name the branch that this one began on.")
        return asked.stdout.decode().split()[0]

    def entries(self, commit: str) -> Iterator[tuple[str, _Entry]]:
        """Yield the files of a commit by their paths, as seen from the top."""
        for line in self._listed("ls-tree", "-r", "-z", "--full-tree", commit):
            about, _, path = line.partition("\t")
            mode, _, blob = about.split()
            yield path, _Entry(mode, blob)

    def differences(self, commit: str) -> Iterator[tuple[str | None, str | None]]:
        """Yield the present and the old path of each file that differs from a commit; None where there is no such file."""
        options = ("--raw", "-z", "--no-abbrev", "--find-renames", "--no-ext-diff", "--ignore-submodules=none")
        fields = iter(self._listed("--no-optional-locks", "diff", *options, commit, "--"))
        for about in fields:
            kind, path = about.split()[-1], next(fields)
            if kind.startswith(_RENAMED):
                yield next(fields), path
            else:
                yield (None if kind == "D" else path), (None if kind == "A" else path)

    def untracked(self) -> Iterator[str]:
        """Yield the paths of files that git neither knows nor ignores."""
        return (path for path in self._listed("ls-files", "-z", "--others", "--exclude-standard") if not path.endswith("/"))

    def changed_file(self, path: str | None, old_path: str | None, old: dict[str, _Entry]) -> ChangedFile:
        """Give a changed file, with its old content where it is one that can be read."""
        present = self.top / path if path is not None else None
        entry = old.get(old_path) if old_path is not None else None
        if old_path is None or entry is None:
            return ChangedFile(present)
        wanted = entry.mode in _FILES and is_compared(old_path, self._suffixes)
        return ChangedFile(present, self.top / old_path, self._content(entry.blob, old_path) if wanted else None)

    def _content(self, blob: str, path: str) -> bytes:
        asked = self._ask("cat-file", "blob", blob)
        if asked.returncode != 0:
            raise self._problem(f"git lacks what {path} held before: {_said(asked)}.", "Fetch it, or clone without --filter.")
        return asked.stdout

    def _listed(self, *arguments: str) -> list[str]:
        asked = self._ask(*arguments)
        if asked.returncode != 0:
            raise self._problem(f"git cannot compare: {_said(asked)}.", "A partial clone may lack what it takes: clone without --filter.")
        return [os.fsdecode(part) for part in asked.stdout.split(b"\0") if part]

    def _is_shallow(self) -> bool:
        return self._ask("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def _ask(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return ask_git(*arguments, folder=self.top)
        except (OSError, subprocess.SubprocessError) as error:
            raise self._problem(f"git cannot be asked: {error}.", "Is git installed?") from None

    def _problem(self, message: str, remedy: str) -> InputError:
        return InputError(Problem(self._name, None, None, message, remedy))


def _said(asked: subprocess.CompletedProcess[bytes]) -> str:
    return " ".join(asked.stderr.decode("utf-8", "replace").split()).rstrip(".") or "it does not say why"
