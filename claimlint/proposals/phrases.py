"""The noun phrases of a clause that could be a name: "camp light" in "the camp light shines for hours"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimlint.language.data import language_data
from claimlint.language.sentence import Token
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.views import ClauseView
from claimlint.linking.words import stems_of

LONGEST = 4
"""The most words of a name that is proposed."""

SHORTEST = 3
"""The fewest letters of a word that tells anything."""

_HEADS = frozenset(("NOUN", "PROPN"))
_INSIDE = frozenset(("NOUN", "PROPN", "ADJ"))
_HYPHENS = frozenset("-\u2010\u2011")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that could be a name. stems: what linking compares; first, last: tokens of the sentence, end exclusive.

    nouns: the stems of its nouns. proper: it is written as proper names and abbreviations are.
    """

    text: str
    stems: tuple[str, ...]
    first: int
    last: int
    nouns: frozenset[str]
    proper: bool


def phrases(view: ClauseView, lexicon: Lexicon) -> Iterator[Phrase]:
    """Yield the phrases of a clause that end in a noun and hold a word that tells something, the longest of each place first.

    Words that stand everywhere tell nothing: those of names in general, of the product, of this document.
    """
    tokens = view.sentence.tokens
    for first, last in _runs(view):
        for start in range(first, last):
            for stop in range(min(last, start + _reach(tokens, start)), start, -1):
                phrase = _phrase(view, start, stop)
                if phrase is not None and _tells(phrase, view, lexicon):
                    yield phrase


def _phrase(view: ClauseView, start: int, stop: int) -> Phrase | None:
    tokens = view.sentence.tokens
    if tokens[stop - 1].part not in _HEADS or tokens[start].lower in _HYPHENS or _cuts_a_compound(tokens, start, stop):
        return None
    text = view.block.text[tokens[start].start : tokens[stop - 1].stop]
    stems = stems_of(text)
    if "\n" in text or not stems or len(stems) > LONGEST:
        return None
    lowered = [token for token in tokens[start:stop] if _is_capitalised(token) and token.part != "PROPN"]
    for token in reversed(lowered):
        at = token.start - tokens[start].start
        text = f"{text[:at]}{token.lower}{text[at + len(token.text) :]}"
    nouns = frozenset(stem for token in tokens[start:stop] if token.part in _HEADS for stem in stems_of(token.text))
    return Phrase(text, stems, start, stop, nouns, any(character.isupper() for character in text[1:]))


def _runs(view: ClauseView) -> Iterator[tuple[int, int]]:
    """Yield stretches of nouns and what qualifies them; hyphens join, everything else parts, numbers and their units too."""
    tokens = view.sentence.tokens
    measured = [(quantity.start, quantity.stop) for quantity in view.sentence.quantities]
    start: int | None = None
    for at in range(view.clause.first, view.clause.last + 1):
        inside = at < view.clause.last and ((tokens[at].part in _INSIDE and tokens[at].is_word) or _joined(tokens, at))
        inside = inside and not any(begin <= tokens[at].start < end for begin, end in measured)
        if inside and start is None:
            start = at
        elif not inside and start is not None:
            yield start, at
            start = None


def _joined(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a token hangs on a hyphen: each part of "hands-free" and "built-in", whatever part of speech it is."""
    if tokens[at].lower in _HYPHENS:
        return 0 < at < len(tokens) - 1 and tokens[at - 1].stop == tokens[at].start and tokens[at].stop == tokens[at + 1].start
    behind = at + 2 < len(tokens) and tokens[at + 1].lower in _HYPHENS and tokens[at + 1].start == tokens[at].stop
    before = at >= 2 and tokens[at - 1].lower in _HYPHENS and tokens[at - 1].stop == tokens[at].start
    return tokens[at].is_word and (behind or before)


def _cuts_a_compound(tokens: tuple[Token, ...], start: int, stop: int) -> bool:
    glued_before = start > 0 and tokens[start - 1].lower in _HYPHENS and tokens[start - 1].stop == tokens[start].start
    glued_behind = stop < len(tokens) and tokens[stop].lower in _HYPHENS and tokens[stop].start == tokens[stop - 1].stop
    return glued_before or glued_behind


def _reach(tokens: tuple[Token, ...], start: int) -> int:
    """Give how many tokens LONGEST words take at most, the hyphens between them counted."""
    return 2 * LONGEST if any(token.lower in _HYPHENS for token in tokens[start : start + 2 * LONGEST]) else LONGEST


def _is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[1:].islower()


def _tells(phrase: Phrase, view: ClauseView, lexicon: Lexicon) -> bool:
    if "".join(phrase.stems) in lexicon.by_term or "".join(phrase.stems) in lexicon.product_names:
        return False
    telling = [stem for stem in phrase.stems if len(stem) >= SHORTEST and stem.isalpha() and stem not in view.common | _everyday()]
    products = {stem for name in lexicon.product_names for stem in phrase.stems if name.startswith(stem) or name.endswith(stem)}
    return any(stem not in products for stem in telling) and phrase.stems[-1] not in _vague()


@cache
def _everyday() -> frozenset[str]:
    return frozenset(stem for word in language_data("everyday")["words"] for stem in stems_of(word)) | _vague()


@cache
def _vague() -> frozenset[str]:
    """Words for the product itself, and objects that are no concrete feature."""
    words = language_data("products")
    return frozenset(stem for word in (*words["generic"], *words["vague"]) for stem in stems_of(word))
