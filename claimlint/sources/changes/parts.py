"""Which files of a change are no copy, but what copy is checked against: a change of one may make any of that copy wrong."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from claimlint.configuration.loading import PYPROJECT_NAME, TABLE
from claimlint.configuration.model import Configuration
from claimlint.configuration.paths import is_file, normalised, reported
from claimlint.configuration.positioned_toml import same_table
from claimlint.configuration.search import CONFIGURATION_FILES
from claimlint.manifest.names import FILE_NAMES
from claimlint.sources.changes.model import Change, ChangedFile, place_of
from claimlint.sources.discovery import Discovered

_DECIDING = frozenset({*CONFIGURATION_FILES, *FILE_NAMES})
"""Files that are found by their names: where one is gone, another holds for the copy below it."""
_RULES = (".yaml", ".yml")


def changed_parts(documents: Sequence[Discovered], change: Change) -> Mapping[Path, tuple[str, ...]]:
    """Give by the paths of documents, as they are reported, the changed files that these are checked against; others are left out."""
    files = _that_count(change)
    configurations = {id(each.configuration): each.configuration for each in documents}
    own = {key: tuple(_own(configuration, files, change)) for key, configuration in configurations.items()}
    left = taken_out(change)
    found = {
        document.path: tuple(map(reported, (*own[id(document.configuration)], *(path for path in left if _held_for(path, document)))))
        for document in documents
    }
    return {path: names for path, names in found.items() if names}


def taken_out(change: Change) -> list[Path]:
    """Give the places of configurations and manifests that may no longer stand where they stood."""
    return [file.old_path for file in _that_count(change) if file.old_path and file.old_path.name in _DECIDING and _is_left(file)]


def unseen_parts(documents: Sequence[Discovered], change: Change) -> tuple[str, ...]:
    """Give what copy is checked against and the repository does not keep, as reports name it: nobody can tell whether that changed."""
    if change.known is None:
        return ()
    seen = change.known.union(file.path for file in change.files if file.path is not None)
    used = {id(each.configuration): each.configuration for each in documents}.values()
    parts = dict.fromkeys(part for each in used for part in (*_parts(each), *(rule for rule in each.rules if isinstance(rule, Path))))
    return tuple(reported(part) for part in parts if is_file(part) and seen.isdisjoint(_with_folders(Path(os.path.realpath(part)))))


def _with_folders(place: Path) -> tuple[Path, ...]:
    return place, *place.parents


def seen_from(folder: Path, place: Path) -> Path:
    """Give a place as a path below a folder that may be named through links."""
    return folder / os.path.relpath(place, os.path.realpath(folder))


def _own(configuration: Configuration, files: Sequence[ChangedFile], change: Change) -> Iterator[Path]:
    """Yield the changed parts of a configuration; beside a rule file, other files of its folder may belong to its pack."""
    parts = {place_of(path) for path in _parts(configuration)}
    parts |= {Path(os.path.realpath(path)) for path in parts}
    rules = [Path(os.path.realpath(rule)) for rule in configuration.rules if isinstance(rule, Path)]
    for path in dict.fromkeys(path for file in files for path in (file.path, file.old_path) if path is not None):
        is_rule = any(path.is_relative_to(rule) or (path.parent == rule.parent and path.suffix in _RULES) for rule in rules)
        if is_rule or path in parts:
            yield normalised(seen_from(configuration.folder, path))
    yield from filter(change.is_exchanged, (*_parts(configuration), *(rule for rule in configuration.rules if isinstance(rule, Path))))


def _parts(configuration: Configuration) -> Iterator[Path]:
    """Yield the files that a configuration names one by one."""
    yield from (path for path in (configuration.path, configuration.baseline, *configuration.manifests) if path is not None)


def _that_count(change: Change) -> list[ChangedFile]:
    return [file for file in change.files if not _is_of_others(file)]


def _is_of_others(file: ChangedFile) -> bool:
    """Tell whether it is a pyproject.toml in which only what other tools read has changed."""
    places = {path for path in (file.path, file.old_path) if path is not None}
    if file.before is None or len(places) > 1 or any(path.name != PYPROJECT_NAME for path in places):
        return False
    now = file.path.read_bytes() if file.path is not None and is_file(file.path) else b""
    return same_table(file.before, now, TABLE)


def _is_left(file: ChangedFile) -> bool:
    """Tell whether a configuration or manifest may no longer stand where it stood."""
    return file.path is None or file.path != file.old_path or file.path.name == PYPROJECT_NAME


def _held_for(path: Path, document: Discovered) -> bool:
    """Tell whether a configuration or manifest that stood at a path may have held for a document."""
    nearest = Path(os.path.realpath(document.configuration.folder))
    return place_of(document.path).is_relative_to(path.parent) and path.parent.is_relative_to(nearest)
