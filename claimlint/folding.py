"""Comparing wordings as a reader does: case, white space, hyphens and the shape of quotes make no difference."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BETWEEN_WORDS = r"[\s\-\u2010-\u2015_]+"
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def find_wordings(text: str, wording: str) -> Iterator[tuple[int, int]]:
    """Give each range [start, stop) at which a text contains a wording as whole words."""
    words = [word for word in re.split(_BETWEEN_WORDS, wording.translate(_QUOTES)) if word]
    if words:
        pattern = r"(?<!\w)" + _BETWEEN_WORDS.join(map(re.escape, words)) + r"(?!\w)"
        yield from (match.span() for match in re.finditer(pattern, text.translate(_QUOTES), re.IGNORECASE))


def contains_wording(text: str, wording: str) -> bool:
    """Tell whether a text contains a wording as whole words."""
    return next(find_wordings(text, wording), None) is not None
