"""What the words of a stretch of text tell the sieve: signals with names, and the words themselves as numbers."""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from claimlint.document import Block, BlockKind
from claimlint.language.stems import stem
from claimlint.linking.candidates import TELLING
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.products import named_products
from claimlint.linking.words import stems_of
from claimlint.sieve.literals import ALWAYS, Literals
from claimlint.units import unit_of

SIGNALS: Mapping[str, str] = {
    "constant": "always 1: how rare claims are",
    "own-wording": "an everyday wording of a concept of the manifest can stand in it",
    "new-wording": "one of a concept that the manifest does not have",
    "offer-wording": "one of an offer, of surroundings or of what is in the box",
    "mark": "one of a mark of conformity that the manifest does not have",
    "offer-availability": "words that offer the product",
    "offer-object": "a verb of offering, whose object the product may be",
    "offer-subject": "a verb of offering, whose subject the product may be",
    "superlative": "a fixed phrase that sets something above all others",
    "comparative": "a fixed phrase that compares",
    "absolute": "a fixed phrase that leaves no exception",
    "green": "a fixed phrase about the environment",
    "name": "a whole name of one word",
    "long-name": "a whole name of several words",
    "coverage": "the largest share of a name's telling words that it has",
    "mass": "how telling the words are together that it shares with names",
    "terms": "how many names it shares a word with (logarithm)",
    "product": "a product is named",
    "own-unit": "a number with a unit of a limit's kind",
    "other-unit": "a number with a unit of another kind",
    "number": "a number without a unit",
    "code": "a word of capitals, or of letters and digits",
    "heading": "it stands in a heading or title",
    "item": "it is a list item",
    "cell": "it is a table cell",
    "quotation": "it is quoted",
    "picture": "it describes a picture",
    "answered": "it is answered with a mark or a word",
    "row": "its row is named",
    "introduced": "an introduction stands above it",
    "question": "it ends as a question",
    "length": "how long it is (logarithm of its words)",
    "fragment": "it has at most six words and no full stop",
}
"""The signals of a stretch and what each says; their weights are those of `claimlint.sieve.weights`."""

_KINDS = {
    BlockKind.HEADING: "heading",
    BlockKind.TITLE: "heading",
    BlockKind.LIST_ITEM: "item",
    BlockKind.TABLE_CELL: "cell",
    BlockKind.QUOTATION: "quotation",
    BlockKind.ALT_TEXT: "picture",
}
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[%°×$€£✓–—:]")
_CODE = re.compile(r"[A-Z\d](?:(?<=[A-Z]{2})|(?<=[A-Za-z]\d))")
_NUMBER_WORDS = frozenset("one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty half".split())
_BITS = 16
ROWS = 1 << _BITS
"""So many different words, and as many pairs of words, have a weight of their own; further ones share one."""
START, STOP = 1, 2
"""The numbers that stand for the ends of a stretch."""
_FIGURES = 3
"""The number that stands for all figures."""
_SHORT = 6


class Reading(NamedTuple):
    """What a stretch tells: its words as numbers below ROWS, its signals that are not 0, and whether it is read at any rate."""

    words: list[int]
    signals: dict[str, float]
    always: bool


@dataclass(frozen=True)
class _Telling:
    """The telling stems of a manifest: the terms that have each, with its share of the term's weight, and how telling it is."""

    terms: Mapping[str, tuple[tuple[int, float], ...]]
    weights: Mapping[str, float]


class Reader:
    """Reads stretches for one manifest."""

    def __init__(self, lexicon: Lexicon, literals: Literals) -> None:
        self._lexicon, self._literals = lexicon, literals
        self._telling = _telling(lexicon)
        self._kinds = frozenset(
            _kind(limit.unit) for subject in lexicon.subjects.values() for limit in subject.limits.values() if limit.unit
        )
        self._product_names = tuple(lexicon.product_names)

    def read(self, text: str, place: Mapping[str, float] = MappingProxyType({})) -> Reading:
        """Read a stretch of a block. place: the signals of the block that it stands in."""
        words = _WORD.findall(text.lower())
        stems = list(map(stem, words))
        numbers = list(map(_number, words))
        amount = _FIGURES in numbers or not _NUMBER_WORDS.isdisjoint(words)
        labels = self._literals.labels_in(stems, amount=amount)
        signals = {
            "constant": 1.0,
            **dict.fromkeys(labels, 1.0),
            **self._shared(stems),
            **(self._numbers(words) if amount else {}),
            **place,
            "length": math.log(1 + len(words)),
        }
        if _CODE.search(text):
            signals["code"] = 1.0
        if text.endswith("?"):
            signals["question"] = 1.0
        elif len(words) <= _SHORT and not text.endswith((".", "!")):
            signals["fragment"] = 1.0
        if self.names_product(text, "".join(stems)):
            signals["product"] = 1.0
        return Reading([START, *numbers, STOP], signals, signals.pop(ALWAYS, 0.0) > 0)

    def names_product(self, text: str, joined: str = "") -> bool:
        """Tell whether a text names a product. joined: its stems without anything between them, where they are known."""
        joined = joined or "".join(stems_of(text))
        return any(name in joined for name in self._product_names) and bool(named_products(text, self._lexicon))

    def _shared(self, stems: Sequence[str]) -> dict[str, float]:
        shared = self._telling.terms.keys() & stems
        if not shared:
            return {}
        covered: dict[int, float] = {}
        for each in shared:
            for term, share in self._telling.terms[each]:
                covered[term] = covered.get(term, 0.0) + share
        mass = min(2.0, sum(self._telling.weights[each] for each in shared))
        return {"coverage": max(covered.values()), "mass": mass, "terms": math.log(1 + len(covered))}

    def _numbers(self, words: Sequence[str]) -> dict[str, float]:
        found: dict[str, float] = {}
        for word, after in zip(words, (*words[1:], ""), strict=True):
            if word[0].isdigit() or word in _NUMBER_WORDS:
                kind = _kind(after) if after else ""
                found["number" if not kind else "own-unit" if kind in self._kinds else "other-unit"] = 1.0
        return found


def _telling(lexicon: Lexicon) -> _Telling:
    terms: dict[str, list[tuple[int, float]]] = {}
    every = [term for subject in lexicon.subjects.values() for term in subject.terms]
    for number, term in enumerate(every):
        total = sum(lexicon.weight(each) for each in term.stems)
        for each in dict.fromkeys(term.stems):
            if lexicon.weight(each) >= TELLING:
                terms.setdefault(each, []).append((number, lexicon.weight(each) / total))
    return _Telling({each: tuple(found) for each, found in terms.items()}, {each: lexicon.weight(each) for each in terms})


def place_of(block: Block) -> dict[str, float]:
    """Give the signals of a block that all of its stretches share."""
    found = {}
    if kind := _KINDS.get(block.kind):
        found[kind] = 1.0
    if block.answer:
        found["answered"] = 1.0
    if block.row_header:
        found["row"] = 1.0
    if block.introduction:
        found["introduced"] = 1.0
    return found


@lru_cache(maxsize=4096)
def _kind(symbol: str) -> str:
    """Give what a unit measures; an empty text for what is none."""
    unit = unit_of(symbol)
    return unit.quantity if unit else ""


@lru_cache(maxsize=65536)
def _number(word: str) -> int:
    """Give the number that stands for a word, the same everywhere; all figures have one."""
    return _FIGURES if word[0].isdigit() else zlib.crc32(word.encode("utf-8")) & (ROWS - 1)
