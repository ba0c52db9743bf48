"""Absolutes: what never happens, cannot happen, or is so completely."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from claimlint.language.data import language_data
from claimlint.language.language_claims.extent import positions
from claimlint.language.scope import subject_of
from claimlint.language.sentence import LanguageClaim

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_VERBS = {"VERB", "AUX"}
_SHOWN = 5


def absolutes(sentence: Span, passed_over: Collection[int]) -> Iterator[LanguageClaim]:
    """Yield the words of a sentence that leave no exception. passed_over: positions that are none."""
    for at, token in enumerate(sentence):
        if at in passed_over:
            continue
        stop = None
        if token.lower_ == "never" and _never_promises(token, sentence):
            stop = min(token.i + _SHOWN, sentence.end - 1)
        elif token.lower_ in language_data("degrees")["completely"]:
            stop = _complete(sentence, at)
        elif token.dep_ == "neg" and _cannot_fail(token):
            stop = token.head.i
        if stop is not None:
            first = min(token.i, *(child.i for child in token.head.children if child.dep_ == "aux")) if _cannot_fail(token) else token.i
            start, last = positions(first, stop, sentence, token.i)
            yield LanguageClaim("absolute", at, start, last)


def _never_promises(token: Token, sentence: Span) -> bool:
    """Whether "never" promises: of what is told in the present or future, of the reader's future, of what the company does with data."""
    data = language_data("degrees")
    verb = token.head
    if verb.pos_ not in _VERBS and token.dep_ != "neg":
        return sum(word.is_alpha for word in sentence) == 1
    auxiliaries = {child.lemma_.lower() for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if (
        verb.tag_ == "VBD"
        or "have" in auxiliaries
        or auxiliaries & set(data["duties"])
        or any(child.tag_ == "VBD" for child in verb.children if child.dep_ in {"aux", "auxpass"})
    ):
        return False
    if not auxiliaries and verb.tag_ in {"VB", "VBN"}:
        return verb.tag_ == "VB" and any(word.lower_ in data["selling"] for word in sentence)
    subject = subject_of(verb)
    if subject is None:
        return True
    if subject.lower_ == "you":
        return "will" in auxiliaries or "’ll" in auxiliaries or verb.lemma_.lower() in {"have", "need"}
    if subject.lower_ in {"we", "i"}:
        return verb.lemma_.lower() in data["keeping"]
    return subject.lower_ not in {"they", "somebody", "someone", "he", "she"}


def _complete(sentence: Span, at: int) -> int | None:
    """Give the adjective that is so completely, by its position in the document: "fully compliant", "100 % private"."""
    behind = [word for word in sentence[at + 1 : at + 3] if word.text not in {"%", "percent"}]
    if not behind or (sentence[at].lower_ == "100" and len(behind) > 1):
        return None
    said = behind[0]
    adjective = said.pos_ == "ADJ" or said.tag_ == "VBN" or (said.dep_ == "acomp")
    if not adjective or {said.lower_, said.lemma_.lower()} & set(language_data("degrees")["partial"]):
        return None
    return int(said.i)


def _cannot_fail(token: Token) -> bool:
    """Whether a denial says that something cannot go wrong: "it can't catch fire"."""
    verb = token.head
    able = any(child.lower_ in {"can", "ca", "could", "can’t"} and child.dep_ == "aux" for child in verb.children)
    return token.dep_ == "neg" and able and verb.lemma_.lower() in language_data("degrees")["failing"]
