"""Multiples and shares of something else: twice as fast, half the weight, 40 % lighter."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from claimlint.language.data import language_data
from claimlint.language.language_claims.extent import positions
from claimlint.language.sentence import LanguageClaim

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_TAGS = {"JJR", "RBR"}
_TIMES = re.compile(r"\d+(?:[.,]\d+)?[x×]", re.IGNORECASE)
_AMOUNT = {"more", "less", "fewer"}


def multiples(sentence: Span, passed_over: Collection[int]) -> Iterator[LanguageClaim]:
    """Yield the stretches of a sentence that say how many times something is more than something. passed_over: positions that are none."""
    for at, token in enumerate(sentence):
        if at in passed_over:
            continue
        if _measured(token):
            first = min((child.left_edge.i for child in token.children if child.i < token.i), default=token.i)
            yield LanguageClaim("comparative", at, *positions(first, token.right_edge.i, sentence, token.i))
        elif (stop := _stop_of_multiple(sentence, token, at)) is not None:
            yield LanguageClaim("comparative", at, *positions(_first(sentence, at), stop.right_edge.i, sentence, stop.i))


def _first(sentence: Span, at: int) -> int:
    """Give the position in the document of what a multiple begins with: "three times", "a third"."""
    before = sentence[max(at - 1, 0)]
    return int(before.i if before.like_num or before.lower_ == "a" else sentence[at].i)


def _measured(token: Token) -> bool:
    """Whether a measure says by how much: "60 % longer", "a third lighter", "4 dB quieter"."""
    if token.tag_ not in _TAGS or (token.dep_ in {"amod"} and token.lower_ in _AMOUNT):
        return False
    shares = language_data("degrees")["shares"]
    for child in token.children:
        if child.right_edge.i == token.i - 1 and child.dep_ in {"npadvmod", "advmod", "nummod", "quantmod"}:
            words = list(child.subtree)
            if any(word.lemma_.lower() in shares or word.lower_ == "times" or _TIMES.fullmatch(word.text) for word in words):
                return True
            if any(word.like_num for word in words) and child.lemma_.lower() not in language_data("degrees")["spent"]:
                return True
    return False


def _stop_of_multiple(sentence: Span, token: Token, at: int) -> Token | None:
    """Give the last word of "twice as fast", "half the weight", "four times what": the adjective, the property, the pronoun."""
    data = language_data("degrees")
    often, share = _is_times(sentence, token, at), token.lower_ in data["shares"]
    if token.lemma_.lower() in data["halving"] and token.pos_ == "VERB":
        return next((child for child in token.children if child.dep_ == "dobj" and _holds_property(child)), None)
    if not often and not share:
        return None
    behind = [word for word in sentence[at + 1 : at + 4] if word.lower_ != "of"]
    if not behind:
        return None
    opening = behind[0]
    if opening.lower_ == "as" and len(behind) > 1:
        return behind[1] if behind[1].pos_ in {"ADJ", "ADV"} else None
    if opening.tag_ in _TAGS:
        return opening
    if opening.lower_ == "what":
        return opening
    if opening.lower_ in {"the", "our"}:
        noun = opening.head
        return noun if noun.i > opening.i and (_holds_property(noun) or (often and noun.lemma_.lower() not in data["neutral"])) else None
    return None


def _is_times(sentence: Span, token: Token, at: int) -> bool:
    if token.lower_ in language_data("degrees")["times"]:
        return token.pos_ != "VERB"
    if _TIMES.fullmatch(token.text):
        return True
    return at > 0 and token.lower_ in {"times", "x", "×"} and sentence[at - 1].like_num


def _holds_property(noun: Token) -> bool:
    words = (noun, *(word for word in noun.subtree if word.dep_ in {"compound", "pobj"}))
    return any(word.lemma_.lower() in language_data("degrees")["properties"] for word in words)
