"""Finds the configuration that is nearest to a file, each folder looked at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claimlint.configuration.loading import CONFIGURATION_NAME, PYPROJECT_NAME, load, manifest_alone, nearest_manifest
from claimlint.configuration.model import Configuration, Overrides
from claimlint.configuration.paths import is_file, normalised, reported
from claimlint.errors import InputError, Problem
from claimlint.manifest.names import FILE_NAME

CONFIGURATION_FILES = (CONFIGURATION_NAME, PYPROJECT_NAME)
"""What configurations are written in; of two in a folder the first wins."""


class ConfigurationSearch:
    """Looks upwards from files for the configuration that holds for them, and remembers what it has read."""

    def __init__(self, overrides: Overrides | None = None) -> None:
        self._overrides = overrides or Overrides()
        self._by_folder: dict[Path, Configuration] = {}
        self._by_file: dict[Path, Configuration | InputError | None] = {}
        self._by_manifest: dict[Path, Configuration] = {}

    def for_file(self, path: Path) -> Configuration:
        """Give the configuration of a file: `--config`, the nearest upwards, or the nearest manifest alone.

        Raises InputError where the configuration is wrong, or where there is neither a configuration nor a manifest.
        """
        return self._at(normalised(path).parent)

    def for_folder(self, folder: Path) -> Configuration:
        """Give the configuration of a folder, as `for_file` does."""
        return self._at(normalised(folder))

    def _at(self, folder: Path) -> Configuration:
        if folder not in self._by_folder:
            self._by_folder[folder] = self._find(folder)
        return self._by_folder[folder]

    def _find(self, folder: Path) -> Configuration:
        if self._overrides.config is not None:
            return self._named(self._overrides.config)
        for above in (folder, *folder.parents):
            for name in CONFIGURATION_FILES:
                configuration = self._load(above / name)
                if configuration is not None:
                    return configuration
        return self._manifest_only(folder)

    def _named(self, path: Path) -> Configuration:
        if not is_file(path):
            raise InputError(Problem(reported(path), None, None, "there is no such configuration file.", "It was named with --config."))
        configuration = self._load(path)
        if configuration is None:
            raise InputError(Problem(reported(path), None, None, "has no table [tool.claimlint-copy].", "It was named with --config."))
        return configuration

    def _load(self, path: Path) -> Configuration | None:
        if path not in self._by_file:
            self._by_file[path] = self._read(path)
        found = self._by_file[path]
        if isinstance(found, InputError):
            raise found
        return found

    def _read(self, path: Path) -> Configuration | InputError | None:
        if not is_file(path):
            return None
        try:
            return load(path, self._overrides)
        except InputError as error:
            return error

    def _manifest_only(self, folder: Path) -> Configuration:
        if self._overrides.manifests:
            return self._alone(normalised(Path()), ())
        manifests = nearest_manifest(folder)
        if not manifests:
            raise NothingToCheckAgainst(folder)
        return self._alone(manifests[0].parent, manifests)

    def _alone(self, folder: Path, manifests: tuple[Path, ...]) -> Configuration:
        """Give one and the same configuration to all folders that a manifest serves."""
        if folder not in self._by_manifest:
            self._by_manifest[folder] = manifest_alone(folder, manifests, self._overrides)
        return self._by_manifest[folder]


class NothingToCheckAgainst(InputError):
    """There is neither a configuration nor a manifest in a folder or above it."""

    def __init__(self, folder: Path) -> None:
        message = f"there is no {CONFIGURATION_NAME} and no {FILE_NAME} here or in any folder above."
        super().__init__(Problem(reported(folder), None, None, message, _way_out(folder)))


def _way_out(folder: Path) -> str:
    """Say what to do: name a manifest that stands a little below, or start with one."""
    below = (found for near in (folder, normalised(Path())) for found in _manifests_below(near))
    first = next(below, None)
    if first is None:
        return 'Run "claimlint init": it looks around and proposes both, and overwrites nothing. Or name a manifest with --manifest.'
    return f'There is {reported(first)}: name it with --manifest, or run "claimlint init" for a configuration that does.'


def _manifests_below(folder: Path) -> Iterator[Path]:
    for depth in ("*", "*/*"):
        yield from sorted(path for path in folder.glob(f"{depth}/{FILE_NAME}") if is_file(path))
