"""The two manifests that are compared, and what documents are checked with under each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from claimlint.bench import Bench, load_bench
from claimlint.configuration.model import Configuration
from claimlint.errors import InputError, Problem
from claimlint.manifest.differences import Difference, differences, renamed_entries
from claimlint.manifest.loading import manifest_of
from claimlint.manifest.model import Manifest
from claimlint.manifest.revisions import read_named
from claimlint.manifest.source import ManifestSource, read_source

Sources = tuple[ManifestSource, ...]

_Made = TypeVar("_Made")


@dataclass(frozen=True)
class Manifests:
    """Two manifests, the files that each was read from, and what has changed. renamed: later ids of entries by earlier ones."""

    old: Manifest
    new: Manifest
    old_sources: Sources
    new_sources: Sources
    changes: tuple[Difference, ...]
    renamed: Mapping[str, str]


@dataclass(frozen=True)
class Benches:
    """What documents of one configuration are checked with, before and after."""

    old: Bench
    new: Bench
    changes: tuple[Difference, ...]
    renamed: Mapping[str, str]


def manifests_of(old: str, new: str, beside: Sequence[Path]) -> Manifests:
    """Read two manifests, each once. Raises InputError with everything that is wrong with either of them."""
    problems: list[Problem] = []
    others = [read_source(path, problems) for path in beside]
    old_sources, new_sources = ((read_named(name, problems), *others) for name in (old, new))
    if problems:
        raise InputError(dict.fromkeys(problems))
    # Whether the policy knows the stages is asked once there is copy to judge.
    before, after = _both(partial(manifest_of, own_policy=True), old_sources, new_sources)
    return Manifests(before, after, old_sources, new_sources, differences(before, after), renamed_entries(before, after))


def benches_of(manifests: Manifests, configurations: Mapping[int, Configuration]) -> dict[int, Benches]:
    """Load what each configuration checks with, under both manifests. Raises InputError with everything that is wrong with any."""
    benches: dict[int, Benches] = {}
    problems: list[Problem] = []
    for key, configuration in configurations.items():
        try:
            old, new = _both(partial(load_bench, configuration), manifests.old_sources, manifests.new_sources)
        except InputError as error:
            problems.extend(error.problems)
        else:
            benches[key] = Benches(old, new, manifests.changes, manifests.renamed)
    if problems:
        raise InputError(dict.fromkeys(problems))
    return benches


def _both(make: Callable[[Sources], _Made], old: Sources, new: Sources) -> tuple[_Made, _Made]:
    """Make something of each side. Raises InputError with the problems of both."""
    made: list[_Made] = []
    problems: list[Problem] = []
    for sources in (old, new):
        try:
            made.append(make(sources))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(dict.fromkeys(problems))
    return made[0], made[1]
