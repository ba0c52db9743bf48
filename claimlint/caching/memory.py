"""What was found in copy before, by all that decides it: a document that has not changed is neither parsed nor linked again."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

from claimlint.caching.identity import digest, program
from claimlint.caching.records import Remembered, decoded, encoded
from claimlint.caching.store import Store
from claimlint.document import Document

_WRITTEN_AT_ONCE = 64
"""Documents whose findings are kept together: an interrupted run loses no more."""
_FAST = 1
"""How hard what is kept is compressed."""


@dataclass
class Memory:
    """What is remembered of documents, in a store; without one, nothing is."""

    store: Store | None = None
    _unwritten: dict[bytes, bytes] = field(default_factory=dict)

    def key_of(self, document: Document, model: str, against: bytes, *, exhaustive: bool = False) -> bytes:
        """Give the key of what is read in a document, where there is a store to ask.

        model: a spaCy pipeline. against: a hash of what its promises are linked to. exhaustive: whether all of it is parsed.
        """
        return digest((program(model), against, bytes([exhaustive]), encoded(document)))

    def recall(self, key: bytes) -> Remembered | None:
        """Give what is remembered, None where nothing is."""
        data = self.store.read([key]).get(key) if self.store else None
        try:
            return None if data is None else decoded(zlib.decompress(data))
        except zlib.error:
            return None

    def keep(self, key: bytes, found: Remembered) -> None:
        """Remember what was read in a document."""
        if self.store is None:
            return
        self._unwritten[key] = zlib.compress(encoded(found), _FAST)
        if len(self._unwritten) >= _WRITTEN_AT_ONCE:
            self.write()

    def write(self) -> None:
        """Write what was found since the last time."""
        if self.store is not None:
            self.store.write(self._unwritten)
        self._unwritten.clear()
