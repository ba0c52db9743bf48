"""Names of files in the headers of a diff, as git and diff write them: quoted where they hold more than plain letters."""

from __future__ import annotations

import os
import re

_QUOTED = re.compile(rb'"(?:[^"\\]|\\.)*"')
_ESCAPE = re.compile(rb'\\([abtnvfr"\\]|[0-7]{1,3})')
_CONTROLS = dict(zip("abtnvfr", b"\a\b\t\n\v\f\r", strict=True))
_PREFIX = re.compile(r"\A[abciow12]/")
"""What git puts before names: a and b; with diff.mnemonicPrefix c, i, o and w."""
_NOWHERE = b"/dev/null"


def name_in(words: bytes) -> str | None:
    """Give the name that stands in a header, without the time that diff writes behind it; None for no file."""
    words = words.rstrip(b"\r\n")
    if quoted := _QUOTED.match(words):
        return os.fsdecode(_unquoted(quoted[0]))
    name = words.partition(b"\t")[0]
    return None if name == _NOWHERE else os.fsdecode(name)


def both_names_in(words: bytes) -> tuple[str | None, str | None]:
    """Give the old and the new name of a line `diff --git OLD NEW`; (None, None) where they cannot be told apart.

    Spaces are not quoted; then the line is understood only where both names are the same but for what is put before them.
    """
    words = words.rstrip(b"\r\n")
    first = _QUOTED.match(words)
    if first:
        return name_in(first[0]), name_in(words[first.end() + 1 :])
    if words.endswith(b'"') and b' "' in words:
        before, _, behind = words.partition(b' "')
        return name_in(before), name_in(b'"' + behind)
    half = len(words) // 2
    old, new = os.fsdecode(words[:half]), os.fsdecode(words[half + 1 :])
    return (old, new) if without_prefix(old) == without_prefix(new) else (None, None)


def is_prefixed(name: str) -> bool:
    """Tell whether a name begins with what git puts before names."""
    return _PREFIX.match(name) is not None


def without_prefix(name: str) -> str:
    """Give a name without what git puts before it."""
    return _PREFIX.sub("", name, count=1)


def _unquoted(quoted: bytes) -> bytes:
    def plain(escape: re.Match[bytes]) -> bytes:
        code = escape[1].decode()
        return bytes([int(code, 8) & 0xFF if code.isdigit() else _CONTROLS.get(code, ord(code))])

    return _ESCAPE.sub(plain, quoted[1:-1])
