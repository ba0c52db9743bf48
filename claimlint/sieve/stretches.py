"""Cutting the text of a block into stretches of whole sentences, without a parser.

A cut is made only where a sentence ends beyond doubt: what is cut here, the parser must be able to read apart. Where that is not sure
("approx. 5 W", "vs. Wi-Fi", an initial), two sentences stay one stretch.
"""

from __future__ import annotations

import re
from typing import TypeAlias

Range: TypeAlias = "tuple[int, int]"
"""First character and the one behind the last, of a block's text."""

_LETTERS = r"[^\W\d_]{2}"
_CLOSING = r"""[)\]”’"'*]"""
_END = re.compile(
    rf"[.!?…\n](?:(?<=\n)\s*|(?:(?<={_LETTERS}.)|(?<={_LETTERS}{_CLOSING}.)|(?<={_LETTERS}{_CLOSING}{{2}}.))"
    rf"""[.!?…]*{_CLOSING}{{0,2}}(\s+)(?=["“‘'(\[*]{{0,2}}[^\W_a-z]))"""
)
"""The end of a sentence: a mark behind two letters, with white space and a capital or a figure behind it; or the end of a line.

It begins with the mark, of which there are few: a search that began with letters would try each of them.
"""

_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:[Nn]o|[Ff]ig|[Aa]pprox|[Mm]ax|[Mm]in|[Tt]yp|[Vv]s|[Ii]ncl|[Ee]xcl|[Vv]er|[Ss]ec|[Cc]h|[Pp]p|[Aa]pp|etc"
    r"|Drs?|Mrs?|Ms|[Pp]rof|Inc|Ltd|Co|Corp|St|Rev|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s*$"
)
"""An abbreviation at the end of a text."""
_LONGEST_ABBREVIATION = 9


def stretches_of(text: str) -> list[Range]:
    """Give the stretches of a block's text, in order; together they hold all of it but white space."""
    found: list[Range] = []
    start = 0
    for end in _END.finditer(text):
        stop = end.start(1) if end[1] is not None else end.start()
        if end[1] is not None and _ABBREVIATED.search(text[max(start, stop - _LONGEST_ABBREVIATION) : stop]):
            continue
        if text[start:stop].strip():
            found.append((start, stop))
        start = end.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found
