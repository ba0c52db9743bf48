"""Which blocks are in a language that is not read.

No library that guesses languages is asked: they are large, and guess wildly at headings and lists of values. The words that hold
sentences together tell languages apart where there are sentences, and what they do not tell goes with its neighbours.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import groupby

from claimlint.document import Block, BlockKind
from claimlint.language.data import language_data

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_SIGNS = 3
"""Different words of a language; names and quotations have fewer."""
_MOST_MARKED = 2
_SHARE = 0.15
"""Of the words of a block that hold sentences together in its language, at least."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_SINGLE = 3
"""Letters of another alphabet that may be units and signs."""


def other_languages(blocks: Sequence[Block]) -> frozenset[int]:
    """Give the indices of blocks that are not in English; code is never one of them.

    Where no block is in English and most words stand in blocks that are not, those that do not tell are not English either.
    Elsewhere, those between two that are not English go with them.
    """
    told = [None if block.kind is BlockKind.CODE else _is_foreign(block.text) for block in blocks]
    if True not in told:
        return frozenset()
    copy = [index for index, block in enumerate(blocks) if block.kind is not BlockKind.CODE]
    words = {index: len(_WORD.findall(blocks[index].text)) for index in copy}
    foreign = {index for index in copy if told[index]}
    if False not in told and 2 * sum(words[index] for index in foreign) >= sum(words.values()):
        return frozenset(copy)
    at = 0
    for known, run in groupby(copy, key=lambda index: told[index] is not None):
        stretch = list(run)
        at += len(stretch)
        before, after = at - len(stretch) - 1, at
        if not known and before >= 0 and after < len(copy) and {copy[before], copy[after]} <= foreign:
            foreign.update(stretch)
    return frozenset(foreign)


def _is_foreign(text: str) -> bool | None:
    """Whether a text is in another language than English; None where it does not tell."""
    if not text.isascii() and _in_other_letters(text):
        return True
    # Capital letters begin names ("Los Angeles"), and sentences.
    words = _WORD.findall(text)
    words[:1] = map(str.lower, words[:1])
    english, others = _signs()
    different = dict.fromkeys(words)
    found: dict[str, set[str]] = {}
    for word in filter(others.__contains__, different):
        for language in others[word]:
            found.setdefault(language, set()).add(word)
    most = max(map(len, found.values()), default=0)
    own = sum(map(english.__contains__, map(str.lower, different)))
    # Letters with marks tell that it is none of English, not which it is; English writes a few words with them.
    marked = 0 if own else min(sum(not word.isascii() for word in words), _MOST_MARKED)
    if most and most + marked >= _FEWEST_SIGNS and most > 2 * own:
        best = max(found.values(), key=len)
        if sum(word in best for word in words) >= _SHARE * len(words):
            return True
    return False if own else None


def _in_other_letters(text: str) -> bool:
    """Whether most letters are of another alphabet; single Greek ones are units and signs."""
    others = sum(
        not unicodedata.name(character, "").startswith(("LATIN", "MICRO", "OHM", "KELVIN", "FULLWIDTH LATIN"))
        for character in _BEYOND_ASCII.findall(text)
        if character.isalpha()
    )
    return others > _SINGLE and others > sum(map(str.isalpha, text)) // 2


@cache
def _signs() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """The words of English, and those of other languages with these."""
    data = language_data("other_languages")
    others: dict[str, tuple[str, ...]] = {}
    for language, words in data["languages"].items():
        for word in words:
            others[word] = (*others.get(word, ()), language)
    return frozenset(data["english"]), others
