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


_STATED = re.compile(r"(?<![\w)])[-−–]?\d+(?:[.,]\d+)*|[^\W\d_]+|%")
_SAME = {
    "percent": "%",
    "celsius": "c",
    "fahrenheit": "f",
    "hour": "h",
    "hr": "h",
    "minute": "min",
    "second": "s",
    "metre": "m",
    "meter": "m",
}
"""Words and signs that say the same of a condition."""
_EMPTY = frozenset("a an and at by degree degrees for from in of on the to up with".split())
_MINUS = str.maketrans("−–", "--")
_HALF = re.compile(r"\bhalf(?: the| of the)?(?! an?\b)\b", re.IGNORECASE)
_SPREAD = 3
"""Words of a condition may stand so many times further apart than in the manifest."""


def states(text: str, condition: str) -> bool:
    """Tell whether a text states a condition: each of its parts, between commas, in other order and spelling if need be.

    "50 % volume, 25 C" is stated by "at a volume of 50% and 25 °C". Numbers must be there as they are; words in any number.
    """
    said = _stated_words(text)
    return all(_stands_in(frozenset(_stated_words(part)), said) for part in re.split(r"[,;](?!\d)", condition))


def _stated_words(text: str) -> list[str]:
    spelled = _HALF.sub("50 %", text.translate(_QUOTES))
    words = (word.lower().translate(_MINUS) for word in _STATED.findall(spelled))
    return [_SAME.get(word) or _SAME.get(_singular(word), _singular(word)) for word in words if word not in _EMPTY]


def _stands_in(asked: frozenset[str], said: list[str]) -> bool:
    reach = len(asked) * _SPREAD
    return not asked or any(asked <= set(said[at : at + reach]) for at, word in enumerate(said) if word in asked)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
