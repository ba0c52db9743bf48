"""Whether a text states a condition, in whatever order and spelling; what is spelled alike is data (`rules/stating.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from claimlint.data import read_data

_WORD = re.compile(r"(?<![\w)])[-−–]?\d+(?:[.,]\d+)*|[^\W\d_]+|%")
_PART = re.compile(r"[,;](?!\d)")
_MINUS = str.maketrans("−–", "--")
_SPREAD = 3
"""Words of a condition may stand so many times further apart than in the manifest."""


class _Spelling(NamedTuple):
    """same: words and signs by another that says the same; empty: words that say nothing; instead: patterns by what stands for them."""

    same: dict[str, str]
    empty: frozenset[str]
    instead: tuple[tuple[re.Pattern[str], str], ...]


def states(text: str, condition: str) -> bool:
    """Tell whether a text states a condition: each of its parts, between commas, in other order and spelling if need be.

    "50 % volume, 25 C" is stated by "at a volume of 50% and 25 °C". Numbers must be there as they are, with their sign; words in
    singular or plural.
    """
    said = _words(text)
    return all(_stands_in(frozenset(_words(part)), said) for part in _PART.split(condition))


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    spelling = _spelling()
    for pattern, words in spelling.instead:
        text = pattern.sub(words, text)
    found = (word.lower().translate(_MINUS) for word in _WORD.findall(text))
    kept = (word for word in found if word not in spelling.empty)
    return tuple(spelling.same.get(word) or spelling.same.get(_singular(word), _singular(word)) for word in kept)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _stands_in(asked: frozenset[str], said: Sequence[str]) -> bool:
    reach = len(asked) * _SPREAD
    return not asked or any(asked <= set(said[at : at + reach]) for at, word in enumerate(said) if word in asked)


@cache
def _spelling() -> _Spelling:
    data = read_data("stating.yaml", as_text=True)
    instead = ((re.compile(pattern, re.IGNORECASE), words) for pattern, words in data["instead"].items())
    return _Spelling(data["same"], frozenset(data["empty"]), tuple(instead))
