"""The words without which nothing is said of a manifest: names, wordings and offers, as an automaton finds them in a text.

Everything is compared by stems, so that a base form finds each form of its word. A wording of several parts ("lasts ... on one
charge") can only stand where all of its parts do; in which order is for the search that has the parse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from typing import TYPE_CHECKING

from claimlint.language.data import language_data
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.words import stems_of
from claimlint.vocabulary import Amount, Pattern, Wordings, Words

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

ALWAYS = "always"
"""The label of words that a rule or the manifest itself looks for: what has them is read, whatever else speaks against it."""

AMOUNT = "#"
"""Stands among the spellings for any number."""

_MOST_SPELLINGS = 64
_NAMES = {"superlative", "comparative", "absolute", "green"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A wording: what it stands for, and its parts, each in its spellings (stems between single spaces)."""

    label: str
    parts: tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Literals:
    """Wordings to look for, with the spellings of one of their parts as the key, by which they are found.

    alone: what those of a single part stand for. several: those of several parts; measured: those to which an amount belongs, besides.
    words, rows: the spellings of all parts that are one word, and those that are several in a row.
    """

    alone: Mapping[str, frozenset[str]]
    several: Mapping[str, tuple[Wanted, ...]]
    measured: Mapping[str, tuple[Wanted, ...]]
    words: frozenset[str]
    rows: tuple[str, ...]

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick([f" {row} " for row in self.rows])

    def labels_in(self, stems: Sequence[str], *, amount: bool) -> set[str]:
        """Give what the wordings in a sequence of stems stand for. amount: whether a number is among them, in figures or as a word."""
        text = f" {' '.join(stems)} "
        rows = self._automaton.find_matches_as_indexes(text, overlapping=True)
        found = {*self.words.intersection(stems), *(self.rows[number] for number, _, _ in rows)}
        labels: set[str] = set()
        for spelling in self.alone.keys() & found:
            labels |= self.alone[spelling]
        self._add_of_several(self.several, found, labels)
        if amount:
            found.add(AMOUNT)
            self._add_of_several(self.measured, found, labels)
        return labels

    def _add_of_several(self, wanted: Mapping[str, tuple[Wanted, ...]], found: set[str], labels: set[str]) -> None:
        for spelling in wanted.keys() & found:
            for each in wanted[spelling]:
                if each.label not in labels and not any(map(found.isdisjoint, each.parts)):
                    labels.add(each.label)


def literals_of(lexicon: Lexicon, rules: Wordings) -> Literals:
    """Give the literals of a manifest, of the vocabulary and the language data, and of the wordings that rules look for themselves."""
    alone: dict[str, set[str]] = {}
    several: dict[str, list[Wanted]] = {}
    measured: dict[str, list[Wanted]] = {}
    spellings: dict[str, None] = {}
    for wanted in dict.fromkeys((*_named(lexicon), *_worded(lexicon, rules), *_offered())):
        own = [part for part in wanted.parts if AMOUNT not in part]
        spellings.update(dict.fromkeys(spelling for part in own for spelling in sorted(part)))
        for spelling in max(own, key=_telling):
            if len(wanted.parts) == 1:
                alone.setdefault(spelling, set()).add(wanted.label)
            else:
                (several if len(own) == len(wanted.parts) else measured).setdefault(spelling, []).append(wanted)
    return Literals(
        {spelling: frozenset(labels) for spelling, labels in alone.items()},
        {spelling: tuple(found) for spelling, found in several.items()},
        {spelling: tuple(found) for spelling, found in measured.items()},
        frozenset(spelling for spelling in spellings if " " not in spelling),
        tuple(spelling for spelling in spellings if " " in spelling),
    )


def _telling(part: frozenset[str]) -> int:
    return min(map(len, part))


def _named(lexicon: Lexicon) -> Iterator[Wanted]:
    for subject in lexicon.subjects.values():
        for term in subject.terms:
            label = "long-name" if len(term.stems) > 1 else "name"
            yield Wanted(label, (frozenset((" ".join(term.stems), "".join(term.stems))),))
    for wording, _ in lexicon.ruled_out:
        if stems := stems_of(wording):
            yield Wanted(ALWAYS, (frozenset((" ".join(stems), "".join(stems))),))


def _worded(lexicon: Lexicon, rules: Wordings) -> Iterator[Wanted]:
    for pattern in _patterns(rules):
        if parts := _parts(pattern):
            yield Wanted(ALWAYS, parts)
    for pattern in _patterns(lexicon.wordings):
        if parts := _parts(pattern):
            yield Wanted(_label(pattern.concept, lexicon), parts)


def _label(concept: str, lexicon: Lexicon) -> str:
    if concept in lexicon.by_concept:
        return "own-wording"
    data = language_data("products")
    return "mark" if concept in data["marks"] else "offer-wording" if concept in data["no-features"] else "new-wording"


def _offered() -> Iterator[Wanted]:
    for name in ("availability", "language_claims"):
        for label, wordings in language_data(name).items():
            for wording in wordings if name == "availability" or label in _NAMES else ():
                pieces = (stems_of(piece) for piece in str(wording).split("..."))
                parts = tuple(frozenset((" ".join(stems),)) for stems in pieces if stems)
                if parts:
                    yield Wanted(f"offer-{label}" if name == "availability" else label, parts)


def _patterns(wordings: Wordings) -> Iterable[Pattern]:
    """Give the patterns, each once; telling them apart by what they say would take longer than all else here."""
    every = (*wordings.by_word.values(), *wordings.by_amount.values())
    return {id(pattern): pattern for found in every for pattern in found}.values()


@cache
def _parts(pattern: Pattern) -> tuple[frozenset[str], ...]:
    """Give the parts that a wording cannot do without: its words in a row, as far as neither a gap nor an amount parts them."""
    if len(pattern.elements) == 1 and isinstance(pattern.elements[0], Words):  # as nearly all are
        only = frozenset(_spellings(pattern.elements[0]))
        return (only,) if 0 < len(only) <= _MOST_SPELLINGS else ()
    parts: list[list[str]] = [[]]
    for element in pattern.elements:
        if isinstance(element, Amount):
            parts += [[AMOUNT], []]
            continue
        spellings = _spellings(element) if isinstance(element, Words) and not element.optional else []
        if not spellings or len(spellings) * max(1, len(parts[-1])) > _MOST_SPELLINGS:
            parts.append([])
        if spellings:
            parts[-1] = [f"{before} {after}".strip() for before, after in product(parts[-1] or [""], spellings)]
    found = tuple(dict.fromkeys(frozenset(part) for part in parts if part))
    return found if any(AMOUNT not in part for part in found) else ()


def _spellings(words: Words) -> list[str]:
    """Give the stems of each alternative; nothing where one has none that the text must hold as they stand."""
    alternatives = [*map(_spelling, words.single), *(" ".join(_certain(sequence)) for sequence in words.sequences)]
    return alternatives if all(alternatives) else []


@cache
def _spelling(word: str) -> str:
    """Give the stems of a word; nothing where it has an apostrophe or none."""
    return "" if "'" in word else " ".join(stems_of(word))


@cache
def _certain(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the stems of the longest row of words without an apostrophe or the word before one: "wo n't" stands in no text."""
    rows: list[tuple[str, ...]] = [()]
    for word, after in zip(words, (*words[1:], ""), strict=True):
        apart = "'" in word or after == "n't" or not stems_of(word)
        if apart:
            rows.append(())
        else:
            rows[-1] = (*rows[-1], *stems_of(word))
    return max(rows, key=len)
