"""Promises of what is not there yet: "will" where it looks ahead, and what arrives at a time to come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimlint.language.data import language_data
from claimlint.language.scope import scope_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PRESENT = {"VBZ", "VBP", "VB"}
_VERBS = {"VERB", "AUX"}


def future_scopes(sentence: Span) -> Iterator[set[int]]:
    """Yield the token indices (in the document) of every promise of something to come.

    "Will" looks ahead beside a time, and with verbs of arriving; elsewhere it tells what the product does each time ("it will
    switch off by itself"). Verbs of arriving look ahead in the present tense too where a time stands with them ("ships in May"),
    and a time that leads a fragment in speaks of all of it ("From June: remote access").
    """
    times = [token for token in sentence if _is_time(token)]
    timed = {verb.i for token in times if (verb := _verb_of(token)) is not None}
    data = language_data("strength")
    for token in sentence:
        if token.lower_ in data["will"] and token.dep_ == "aux":
            looks_ahead = token.head.i in timed or token.head.lemma_ in data["future-verbs"]
            if looks_ahead and not any(child.dep_ == "advcl" for child in token.head.children):
                yield scope_of(sentence, token.i - sentence.start, token.i - sentence.start)
        elif token.i in timed and token.tag_ in _PRESENT and token.lemma_.lower() in data["arriving-verbs"]:
            yield {word.i for word in token.subtree}
    if times and not any(token.pos_ in _VERBS and token.tag_ not in {"VBN", "VBG"} for token in sentence):
        lead = times[0].i - sentence.start
        if lead < 4 and any(token.text == ":" for token in sentence[lead + 1 : lead + 3]):
            yield {token.i for token in sentence}


def _is_time(token: Token) -> bool:
    if token.lower_ == "may":
        return bool(token.tag_ == "NNP")
    return token.lower_ in language_data("strength")["times"]


def _verb_of(token: Token) -> Token | None:
    while token.pos_ not in _VERBS:
        if token.head.i == token.i:
            return None
        token = token.head
    return token.head if token.dep_ in {"aux", "auxpass"} else token
