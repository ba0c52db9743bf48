"""What documents were before a change: old versions beside the present ones, and which parts of configurations changed."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from claimlint.configuration.paths import reported
from claimlint.sources.changes.former import Former
from claimlint.sources.changes.model import Change, ChangedFile, place_of
from claimlint.sources.changes.parts import changed_parts, seen_from, taken_out, unseen_parts
from claimlint.sources.discovery import Discovered


@dataclass(frozen=True)
class Before:
    """Documents as they were. told: the change in words, such as "the change since main".

    versions: by their paths, the documents that the change touches: each with the old version and its bytes, or None where there was
    none or nobody knows it. gone: old versions of documents that are no longer there. everything: the paths of documents of which a
    part of the configuration changed. unseen: such parts, as reports name them, of which nobody can tell whether they changed.
    """

    told: str
    versions: Mapping[Path, Discovered | None] = field(default_factory=dict)
    gone: tuple[Discovered, ...] = ()
    everything: frozenset[Path] = frozenset()
    unseen: tuple[str, ...] = ()


def before_change(
    documents: Sequence[Discovered], change: Change, suffixes: Collection[str], folders: Iterable[Path] = ()
) -> tuple[tuple[Discovered, ...], Before]:
    """Give documents, and what they were before a change. suffixes: of the files that can be read, lower case with the dot.

    folders: what is checked, where folders were named and nothing else; what stood outside of them was not checked.
    Those of a configuration of which a part changed (its own file, its baseline, a manifest, a rule file) come with that part as
    `because`: a change of it may make any of their copy wrong.
    """
    parts = changed_parts(documents, change)
    former = Former.of(documents, parts, taken_out(change), folders)
    marked = tuple(replace(each, because=_together(each.because, parts.get(each.path, ()))) for each in documents)
    files = {file.path: file for file in change.files if file.path is not None}
    touches = [(document, file) for document in marked if (file := _touch(document, change, files)) is not None]
    versions = {document.path: _version(file, former, document) for document, file in touches}
    used = {file.old_path for _, file in touches}
    left = [file for file in change.files if file.old_path not in used and _is_gone(file, suffixes)]
    gone = tuple(old for file in left if (old := _version(file, former)) is not None)
    return marked, Before(change.told, versions, gone, frozenset(parts), unseen_parts(documents, change))


def _together(named: Iterable[str], changed: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*named, *changed)))


def _touch(document: Discovered, change: Change, files: Mapping[Path, ChangedFile]) -> ChangedFile | None:
    """Give how a change touches a document, None where it does not. files: the changed ones by where they stand."""
    if change.is_exchanged(document.path):
        return ChangedFile(document.path)
    place = place_of(document.path)
    if place.is_symlink():
        if place in files:
            return ChangedFile(place)
        place = Path(os.path.realpath(place))
    if place in files:
        return files[place]
    return ChangedFile(place) if change.is_new(place) else None


def _version(file: ChangedFile, former: Former, document: Discovered | None = None) -> Discovered | None:
    """Give the old version of a file as a document; None where there is none, or where it was no copy that is checked.

    document: as it is now, None where it is not checked.
    """
    if file.old_path is None or file.before is None:
        return None
    if document is not None and file.old_path == file.path:
        return replace(document, data=file.before, reason=None)
    configuration = former.configuration_of(file.old_path, document)
    if configuration is None:
        return None
    path = seen_from(configuration.folder, file.old_path)
    return Discovered(path, reported(path), configuration, configuration.channel_for(path), file.before)


def _is_gone(file: ChangedFile, suffixes: Collection[str]) -> bool:
    """Tell whether a file is no longer there, and is one that can be read."""
    return file.old_path is not None and file.old_path.suffix.lower() in suffixes and not file.old_path.exists()
