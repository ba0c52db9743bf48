"""The baseline as it was where a branch began, asked of git: what a pull request is held against."""

from __future__ import annotations

import subprocess
from pathlib import Path

from claimlint.errors import InputError, Problem
from claimlint.git import ask_git

_REMEDY = "A shallow clone lacks what lies behind: fetch the whole history, and name a branch or commit that is there."


def baseline_since(path: Path, revision: str) -> bytes | None:
    """Give the bytes of a file at the last commit that a revision and the present one share; None where it had no such file.

    Raises InputError where git does not know the revision, or is not there.
    """
    name = f"--ratchet-from {revision}"
    if revision.startswith("-"):
        raise InputError(Problem(name, None, None, "is no revision.", "Name a branch, a tag or a commit."))
    shared = _ask(path.parent, name, "merge-base", revision, "HEAD").decode().strip()
    listed = _ask(path.parent, name, "ls-tree", shared, "--", path.name).split()
    return _ask(path.parent, name, "cat-file", "blob", listed[2].decode()) if len(listed) > 2 else None


def _ask(folder: Path, name: str, *arguments: str) -> bytes:
    try:
        asked = ask_git(*arguments, folder=folder)
    except (OSError, subprocess.SubprocessError) as error:
        raise InputError(Problem(name, None, None, f"git cannot be asked: {error}.", "Is git installed?")) from None
    if asked.returncode != 0:
        said = " ".join(asked.stderr.decode("utf-8", "replace").split()) or "no commit is shared with it"
        raise InputError(Problem(name, None, None, f"git does not know this revision here: {said}.", _REMEDY))
    return asked.stdout
