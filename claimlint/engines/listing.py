"""All documents of a run in the order of their paths, with the file systems that have them and the configurations that they are under."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimlint.configuration.model import Configuration
from claimlint.configuration.search import ConfigurationSearch
from claimlint.engines.listed import Listed
from claimlint.engines.storage import Stored, list_files, local_files, state_of
from claimlint.errors import InputError, Problem
from claimlint.readers.formats import NOT_READ, ON_REQUEST, SUFFIXES
from claimlint.readers.limits import LIMITS
from claimlint.sources.discovery import Discovered


@dataclass
class Listing:
    """Documents, and what their numbers mean. places: file systems, of which the first is that of this machine."""

    places: list[Any] = field(default_factory=list)
    configurations: list[Configuration] = field(default_factory=list)
    documents: list[Listed] = field(default_factory=list)


def listing_of(
    discovered: Iterable[Discovered], urls: Sequence[str], search: ConfigurationSearch, *, force_exclude: bool = False
) -> Listing:
    """List the documents that were found on this machine, and those behind URLs, each once.

    What lies behind a URL is under the configuration of the working directory, or the one that is named, as if bucket or archive
    lay in its folder. Of folders and patterns those files are taken that can be read and that `include` and `exclude` allow; a file that
    is named in any case, unless force_exclude makes `exclude` hold for it as well.
    Raises InputError with all URLs that cannot be listed or have nothing to check, and for a configuration that is wrong.
    """
    found = Listing([local_files()])
    documents = {document.reported: document for document in _local(discovered, found)}
    problems: list[Problem] = []
    for url in urls:
        try:
            configuration = search.for_folder(Path())
            for document in _behind(url, configuration, found):
                if not (force_exclude and configuration.excludes(Path(document.seen_as))):
                    documents.setdefault(document.reported, document)
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(dict.fromkeys(problems))
    found.documents = [documents[path] for path in sorted(documents)]
    return found


def _local(discovered: Iterable[Discovered], found: Listing) -> Iterable[Listed]:
    (disk,) = found.places
    for each in discovered:
        size, state, reason = None, "", each.reason or ""
        try:
            entry = disk.info(str(each.path)) if not reason else {}
            size, state = entry.get("size"), state_of(entry)
        except OSError as error:
            reason = f"cannot be read: {error.strerror or error}"
        number = _number(each.configuration, found.configurations)
        yield _sized(Listed(0, str(each.path), each.reported, str(each.path), number, each.channel, size, state, reason))


def _behind(url: str, configuration: Configuration, found: Listing) -> list[Listed]:
    system, files = list_files(url)
    taken = [file for file in files if file.named or _is_taken(configuration.folder / file.inside, configuration)]
    if not taken:
        raise InputError(Problem(url, None, None, "there is nothing to check here.", _why(files)))
    found.places.append(system)
    place, number = len(found.places) - 1, _number(configuration, found.configurations)
    return [_document(file, place, number, configuration) for file in taken]


def _document(file: Stored, place: int, number: int, configuration: Configuration) -> Listed:
    seen_as = configuration.folder / file.inside
    channel, reason = configuration.channel_for(seen_as), ""
    if seen_as.suffix.lower() not in {*SUFFIXES, *NOT_READ}:
        reason = f"claimlint does not read {seen_as.suffix or 'files without a suffix'}"
    return _sized(Listed(place, file.path, file.reported, str(seen_as), number, channel, file.size, file.state, reason))


def _sized(listed: Listed) -> Listed:
    """Refuse what is too long to be read before it is fetched."""
    if listed.reason or listed.size is None or listed.size <= LIMITS.file_bytes:
        return listed
    reason = f"it has {listed.size:,} bytes, more than the {LIMITS.file_bytes:,} that are read at most; split it"
    return Listed(listed.place, listed.path, listed.reported, listed.seen_as, listed.configuration, listed.channel, listed.size, "", reason)


def _is_taken(path: Path, configuration: Configuration) -> bool:
    suffix = path.suffix.lower()
    if suffix not in {*SUFFIXES, *NOT_READ} or configuration.excludes(path) or configuration.is_made_of(path):
        return False
    return configuration.names(path) if suffix in ON_REQUEST else configuration.includes(path)


def _number(configuration: Configuration, known: list[Configuration]) -> int:
    number = next((at for at, each in enumerate(known) if each is configuration), len(known))
    if number == len(known):
        known.append(configuration)
    return number


def _why(files: Collection[Stored]) -> str:
    if not files:
        return "No file stands there; look at the spelling, and quote patterns such as '**/*.html' for the shell."
    return f"None of the {len(files)} files there can be read, or include and exclude leave them out."
