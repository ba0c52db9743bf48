"""What documents were before a change: old versions beside the present ones, and which parts of configurations changed."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from claimlint.configuration.model import Configuration
from claimlint.configuration.paths import reported
from claimlint.sources.changes.model import Change, ChangedFile, place_of
from claimlint.sources.changes.parts import changed_parts, seen_from
from claimlint.sources.discovery import Discovered


@dataclass(frozen=True)
class Before:
    """Documents as they were. told: the change in words, such as "the change since main".

    versions: by their paths, the documents that the change touches: each with the old version and its bytes, or None where there was
    none or nobody knows it. gone: old versions of documents that are no longer there. everything: the paths of documents of which a
    part of the configuration changed.
    """

    told: str
    versions: Mapping[Path, Discovered | None] = field(default_factory=dict)
    gone: tuple[Discovered, ...] = ()
    everything: frozenset[Path] = frozenset()


def before_change(documents: Sequence[Discovered], change: Change, suffixes: Collection[str]) -> tuple[tuple[Discovered, ...], Before]:
    """Give documents, and what they were before a change. suffixes: of the files that can be read, lower case with the dot.

    Those of a configuration of which a part changed (its own file, its baseline, a manifest, a rule file) come with that part as
    `because`: a change of it may make any of their copy wrong.
    """
    configurations = tuple({id(each.configuration): each.configuration for each in documents}.values())
    parts = changed_parts(documents, change)
    marked = tuple(replace(each, because=_together(each.because, parts.get(each.path, ()))) for each in documents)
    files = {file.path: file for file in change.files if file.path is not None}
    touches = [(document, file) for document in marked if (file := _touch(document, change, files)) is not None]
    versions = {document.path: _version(file, configurations, document) for document, file in touches}
    used = {file.old_path for _, file in touches}
    left = [file for file in change.files if file.old_path not in used and _is_gone_copy(file, configurations, suffixes)]
    gone = tuple(old for file in left if (old := _version(file, configurations)) is not None)
    return marked, Before(change.told, versions, gone, frozenset(parts))


def _together(named: Iterable[str], changed: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*named, *changed)))


def _touch(document: Discovered, change: Change, files: Mapping[Path, ChangedFile]) -> ChangedFile | None:
    """Give how a change touches a document, None where it does not. files: the changed ones by where they stand."""
    place = place_of(document.path)
    if place.is_symlink():
        if place in files:
            return ChangedFile(place)
        place = Path(os.path.realpath(place))
    if place in files:
        return files[place]
    return ChangedFile(place) if change.is_new(place) else None


def _version(file: ChangedFile, configurations: Sequence[Configuration], document: Discovered | None = None) -> Discovered | None:
    """Give the old version of a file as a document; None where there is none. document: as it is now, None where it is not checked."""
    if file.old_path is None or file.before is None:
        return None
    if document is not None and file.old_path == file.path:
        return replace(document, data=file.before, reason=None)
    configuration = _nearest(file.old_path, configurations) or (document.configuration if document else None)
    if configuration is None:
        return None
    path = seen_from(configuration.folder, file.old_path)
    return Discovered(path, reported(path), configuration, configuration.channel_for(path), file.before)


def _is_gone_copy(file: ChangedFile, configurations: Sequence[Configuration], suffixes: Collection[str]) -> bool:
    """Tell whether a file is no longer there, and held copy that would have been checked."""
    if file.old_path is None or file.old_path.suffix.lower() not in suffixes or file.old_path.exists():
        return False
    configuration = _nearest(file.old_path, configurations)
    if configuration is None:
        return False
    path = seen_from(configuration.folder, file.old_path)
    return configuration.includes(path) and not configuration.excludes(path)


def _nearest(place: Path, configurations: Sequence[Configuration]) -> Configuration | None:
    """Give the configuration of a place, out of those in use."""
    above = [each for each in configurations if place.is_relative_to(os.path.realpath(each.folder))]
    return max(above, key=lambda each: len(each.folder.parts), default=None)
