"""The words that belong to a claim of language, and what they are said of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_MODIFIERS = {"amod", "advmod", "compound", "nmod", "nummod", "quantmod", "npadvmod"}
_NOUNS = {"NOUN", "PROPN", "PRON", "NUM"}
_SAID = {"attr", "appos", "ROOT", "oprd", "acomp"}
_PARTING = {",", ";", ":", "–", "—", "(", ")", ".", "!", "?"}
_LONGEST = 14


def noun_of(token: Token) -> Token:
    """Give the head of the noun phrase that an adjective or adverb stands in; the word itself where it stands for the noun."""
    while token.dep_ in _MODIFIERS and token.head.i != token.i and token.head.pos_ in _NOUNS | {"ADJ", "ADV"}:
        token = token.head
    return token


def said_of_subject(noun: Token) -> bool:
    """Whether a noun phrase tells what something is ("it is one of the lightest watches"), or stands by itself in a heading or item."""
    while noun.dep_ == "conj" or (noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "one"):
        noun = noun.head if noun.dep_ == "conj" else noun.head.head
    if noun.dep_ == "attr" and any(child.dep_ == "expl" for child in noun.head.children):
        return False
    return noun.dep_ in _SAID and not (noun.dep_ == "ROOT" and noun.pos_ in {"VERB", "AUX"})


def phrase(noun: Token, token: Token, sentence: Span) -> tuple[int, int]:
    """Give the tokens of the noun phrase (positions in the sentence, end exclusive), from its article up to the next mark."""
    own = (child.i for child in noun.children if child.dep_ in {"det", "poss", "amod", "nmod"} and child.i < token.i)
    first = min([token.i, *own])
    return positions(first, max(noun.right_edge.i, noun.i, token.i), sentence, max(noun.i, token.i))


def positions(first: int, last: int, sentence: Span, least: int) -> tuple[int, int]:
    """Turn document positions (inclusive) into those of the sentence, end exclusive: up to a mark behind `least`, and never long."""
    stop = least
    while stop < min(last, first + _LONGEST) and sentence.doc[stop + 1].text not in _PARTING:
        stop += 1
    return max(first, sentence.start) - sentence.start, min(stop + 1, sentence.end) - sentence.start
