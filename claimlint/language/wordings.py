"""Finding the wordings of the language data among tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claimlint.language.data import language_data

_GAP = 3


class Word(NamedTuple):
    """What matching needs of a token: the word in lower case, and its dictionary form in lower case."""

    lower: str
    lemma: str


class Hit(NamedTuple):
    """A wording found: what it stands for, and the positions of its first and last words (inclusive)."""

    label: str
    first: int
    last: int


@cache
def _index(name: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    index: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for label, wordings in language_data(name).items():
        for wording in wordings:
            words = tuple(str(wording).lower().replace("-", " ").split())
            index.setdefault(words[0], []).append((label, words))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[1]))
    return index


def find_wordings(words: Sequence[Word], name: str) -> Iterator[Hit]:
    """Find the wordings of `rules/language/NAME.yaml` in a sequence of tokens, the longest at each place; hyphens are passed over.

    A wording that stands under several labels is found for each.
    """
    index = _index(name)
    kept = [at for at, word in enumerate(words) if word.lower not in {"-", "‑", "–"}]
    position = 0
    while position < len(kept):
        word = words[kept[position]]
        if word.lower not in index and word.lemma not in index:
            position += 1
            continue
        candidates = _candidates(index, word)
        ends = [(label, end) for label, wanted in candidates if (end := _match(words, kept, position, wanted)) is not None]
        longest = max((end for _, end in ends), default=None)
        for label in dict.fromkeys(label for label, end in ends if end == longest):
            yield Hit(label, kept[position], kept[longest or position])
        position = position + 1 if longest is None else longest + 1


def _candidates(index: dict[str, list[tuple[str, tuple[str, ...]]]], word: Word) -> Iterable[tuple[str, tuple[str, ...]]]:
    found = index.get(word.lower, [])
    lemma = word.lemma
    return found if lemma == word.lower else sorted([*found, *index.get(lemma, [])], key=lambda entry: -len(entry[1]))


def _match(words: Sequence[Word], kept: Sequence[int], position: int, wanted: tuple[str, ...]) -> int | None:
    at = position
    gap = 0
    for number, want in enumerate(wanted):
        if want == "...":
            gap = _GAP
            continue
        while at < len(kept) and gap and want not in (words[kept[at]].lower, words[kept[at]].lemma):
            at, gap = at + 1, gap - 1
        if at >= len(kept) or want not in (words[kept[at]].lower, words[kept[at]].lemma):
            return None
        gap = 0
        if number + 1 < len(wanted):
            at += 1
    return at
