"""Comparatives: faster than something, twice as fast, improved."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from claimlint.language.data import language_data
from claimlint.language.language_claims.extent import noun_of, of_the_product, phrase
from claimlint.language.sentence import LanguageClaim

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_TAGS = {"JJR", "RBR"}
_TIMES = re.compile(r"\d+(?:[.,]\d+)?\s?[x×]", re.IGNORECASE)
_NUMBERS = {"NUM"}
_REACH = 8


def comparatives(sentence: Span, passed_over: Collection[int]) -> Iterator[LanguageClaim]:
    """Yield the comparisons of a sentence by which the product is better than something. passed_over: positions that are none."""
    data = language_data("degrees")
    for at, token in enumerate(sentence):
        if at in passed_over:
            continue
        if token.tag_ in _TAGS:
            basis = _basis(token, sentence)
            if (basis is not None and not _number(basis)) or (_by_how_much(token) and basis is None) or (basis is None and _bare(token)):
                last = min(basis.right_edge.i + 1 if basis is not None else token.i + 1, sentence.end)
                first = min(token.left_edge.i, token.i)
                yield LanguageClaim("comparative", at, first - sentence.start, min(last - sentence.start, first - sentence.start + 14))
        elif _times(token) and at + 1 < len(sentence):
            end = _measured_by(sentence, at)
            if end is not None:
                yield LanguageClaim("comparative", at, at, end)
        if token.lower_ in data["improving"] or token.lemma_.lower() in data["improving"]:
            yield from _improving(token, sentence)


def _basis(token: Token, sentence: Span) -> Token | None:
    """Give what something is compared with: the noun behind "than"."""
    for word in sentence[token.i - sentence.start + 1 : token.i - sentence.start + 1 + _REACH]:
        if word.lower_ == "than":
            behind = [child for child in word.children if child.dep_ in {"pobj", "pcomp"}] or ([word.nbor(1)] if word.i + 1 < sentence.end else [])
            return behind[0] if behind else None
        if word.text in {".", ";", ":"}:
            break
    return None


def _number(basis: Token) -> bool:
    data = language_data("degrees")
    first = basis.doc[basis.left_edge.i]
    return first.like_num or basis.like_num or first.lower_ in {"$", "€", "£", "a"} and basis.lower_ in {"hundred", "dozen", "thousand", "million"} or first.text in {"$", "€", "£", "~"} or basis.lower_ in data["no-basis"] or first.lower_ in {"one", "half", *data["no-basis"]}


def _by_how_much(token: Token) -> bool:
    """Whether a measure says by how much: "60 % longer", "a third lighter", "4 dB quieter"."""
    return any(child.dep_ in {"npadvmod", "advmod", "nummod"} and child.i < token.i and (any(word.like_num for word in child.subtree) or child.lemma_ in language_data("degrees")["shares"] or child.lower_ in {"x", "times"} or _TIMES.match(child.text) is not None) for child in token.children)


def _bare(token: Token) -> bool:
    """Whether a comparative stands without a basis, but says that something has got better: "faster boot", "is now quieter"."""
    data = language_data("degrees")
    if token.lower_ in data["amounts"]:
        return False
    noun = noun_of(token)
    if noun.lemma_.lower() in data["no-better"]:
        return False
    if noun.i == token.i:
        return token.dep_ == "acomp" and any(child.lower_ == "now" for child in token.head.children)
    return noun.dep_ == "ROOT" and noun.pos_ in {"NOUN", "PROPN"}


def _times(token: Token) -> bool:
    data = language_data("degrees")
    if token.lower_ in data["times"] or _TIMES.fullmatch(token.text):
        return True
    return token.lower_ in {"times", "x", "×"} and token.i > token.sent.start and token.nbor(-1).like_num or token.lower_ in data["shares"] and token.i > token.sent.start and (token.nbor(-1).like_num or token.nbor(-1).lower_ in {"a", "by"})


def _measured_by(sentence: Span, at: int) -> int | None:
    """Give the end of what follows how many times: "twice as fast as the old one", "half the weight of"."""
    behind = sentence[at + 1]
    if behind.lower_ not in language_data("degrees")["of-which"] and behind.tag_ not in _TAGS:
        return None
    if sentence[at].lower_ == "half" and at + 2 < len(sentence) and sentence[at + 2].lower_ in {"time", "day", "night", "hour", "year", "way"} and behind.lower_ != "as" and behind.tag_ not in _TAGS:
        return None
    return min(max(sentence[at].head.right_edge.i - sentence.start + 1, at + 3), at + 10, len(sentence))


def _improving(token: Token, sentence: Span) -> Iterator[LanguageClaim]:
    noun = noun_of(token)
    if token.pos_ == "VERB" and token.dep_ != "amod" and noun.i == token.i:
        return
    first, last = phrase(noun, token, sentence)
    yield LanguageClaim("comparative", token.i - sentence.start, first, last)
