"""Paths as claimlint compares them: absolute, without "." and "..", links not followed."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

_REMEMBERED = 4096
"""So many paths are remembered: each is asked for many times, and taking one apart takes long."""


def normalised(path: Path, folder: Path | None = None) -> Path:
    """Give a path as absolute, seen from a folder (the working directory by default), whether it exists or not."""
    seen = folder / path if folder else path
    return _absolute(seen, None if seen.is_absolute() else Path.cwd())


def relative_to(path: Path, folder: Path) -> str:
    """Give a path as seen from a folder, with forward slashes; absolute where the two are on different drives."""
    return _relative(normalised(path), normalised(folder))


def reported(path: Path) -> str:
    """Give a path as reports and messages name it: short below the working directory, else as it was named.

    Where it is absolute and shares a folder with the working directory, as what a configuration further up names, it is given as seen
    from there: the same copy is then reported the same wherever the repository lies.
    """
    return _reported(path, normalised(Path()))


@lru_cache(maxsize=_REMEMBERED)
def _absolute(path: Path, here: Path | None) -> Path:
    return Path(os.path.normpath(here / path if here else path))


@lru_cache(maxsize=_REMEMBERED)
def _relative(path: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return path.as_posix()


@lru_cache(maxsize=_REMEMBERED)
def _reported(path: Path, here: Path) -> str:
    absolute = normalised(path)
    if absolute.is_relative_to(here):
        return absolute.relative_to(here).as_posix()
    return _relative(absolute, here) if path.is_absolute() and _share_a_folder(absolute, here) else path.as_posix()


def _share_a_folder(one: Path, other: Path) -> bool:
    return one.parts[:2] == other.parts[:2]


def is_folder(path: Path) -> bool:
    """Tell whether a path is a folder; one that must not be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Tell whether a path is a file; one that must not be looked at is none."""
    try:
        return path.is_file()
    except OSError:
        return False
