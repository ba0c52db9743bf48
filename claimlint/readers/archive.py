"""Opens the archives that office files are, after their directory has been found sound: nothing is unpacked before that."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from itertools import pairwise

from claimlint.readers.limits import LIMITS, Limits
from claimlint.readers.unreadable import UnreadableDocument

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PROTECTED = "it is protected by a password; save a copy without one"
# What a file begins with that has the suffix of an office format and is none.
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (_OLE, "it is a file of an old Office version under another name; open it and save it as {suffix}"),
    (b"{\\rtf", "it is Rich Text under another name; open it and save it as {suffix}"),
    (b"%PDF", "it is a PDF under another name; give it the suffix .pdf"),
    (b"<", "it is a page of HTML or XML under another name, and no {suffix} file"),
)

# The parts on packages of ECMA-376 (part 2) and of OpenDocument allow these two ways of packing alone.
_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
# What the standard library raises on archives that are cut off (EOFError), altered (ValueError for names and places that cannot be,
# OSError for places that cannot be sought) or encrypted and patched in ways that it does not know (RuntimeError).
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)


class Archive:
    """A zip archive whose parts are read one at a time. suffix: of the format that it is said to be, for messages.

    Raises UnreadableDocument for what is no sound archive, and for one beyond the limits.
    """

    def __init__(self, data: bytes, suffix: str, limits: Limits = LIMITS) -> None:
        self._limits = limits
        if not data.startswith(b"PK"):
            raise UnreadableDocument(_why_no_archive(data, suffix))
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED as error:
            raise UnreadableDocument(f"it is damaged or cut off: no whole {suffix} file") from error
        entries = self._file.infolist()
        _check_directory(entries, limits)
        self._entries = {entry.filename.lstrip("/"): entry for entry in entries}
        # The parts of an office file are named without regard to case (ECMA-376 part 2, section 6.2.2.3).
        self._by_lower_case = {name.lower(): name for name in self._entries}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, as the archive has them."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._by_lower_case

    def read(self, name: str) -> bytes:
        """Give the bytes of a part; raises UnreadableDocument where it is damaged, too large, or not there."""
        entry = self._entries.get(self._by_lower_case.get(name.lower(), ""))
        if entry is None:
            raise UnreadableDocument(f"it is damaged: its part {name} is missing")
        if entry.file_size > self._limits.xml_bytes:
            raise UnreadableDocument(
                f"its part {name} has {entry.file_size:,} bytes, more than the {self._limits.xml_bytes:,} that are read"
            )
        try:
            return self._file.read(entry)
        except _DAMAGED as error:
            raise UnreadableDocument(f"it is damaged: its part {name} cannot be unpacked") from error


def _why_no_archive(data: bytes, suffix: str) -> str:
    if not data:
        return "it is empty"
    if data.startswith(_OLE) and _ENCRYPTED in data:
        return _PROTECTED
    found = next((message for start, message in _OTHERS if data.lstrip()[: len(start)].lower() == start.lower()), None)
    return found.format(suffix=suffix) if found else f"it is no {suffix} file, whatever its name says"


def _check_directory(entries: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.entries:
        raise UnreadableDocument(f"it holds {len(entries):,} parts, more than the {limits.entries:,} that are read")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableDocument(_PROTECTED)
    if any(entry.compress_type not in _PACKED for entry in entries):
        raise UnreadableDocument("it is damaged: its parts are packed in a way that no document is")
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > limits.unpacked_bytes:
        raise UnreadableDocument(f"it would unpack to {unpacked:,} bytes, more than the {limits.unpacked_bytes:,} that are read")
    if unpacked > limits.ratio_from and unpacked > packed * limits.ratio:
        raise UnreadableDocument(f"it would unpack to more than {limits.ratio} times its size, as no document does")
    places = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    if any(start + size > following for (start, size), (following, _) in pairwise(places)):
        raise UnreadableDocument("it is damaged: its parts overlap")
