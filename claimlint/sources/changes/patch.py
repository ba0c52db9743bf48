"""What has changed as a diff tells it: the files as they are now, with the diff taken back, are the files as they were."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimlint.configuration.paths import is_file, reported
from claimlint.errors import InputError, Problem
from claimlint.git import place_in_repository
from claimlint.sources.changes.diff_names import without_prefix
from claimlint.sources.changes.model import Change, ChangedFile, is_compared, place_of
from claimlint.sources.changes.reversal import DoesNotFit, bytes_before
from claimlint.sources.changes.unified_diff import FileDiff, NotADiff, read_diff

_REMEDY = "The diff has to lead to the files as they are now: make it anew, such as with `git diff main...`."


def changed_by(diff: bytes, name: str, suffixes: Collection[str], given: Mapping[Path, bytes]) -> Change:
    """Give what a unified diff changes. name: of the diff, as problems name it. suffixes: as for `changed_since`.

    Names are seen from the top of the git repository here, as git writes them, or from the working directory. given: the bytes of
    documents that came on standard input, in place of the files by their places. Raises InputError for a diff that cannot be read,
    that names one file twice, or that does not lead to the files as they are.
    """
    try:
        files = read_diff(diff)
    except NotADiff as error:
        raise InputError(Problem(name, error.line, None, f"the diff {error}.")) from None
    here = Path(os.path.realpath(Path()))
    repository = place_in_repository(here)
    search = _Search(tuple(dict.fromkeys((repository[0] if repository else here, here))), suffixes, given)
    problems: list[Problem] = []
    found: dict[Path, ChangedFile] = {}
    for file in files:
        try:
            changed = search.changed_file(file)
            present = changed.path or changed.old_path
            if present is not None and found.setdefault(present, changed) is not changed:
                raise _Unfit(file.line, f"names {_shown(present)} twice; give one diff of the whole change")
        except _Unfit as error:
            problems.append(Problem(name, error.line, None, f"the diff {error}."))
    if problems:
        raise InputError(problems)
    return Change("the diff", tuple(found.values()))


class _Unfit(ValueError):
    """The diff does not go with the files here. line: of the diff; the message goes on after "the diff"."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class _Search:
    """Finds the files that a diff names. folders: from which its names may be seen, the likeliest first."""

    folders: tuple[Path, ...]
    suffixes: Collection[str]
    given: Mapping[Path, bytes]

    def changed_file(self, file: FileDiff) -> ChangedFile:
        """Give the file as it is changed; raises _Unfit where it is one that can be read, and is not as the diff says."""
        if file.new is None:
            return self._deleted(file)
        present = [(place, old) for place, old in self._candidates(file.new, file.old) if place in self.given or is_file(place)]
        if not present and is_compared(file.new, self.suffixes):
            raise _Unfit(file.line, f"names {file.new}, and there is no such file. {_REMEDY}".rstrip("."))
        unfit: list[int] = []
        for place, old in present:
            try:
                return self._before(file, place, old)
            except DoesNotFit as error:
                unfit.append(error.line)
        if unfit and is_compared(file.new, self.suffixes):
            raise _Unfit(unfit[0], f"does not fit {_shown(present[0][0])}, where this line is another. {_REMEDY}".rstrip("."))
        place, old = present[0] if present else next(self._candidates(file.new, file.old))
        return ChangedFile(place, old)

    def _before(self, file: FileDiff, place: Path, old: Path | None) -> ChangedFile:
        if file.old is None or file.copied:
            return ChangedFile(place)
        if file.opaque or not is_compared(place.name, self.suffixes):
            return ChangedFile(place, old)
        data = self.given[place] if place in self.given else place.read_bytes()
        return ChangedFile(place, old if file.renamed else place, bytes_before(data, file.hunks))

    def _deleted(self, file: FileDiff) -> ChangedFile:
        if file.old is None:
            return ChangedFile(None)
        place, _ = next(self._candidates(file.old, None))
        return ChangedFile(None, place, None if file.opaque else bytes_before(b"", file.hunks))

    def _candidates(self, name: str, old: str | None) -> Iterator[tuple[Path, Path | None]]:
        """Yield where a file may stand, and where it may have stood: names may have a prefix, and seldom a folder, before them."""
        for folder in self.folders:
            for bare in (without_prefix, str, _without_folder):
                yield place_of(folder / bare(name)), place_of(folder / bare(old)) if old is not None else None


def _without_folder(name: str) -> str:
    return name.partition("/")[2] or name


def _shown(place: Path) -> str:
    here = Path(os.path.realpath(Path()))
    return place.relative_to(here).as_posix() if place.is_relative_to(here) else reported(place)
