"""Looks at a folder that claimlint is to be set up in: which documents it holds, and which tools it knows already."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimlint.configuration.loading import has_configuration, nearest_manifest
from claimlint.configuration.paths import is_file, is_folder, normalised
from claimlint.data import read_data
from claimlint.git import ask_git
from claimlint.importing import TABLE_SUFFIXES
from claimlint.importing.wordings import folded
from claimlint.manifest.names import FILE_NAMES, LOCK_NAME
from claimlint.readers.formats import ON_REQUEST, SUFFIXES
from claimlint.sources.walking import Unreadable, folders_below, walk

DEPTH = 4
"""How far down folder names are looked at for channels."""

PRE_COMMIT = ".pre-commit-config.yaml"


@dataclass(frozen=True, slots=True)
class Generator:
    """A program that makes a site of content. exclude: folders that it fills, and those with its templates."""

    name: str
    content: tuple[Path, ...]
    exclude: tuple[Path, ...]


@dataclass(frozen=True)
class Survey:
    """What stands in a folder and above it; all paths absolute.

    documents: that could be copy, those that git ignores left out. folders: below, down to DEPTH. ignored: what git ignores.
    manifests: that hold here: the nearest upwards, else those that lie nearest below. tables: that may hold requirements, by their names.
    configured: whether the folder has a configuration. repository: the top of the git repository, None where there is none.
    integration: names of services whose configuration is here.
    """

    folder: Path
    documents: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()
    ignored: tuple[Path, ...] = ()
    manifests: tuple[Path, ...] = ()
    tables: tuple[Path, ...] = ()
    configured: bool = False
    repository: Path | None = None
    generators: tuple[Generator, ...] = ()
    integration: tuple[str, ...] = ()
    pre_commit: bool = False
    formats: Mapping[str, int] = field(default_factory=dict)


def survey(folder: Path) -> Survey:
    """Look at a folder, without opening any of its documents."""
    folder = normalised(folder)
    repository, ignored = _repository(folder), _ignored(folder)
    files = [path for path in walk(folder) if not isinstance(path, Unreadable) and not _is_in(path, ignored)]
    documents = tuple(path for path in files if _is_document(path))
    suffixes = sorted(path.suffix.lower() for path in documents)
    data = read_data("starting/files.yaml", as_text=True)
    return Survey(
        folder,
        documents,
        tuple(path for path in folders_below(folder, DEPTH) if not _is_in(path, ignored)),
        ignored,
        nearest_manifest(folder) or _below(files),
        tuple(path for path in files if _may_hold_requirements(path, data["tables"])),
        has_configuration(folder),
        repository,
        tuple(_generators(folder, data["generators"])),
        tuple(name for name, place in data["integration"].items() if (top := folder / place) and (is_file(top) or is_folder(top))),
        is_file((repository or folder) / PRE_COMMIT),
        {suffix: suffixes.count(suffix) for suffix in dict.fromkeys(suffixes)},
    )


def _repository(folder: Path) -> Path | None:
    answer = _git(folder, "rev-parse", "--show-toplevel")
    return normalised(Path(answer.strip())) if answer else None


def _ignored(folder: Path) -> tuple[Path, ...]:
    """Give the files and folders below that git ignores; nothing where it does not know the folder."""
    answer = _git(folder, "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory")
    found = (normalised(folder / name) for name in answer.split("\0") if name)
    return tuple(path for path in found if path != folder)  # a folder that is itself ignored is looked at all the same


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = ask_git(*arguments, folder=folder)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _is_in(path: Path, ignored: tuple[Path, ...]) -> bool:
    return any(path.is_relative_to(outer) for outer in ignored)


def _is_document(path: Path) -> bool:
    suffix = path.suffix.lower()
    return suffix in SUFFIXES and suffix not in ON_REQUEST and not path.name.startswith(("~$", "."))


def _below(files: list[Path]) -> tuple[Path, ...]:
    """Give the manifests that lie least deep; a copy counts only where there is no manifest beside it."""
    found = [path for path in files if path.name in FILE_NAMES]
    own = [path for path in found if path.name != LOCK_NAME or path.parent not in {other.parent for other in found if other != path}]
    depth = min((len(path.parts) for path in own), default=0)
    return tuple(path for path in own if len(path.parts) == depth)


def _may_hold_requirements(path: Path, names: list[str]) -> bool:
    words = f" {folded(path.stem)} "
    return path.suffix.lower() in TABLE_SUFFIXES and not path.name.startswith("~$") and any(f" {folded(name)} " in words for name in names)


def _generators(folder: Path, known: Mapping[str, Any]) -> Iterator[Generator]:
    for name, about in known.items():
        if any(is_file(folder / file) for file in about["known-by"]):
            yield Generator(
                name,
                tuple(folder / each for each in about["content"] if is_folder(folder / each)),
                tuple(folder / each for each in about["exclude"] if is_folder(folder / each)),
            )
