"""Paths as claimlint compares them: absolute, without "." and "..", links not followed."""

from __future__ import annotations

import os
from pathlib import Path


def normalised(path: Path, folder: Path | None = None) -> Path:
    """Give a path as absolute, seen from a folder (the working directory by default), whether it exists or not."""
    return Path(os.path.normpath((folder / path if folder else path).absolute()))


def relative_to(path: Path, folder: Path) -> str:
    """Give a path as seen from a folder, with forward slashes; absolute where the two are on different drives."""
    absolute = normalised(path)
    try:
        return Path(os.path.relpath(absolute, folder)).as_posix()
    except ValueError:
        return absolute.as_posix()


def reported(path: Path) -> str:
    """Give a path as reports and messages name it: short below the working directory, else as it was named.

    Where it is absolute and shares a folder with the working directory, as what a configuration further up names, it is given as seen
    from there: the same copy is then reported the same wherever the repository lies.
    """
    absolute, here = normalised(path), normalised(Path())
    if absolute.is_relative_to(here):
        return absolute.relative_to(here).as_posix()
    return relative_to(path, here) if path.is_absolute() and _share_a_folder(absolute, here) else path.as_posix()


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
