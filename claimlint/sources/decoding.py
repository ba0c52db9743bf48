"""From the bytes of a file to its text, without losing or adding a character."""

from __future__ import annotations

import codecs

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
# Control characters that text files do hold: tab, line feed, form feed, carriage return, escape (terminal logs).
_TEXT_CONTROLS = frozenset("\t\n\f\r\x1b")
_MOST_CONTROLS = 0.1


class Undecodable(ValueError):
    """The bytes are no text in an encoding that is read here; the message says why, in words for the user."""


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Give the text of a file and what the user should know about the decoding.

    Reads UTF-8 with and without a byte order mark and UTF-16 with one; anything else that is still text is taken for Windows-1252,
    and a note says so. The mark is no character of the text; line ends stay as they are. Raises Undecodable for binary data.
    """
    if data.startswith(_UTF32):
        raise Undecodable("it is UTF-32, which is not read here; save it as UTF-8")
    for mark, encoding in _UTF16.items():
        if data.startswith(mark):
            return _as_text(_decode_utf16(data[len(mark) :], encoding)), ()
    if b"\0" in data:
        raise Undecodable("it holds zero bytes, so it is binary data or UTF-16 without a byte order mark; save text as UTF-8")
    try:
        return _as_text(data.removeprefix(codecs.BOM_UTF8).decode("utf-8")), ()
    except UnicodeDecodeError as error:
        return _as_text(_decode_windows(data)), (_note(data, error),)


def _decode_utf16(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Undecodable(f"it starts like UTF-16, but is damaged at byte {error.start + 2}; save it as UTF-8") from error


def _decode_windows(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Undecodable("it is neither UTF-8 nor Windows-1252 text; save it as UTF-8") from error


def _note(data: bytes, error: UnicodeDecodeError) -> str:
    line = data.count(b"\n", 0, error.start) + 1
    return f"It is not UTF-8 (see line {line}) and was read as Windows-1252; save it as UTF-8 if letters look wrong."


def _as_text(text: str) -> str:
    controls = sum(text.count(chr(code)) for code in range(32) if chr(code) not in _TEXT_CONTROLS)
    if controls > len(text) * _MOST_CONTROLS:
        raise Undecodable("it is mostly control characters, so it is binary data and no text")
    return text
