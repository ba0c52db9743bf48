"""Manifests that are about to be committed: whether they are right, and what they change for copy since a git revision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimlint.bench import load_manifest_and_rules
from claimlint.configuration.model import Configuration, FailOn
from claimlint.configuration.paths import normalised, reported
from claimlint.configuration.search import ConfigurationSearch
from claimlint.consequence import Comparison, Review
from claimlint.consequences import compare
from claimlint.consequences.outcome import exit_status
from claimlint.errors import InputError, Problem
from claimlint.manifest.loading import load_manifest
from claimlint.manifest.model import Manifest
from claimlint.manifest.revisions import names_at
from claimlint.readers import NOT_READ, ON_REQUEST, SUFFIXES
from claimlint.review.outcome import CLEAN, UNREADABLE
from claimlint.sources.discovery import Discovered, discover
from claimlint.sources.parts import configurations_with


@dataclass(frozen=True)
class _Together:
    """Manifest files that are merged. configurations: those that merge them; none for a file that no configuration uses."""

    paths: tuple[Path, ...]
    configurations: tuple[Configuration, ...] = ()


def review_manifests(paths: Sequence[Path], revision: str, as_of: date, *, own_policy: bool = False) -> tuple[Review, ...]:
    """Check manifests, each together with those that a configuration merges it with, and compare them with a git revision.

    paths: of the files that have changed, those of the configuration that holds here where none is named; a file that no configuration
    uses is checked by itself. own_policy: as for `load_manifest`, for such files. Raises InputError with everything that is wrong with
    the manifests as they are now, and with the configurations that use them, and where there is no such revision. What is wrong with
    the manifests as they were is a reason why nothing can be told.
    """
    search = ConfigurationSearch()
    groups = _together(paths or search.for_folder(Path()).manifests, search)
    manifests = _loaded(groups, own_policy)
    names = names_at(revision, [path for group in groups for path in group.paths])
    pairs = zip(groups, manifests, strict=True)
    return tuple(_review(group, manifest, revision, names, search, as_of) for group, manifest in pairs)


def review_status(reviews: Sequence[Review], fail_on: FailOn) -> int:
    """Give 2 where it could not be told what becomes of copy, else 1 where copy becomes wrong severely enough, else 0.

    fail_on: "never" gives 0 in any case: the manifests themselves are right.
    """
    if fail_on == "never":
        return CLEAN
    return max((UNREADABLE if each.unknown else _status(each.comparison, fail_on) for each in reviews), default=CLEAN)


def _status(comparison: Comparison | None, fail_on: FailOn) -> int:
    if comparison is None:
        return CLEAN
    return exit_status(comparison, {each.path: fail_on for each in comparison.consequences})


def _together(paths: Sequence[Path], search: ConfigurationSearch) -> list[_Together]:
    used = {id(each): each for configurations in configurations_with(paths, search).values() for each in configurations}
    merged: dict[tuple[Path, ...], tuple[Configuration, ...]] = {}
    for configuration in used.values():
        files = tuple(dict.fromkeys(configuration.manifests))
        merged[files] = (*merged.get(files, ()), configuration)
    known = {path for files in merged for path in files}
    alone = [path for path in dict.fromkeys(map(normalised, paths)) if path not in known]
    return [*(_Together(*each) for each in merged.items()), *(_Together((path,)) for path in alone)]


def _loaded(groups: Sequence[_Together], own_policy: bool) -> list[Manifest]:
    """Load each manifest, and the rules of the configurations that use it. Raises InputError with everything that is wrong with any."""
    manifests: list[Manifest] = []
    problems: list[Problem] = []
    for group in groups:
        try:
            if group.configurations:
                manifests += [load_manifest_and_rules(configuration)[0] for configuration in group.configurations][:1]
            else:
                manifests.append(load_manifest([Path(reported(path)) for path in group.paths], own_policy=own_policy))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(dict.fromkeys(problems))
    return manifests


def _review(
    group: _Together, manifest: Manifest, revision: str, names: dict[Path, str], search: ConfigurationSearch, as_of: date
) -> Review:
    old = [names[path] for path in group.paths if path in names]
    if not old:
        return Review(manifest, reason=f"{_named(group.paths)} not in {revision} yet: there is nothing to compare with.")
    try:
        return Review(manifest, compare(old, [reported(path) for path in group.paths], _copy(group, search), as_of))
    except InputError as error:
        return Review(manifest, reason="\n".join(_not_told(old, error)), unknown=True)


def _copy(group: _Together, search: ConfigurationSearch) -> tuple[Discovered, ...] | None:
    """Find the copy that is checked against the manifests; None where no configuration says which that is."""
    if not group.configurations:
        return None
    found = discover(group.paths[:1], search, SUFFIXES, on_request=ON_REQUEST, not_read=NOT_READ, parts=True)
    return tuple(document for document in found if any(document.configuration is each for each in group.configurations))


def _named(paths: Sequence[Path]) -> str:
    return f"{', '.join(map(reported, paths))} {'is' if len(paths) == 1 else 'are'}"


def _not_told(old: Sequence[str], error: InputError) -> Iterator[str]:
    yield f"What has changed since {', '.join(old)}, and what that does to copy, could not be told:"
    yield from (f"  {problem}" for problem in error.problems)
