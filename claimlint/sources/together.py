"""Which documents are read together: some in a row that have one configuration, and hardly more than some pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from claimlint.portions import portions
from claimlint.sources.discovery import Discovered

AT_ONCE = 64_000
"""Bytes: the parser gains little by more, and what is read together is in memory together, and lost together."""


def together(documents: Iterable[Discovered]) -> Iterator[list[Discovered]]:
    """Give documents in their order, in lists to be read at once; a large one is alone."""
    for _, alike in groupby(documents, lambda document: id(document.configuration)):
        yield from portions(alike, size_of, AT_ONCE)


def size_of(document: Discovered) -> int:
    """Give the bytes of a document; none for one that is not there."""
    if document.data is not None:
        return len(document.data)
    try:
        return document.path.stat().st_size
    except OSError:
        return 0
