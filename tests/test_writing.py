"""Files are replaced as a whole or not at all."""

from __future__ import annotations

import os
import stat

import pytest

from claimlint.writing import NotWritten, write_atomically


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old\r\n")
    return path


def test_new_bytes_take_the_place_of_the_old(file):
    write_atomically(file, b"old\r\n", b"new\r\n")
    assert file.read_bytes() == b"new\r\n"


def test_nothing_else_is_left_in_the_folder(file):
    write_atomically(file, b"old\r\n", b"new")
    assert [path.name for path in file.parent.iterdir()] == ["a.md"]


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
def test_permissions_stay(file):
    file.chmod(0o640)
    write_atomically(file, b"old\r\n", b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_link_stays_a_link(file):
    link = file.with_name("link.md")
    try:
        link.symlink_to(file)
    except OSError:
        pytest.skip("links cannot be made here")
    write_atomically(link, b"old\r\n", b"new")
    assert (link.is_symlink(), file.read_bytes()) == (True, b"new")


def test_file_that_changed_meanwhile_stays(file):
    file.write_bytes(b"newer")
    with pytest.raises(NotWritten, match="has changed meanwhile"):
        write_atomically(file, b"old\r\n", b"new")
    assert file.read_bytes() == b"newer"


def test_file_that_cannot_be_replaced_stays(file, monkeypatch):
    def refuse(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(NotWritten, match="No space left on device"):
        write_atomically(file, b"old\r\n", b"new")
    assert [(path.name, path.read_bytes()) for path in file.parent.iterdir()] == [("a.md", b"old\r\n")]


def test_missing_file_is_not_made(tmp_path):
    with pytest.raises(NotWritten):
        write_atomically(tmp_path / "gone.md", b"old", b"new")
    assert not list(tmp_path.iterdir())
