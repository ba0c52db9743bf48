"""The numbers, ratings and versions of a clause, each with the words around it: gathered once, for all subjects that they may speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from claimlint.language.quantities import Quantity
from claimlint.linking.codes import Code, ratings_in, versions_in
from claimlint.linking.words import stems_of

_NEIGHBOURHOOD = 40
"""How many characters before and behind a number the words stand that are about it, as far as no other number comes first."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around a quantity, as stems: near it, in its clause and the headers above, in what names its row.

    things: a word in lower case stands right behind it, no name.
    """

    near: frozenset[str]
    clause: frozenset[str]
    row: frozenset[str]
    things: bool


@dataclass(frozen=True)
class Numbers:
    """What can speak of a limit in text[start:stop]: quantities with the words around each, ratings and versions.

    row: the stems of what names the row or introduces the item.
    """

    text: str
    start: int
    stop: int
    quantities: tuple[tuple[Quantity, Surroundings], ...]
    row: frozenset[str]

    @cached_property
    def measured(self) -> tuple[int, ...]:
        """Where the numbers with a unit begin."""
        return tuple(quantity.number_start for quantity, _ in self.quantities if quantity.unit)

    @cached_property
    def ratings(self) -> tuple[Code, ...]:
        """The ratings."""
        return tuple(ratings_in(self.text, self.start, self.stop))

    @cached_property
    def versions(self) -> tuple[Code, ...]:
        """The versions, with the names before them."""
        return tuple(versions_in(self.text, self.start, self.stop, self.measured))


def numbers_of(
    text: str, start: int, stop: int, quantities: Sequence[Quantity], stems: frozenset[str], row: frozenset[str] = frozenset()
) -> Numbers:
    """Gather the numbers in text[start:stop].

    stems: the words around (clause, headers), which tell limits of one dimension apart. row: those that name the row or
    introduce the item, which say what a bare number counts.
    """
    if text.strip().isdigit() and any(stem.isdigit() for stem in row):
        row = frozenset()  # a table of numbered parts: the number of one says nothing of the one beside it
    own = [quantity for quantity in quantities if start <= quantity.number_start < stop]
    near = {quantity: _near(text, quantity, own, start, stop) for quantity in own}
    found: list[tuple[Quantity, Surroundings]] = []
    for quantity in own:
        things = text[quantity.stop : quantity.stop + 2].strip(" \n\u00a0-")[:1].islower()
        about_others = frozenset[str]().union(*(words for other, words in near.items() if other.start != quantity.start))
        found.append((quantity, Surroundings(near[quantity], stems - (about_others - near[quantity]), row, things)))
    return Numbers(text, start, stop, tuple(found), row)


def _near(text: str, quantity: Quantity, others: Sequence[Quantity], start: int, stop: int) -> frozenset[str]:
    """Give the stems of the words next to a quantity, back to the number before it and on to the one behind."""
    first = max([start, quantity.start - _NEIGHBOURHOOD, *(other.stop for other in others if other.stop <= quantity.start)])
    last = min([stop, quantity.stop + _NEIGHBOURHOOD, *(other.start for other in others if other.start >= quantity.stop)])
    return frozenset(stems_of(text[first : quantity.start])) | frozenset(stems_of(text[quantity.stop : last]))
