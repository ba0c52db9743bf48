"""Travelling copies: one self-contained file that says what it was copied from, for repositories that cannot reach the source."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claimlint.errors import InputError, Problem
from claimlint.git import ask_git
from claimlint.manifest.content import CONTENT_KEY, LOCK_KEY, content_hash
from claimlint.manifest.loading import load_manifest, read_sources
from claimlint.manifest.model import Manifest
from claimlint.manifest.source import ManifestSource
from claimlint.positioned_yaml import Entries, Items, Node, Text

if TYPE_CHECKING:
    import yaml

_HEADER = (
    "# A copy made by `claimlint manifest lock`. Change the source and lock again; changes made here are lost.\n"
    "# Comments stay with the source, aliases are written out.\n"
)


def write_lock(manifest_paths: Sequence[Path], out: Path, source: str | None, revision: str | None, day: date) -> None:
    """Write a self-contained copy of one manifest, or of several merged, with every value as it was written.

    source: what to call the origin, the paths as given where None. revision: of the source, asked of git where None and left
    out where git does not know. day: the date of the copy. Raises InputError where the manifest has problems or is itself
    such a copy, and where `out` cannot be written or is one of the sources.
    """
    manifest = load_manifest(manifest_paths, own_policy=True)
    if manifest.locks:
        copied = manifest.locks[0].source
        raise InputError(Problem(manifest.files[0][0], None, None, f"this is itself a copy, of {copied}.", "Lock the source instead."))
    if out.resolve() in {path.resolve() for path in manifest_paths}:
        raise InputError(Problem(out.as_posix(), None, None, "the copy would replace its source.", "Name another file with --output."))
    sources = read_sources(manifest_paths, [])
    lock = {
        "source": source or ", ".join(each.path for each in sources),
        "revision": revision or revision_of(manifest_paths[0].parent),
        "date": day.isoformat(),
        "sha256": _hash_of(sources),
    }
    sections = _joined(sources)
    header = {key: value for key, value in lock.items() if value is not None}
    text = _HEADER + _document({**header, CONTENT_KEY: content_hash(sections.items())}, sections)
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        message = f"the copy cannot be written: {error.strerror or error}."
        raise InputError(Problem(out.as_posix(), None, None, message, "Name another file with --output.")) from None


def describe_difference(manifest_paths: Sequence[Path], copy: Path) -> str:
    """Say that a copy does not say what these files say; an empty string where it does, whatever their comments, layout and line ends.

    Raises InputError where the copy was changed by hand or is none, and where anything cannot be read.
    """
    locks = load_manifest([copy], own_policy=True).locks
    if not locks:
        raise InputError(Problem(copy.as_posix(), None, None, "this is no copy.", "Write one with `claimlint manifest lock`."))
    load_manifest(manifest_paths, own_policy=True)
    sources = read_sources(manifest_paths, [])
    if content_hash(_joined(sources).items()) == content_hash(_joined(read_sources([copy], [])).items()):
        return ""
    changed = f"{', '.join(each.path for each in sources)} {'has' if len(sources) == 1 else 'have'} changed"
    return f"{changed} since this copy was made on {locks[0].day}; `claimlint manifest lock` writes a new one."


def lock_age(manifest: Manifest, day: date) -> int | None:
    """Give the age in days of the oldest copy that a manifest was loaded from; None where no file of it is a copy."""
    return max(((day - lock.day).days for lock in manifest.locks), default=None)


def describe_age(manifest: Manifest, most: int | None, day: date) -> str:
    """Say that a copy is older than so many days; an empty string where none is, and where `most` is None."""
    age = lock_age(manifest, day)
    if most is None or age is None or age <= most:
        return ""
    paths = ", ".join(path for path, _ in manifest.files)
    return (
        f"{paths}: this copy of the manifest is {age} days old, more than max-age: {most} days; `claimlint manifest lock` writes a new one"
    )


def revision_of(folder: Path) -> str | None:
    """Ask git for the revision that a folder is at; None outside a repository, and where there is no git."""
    try:
        asked = ask_git("rev-parse", "--verify", "HEAD", folder=folder)
    except (OSError, subprocess.SubprocessError):
        return None
    return asked.stdout.decode().strip() if asked.returncode == 0 else None


def _hash_of(sources: Sequence[ManifestSource]) -> str:
    return hashlib.sha256(b"".join(each.content for each in sources)).hexdigest()


def _document(header: Mapping[str, str], sections: Mapping[str, Node]) -> str:
    import yaml

    events = [
        yaml.StreamStartEvent(),
        yaml.DocumentStartEvent(),
        yaml.MappingStartEvent(None, None, True, flow_style=False),
        *_scalar("version"),
        *_events(sections["version"]),
        *_scalar(LOCK_KEY),
        yaml.MappingStartEvent(None, None, True, flow_style=False),
        *(event for key, value in header.items() for event in (*_scalar(key), *_scalar(value, quoted=True))),
        yaml.MappingEndEvent(),
        *(event for key, node in sections.items() if key != "version" for event in (*_scalar(key), *_events(node))),
        yaml.MappingEndEvent(),
        yaml.DocumentEndEvent(),
        yaml.StreamEndEvent(),
    ]
    return str(yaml.emit(events, Dumper=yaml.SafeDumper, allow_unicode=True, width=140))


def _joined(sources: Sequence[ManifestSource]) -> dict[str, Node]:
    """Join the sections of several files, in the order of a copy; a version or a ladder that several give is the same in all of them."""
    roots = [each.root for each in sources if isinstance(each.root, Entries)]
    sections: dict[str, Node] = {}
    for root in roots:
        for key, node in root:
            known = sections.setdefault(key.text, node)
            if known is node or key.text in ("version", "stages"):
                continue
            if isinstance(known, Items) and isinstance(node, Items):
                sections[key.text] = replace(known, items=known.items + node.items)
            elif isinstance(known, Entries) and isinstance(node, Entries):
                sections[key.text] = replace(known, entries={**known.entries, **node.entries})
    return {"version": sections.pop("version"), **sections}


def _events(node: Node) -> Iterator[yaml.Event]:
    """Give the events that write a value as it was: the emitter neither guesses a type nor adds a tag."""
    import yaml

    if isinstance(node, Text):
        yield from _scalar(node.text, quoted=node.quoted)
    elif isinstance(node, Items):
        yield yaml.SequenceStartEvent(None, None, True, flow_style=all(isinstance(item, Text) for item in node.items))
        for item in node.items:
            yield from _events(item)
        yield yaml.SequenceEndEvent()
    else:
        yield yaml.MappingStartEvent(None, None, True, flow_style=False)
        for key, value in node:
            yield from _scalar(key.text, quoted=key.quoted)
            yield from _events(value)
        yield yaml.MappingEndEvent()


def _scalar(text: str, *, quoted: bool = False) -> Iterator[yaml.Event]:
    import yaml

    yield yaml.ScalarEvent(None, None, (True, True), text, style='"' if quoted else None)
