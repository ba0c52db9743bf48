"""Comparing wordings as a reader does: case, white space, hyphens and the shape of quotes make no difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_BETWEEN_WORDS = r"[\s\-\u2010-\u2015_]+"
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def find_wordings(text: str, wording: str) -> Iterator[tuple[int, int]]:
    """Give each range [start, stop) at which a text contains a wording as whole words."""
    if pattern := _pattern(wording):
        yield from (match.span() for match in pattern.finditer(text if text.isascii() else text.translate(_QUOTES)))


@lru_cache(maxsize=4096)
def _pattern(wording: str) -> re.Pattern[str] | None:
    words = [word for word in re.split(_BETWEEN_WORDS, wording.translate(_QUOTES)) if word]
    if not words:
        return None
    return re.compile(r"(?<!\w)" + _BETWEEN_WORDS.join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)


def contains_wording(text: str, wording: str) -> bool:
    """Tell whether a text contains a wording as whole words."""
    return next(find_wordings(text, wording), None) is not None
