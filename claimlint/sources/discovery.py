"""Which documents are checked, and under which configuration."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimlint.configuration.loading import CONFIGURATION_NAME
from claimlint.configuration.model import Configuration
from claimlint.configuration.paths import is_folder, normalised, reported
from claimlint.configuration.search import ConfigurationSearch, NothingToCheckAgainst
from claimlint.errors import InputError, Problem
from claimlint.manifest.names import FILE_NAMES
from claimlint.sources.nothing import nothing_to_check
from claimlint.sources.parts import configurations_with, holds_for
from claimlint.sources.walking import Unreadable, walk

_NEVER_COPY = frozenset({*FILE_NAMES, CONFIGURATION_NAME})
"""Names of manifests and configurations, also of those with which nothing is checked here, such as examples and test data."""


@dataclass(frozen=True)
class Discovered:
    """A document to check, not read yet.

    path: absolute. reported: as reports name it, with forward slashes. configuration: the one nearest to it. data: its bytes,
    None until `read` has filled them in. reason: why it cannot be checked, None where it can. because: the named parts of its
    configuration, such as the manifest, for the sake of which all copy is checked; empty where none was named.
    """

    path: Path
    reported: str
    configuration: Configuration
    channel: str
    data: bytes | None = None
    reason: str | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StandardInput:
    """What came on standard input: its bytes, and the name under which it is checked (its suffix says how it is read)."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Found:
    """A file before its configuration is known. named: given by the user, not met in a folder."""

    path: Path
    named: bool = False
    data: bytes | None = None
    reason: str | None = None


def discover(
    paths: Sequence[Path],
    search: ConfigurationSearch,
    suffixes: Collection[str],
    *,
    on_request: Collection[str] = (),
    not_read: Collection[str] = (),
    force_exclude: bool = False,
    standard_input: StandardInput | None = None,
    parts: bool = False,
) -> tuple[Discovered, ...]:
    """Find the documents to check, sorted by path, each once.

    paths: files and folders; none of them and no standard input means the folder of the configuration that holds here.
    suffixes: of the files that can be read, lower case with the dot; folders give only these, as `include` and `exclude` allow.
    on_request: those of them that folders give only where a pattern of `include` names the suffix. not_read: of documents that
    are given as well, since people take them for checked; whoever reads them says why they are not.
    Files named one by one are taken in any case, unless force_exclude makes `exclude` hold for them as well. What is missing
    or unreadable is part of the outcome, with its reason. An empty outcome means that `exclude` held for all that was named, or
    that there is no copy yet for a named part.
    parts: a named file that is part of a configuration (its own file, its baseline, a manifest, a rule file) stands for all copy
    of that configuration, since a change of it may make any of that wrong.

    Raises InputError for what is wrong with configurations, and where there is nothing at all to check.
    """
    if not paths and standard_input is None:
        paths = (search.for_folder(Path()).folder,)
    copy = set(suffixes).difference(on_request)
    made_of = configurations_with([path for path in paths if path.suffix.lower() not in copy], search) if parts else {}
    found = [item for path in paths for item in (_copy_of(made_of[path], search) if path in made_of else _look_at(path))]
    if standard_input is not None:
        found.append(_Found(Path(standard_input.name), named=True, data=standard_input.data))
    configured = _configured(_once(found), search)
    because = _because(made_of)
    taken = [
        _discovered(item, path, configuration, suffixes, not_read, because)
        for item, path, configuration in configured
        if _is_taken(item, path, configuration, {*suffixes, *not_read}, on_request)
    ]
    kept = [document for document in taken if not (force_exclude and document.configuration.excludes(document.path))]
    if not taken and not made_of:
        met = [(item.path, configuration) for item, _, configuration in configured]
        raise InputError(nothing_to_check(paths, met, {*suffixes, *not_read}, on_request))
    return tuple(sorted(kept, key=lambda document: document.reported))


