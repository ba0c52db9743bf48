"""How firmly copy promises: guarantee, assertion, commitment, intent or possibility, for every token of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimlint.claim import Strength
from claimlint.language.future import future_scopes
from claimlint.language.scope import scope_of, subject_of
from claimlint.language.wordings import Word, find_wordings

if TYPE_CHECKING:
    from spacy.tokens import Span

_ORDER: dict[Strength, int] = {"assertion": 0, "guarantee": 1, "commitment": 2, "intent": 3, "possibility": 4}
_FINITE = {"VBZ", "VBP", "VBD", "MD"}
_READER = {"you", "your"}


def strengths(sentence: Span, default: Strength = "assertion") -> list[Strength]:
    """Give the strength of each token of a sentence; `default` is what its section says of the words without a hedge."""
    found: list[Strength] = [default] * len(sentence)
    fragment = not any(token.tag_ in _FINITE for token in sentence) and not any(token.text in {";", ","} for token in sentence)
    for label, first, last in find_wordings([Word(token.lower_, token.lemma_.lower()) for token in sentence], "strength"):
        if label == "not-a-hedge" or not _hedges(sentence, first, label):
            continue
        strength: Strength = label  # type: ignore[assignment]  # the labels of the data are the strengths
        reach = _whole(sentence) if fragment else scope_of(sentence, first, last)
        _apply(found, sentence, reach | {token.i for token in sentence[first : last + 1]}, strength)
    for reach in future_scopes(sentence):
        _apply(found, sentence, reach, "commitment")
    return found


def _whole(sentence: Span) -> set[int]:
    """A hedge in a fragment speaks of all of it: "Solar charging (planned)"."""
    return {token.i for token in sentence}


def _apply(found: list[Strength], sentence: Span, reach: set[int], strength: Strength) -> None:
    for index in reach:
        at = index - sentence.start
        if 0 <= at < len(found) and _ORDER[strength] > _ORDER[found[at]]:
            found[at] = strength


def _hedges(sentence: Span, first: int, label: str) -> bool:
    """A hedge about the reader's own doings ("if you want to", "you may use") hedges no promise."""
    token = sentence[first]
    if label == "commitment":
        return token.lower_ != "going" or any(child.dep_ == "aux" and child.lemma_ == "be" for child in token.children)
    if label == "guarantee":
        return token.lower_ != "never" or token.dep_ in {"neg", "advmod", "ROOT"}
    if token.lower_ in {"may", "might"} and token.tag_ != "MD":
        return False  # the month, the power
    if token.pos_ in {"VERB", "AUX"}:
        subject = subject_of(token)
        if subject is not None and subject.lower_ in _READER:
            return False
        # "devices designed for hikers" tells what they are; "it is designed for hikers" what is aimed at.
        return not (token.dep_ == "acl" and token.lower_ in {"designed", "built"} and token.head.dep_ != "ROOT")
    return True
