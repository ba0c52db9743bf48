"""The words that belong to a claim of language, and whether they are said of the product."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NOUNS = {"NOUN", "PROPN", "PRON", "NUM"}
_LONGEST = 14
_SAID = {"attr", "appos", "ROOT", "oprd", "acomp"}


def noun_of(token: Token) -> Token:
    """Give the noun that an adjective or adverb belongs to; itself where it stands for the noun."""
    while token.dep_ in {"amod", "advmod", "compound", "nummod", "quantmod", "npadvmod"} and token.head.i != token.i:
        token = token.head
        if token.pos_ in _NOUNS:
            break
    return token


def of_the_product(noun: Token) -> bool:
    """Whether a noun phrase is said of the product: as what it is, or by itself in a heading or item."""
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ == "attr" and any(child.dep_ == "expl" for child in noun.head.children):
        return False
    return noun.dep_ in _SAID


def phrase(noun: Token, token: Token, sentence: Span) -> tuple[int, int]:
    """Give the tokens of the phrase around a noun (positions in the sentence, end exclusive), no more than reads as one."""
    first = min([token.i, *(child.i for child in noun.children if child.dep_ in {"det", "poss", "amod"} and child.i < token.i)])
    last = max(noun.i, token.i)
    edge = max(noun.right_edge.i, last)
    while last < edge and last - first < _LONGEST and noun.doc[last + 1].text not in {",", ";", ":", "–", "—", "(", "."}:
        last += 1
    return max(first, sentence.start) - sentence.start, min(last + 1, sentence.end) - sentence.start
