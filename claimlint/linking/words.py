"""Words as linking compares them: stems of the parts of a token, so that "USB-C", "USB C" and "usbc" agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from claimlint.language.sentence import Token
from claimlint.language.stems import stem

_FEW = 30
_COMMON_SHARE = 0.15
_PART = re.compile(r"\d+(?:\.\d+)*|[^\W\d_]+")


class Word(NamedTuple):
    """A part of a token. token: its position in the sentence; start, stop: its characters in the block text."""

    stem: str
    token: int
    start: int
    stop: int


@lru_cache(maxsize=16384)
def stems_of(text: str) -> tuple[str, ...]:
    """Give the stems of a name, a heading or any text, letters and digits apart: "nRF52840" gives ("nrf", "52840")."""
    return tuple(stem(part) for part in parts_of(text))


def parts_of(text: str) -> list[str]:
    """Give the parts of a text as they are written: as many as it has stems."""
    return _PART.findall(text)


def words_of(tokens: Sequence[Token]) -> tuple[Word, ...]:
    """Give the words of a sentence's tokens, in order."""
    return tuple(
        Word(stem(part.group()), number, token.start + part.start(), token.start + part.end())
        for number, token in enumerate(tokens)
        for part in _PART.finditer(token.text)
    )


def common_stems(sentences: Sequence[Sequence[Token]]) -> frozenset[str]:
    """Give the stems that stand in so many sentences of a document that they tell nothing there, such as the maker's name."""
    if len(sentences) < _FEW:
        return frozenset()
    counts = Counter(each for tokens in sentences for each in {stem(part) for token in tokens for part in _PART.findall(token.text)})
    return frozenset(each for each, count in counts.items() if count > _COMMON_SHARE * len(sentences))
