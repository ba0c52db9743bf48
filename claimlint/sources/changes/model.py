"""A change as a value: which files it touches, and what they held before."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from claimlint.configuration.loading import PYPROJECT_NAME
from claimlint.configuration.paths import is_folder


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file that a change touches, with places as `place_of` gives them.

    path: where it stands now, None where it was deleted. old_path: where it stood, None where it is new. before: the bytes that it
    held, None where there were none, and where nobody knows them.
    """

    path: Path | None
    old_path: Path | None = None
    before: bytes | None = None


@dataclass(frozen=True)
class Change:
    """What a change does to files. told: the change in words, such as "the change since main".

    known: the places of all files that there were before, in a repository; what is not among them is new. None where the files that
    the change names are all that it touches.
    """

    told: str
    files: tuple[ChangedFile, ...] = ()
    known: frozenset[Path] | None = None

    @cached_property
    def _folders(self) -> frozenset[Path]:
        """The folders that a change names as if they were files: repositories within, and links that lead elsewhere."""
        return frozenset(file.path for file in self.files if file.path is not None and is_folder(file.path))

    def is_exchanged(self, path: Path) -> bool:
        """Tell whether a file lies in a folder that stands for another one now, so that nobody knows what was there before."""
        return bool(self._folders) and any(place_of(folder) in self._folders for each in (path, place_of(path)) for folder in each.parents)

    def is_new(self, place: Path) -> bool:
        """Tell whether nothing is known of what a file held before, although no changed file is named so."""
        return self.known is not None and place not in self.known and not any(folder in self.known for folder in place.parents)


def is_compared(name: str, suffixes: Collection[str]) -> bool:
    """Tell whether what a file held before is asked for: documents, by their suffixes, and files that hold more than our settings."""
    return Path(name).suffix.lower() in suffixes or Path(name).name == PYPROJECT_NAME


def place_of(path: Path) -> Path:
    """Give the one place of a file: absolute, with links to folders followed, since that is how git names it."""
    return Path(os.path.realpath(path.parent)) / path.name
