"""Claims of language: superlatives, comparatives, absolutes and environmental claims, in the words of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimlint.language.language_claims.absolutes import absolutes
from claimlint.language.language_claims.comparatives import comparatives
from claimlint.language.language_claims.multiples import multiples
from claimlint.language.language_claims.phrases import phrases
from claimlint.language.language_claims.superlatives import superlatives
from claimlint.language.sentence import LanguageClaim

if TYPE_CHECKING:
    from spacy.tokens import Span

__all__ = ["find_language_claims"]


def find_language_claims(sentence: Span) -> tuple[LanguageClaim, ...]:
    """Give the claims that the words of a sentence make, in order; whether the sentence promises anything is for its clauses to say."""
    worded, passed_over = phrases(sentence)
    found = [*worded]
    for find in (superlatives, comparatives, multiples, absolutes):
        found.extend(find(sentence, passed_over))
    return tuple(sorted(set(found), key=lambda claim: (claim.first, claim.last, claim.kind, claim.at, claim.anywhere)))
