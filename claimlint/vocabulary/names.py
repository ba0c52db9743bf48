"""Which concept a capability takes by the names that engineers gave it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from claimlint.vocabulary.concept import Concept

_WORD = re.compile(r"[^\W_]+(?:[.+/][^\W_]+)*\+*")
_UNCHANGED_ENDINGS = ("ss", "us", "is", "as", "os")


def singular(word: str) -> str:
    """Take the ending off a regular plural or third person: cells, batteries, lenses; other words come back as they are."""
    if len(word) <= 3 or not word.endswith("s") or word.endswith(_UNCHANGED_ENDINGS):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


@cache
def folded(name: str) -> str:
    """Give a name as lower-case words in the singular with single spaces: "Wi-Fi networks" becomes "wi fi network"."""
    return " ".join(singular(word) for word in _WORD.findall(name.lower()))


def concepts_by_name(concepts: Iterable[Concept]) -> dict[str, str]:
    """Give the id of each concept by each of its names, folded; a name that two of them share is the first one's."""
    named: dict[str, str] = {}
    for concept in concepts:
        for name in concept.names:
            named.setdefault(folded(name), concept.id)
    return named


def matching_concept(names: Iterable[str], by_name: Mapping[str, str]) -> str | None:
    """Give the id of the concept that a capability takes, or None.

    names: the capability's name, then its aliases. by_name: as `concepts_by_name` gives it. A name that equals one of a concept's
    wins; otherwise the first that contains one as whole words. Of several contained in it the longest wins, and of equally long
    ones the last, since the head of an English compound comes last ("battery charging" is a kind of charging).
    """
    candidates = [folded(name) for name in names]
    for candidate in candidates:
        if candidate in by_name:
            return by_name[candidate]
    for candidate in candidates:
        contained = max(_contained(candidate, by_name), default=None)
        if contained is not None:
            return by_name[contained[2]]
    return None


def _contained(candidate: str, names: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Yield words, place and text of every name that stands in the candidate."""
    padded = f" {candidate} "
    for name in names:
        place = padded.rfind(f" {name} ")
        if place >= 0:
            yield name.count(" ") + 1, place + len(name), name
