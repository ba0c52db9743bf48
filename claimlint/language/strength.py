"""How firmly copy promises: guarantee, assertion, commitment, intent or possibility, for every token of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimlint.claim import Strength
from claimlint.language.future import future_scopes
from claimlint.language.hedges import hedges_of
from claimlint.language.retrospect import looks_back
from claimlint.language.scope import piece_of, scope_of

if TYPE_CHECKING:
    from spacy.tokens import Span

_ORDER: dict[Strength, int] = {"assertion": 0, "guarantee": 1, "commitment": 2, "intent": 3, "possibility": 4}
_FINITE = {"VBZ", "VBP", "VBD", "MD"}


def strengths(sentences: Sequence[Span], default: Strength = "assertion") -> list[list[Strength]]:
    """Give the strength of each token of the sentences of a block; `default` is what its section says of words without a hedge.

    A sentence that only says how firm the one before it is ("We guarantee that.", "In development.") counts for both.
    """
    read = [_strengths(sentence, default) for sentence in sentences]
    for at in range(len(sentences) - 1, 0, -1):
        firm = read[at][sentences[at].root.i - sentences[at].start]
        if firm != default and looks_back(sentences[at]):
            read[at - 1] = [firm if strength == default else strength for strength in read[at - 1]]
            read[at] = [firm] * len(read[at])
    return read


def _strengths(sentence: Span, default: Strength) -> list[Strength]:
    found: list[Strength] = [default] * len(sentence)
    fragment = not any(token.tag_ in _FINITE for token in sentence)
    for strength, first, last in hedges_of(sentence):
        reach = piece_of(sentence, first, last) if fragment else scope_of(sentence, first, last)
        _apply(found, sentence, reach | {token.i for token in sentence[first : last + 1]}, strength)
    for reach in future_scopes(sentence):
        _apply(found, sentence, reach, "commitment")
    return found


def _apply(found: list[Strength], sentence: Span, reach: set[int], strength: Strength) -> None:
    for index in reach:
        at = index - sentence.start
        if 0 <= at < len(found) and _ORDER[strength] > _ORDER[found[at]]:
            found[at] = strength
