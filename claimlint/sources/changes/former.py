"""Which configuration a file was checked under where it stood before a change.

Where it was not checked there, or nobody can tell how, nothing that is found in it now counts as older.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimlint.configuration.loading import has_configuration
from claimlint.configuration.model import Configuration
from claimlint.configuration.paths import is_file
from claimlint.manifest.names import FILE_NAMES
from claimlint.sources.changes.parts import seen_from
from claimlint.sources.discovery import Discovered
from claimlint.sources.walking import passes_by


@dataclass(frozen=True, slots=True)
class Former:
    """Configurations as they held before a change.

    configurations: those in use now. changed: by identity, those that the change has parts of. taken_out: configurations and
    manifests that no longer stand where they stood. folders: outside of which nothing is checked, links followed; none where there
    is no such limit.
    """

    configurations: Sequence[Configuration]
    changed: frozenset[int]
    taken_out: frozenset[Path]
    folders: tuple[Path, ...] = ()

    @classmethod
    def of(cls, documents: Sequence[Discovered], changed: Iterable[Path], taken_out: Iterable[Path], folders: Iterable[Path]) -> Former:
        """Take the configurations from documents. changed: the paths of those documents of whose configuration a part changed."""
        paths = frozenset(changed)
        used = tuple({id(each.configuration): each.configuration for each in documents}.values())
        parts_changed = frozenset(id(each.configuration) for each in documents if each.path in paths)
        return cls(used, parts_changed, frozenset(taken_out), tuple(Path(os.path.realpath(folder)) for folder in folders))

    def configuration_of(self, place: Path, document: Discovered | None) -> Configuration | None:
        """Give the configuration under which a file was checked; None where it was not, and where that one has changed or is not in use.

        place: where the file stood. document: as it is now, None where it is gone.
        """
        if self.folders and not any(folder in place.parents for folder in self.folders):
            return None
        found = self._nearest(place, document)
        if found is None or id(found) in self.changed:
            return None
        path = seen_from(found.folder, place)
        return found if found.includes(path) and not found.excludes(path) else None

    def _nearest(self, place: Path, document: Discovered | None) -> Configuration | None:
        """Give the configuration in whose folder a file stood; None where that had, or has, another configuration."""
        if document is not None and not _lies_in(document.path, document.configuration):
            return document.configuration  # One that was named for all files holds everywhere.
        above = [each for each in self.configurations if _lies_in(place, each)]
        nearest = max(above, key=lambda each: len(each.folder.parts), default=None)
        if nearest is None:
            return None
        between = [folder for folder in place.parents if _lies_in(folder, nearest)]
        if any(passes_by(folder.name) or self._has_other(folder, nearest) for folder in between):
            return None
        return nearest

    def _has_other(self, folder: Path, configuration: Configuration) -> bool:
        """Tell whether a folder within that of a configuration has, or had, one of its own."""
        if any(path.parent == folder for path in self.taken_out) or has_configuration(folder):
            return True
        return configuration.path is None and any(is_file(folder / name) for name in FILE_NAMES)


def _lies_in(path: Path, configuration: Configuration) -> bool:
    """Tell whether a path, links to folders followed, lies below the folder of a configuration."""
    return Path(os.path.realpath(configuration.folder)) in Path(os.path.realpath(path)).parents
