"""What a run has done so far, in a file: a run that was stopped goes on there, and a later one reads only what has changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from claimlint.engines.outcome import Outcome
from claimlint.errors import InputError, Problem

_FORMAT = 1
"""Of the tables; a file of another one is begun anew."""
_PRIVATE = 0o600
"""What is kept of copy before its launch is nobody else's to read."""

_TABLE = """
CREATE TABLE outcomes (
    path BLOB PRIMARY KEY, state BLOB NOT NULL, "row" BLOB NOT NULL, told BLOB NOT NULL, statements BLOB NOT NULL, again BLOB NOT NULL,
    unread INTEGER NOT NULL, settled INTEGER NOT NULL, pictures INTEGER NOT NULL
) WITHOUT ROWID
"""
_PUT = f"INSERT OR REPLACE INTO outcomes VALUES ({', '.join('?' * len(fields(Outcome)))})"


@dataclass
class Work:
    """Outcomes by the paths of documents. One run at a time works with a file."""

    path: Path
    _database: sqlite3.Connection

    def state(self, path: str) -> bytes | None:
        """Give the state of a document that is done; None where it is not, or where trying again may help."""
        row = self._database.execute("SELECT state FROM outcomes WHERE path = ? AND settled", (_bytes(path),)).fetchone()
        return bytes(row[0]) if row else None

    def keep(self, outcomes: Iterable[Outcome]) -> None:
        """Keep outcomes, all of them or none."""
        with self._database:
            self._database.executemany(_PUT, [(_bytes(each.path), *astuple(each)[1:]) for each in outcomes])

    def keep_only(self, paths: Iterable[str]) -> None:
        """Let go of the outcomes of all other documents."""
        with self._database:
            self._database.execute("CREATE TEMP TABLE listed (path BLOB PRIMARY KEY) WITHOUT ROWID")
            self._database.executemany("INSERT INTO listed VALUES (?)", ((_bytes(path),) for path in paths))
            self._database.execute("DELETE FROM outcomes WHERE path NOT IN (SELECT path FROM listed)")
            self._database.execute("DROP TABLE listed")

    def outcome(self, path: str) -> Outcome:
        """Give what came of a document. Raises KeyError where nothing is known of it."""
        row = self._database.execute("SELECT * FROM outcomes WHERE path = ?", (_bytes(path),)).fetchone()
        if row is None:
            raise KeyError(path)
        return _outcome(*row)

    def told(self, path: str) -> bytes:
        """Give the hash of the contradictions by which a document is judged."""
        row = self._database.execute("SELECT told FROM outcomes WHERE path = ?", (_bytes(path),)).fetchone()
        return bytes(row[0]) if row else b""

    def speaking(self) -> Iterator[tuple[str, bytes]]:
        """Give documents that say what another one may contradict, in the order of their paths, with what they say."""
        for path, statements in self._database.execute("SELECT path, statements FROM outcomes WHERE statements != x'' ORDER BY path"):
            yield _text(path), statements


@contextmanager
def opened(path: Path) -> Iterator[Work]:
    """Open the file of a run, or begin one.

    Raises InputError where it cannot be written, where another run works with it, or where it is no such file.
    """
    database: sqlite3.Connection | None = None
    try:
        path.touch(mode=_PRIVATE)
        database = sqlite3.connect(path, timeout=1)
        _prepare(database)
        yield Work(path, database)
    except sqlite3.OperationalError as error:
        busy = "locked" in str(error)
        message = "another run works with it." if busy else f"cannot be written: {error}."
        raise _wrong(path, message, "Wait for it, or name another file for the results." if busy else "") from error
    except sqlite3.DatabaseError as error:
        raise _wrong(path, f"is damaged, or holds something else: {error}.", "Remove it, and all documents are read anew.") from error
    except OSError as error:
        raise _wrong(path, f"cannot be written: {error.strerror or error}.", "Name results in a folder that exists.") from error
    finally:
        if database is not None:
            database.close()


def _prepare(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA locking_mode = EXCLUSIVE")
    (found,) = database.execute("PRAGMA user_version").fetchone()
    with database:
        database.execute("BEGIN EXCLUSIVE")
        if found != _FORMAT:
            database.execute("DROP TABLE IF EXISTS outcomes")
            database.execute(_TABLE)
            database.execute(f"PRAGMA user_version = {_FORMAT}")


def _outcome(
    path: bytes, state: bytes, row: bytes, told: bytes, statements: bytes, again: bytes, unread: int, settled: int, pictures: int
) -> Outcome:
    return Outcome(_text(path), state, row, told, statements, again, bool(unread), bool(settled), pictures)


def _wrong(path: Path, message: str, remedy: str = "") -> InputError:
    return InputError(Problem(path.as_posix(), None, None, message, remedy))


def _bytes(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")


def _text(path: bytes) -> str:
    return path.decode("utf-8", "surrogateescape")
