"""Entries on disk by key, in a SQLite database: safe between processes, bounded, and made anew where it is damaged.

A cache may lose what it holds at any time, so nothing here raises: what cannot be read is not there, what cannot be written is not
kept. `Store.trouble` says why, for whoever asks.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TypeVar

Answer = TypeVar("Answer")

FILE = "cache.sqlite"
_FORMAT = 1
"""Of the table; a database of another one is made anew."""
_WAIT = 5.0
"""Seconds for which another process may hold the database before it is done without."""
_ASKED_AT_ONCE = 500
_KEPT = 0.8
"""The share of the limit that is left where entries have to go, so that not every run has to make room."""
_CHECKSUM = 16
_PRIVATE, _PRIVATE_FILE = 0o700, 0o600
"""What is kept of copy before its launch is nobody else's to read, also in a folder that others may open."""

_TABLE = """
CREATE TABLE entries (
    key BLOB PRIMARY KEY, value BLOB NOT NULL, checksum BLOB NOT NULL, used INTEGER NOT NULL
) WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a store holds: entries and the bytes of its file."""

    entries: int
    size: int


@dataclass
class Store:
    """Entries in a folder. limit: bytes of all values together. day: today, as a number; entries that were not used for longest go first.

    trouble: why it does without the disk, empty while it does not.
    """

    folder: Path
    limit: int
    day: int
    trouble: str = field(default="", init=False)
    _database: sqlite3.Connection | None = field(default=None, init=False, repr=False)

    @property
    def path(self) -> Path:
        """The file of the database."""
        return self.folder / FILE

    def read(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Give the values of those keys that it holds, and note that they were used."""
        if not self.path.is_file():
            return {}
        return self._ask(lambda database: {k: v for batch in _batches(keys) for k, v in self._read(database, batch).items()}, {})

    def holds(self, keys: Iterable[bytes]) -> frozenset[bytes]:
        """Give those of the keys that it has values for; one that is damaged may be among them."""
        if not self.path.is_file():
            return frozenset()
        return self._ask(lambda database: frozenset(key for batch in _batches(keys) for key in _held(database, batch)), frozenset())

    def write(self, entries: Mapping[bytes, bytes]) -> None:
        """Keep entries, and let go of the oldest where there are too many."""
        if entries:
            rows = [(key, value, _checksum(key, value), self.day) for key, value in sorted(entries.items())]
            self._ask(lambda database: self._write(database, rows), None)

    def contents(self) -> Contents:
        """Say what it holds."""
        if not self.path.is_file():
            return Contents(0, 0)
        count = self._ask(lambda database: int(database.execute("SELECT count(*) FROM entries").fetchone()[0]), 0)
        return Contents(count, self.path.stat().st_size if self.path.is_file() else 0)

    def clear(self) -> None:
        """Let go of everything. Raises OSError where the file cannot be removed."""
        self.close()
        self.path.unlink(missing_ok=True)
        self.path.with_name(f"{FILE}-journal").unlink(missing_ok=True)

    def _read(self, database: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        rows = database.execute(f"SELECT key, value, checksum, used FROM entries WHERE key IN ({_marks(keys)})", keys).fetchall()
        whole = [(key, value, used) for key, value, checksum, used in rows if checksum == _checksum(key, value)]
        stale = [key for key, _, used in whole if used != self.day]
        if stale:
            with database:
                database.executemany("UPDATE entries SET used = ? WHERE key = ?", [(self.day, key) for key in stale])
        return {key: value for key, value, _ in whole}

    def _write(self, database: sqlite3.Connection, rows: Sequence[tuple[bytes, bytes, bytes, int]]) -> None:
        with database:
            database.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", rows)
            self._make_room(database)

    def _make_room(self, database: sqlite3.Connection) -> None:
        size = database.execute("SELECT total(length(value)) FROM entries").fetchone()[0]
        if size <= self.limit:
            return
        gone = []
        for key, length in database.execute("SELECT key, length(value) FROM entries ORDER BY used, key"):
            if size <= self.limit * _KEPT:
                break
            gone.append((key,))
            size -= length
        database.executemany("DELETE FROM entries WHERE key = ?", gone)

    def close(self) -> None:
        """Let go of the file; it is opened again when it is needed."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _ask(self, work: Callable[[sqlite3.Connection], Answer], otherwise: Answer) -> Answer:
        """Do something with the database; where it does not let us, note why and give something else. A damaged file is removed."""
        try:
            if self._database is None:
                self.folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
                self.path.touch(mode=_PRIVATE_FILE)
                self._database = sqlite3.connect(self.path, timeout=_WAIT)
                _prepare(self._database)
            return work(self._database)
        except sqlite3.OperationalError as error:  # locked, read only, no space: the file may be whole
            self.trouble = str(error)
        except sqlite3.DatabaseError as error:
            self.trouble = f"{error}; it was made anew"
            self._remove()
        except OSError as error:
            self.trouble = error.strerror or str(error)
        self.close()
        return otherwise

    def _remove(self) -> None:
        try:
            self.clear()
        except OSError as error:
            self.trouble = error.strerror or str(error)


def _marks(keys: Sequence[bytes]) -> str:
    return ", ".join("?" * len(keys))


def _held(database: sqlite3.Connection, keys: Sequence[bytes]) -> Iterator[bytes]:
    return (key for (key,) in database.execute(f"SELECT key FROM entries WHERE key IN ({_marks(keys)})", keys))


def _prepare(database: sqlite3.Connection) -> None:
    """Make the table where there is none of this format, in one transaction: another process may be about to do the same."""
    if _format_of(database) == _FORMAT:
        return
    with database:
        database.execute("BEGIN IMMEDIATE")
        if _format_of(database) != _FORMAT:
            database.execute("DROP TABLE IF EXISTS entries")
            database.execute(_TABLE)
            database.execute(f"PRAGMA user_version = {_FORMAT}")


def _format_of(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def _checksum(key: bytes, value: bytes) -> bytes:
    return blake2b(value, digest_size=_CHECKSUM, key=key[:64]).digest()


def _batches(keys: Iterable[bytes]) -> Iterator[list[bytes]]:
    remaining = iter(keys)
    while batch := list(islice(remaining, _ASKED_AT_ONCE)):
        yield batch