def read(document: Discovered) -> Discovered:
    """Fill in the bytes of a document, or the reason why it cannot be read; what has a reason has no bytes then.

    Files are read one at a time, by whoever is about to check them, so that memory stays bounded.
    """
    if document.reason is not None:
        return replace(document, data=None)
    if document.data is not None:
        return document
    try:
        return replace(document, data=document.path.read_bytes())
    except OSError as error:
        return replace(document, reason=f"cannot be read: {error.strerror or error}")


def _copy_of(configurations: Sequence[Configuration], search: ConfigurationSearch) -> Iterator[_Found]:
    """Give what the folders of configurations hold, but for folders in them that have another configuration."""
    for configuration in configurations:
        yield from (item for item in _look_at(configuration.folder) if item.named or holds_for(configuration, item.path, search))


def _because(made_of: Mapping[Path, Sequence[Configuration]]) -> Mapping[int, tuple[str, ...]]:
    """Give by identity of configurations the parts of them that were named, in order."""
    named: dict[int, tuple[str, ...]] = {}
    for path, configurations in made_of.items():
        for configuration in configurations:
            named[id(configuration)] = (*named.get(id(configuration), ()), reported(path))
    return named


def _look_at(path: Path) -> Iterator[_Found]:
    if not is_folder(path):
        yield _Found(path, named=True, reason=_reason_against(path))
        return
    for item in walk(path):
        yield _Found(item.path, named=True, reason=item.reason) if isinstance(item, Unreadable) else _Found(item)


def _reason_against(path: Path) -> str | None:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return "there is no such file or folder"
    except OSError as error:
        return f"cannot be opened: {error.strerror or error}"
    return None


def _once(found: Sequence[_Found]) -> dict[Path, _Found]:
    """Leave out what was met before; a file that was named counts as named. Gives what is left by its absolute path."""
    first: dict[Path, _Found] = {}
    for item in sorted(found, key=lambda item: not item.named):
        first.setdefault(normalised(item.path), item)
    return first


def _configured(found: Mapping[Path, _Found], search: ConfigurationSearch) -> list[tuple[_Found, Path, Configuration]]:
    """Give each file with its absolute path and its configuration."""
    configured: list[tuple[_Found, Path, Configuration]] = []
    problems: dict[Problem, None] = {}
    for path, item in found.items():
        try:
            configured.append((item, path, search.for_file(path)))
        except NothingToCheckAgainst:
            raise  # the same for every file beside it: saying it once is enough
        except InputError as error:
            problems.update(dict.fromkeys(error.problems))
    if problems:
        raise InputError(problems)
    return configured


def _is_taken(item: _Found, path: Path, configuration: Configuration, suffixes: Collection[str], on_request: Collection[str]) -> bool:
    """Tell whether a file is to be checked. path: of the file, absolute."""
    if item.named:
        return True
    suffix = path.suffix.lower()
    return (
        suffix in suffixes
        and (configuration.includes(path) if suffix not in on_request else configuration.names(path))
        and not configuration.excludes(path)
        and not configuration.is_made_of(path)
        and path.name not in _NEVER_COPY
    )


def _discovered(
    item: _Found,
    path: Path,
    configuration: Configuration,
    suffixes: Collection[str],
    not_read: Collection[str],
    because: Mapping[int, tuple[str, ...]],
) -> Discovered:
    reason = item.reason
    if reason is None and configuration.is_made_of(path):
        reason = "documents are checked against this file; it is no copy itself"
    elif reason is None and path.name in _NEVER_COPY:
        reason = "this is no copy, and no configuration here uses it; leave it out with exclude"
    elif reason is None and path.suffix.lower() not in {*suffixes, *not_read}:
        what = path.suffix or "files without a suffix"
        reason = f"claimlint does not read {what}; save it as one of these: {', '.join(sorted(suffixes))}"
    return Discovered(
        path, reported(item.path), configuration, configuration.channel_for(path), item.data, reason, because.get(id(configuration), ())
    )
