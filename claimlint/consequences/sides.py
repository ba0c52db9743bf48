"""The two manifests that are compared, and what documents are checked with under each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from claimlint.bench import Bench, load_bench
from claimlint.configuration.model import Configuration
from claimlint.errors import InputError, Problem
from claimlint.manifest.differences import Difference, differences, renamed_entries
from claimlint.manifest.loading import manifest_of
from claimlint.manifest.model import Manifest
from claimlint.manifest.revisions import read_named
from claimlint.manifest.source import ManifestSource

Sources = tuple[ManifestSource, ...]

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


@dataclass(frozen=True)
class ReadManifest:
    """A manifest, and the files that it was read from: rules may ask for other stages of it."""

    manifest: Manifest
    sources: Sources


@dataclass(frozen=True)
class Manifests:
    """Two manifests, and what has changed from one to the other. renamed: later ids of entries by earlier ones."""

    old: ReadManifest
    new: ReadManifest
    changes: tuple[Difference, ...]
    renamed: Mapping[str, str]


@dataclass(frozen=True)
class Benches:
    """What documents of one configuration are checked with, before and after."""

    configuration: Configuration
    old: Bench
    new: Bench
    changes: tuple[Difference, ...]
    renamed: Mapping[str, str]


def manifests_of(old: Sequence[str], new: Sequence[str]) -> Manifests:
    """Read two manifests, each merged from its files. Raises InputError with everything that is wrong with either of them."""
    before, after = _both(_read, old, new)
    changes = differences(before.manifest, after.manifest)
    return Manifests(before, after, changes, renamed_entries(before.manifest, after.manifest))


def benches_of(manifests: Manifests, configurations: Mapping[int, Configuration]) -> dict[int, Benches]:
    """Load what each configuration checks with, under both manifests. Raises InputError with everything that is wrong with any."""
    benches: dict[int, Benches] = {}
    problems: list[Problem] = []
    for key, configuration in configurations.items():
        try:
            old, new = _both(partial(load_bench, configuration), manifests.old.sources, manifests.new.sources)
        except InputError as error:
            problems.extend(error.problems)
        else:
            benches[key] = Benches(configuration, old, new, manifests.changes, manifests.renamed)
    if problems:
        raise InputError(dict.fromkeys(problems))
    return benches


def _read(names: Sequence[str]) -> ReadManifest:
    problems: list[Problem] = []
    sources = tuple(read_named(name, problems) for name in names)
    # Whether the policy knows the stages is asked once there is copy to judge.
    return ReadManifest(manifest_of(sources, problems, own_policy=True), sources)


def _both(make: Callable[[_Given], _Made], old: _Given, new: _Given) -> tuple[_Made, _Made]:
    """Make something of each side. Raises InputError with the problems of both."""
    made: list[_Made] = []
    problems: list[Problem] = []
    for given in (old, new):
        try:
            made.append(make(given))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(dict.fromkeys(problems))
    return made[0], made[1]
