"""Finds the vocabulary's wordings in a text.

The text comes as plain tokens, so that nothing here depends on the tokeniser. Time is linear in the text: patterns are looked up by
what they begin with, and each of them looks at a bounded number of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from claimlint.vocabulary.concept import Concept
from claimlint.vocabulary.names import singular
from claimlint.vocabulary.patterns import NUMBER, Amount, Element, Gap, Pattern, Words, compile_pattern, literal, split_words, starts

_HYPHENS = frozenset("-\u2010\u2011")
_STOPS = frozenset([".", "!", "?", ";", ":", "…", "\n", "\n\n"])
_NUMBER_WORDS = frozenset(
    (
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "twenty",
        "thirty",
        "forty",
        "fifty",
    )
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a text: its lower-case form, its lemma, and the quantity that begins with it.

    quantity: what the number and unit beginning here measure, one of QUANTITIES, or None. length: how many tokens they take.
    """

    lower: str
    lemma: str
    quantity: str | None = None
    length: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A wording of a concept, found in tokens[start:stop]."""

    start: int
    stop: int
    concept: str


@dataclass(frozen=True)
class Wordings:
    """All patterns of a vocabulary, by the word or the quantity that they begin with."""

    by_word: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    by_amount: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)


class _Word(NamedTuple):
    """What the search sees of a token: the forms that a pattern may name, and where it stands."""

    forms: frozenset[str]
    position: int
    quantity: str | None
    quantity_stop: int
    is_number: bool
    is_stop: bool


def compile_wordings(concepts: Iterable[Concept]) -> Wordings:
    """Compile every wording, and every name of more than one word, of the concepts.

    A name of one word ("range", "mass") is too common to be looked for in copy; a concept that wants it repeats it as a wording.
    The same concepts are compiled once. Raises PatternError for a wording that cannot be read; vocabularies that were loaded have none.
    """
    return _compiled(tuple(concepts))


@cache
def _compiled(concepts: tuple[Concept, ...]) -> Wordings:
    return index(pattern for concept in concepts for pattern in _patterns(concept))


def index(patterns: Iterable[Pattern]) -> Wordings:
    """Put patterns in order by what they begin with, to be searched for together."""
    by_word: dict[str, list[Pattern]] = {}
    by_amount: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for start in set(starts(pattern.elements)):
            (by_amount if start.amount else by_word).setdefault(start.key, []).append(pattern)
    return Wordings(
        {key: tuple(patterns) for key, patterns in by_word.items()}, {key: tuple(patterns) for key, patterns in by_amount.items()}
    )


def _patterns(concept: Concept) -> Iterator[Pattern]:
    for wording in concept.wordings:
        yield compile_pattern(wording, concept.id, concept.quantity)
    for name in concept.names:
        words = split_words(name)
        if len(words) > 1:
            yield Pattern(concept.id, (literal(words),))


def find(tokens: Sequence[Token], wordings: Wordings) -> Iterator[Match]:
    """Yield where wordings stand in the tokens, from left to right; of matches of one concept within each other only the outer."""
    words = list(_words(tokens))
    forms = frozenset[str]().union(*(word.forms for word in words))
    reached: dict[str, int] = {}
    for at, word in enumerate(words):
        longest: dict[str, int] = {}
        for pattern in _candidates(word, wordings):
            if any(needed.isdisjoint(forms) for needed in pattern.needed):
                continue
            stop = _stop(pattern.elements, words, at)
            if stop is not None and stop > longest.get(pattern.concept, 0):
                longest[pattern.concept] = stop
        for concept in sorted(longest):
            stop = words[longest[concept] - 1].position + 1
            if stop > reached.get(concept, 0):
                reached[concept] = stop
                yield Match(word.position, stop, concept)


def _words(tokens: Sequence[Token]) -> Iterator[_Word]:
    """Turn tokens into words: hyphens are dropped, a token with a hyphen inside gives several words of one position."""
    for position, token in enumerate(tokens):
        if token.lower in _HYPHENS:
            continue
        quantity_stop = position + max(token.length, 1)
        parts = split_words(token.lower) if "-" in token.lower or "\u2019" in token.lower else (token.lower,)
        for part in parts:
            is_number = part[:1].isdigit() or part in _NUMBER_WORDS
            forms = _forms(part, token.lemma if len(parts) == 1 else part)
            yield _Word(forms, position, token.quantity, quantity_stop, is_number, part in _STOPS)


@lru_cache(maxsize=16384)
def _forms(part: str, lemma: str) -> frozenset[str]:
    """Give the forms of a word. Tokenisers leave the full stop of a sentence at what may be an abbreviation ("4K.", "300 m.")."""
    return frozenset((part, singular(part), part.rstrip("."), lemma.lower()))


def _candidates(word: _Word, wordings: Wordings) -> Iterator[Pattern]:
    for form in word.forms:
        yield from wordings.by_word.get(form, ())
    if word.quantity is not None:
        yield from wordings.by_amount.get(word.quantity, ())
    if word.is_number:
        yield from wordings.by_amount.get(NUMBER, ())


def _stop(elements: Sequence[Element], words: Sequence[_Word], at: int, element: int = 0) -> int | None:
    """Give the index behind the last word that the elements from `element` match from `at`, or None where they do not match."""
    if element == len(elements):
        return at
    for after in _steps(elements[element], words, at):
        stop = _stop(elements, words, after, element + 1)
        if stop is not None:
            return stop
    return None


def _steps(element: Element, words: Sequence[_Word], at: int) -> Iterator[int]:
    """Yield the indexes at which the next element may begin, the preferred first."""
    if isinstance(element, Words):
        yield from _word_steps(element, words, at)
    elif isinstance(element, Gap):
        yield from _gap_steps(element, words, at)
    elif at < len(words):
        yield from _amount_steps(element, words, at)


def _word_steps(element: Words, words: Sequence[_Word], at: int) -> Iterator[int]:
    if at < len(words):
        forms = words[at].forms
        for sequence in element.sequences:
            if sequence[0] in forms and _continues(sequence, words, at):
                yield at + len(sequence)
        if not element.single.isdisjoint(forms):
            yield at + 1
    if element.optional:
        yield at


def _continues(sequence: Sequence[str], words: Sequence[_Word], at: int) -> bool:
    return at + len(sequence) <= len(words) and all(form in words[at + place].forms for place, form in enumerate(sequence))


def _amount_steps(element: Amount, words: Sequence[_Word], at: int) -> Iterator[int]:
    word = words[at]
    if element.quantity == NUMBER:
        if word.is_number:
            yield at + 1
    elif word.quantity == element.quantity:
        after = at + 1
        while after < len(words) and words[after].position < word.quantity_stop:
            after += 1
        yield after


def _gap_steps(gap: Gap, words: Sequence[_Word], at: int) -> Iterator[int]:
    for length in range(gap.limit + 1):
        yield at + length
        if at + length >= len(words) or words[at + length].is_stop:
            return
