"""Fixed phrases that are claims wherever they stand, and those that only look like claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from claimlint.claim import Kind
from claimlint.language.sentence import LanguageClaim
from claimlint.language.wordings import Word, find_wordings

if TYPE_CHECKING:
    from spacy.tokens import Span

_KINDS: tuple[Kind, ...] = get_args(Kind)


def phrases(sentence: Span) -> tuple[list[LanguageClaim], frozenset[int]]:
    """Give the claims of fixed phrases, and the positions of the words that are none whatever their form."""
    words = [Word(token.lower_, token.lemma_.lower()) for token in sentence]
    found: list[LanguageClaim] = []
    passed_over: set[int] = set()
    for label, first, last in find_wordings(words, "language_claims"):
        kind = next((known for known in _KINDS if known == label), None)
        if kind is None:
            passed_over.update(range(first, last + 1))
        else:
            found.append(LanguageClaim(kind, first, first, last + 1, anywhere=True))
    return found, frozenset(passed_over)
