"""An archive is judged by its directory, before anything in it is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
from dataclasses import replace

import pytest

from claimlint.readers.archive import Archive
from claimlint.readers.limits import LIMITS
from claimlint.readers.unreadable import UnreadableDocument

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(packing: int = zipfile.ZIP_DEFLATED, **parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return buffer.getvalue()


def overlapping() -> bytes:
    """The directory names one part twice, under two names, as the densest bombs do."""
    data = bytearray(zipped(a=b"x" * 100, b=b"x" * 100))
    second = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, second + 42, 0)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "it is empty", id="empty"),
        pytest.param(b"Dear all", "it is no .docx file", id="text"),
        pytest.param(b"%PDF-1.7", "it is a PDF under another name", id="PDF"),
        pytest.param(b"{\\rtf1 x}", "it is Rich Text under another name", id="Rich Text"),
        pytest.param(b"<html>", "it is a page of HTML", id="HTML"),
        pytest.param(OLE + b"\0" * 600, "it is a file of an old Office version", id="old Word"),
        pytest.param(OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "protected by a password", id="protected"),
        pytest.param(zipped(a=b"x" * 500)[:60], "damaged or cut off", id="cut off"),
        pytest.param(overlapping(), "its parts overlap", id="overlapping parts"),
        pytest.param(zipped(zipfile.ZIP_LZMA, a=b"x" * 500), "packed in a way that no document is", id="LZMA"),
        pytest.param(zipped(zipfile.ZIP_BZIP2, a=b"x" * 500), "packed in a way that no document is", id="bzip2"),
        pytest.param(zipped(a=b"\0" * 20_000_000), "more than 200 times its size", id="bomb"),
    ],
)
def test_what_is_no_sound_archive_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableDocument, match=message):
        Archive(data, ".docx")


@pytest.mark.parametrize(
    ("limits", "message"),
    [(replace(LIMITS, entries=1), "2 parts, more than the 1"), (replace(LIMITS, unpacked_bytes=150), "unpack to 200 bytes")],
)
def test_what_is_too_much_is_refused(limits: object, message: str) -> None:
    with pytest.raises(UnreadableDocument, match=message):
        Archive(zipped(a=b"x" * 100, b=b"y" * 100), ".docx", limits)  # type: ignore[arg-type]


def test_parts_are_found_whatever_their_case() -> None:
    archive = Archive(zipped(**{"word/Document.xml": b"<a/>"}), ".docx")
    assert "word/document.XML" in archive
    assert archive.read("word/document.xml") == b"<a/>"


@pytest.mark.parametrize(("name", "message"), [("b", "its part b is missing"), ("a", "its part a cannot be unpacked")])
def test_a_part_that_cannot_be_read_is_named(name: str, message: str) -> None:
    data = bytearray(zipped(a=b"hello " * 50))
    data[35] ^= 0xFF
    with pytest.raises(UnreadableDocument, match=message):
        Archive(bytes(data), ".docx").read(name)
