"""Manifest files as they were: `REV:path` names a file of a git revision, and git is asked for it without any network."""

from __future__ import annotations

import os
import posixpath
import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from claimlint.errors import InputError, Problem
from claimlint.git import ask_git
from claimlint.manifest.source import ManifestSource, parsed_source, read_source

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


def names_revision(name: str) -> bool:
    """Tell `HEAD:capabilities.yaml` from the path of a file; an existing file is a file, and a drive letter names no revision."""
    return ":" in name and not _DRIVE.match(name) and not Path(name).is_file()


def read_named(name: str, problems: list[Problem]) -> ManifestSource:
    """Read and parse a manifest file, or with `REV:path` the one that a git revision holds; what is wrong is appended to problems.

    As for git, the path is seen from the top of the repository, or with `./` from the working directory, and nothing before the
    colon means what is staged.
    """
    if not names_revision(name):
        return read_source(Path(name), problems)
    revision = name.partition(":")[0]
    if revision.startswith("-"):
        problems.append(Problem(name, None, None, f'"{revision}" is no revision.', "Name a commit, a branch or a tag before the colon."))
        return ManifestSource(name, b"", None)
    try:
        shown = ask_git("cat-file", "blob", name)
        if shown.returncode == 0:
            return parsed_source(name, shown.stdout, problems)
        problems.append(_why_not(name, revision))
    except (OSError, subprocess.SubprocessError) as error:
        remedy = "Install git, or name a file."
        problems.append(Problem(name, None, None, f"git could not be asked for this revision ({type(error).__name__}).", remedy))
    return ManifestSource(name, b"", None)


def names_at(revision: str, paths: Iterable[Path]) -> dict[Path, str]:
    """Give for each file that a git revision has its name there, REV:path, seen from the top of the repository.

    A file that git takes for renamed since then has its earlier name; one that the revision does not have is left out, and so is every
    file where nothing has been committed yet and the revision is HEAD. Raises InputError where there is no repository, or no such revision.
    """
    try:
        here = ask_git("rev-parse", "--show-prefix")
        if revision.startswith("-") or here.returncode != 0 or not _has_commit(revision):
            if here.returncode == 0 and revision == "HEAD":
                return {}
            raise InputError(_why_not(revision, revision))
        return _names_at(revision, os.fsdecode(here.stdout).rstrip("\n"), paths)
    except (OSError, subprocess.SubprocessError) as error:
        message = f"git could not be asked for this revision ({type(error).__name__})."
        raise InputError(Problem(revision, None, None, message, "Install git.")) from error


def _names_at(revision: str, prefix: str, paths: Iterable[Path]) -> dict[Path, str]:
    found: dict[Path, str] = {}
    renamed: Mapping[str, str] | None = None
    for path in paths:
        name = posixpath.normpath(prefix + Path(os.path.relpath(path)).as_posix())
        if ask_git("cat-file", "-e", f"{revision}:{name}").returncode != 0:
            renamed = _renamed_since(revision) if renamed is None else renamed
            if name not in renamed:
                continue
            name = renamed[name]
        found[path] = f"{revision}:{name}"
    return found


def _has_commit(revision: str) -> bool:
    return ask_git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").returncode == 0


def _renamed_since(revision: str) -> dict[str, str]:
    """Give earlier paths of files by the present ones, both from the top of the repository."""
    told = ask_git("diff", "--name-status", "-z", "--no-relative", "--find-renames", "--diff-filter=R", revision)
    fields = os.fsdecode(told.stdout).split("\0")[:-1]
    return dict(zip(fields[2::3], fields[1::3], strict=True))


def _why_not(name: str, revision: str) -> Problem:
    if ask_git("rev-parse", "--git-dir").returncode != 0:
        message = "there is no such file, and no git repository here that could have such a revision."
        return Problem(name, None, None, message, "Correct the path, or run this within the repository.")
    if revision and ask_git("rev-parse", "--verify", "--quiet", revision).returncode != 0:
        message = f'the git repository has no revision "{revision}".'
        return Problem(name, None, None, message, "Correct it, or fetch it first: a shallow checkout holds one revision only.")
    where = f'the revision "{revision}"' if revision else "what is staged"
    message = f"there is no such file in {where}."
    return Problem(name, None, None, message, "Name it from the top of the repository, or with ./ from this folder.")
