"""Quoted strings of YAML, JSON and TOML with their escapes undone."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from claimlint.readers.passage import Passage

DOUBLE_QUOTED = re.compile(
    r"\\(?:x[0-9A-Fa-f]{2}|u[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\n[ \t]*|.)"
)
SINGLE_QUOTED = re.compile(r"''")
_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85", "_": "\xa0"}


def unescaped(passage: Passage, start: int, stop: int, escape: re.Pattern[str]) -> Passage:
    """Give [start, stop) of a passage with what the pattern (DOUBLE_QUOTED, SINGLE_QUOTED) finds replaced by what it stands for."""
    return passage.rebuilt(_parts(passage.text, start, stop, escape))


def _parts(text: str, start: int, stop: int, escape: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    at = start
    for match in escape.finditer(text, start, stop):
        yield text[at : match.start()], at, match.start()
        yield _character(match[0]), match.start(), match.end()
        at = match.end()
    yield text[at:stop], at, stop


def _character(escape: str) -> str:
    if escape == "''":
        return "'"
    if len(escape) == 12:
        # JSON writes characters beyond U+FFFF as two halves (RFC 8259, section 7).
        return chr(0x10000 + ((int(escape[2:6], 16) & 0x3FF) << 10) + (int(escape[8:], 16) & 0x3FF))
    if escape[1] in "xuU" and len(escape) > 2:
        code = int(escape[2:], 16)
        return "\ufffd" if code > sys.maxunicode or 0xD800 <= code <= 0xDFFF else chr(code)
    if escape[1] == "\n":
        return ""
    return _ESCAPES.get(escape[1], escape[1])
