"""Entries on disk: kept, bounded, safe between processes, and done without where the disk says no."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from claimlint.caching.store import FILE, Store

ROOT = Path(__file__).resolve().parents[2]


def store_in(folder: Path, limit: int = 1_000_000, day: int = 1) -> Store:
    return Store(folder, limit, day)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    store_in(tmp_path).write({b"a": b"one", b"b": b"two"})
    assert store_in(tmp_path).read([b"a", b"c"]) == {b"a": b"one"}


def test_nothing_is_read_from_an_empty_folder_and_none_is_made(tmp_path: Path) -> None:
    assert store_in(tmp_path / "none").read([b"a"]) == {}
    assert not (tmp_path / "none").exists()


def test_more_keys_than_a_question_takes(tmp_path: Path) -> None:
    entries = {f"{number}".encode(): b"value" for number in range(1_300)}
    store_in(tmp_path).write(entries)
    assert store_in(tmp_path).read(entries) == entries


def test_the_entries_not_used_for_longest_make_room(tmp_path: Path) -> None:
    for day, name in enumerate((b"oldest", b"used", b"new")):
        store_in(tmp_path, day=day).write({name: b"x" * 100})
    store_in(tmp_path, day=5).read([b"used"])
    store_in(tmp_path, limit=350, day=6).write({b"newest": b"x" * 100})
    assert set(store_in(tmp_path).read([b"oldest", b"used", b"new", b"newest"])) == {b"used", b"newest"}


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100], ids=["empty", "something else"])
def test_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    store_in(tmp_path).write({b"a": b"one"})
    (tmp_path / FILE).write_bytes(damage)
    assert store_in(tmp_path).read([b"a"]) == {}
    store_in(tmp_path).write({b"b": b"two"})
    assert store_in(tmp_path).read([b"b"]) == {b"b": b"two"}


def test_file_cut_off_in_the_middle_is_made_anew(tmp_path: Path) -> None:
    store_in(tmp_path).write({f"{number}".encode(): b"x" * 1000 for number in range(200)})
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole[: len(whole) // 2])
    store = store_in(tmp_path)
    assert len(store.read([f"{number}".encode() for number in range(200)])) < 200
    assert store.trouble
    store_in(tmp_path).write({b"b": b"two"})
    assert store_in(tmp_path).read([b"b"]) == {b"b": b"two"}


def test_value_that_was_changed_on_disk_is_not_there(tmp_path: Path) -> None:
    store_in(tmp_path).write({b"a": b"one"})
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("UPDATE entries SET value = ?", (b"two",))
    database.close()
    assert store_in(tmp_path).read([b"a"]) == {}


def test_database_of_another_format_is_made_anew(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("CREATE TABLE entries (something TEXT)")
        database.execute("PRAGMA user_version = 999")
    database.close()
    store_in(tmp_path).write({b"a": b"one"})
    assert store_in(tmp_path).read([b"a"]) == {b"a": b"one"}


def test_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    store = store_in(tmp_path / "file" / "below")
    store.write({b"a": b"one"})
    assert store.trouble
    assert store.read([b"a"]) == {}


def test_contents_and_clear(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.write({b"a": b"one", b"b": b"two"})
    assert (store.contents().entries, store.contents().size > 0) == (2, True)
    store.clear()
    assert (store.contents().entries, store.contents().size) == (0, 0)


def test_processes_write_at_the_same_time(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from claimlint.caching.store import Store\n"
        "store = Store(Path(sys.argv[1]), 10**6, 1)\n"
        "for number in range(20): store.write({f'{sys.argv[2]}-{number}'.encode(): b'x' * 100})\n"
        "assert not store.trouble, store.trouble"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path), name], env=environment) for name in ("one", "two", "three")]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert store_in(tmp_path).contents().entries == 60
