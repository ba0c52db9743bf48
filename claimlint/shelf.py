"""Finished documents in their order: some in memory, and from then on in a file without a name, so that memory does not grow with copy."""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO, TypeVar, overload

from claimlint.caching.records import RememberedVerdict, decoded, encoded
from claimlint.errors import InputError, Problem
from claimlint.finding import CheckedDocument
from claimlint.finished import Finished

Taken = TypeVar("Taken")

ROOM = 4_000_000
"""Characters of documents that are held in memory."""


@dataclass
class Shelf:
    """Finished documents. room: characters of documents that may be held in memory; explanations of links are never put into the file.

    The file is nobody else's to read, and gone with the process. Raises InputError where there is no room for it.
    """

    room: int = ROOM
    _places: list[Finished | tuple[int, int]] = field(default_factory=list)
    _file: IO[bytes] | None = None

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, at: int) -> Finished:
        place = self._places[at]
        return place if isinstance(place, Finished) else self._fetched(*place)

    def __iter__(self) -> Iterator[Finished]:
        return map(self.__getitem__, range(len(self)))

    def append(self, finished: Finished) -> None:
        """Put a document behind the others."""
        self._places.append(self._put(finished))

    def exchange(self, at: int, finished: Finished) -> None:
        """Put a document in place of another one."""
        self._places[at] = self._put(finished)

    @property
    def verdicts(self) -> Sequence[CheckedDocument]:
        """The documents alone; each is fetched anew whenever it is asked for, unless all of them are in memory."""
        if self._file is None:
            return tuple(each.checked for each in self)
        return _Each(self, lambda finished: finished.checked)

    def _put(self, finished: Finished) -> Finished | tuple[int, int]:
        document = finished.checked.document
        weight = len(document.source.text) if document is not None else 0
        if weight <= self.room or finished.checked.explanations:
            self.room -= weight
            return finished
        data = encoded(RememberedVerdict.of(finished))
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(prefix="claimlint-")  # noqa: SIM115  it is open as long as the shelf is there
                weakref.finalize(self, self._file.close)
            start = self._file.seek(0, 2)
            self._file.write(data)
        except OSError as error:
            message = f"what was found cannot be put aside: {error.strerror or error}."
            raise InputError(
                Problem(tempfile.gettempdir(), None, None, message, "Make room, or set TMPDIR to a folder that has some.")
            ) from error
        return start, len(data)

    def _fetched(self, start: int, length: int) -> Finished:
        if self._file is None:
            raise LookupError(start)
        self._file.seek(start)
        found = decoded(self._file.read(length), RememberedVerdict)
        if found is None:
            raise LookupError(start)
        return found.finished


@dataclass(frozen=True)
class _Each(Sequence[Taken]):
    """A part of every document on a shelf."""

    shelf: Shelf
    take: Callable[[Finished], Taken]

    def __len__(self) -> int:
        return len(self.shelf)

    @overload
    def __getitem__(self, at: int) -> Taken: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Taken]: ...

    def __getitem__(self, at: int | slice) -> Taken | Sequence[Taken]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        return self.take(self.shelf[at])
