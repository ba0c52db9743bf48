"""From a text back to the bytes of the file that it was read from, in that file's own encoding."""

from __future__ import annotations

import codecs

_MARKED = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be", codecs.BOM_UTF8: "utf-8"}


class Unencodable(ValueError):
    """The file's encoding has no code for a character of the text; the message says so, in words for the user."""


def encode_like(text: str, data: bytes) -> bytes:
    """Give a text in the encoding of a file's bytes, with its byte order mark where it has one: the way back from `decode`.

    Raises Unencodable where the encoding lacks a character.
    """
    for mark, encoding in _MARKED.items():
        if data.startswith(mark):
            return mark + text.encode(encoding)
    encoding = "utf-8" if _is_utf8(data) else "cp1252"
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        raise Unencodable(f"the file's encoding, {encoding}, has no “{text[error.start]}”; save it as UTF-8 first") from error


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
