"""Walks a folder in a stable order, past what holds no copy, and survives what cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimlint.configuration.paths import is_file, is_folder

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv"})
"""Beside hidden folders and those with a pyvenv.cfg: what tools put there is nobody's copy."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A folder or file that cannot be looked at, and why."""

    path: Path
    reason: str


def walk(folder: Path) -> Iterator[Path | Unreadable]:
    """Give the files below a folder, sorted within each folder, and what could not be looked at.

    Links to folders are followed where they lead out of the tree, each target once; those that lead back into it, or above
    it, are not: what stands there is found in its own place.
    """
    root = Path(os.path.realpath(folder))
    yield from _walk(folder, root, {root})


def folders_below(folder: Path, depth: int) -> Iterator[Path]:
    """Give the folders below a folder, sorted, down to a depth; what cannot be opened, and links, are left out."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        if is_folder(entry) and not entry.is_symlink() and not _is_skipped(entry):
            yield entry
            if depth > 1:
                yield from folders_below(entry, depth - 1)


def _walk(folder: Path, root: Path, seen: set[Path]) -> Iterator[Path | Unreadable]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield Unreadable(folder, f"the folder cannot be opened: {error.strerror or error}")
        return
    for entry in entries:
        if is_folder(entry):
            if not _is_skipped(entry) and _is_new(entry, root, seen):
                yield from _walk(entry, root, seen)
        else:
            yield entry


def passes_by(name: str) -> bool:
    """Tell whether a folder is never looked into for its name."""
    return name.startswith(".") or name in SKIPPED_FOLDERS


def _is_skipped(folder: Path) -> bool:
    return passes_by(folder.name) or is_file(folder / "pyvenv.cfg")


def _is_new(folder: Path, root: Path, seen: set[Path]) -> bool:
    if not folder.is_symlink():
        return True
    target = Path(os.path.realpath(folder))
    if target in seen or target.is_relative_to(root) or root.is_relative_to(target):
        return False
    seen.add(target)
    return True
