"""Sentences that speak of the one before them: "We guarantee that.", "This will arrive in May.", "In development."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimlint.language.data import language_data
from claimlint.language.hedges import hedges_of
from claimlint.language.scope import SUBJECTS
from claimlint.language.times import times_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}
_OBJECTS = {"dobj", "pobj"}


def looks_back(sentence: Span) -> bool:
    """Tell whether a sentence has no matter of its own: it points at the one before, or names nothing but hedges and times."""
    root = sentence.root
    guarantees = [hedge for hedge in hedges_of(sentence) if hedge.strength == "guarantee"]
    if any(not hedge.first <= root.i - sentence.start <= hedge.last for hedge in guarantees):
        return False  # "We never sell it." guarantees something of its own
    subject = next((child for child in root.children if child.dep_ in SUBJECTS), None)
    if subject is not None and _points(subject):
        return True
    data = language_data("hedges")
    if subject is not None and subject.lower_ in data["makers"]:
        return any(token.lower_ in data["pronouns"] and token.dep_ in _OBJECTS for token in sentence)
    return _only_hedges(sentence)


def _points(subject: Token) -> bool:
    """Whether a subject is "this", "that" or "that part"."""
    data = language_data("hedges")
    if subject.lower_ in data["pointers"]:
        return subject.dep_ in SUBJECTS
    return subject.lemma_.lower() in data["indefinite"] and any(child.lower_ in data["pointers"] for child in subject.children)


def _only_hedges(sentence: Span) -> bool:
    told = {at for hedge in hedges_of(sentence) for at in range(hedge.first, hedge.last + 1)}
    when = {time.token.i - sentence.start for time in times_of(sentence)}
    arriving = language_data("future")["arriving-verbs"]
    rest = [
        token
        for at, token in enumerate(sentence)
        if at not in told | when and token.pos_ in _CONTENT and not (when and (token.lemma_.lower() in arriving or token.like_num))
    ]
    return bool(told or when) and not rest and not any(token.lower_ == "it" for token in sentence)
