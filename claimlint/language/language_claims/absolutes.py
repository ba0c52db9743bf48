"""Absolutes: what never happens, is always so, or is so completely."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from claimlint.language.data import language_data
from claimlint.language.language_claims.extent import noun_of
from claimlint.language.sentence import LanguageClaim

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def absolutes(sentence: Span, passed_over: Collection[int]) -> Iterator[LanguageClaim]:
    """Yield the words of a sentence that leave no exception. passed_over: positions that are none."""
    data = language_data("degrees")
    for at, token in enumerate(sentence):
        if at in passed_over:
            continue
        if token.lower_ == "never" and _present(token):
            yield LanguageClaim("absolute", at, at, min(at + 4, len(sentence)))
        elif token.lower_ == "always":
            yield LanguageClaim("absolute", at, at, min(at + 4, len(sentence)))
        elif token.lower_ in data["completely"] and at + 1 < len(sentence):
            said = sentence[at + 1]
            if said.pos_ in {"ADJ", "VERB", "ADV"} and said.lemma_.lower() not in data["partial"]:
                yield LanguageClaim("absolute", at, at, at + 2)
        elif token.lower_ in {"100", "100%"} and at + 1 < len(sentence):
            behind = sentence[at + 2] if sentence[at + 1].text == "%" and at + 2 < len(sentence) else sentence[at + 1]
            if behind.pos_ == "ADJ" or behind.lower_ == "of":
                yield LanguageClaim("absolute", at, at, behind.i - sentence.start + 1)


def _present(token: Token) -> bool:
    verb = token.head
    return not (verb.tag_ == "VBD" or any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children))
