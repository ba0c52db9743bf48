"""Loading capabilities.yaml: one file or several, merged, with everything that is wrong with them told in one run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from claimlint.errors import InputError, Problem
from claimlint.manifest import entries
from claimlint.manifest.consistency import check_gates, check_ids, check_references
from claimlint.manifest.content import check_content
from claimlint.manifest.keys import MANIFEST
from claimlint.manifest.model import Manifest, RuleWaiver, Stage
from claimlint.manifest.names import FILE_NAME, FILE_NAMES
from claimlint.manifest.reading import Fields, Reading, read_record
from claimlint.manifest.source import ManifestSource, read_source
from claimlint.manifest.stages import read_ladder

_Entry = TypeVar("_Entry")


def nearest_manifest(folder: Path, names: Sequence[str] = FILE_NAMES) -> Path:
    """Give the nearest manifest, in a folder or above it: capabilities.yaml, else a copy. Raises InputError where there is none.

    names: of the files to look for, in this order in each folder.
    """
    start = folder.absolute()
    for candidate, name in ((above, name) for above in (start, *start.parents) for name in names):
        if (candidate / name).is_file():
            return Path(os.path.relpath(candidate / name)) if candidate == start else candidate / name
    message = f"there is no {FILE_NAME} here or in any folder above."
    raise InputError(Problem(folder.as_posix(), None, None, message, "Name one with --manifest, or write one with `claimlint init`."))


def load_manifest(paths: Sequence[Path], *, own_policy: bool = False) -> Manifest:
    """Load the manifest that one or several files make together; a file that is named twice counts once.

    own_policy: the caller brings a policy for the stages of this ladder, so that they need not map to the built-in one.
    Raises InputError with every problem of every file: file, line, column, what is wrong and what to do about it.
    """
    problems: list[Problem] = []
    return manifest_of(read_sources(paths, problems), problems, own_policy=own_policy)


def manifest_of(sources: Sequence[ManifestSource], found: Sequence[Problem] = (), *, own_policy: bool = False) -> Manifest:
    """Give the manifest that files make together which have been read already, as `load_manifest` does.

    found: what was wrong with reading them; it is raised with everything else that is wrong.
    """
    problems = list(found)
    for source in sources:
        check_content(source.root, problems)
    reading = Reading(problems)
    documents = [fields for source in sources for fields in _read_document(source, reading)]
    ladders = [(each.places["stages"], each.values["stages"]) for each in documents if "stages" in each.values]
    stages = read_ladder(ladders, own_policy, reading)
    check_ids(reading)
    check_references(reading, stages, _malformed(documents, complete=len(documents) == len(sources)))
    check_gates(_entries(documents, "capabilities"), stages, reading)
    if not problems:
        _refuse_nothing(documents, sources, problems)
    if problems:
        raise InputError(dict.fromkeys(problems))
    return _manifest(sources, documents, stages)


def read_sources(paths: Sequence[Path], problems: list[Problem]) -> list[ManifestSource]:
    """Read and parse manifest files, each once; what is wrong is appended to problems. Raises InputError for no paths at all."""
    if not paths:
        raise InputError(Problem(FILE_NAME, None, None, "no manifest is named.", "Name one, or write one with `claimlint init`."))
    once: dict[Path, Path] = {}
    for path in paths:
        once.setdefault(path.resolve(), path)
    return [read_source(path, problems) for path in once.values()]


def _read_document(source: ManifestSource, reading: Reading) -> Iterator[Fields]:
    if source.root is not None:
        fields = read_record(source.root, MANIFEST, "the manifest", reading)
        if fields is not None:
            yield fields


def _malformed(documents: Sequence[Fields], *, complete: bool) -> frozenset[str]:
    """Name the sections that hold more than could be read: in a file that is unreadable, or under a key that may be misspelt."""
    if not complete:
        return frozenset(MANIFEST.keys)
    unreadable = {key for fields in documents for key in fields.places if key not in fields.values}
    present = {key for fields in documents for key in fields.places}
    misspelt = not all(fields.sound for fields in documents)
    return frozenset(unreadable | (set(MANIFEST.keys) - present if misspelt else set()))


def _refuse_nothing(documents: Sequence[Fields], sources: Sequence[ManifestSource], problems: list[Problem]) -> None:
    sections = ("products", "capabilities", "certifications", "not-claimed", "substantiation")
    if not any(fields.get(section) for fields in documents for section in sections):
        message = "the manifest names no product, no capability and no certification."
        problems.append(Problem(sources[0].path, 1, 1, message, "Describe at least one, or start from `claimlint init`."))


def _manifest(sources: Sequence[ManifestSource], documents: Sequence[Fields], stages: tuple[Stage, ...]) -> Manifest:
    return Manifest(
        files=tuple((source.path, source.sha256) for source in sources),
        stages=stages,
        products=_made(documents, "products", entries.product),
        capabilities=_made(documents, "capabilities", entries.capability),
        certifications=_made(documents, "certifications", entries.certification),
        not_claimed=tuple(dict.fromkeys(promise for fields in documents for promise in fields.get("not-claimed", ()))),
        substantiation=_made(documents, "substantiation", entries.substantiation),
        locks=tuple(entries.lock(fields.get("lock")) for fields in documents if fields.get("lock")),
        waivers=_waivers(documents),
    )


def _made(documents: Sequence[Fields], section: str, make: Callable[[str, Fields], _Entry]) -> dict[str, _Entry]:
    return {identifier: make(identifier, fields) for identifier, fields in _entries(documents, section)}


def _entries(documents: Sequence[Fields], section: str) -> Iterator[tuple[str, Fields]]:
    for fields in documents:
        yield from fields.get(section, {}).items()


def _waivers(documents: Sequence[Fields]) -> tuple[RuleWaiver, ...]:
    general = [waiver for fields in documents for waiver in entries.rule_waivers(None, fields)]
    of_capabilities = [
        waiver for identifier, fields in _entries(documents, "capabilities") for waiver in entries.rule_waivers(identifier, fields)
    ]
    return (*general, *of_capabilities)
