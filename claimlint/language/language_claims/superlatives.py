"""Superlatives: the product is the best, first, only or smallest of its kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from claimlint.language.data import language_data
from claimlint.language.language_claims.extent import noun_of, of_the_product, phrase
from claimlint.language.sentence import LanguageClaim

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_TAGS = {"JJS", "RBS"}


def superlatives(sentence: Span, passed_over: Collection[int]) -> Iterator[LanguageClaim]:
    """Yield the superlatives of a sentence that set the product above others. passed_over: positions that are none."""
    data = language_data("degrees")
    for at, token in enumerate(sentence):
        if at in passed_over:
            continue
        ranking = token.lower_ in data["ranking"]
        if token.tag_ not in _TAGS and not ranking:
            continue
        noun = noun_of(token)
        if _counts(token) or _owned_by_others(noun):
            continue
        named = _among(noun) or _owned(noun)
        if (_ranks(token, noun) if ranking else named or (of_the_product(noun) and noun.lemma_.lower() not in data["neutral"])):
            first, last = phrase(noun, token, sentence)
            yield LanguageClaim("superlative", at, first, last)


def _counts(token: Token) -> bool:
    """Whether it only says how many ("most users"), or how usual something is ("the most common cause")."""
    data = language_data("degrees")
    if token.lower_ not in {"most", "least"}:
        return False
    if token.tag_ == "JJS":
        return token.head.pos_ in {"NOUN", "PROPN"} or token.dep_ in {"nsubj", "pobj", "dobj"}
    return token.head.lemma_.lower() in data["usual"] or token.head.pos_ == "VERB"


def _among(noun: Token) -> bool:
    data = language_data("degrees")
    words = [word for word in noun.subtree if word.i > noun.i or word.i == noun.i]
    after = noun.doc[noun.i + 1 : noun.right_edge.i + 1]
    return any(word.lower_ in data["among"] or word.lemma_.lower() in data["among"] for word in words) or any(
        word.lower_ == "you" for word in after
    )


def _owners(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "poss":
            yield child


def _owned(noun: Token) -> bool:
    return any(owner.lemma_.lower() in language_data("degrees")["owners"] for owner in _owners(noun))


def _owned_by_others(noun: Token) -> bool:
    return any(owner.lower_ in language_data("degrees")["others"] for owner in _owners(noun))


def _ranks(token: Token, noun: Token) -> bool:
    """Whether "first" or "only" ranks the product: "the first board with Wi-Fi 6", "the industry's first"."""
    data = language_data("degrees")
    if token.dep_ not in {"amod", "compound", "ROOT", "attr"} or noun.i == token.i and not _owned(noun):
        return False
    if noun.lemma_.lower() in data["neutral"]:
        return False
    if _owned(noun):
        return True
    if not any(child.lower_ == "the" for child in noun.children) and noun.dep_ != "ROOT":
        return False
    told = any(child.i > noun.i and (child.lower_ in data["ranked-by"] or child.dep_ in {"relcl", "acl"}) for child in noun.children)
    return told and of_the_product(noun)
