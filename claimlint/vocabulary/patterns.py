"""The small language in which the vocabulary writes wordings.

=====================  ==============================================================================
``all-day battery``    words, in any case; a base form ("charge") stands for every form of the word
``(cable|power cord)`` one of several
``built? in``          a word, or a group in brackets, that may be missing
``...``                up to six words within the sentence
``{quantity}``         a number with a unit of the concept's quantity; ``{time}``: of the quantity named
``{number}``           a bare number, in figures or as a word
=====================  ==============================================================================

Hyphens count as spaces. A wording neither begins nor ends with ``...``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

from claimlint.vocabulary.concept import QUANTITIES

NUMBER = "number"

_ELEMENT = re.compile(
    r"\s*(?:(?P<gap>\.\.\.)|\{(?P<amount>[a-z-]+)\}|\((?P<group>[^(){}?]+)\)(?P<group_optional>\??)"
    r"|(?P<word>[^\s(){}|?]+)(?P<word_optional>\??))(?=\s|$)"
)
_SPECIAL = frozenset("(){}|?.")
_CONTRACTION = re.compile(r"(?<=\w)(?=n't$|'(?:s|re|ll|ve|d|m)$)")


class PatternError(ValueError):
    """A wording that cannot be read; the message says why, for whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Words:
    """One of several lower-case words, one of several sequences of them (longest first), or nothing where it is optional."""

    single: frozenset[str]
    sequences: tuple[tuple[str, ...], ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with a unit of this quantity, or a bare number (NUMBER)."""

    quantity: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that do not matter, at most so many."""

    limit: int = 6


Element: TypeAlias = "Words | Amount | Gap"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled wording and the id of the concept that it speaks of.

    needed: of each set of words, one must stand in a text that the wording stands in.
    """

    concept: str
    elements: tuple[Element, ...]
    needed: tuple[frozenset[str], ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Gather what is needed."""
        object.__setattr__(self, "needed", tuple(_needed(self.elements)))


def _needed(elements: tuple[Element, ...]) -> Iterator[frozenset[str]]:
    for element in elements:
        if not isinstance(element, Words) or element.optional:
            continue
        if len(element.sequences) == 1 and not element.single:
            yield from (frozenset([word]) for word in element.sequences[0])
        else:
            yield element.single.union(sequence[0] for sequence in element.sequences)


@cache
def compile_pattern(wording: str, concept: str = "", quantity: str | None = None) -> Pattern:
    """Compile one wording. quantity: what ``{quantity}`` stands for. Raises PatternError."""
    if _SPECIAL.isdisjoint(wording):
        words = split_words(wording)
        if not words:
            raise PatternError("a wording needs at least one word")
        return Pattern(concept, (literal(words),))
    elements = tuple(_elements(wording, quantity))
    _check(elements)
    return Pattern(concept, elements)


def literal(words: tuple[str, ...], *, optional: bool = False) -> Words:
    """Give the element that stands for these words in this order."""
    return Words(frozenset(words), (), optional) if len(words) == 1 else Words(frozenset(), (words,), optional)


@dataclass(frozen=True, slots=True)
class Start:
    """What a pattern can begin with: a word, or a quantity's name for an amount."""

    key: str
    amount: bool


def starts(elements: tuple[Element, ...]) -> Iterator[Start]:
    """Yield everything that a text can begin with to match the elements."""
    for element in elements:
        if isinstance(element, Amount):
            yield Start(element.quantity, amount=True)
        elif isinstance(element, Words):
            for word in (*element.single, *(sequence[0] for sequence in element.sequences)):
                yield Start(word, amount=False)
            if element.optional:
                continue
        return


def split_words(text: str) -> tuple[str, ...]:
    """Split text the way a tokeniser does that drops hyphens: "won't all-day" gives wo, n't, all, day."""
    return _split(_plain(text))


def _plain(text: str) -> str:
    return text.lower().replace("\u2019", "'").replace("-", " ")


def _split(plain: str) -> tuple[str, ...]:
    if "'" not in plain:
        return tuple(plain.split())
    return tuple([part for word in plain.split() for part in _CONTRACTION.split(word)])


def _elements(wording: str, quantity: str | None) -> Iterator[Element]:
    at, end = 0, len(wording.rstrip())
    while at < end:
        found = _ELEMENT.match(wording, at)
        if found is None:
            raise PatternError(f'cannot read "{wording[at:].strip()}" in the wording "{wording}"')
        at = found.end()
        yield _element(found, quantity)


def _element(found: re.Match[str], quantity: str | None) -> Element:
    gap, amount, group, group_optional, word, word_optional = found.groups()
    if gap:
        return Gap()
    if amount:
        return Amount(_quantity(amount, quantity))
    if word:
        return literal(split_words(word), optional=bool(word_optional))
    alternatives = [_split(part) for part in _plain(group).split("|")]
    if not all(alternatives):
        raise PatternError(f'one of the alternatives in "({group})" is empty')
    sequences = sorted([words for words in alternatives if len(words) > 1], key=len, reverse=True)
    return Words(frozenset([words[0] for words in alternatives if len(words) == 1]), tuple(sequences), bool(group_optional))


def _quantity(name: str, own: str | None) -> str:
    if name == "quantity":
        if own is None:
            raise PatternError("{quantity} stands in a wording of a concept that has no quantity")
        return own
    if name != NUMBER and name not in QUANTITIES:
        raise PatternError(f"{{{name}}} is not a quantity")
    return name


def _check(elements: tuple[Element, ...]) -> None:
    if not elements or isinstance(elements[0], Gap) or isinstance(elements[-1], Gap):
        raise PatternError('a wording needs a word, and "..." only between words')
    if all(isinstance(element, Amount) or (isinstance(element, Words) and element.optional) for element in elements):
        raise PatternError("a wording needs at least one word that may not be missing")
    if sum(isinstance(element, Gap) for element in elements) > 2:
        raise PatternError('"..." may stand in a wording twice at most')
