"""Superlatives: the product is the best, first, only or smallest of its kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from claimlint.language.data import language_data
from claimlint.language.language_claims.extent import noun_of, phrase, said_of_subject
from claimlint.language.sentence import LanguageClaim

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_TAGS = {"JJS", "RBS"}
_REACH = 6
_OF_ALL = {("you", "can"), ("you", "could"), ("you", "’ll"), ("you", "'ll"), ("you", "will"), ("there", "is"), ("money", "can")}
_OF_SOME = {"which", "whom", "these", "those", "them", "us", "all"}


def superlatives(sentence: Span, passed_over: Collection[int]) -> Iterator[LanguageClaim]:
    """Yield the superlatives of a sentence that set something above all others. passed_over: positions that are none."""
    data = language_data("degrees")
    for at, token in enumerate(sentence):
        ranking = token.lower_ in data["ranking"]
        if at in passed_over or not (ranking or _is_superlative(token)):
            continue
        noun = noun_of(token)
        if noun.pos_ in {"VERB", "AUX"} or _counts(token) or _of_some(noun) or _owned_by(noun, "others"):
            continue
        named = _among(noun) or _owned_by(noun, "owners")
        usual = noun.lemma_.lower() in data["neutral"]
        if not usual and (_ranks(token, noun) if ranking else named or _praises(noun, token)):
            first, last = phrase(noun, token, sentence)
            yield LanguageClaim("superlative", at, first, last, _owned_by(noun, "owners"))


def _is_superlative(token: Token) -> bool:
    """Whether a word is one by its tag, or by its shape where it opens the sentence and the tagger takes it for a name."""
    return token.tag_ in _TAGS or (bool(token.is_sent_start) and token.lower_.endswith("est") and token.dep_ == "amod" and len(token) > 5)


def _counts(token: Token) -> bool:
    """Whether it only says how many ("most users"), or how usual something is ("the most common cause")."""
    if token.lower_ not in {"most", "least"}:
        return False
    if token.tag_ == "JJS" or token.dep_ in {"nsubj", "pobj", "dobj"}:
        return token.head.pos_ != "ADJ"
    return token.head.lemma_.lower() in language_data("degrees")["usual"] or token.head.pos_ in {"VERB", "ADP", "AUX"}


def _of_some(noun: Token) -> bool:
    """Whether it is the most so of some things told before: "the largest of these"."""
    return any(child.lower_ == "of" and any(word.lower_ in _OF_SOME for word in child.children) for child in noun.children)


def _among(noun: Token) -> bool:
    """Whether its phrase says among which: "in its class", "under 200 euros", "ever built", "you can buy"."""
    among = language_data("degrees")["among"]
    behind = [word for word in noun.sent if noun.i < word.i <= max(noun.right_edge.i, noun.i + _REACH)]
    if any(word.lower_ in among or word.lemma_.lower() in among for word in takewhile(_goes_on, behind)):
        return True
    words = [word.lower_ for word in behind]
    return any(tuple(words[at : at + 2]) in _OF_ALL for at in range(min(3, len(words))))


def _goes_on(word: Token) -> bool:
    return word.text not in {",", ";", ":", "(", "–", "—", "."}


def _praises(noun: Token, token: Token) -> bool:
    """Whether the product is said to be it: "it is the safest lock"."""
    determined = any(child.dep_ == "poss" or child.lower_ == "the" for child in (*noun.children, *token.children))
    return determined and noun.lemma_.lower() not in language_data("degrees")["vague"] and said_of_subject(noun)


def _owned_by(noun: Token, owners: str) -> bool:
    return any(
        child.dep_ == "poss" and {child.lower_, child.lemma_.lower()} & set(language_data("degrees")[owners]) for child in noun.children
    )


def _ranks(token: Token, noun: Token) -> bool:
    """Whether "first" or "only" ranks the product: "the first board with Wi-Fi 6", "the industry's first"."""
    if token.dep_ not in {"amod", "compound"} or noun.i == token.i:
        return False
    if _owned_by(noun, "owners"):
        return True
    ranked_by = language_data("degrees")["ranked-by"]
    if any(child.dep_ == "nummod" for child in noun.children) or not any(child.lower_ == "the" for child in noun.children):
        return False
    told = any(child.i > noun.i and (child.lower_ in ranked_by or child.dep_ in {"relcl", "acl"}) for child in noun.children)
    return (told or _among(noun)) and said_of_subject(noun)
