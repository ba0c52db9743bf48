"""What was found in copy before, by all that decides it: a document that has not changed is neither read nor judged again."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from claimlint.caching.identity import appearance, contents, digest
from claimlint.caching.records import decoded, encoded
from claimlint.caching.store import Store

Kept = TypeVar("Kept")

_WRITTEN_AT_ONCE = 64
"""Entries that are written together: a run that is killed loses no more."""
_FAST = 1
"""How hard what is kept is compressed."""


@dataclass
class Memory:
    """What is remembered, in a store; without one, nothing is. As a context it writes what was found when the block ends, however."""

    store: Store | None = None
    _unwritten: dict[bytes, bytes] = field(default_factory=dict)
    _programs: dict[str, bytes] = field(default_factory=dict)

    def key_of(self, model: str, *parts: bytes) -> bytes:
        """Give the key of what is found by this program with a spaCy pipeline, and by what else decides it; empty without a store."""
        return digest((self._program(model), *parts)) if self.store is not None else b""

    def recall(self, key: bytes, kind: type[Kept]) -> Kept | None:
        """Give what is remembered under a key, None where nothing of this kind is."""
        data = self._read(key)
        try:
            return None if data is None else decoded(zlib.decompress(data), kind)
        except zlib.error:
            return None

    def knows(self, keys: Sequence[bytes]) -> frozenset[bytes]:
        """Give those of the keys under which something is remembered; what is damaged turns out to be nothing when it is recalled."""
        asked = {key for key in keys if key}
        return self.store.holds(sorted(asked)) | (asked & self._unwritten.keys()) if self.store is not None else frozenset()

    def keep(self, key: bytes, found: object) -> None:
        """Remember a value made of data classes."""
        if self.store is not None:
            self._put(key, zlib.compress(encoded(found), _FAST))

    def for_another_process(self) -> Memory:
        """Give the same memory as another process may hold it: with a store of its own for the same folder."""
        return Memory(replace(self.store) if self.store is not None else None)

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, *failed: object) -> None:
        self.write()

    def write(self) -> None:
        """Write what was found since the last time."""
        if self.store is not None and self._unwritten:
            self.store.write(self._unwritten)
        self._unwritten.clear()

    def close(self) -> None:
        """Write what was found, and let go of the store."""
        self.write()
        if self.store is not None:
            self.store.close()

    def _program(self, model: str) -> bytes:
        """Give the hash of what the program is; it is taken once for each state of the disk, and then known by how that looks."""
        if model not in self._programs:
            seen = appearance(model)
            known = self._read(seen)
            if known is None:
                known = contents(model)
                self._put(seen, known)
            self._programs[model] = known
        return self._programs[model]

    def _read(self, key: bytes) -> bytes | None:
        if self.store is None:
            return None
        return self._unwritten.get(key) or self.store.read([key]).get(key)

    def _put(self, key: bytes, data: bytes) -> None:
        self._unwritten[key] = data
        if len(self._unwritten) >= _WRITTEN_AT_ONCE:
            self.write()
