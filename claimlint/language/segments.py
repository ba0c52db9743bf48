"""Cutting a parsed sentence into clauses: one for each predicate and for each item of a coordination."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CLAUSE_RELATIONS = {"ROOT", "conj", "advcl", "relcl", "ccomp", "parataxis", "acl"}
_ITEM_PARTS = {"NOUN", "PROPN", "NUM", "VERB", "AUX"}
_MODIFIERS = {"amod", "compound", "nummod", "advmod", "nmod", "quantmod", "npadvmod"}
_CONTENT = {"NOUN", "PROPN", "NUM", "VERB", "ADJ"}
_PARTING = {",", ";", "|", "✓", "✔", "✗", "✘", "•", "·"}
_EDGES = {"PUNCT", "CCONJ", "SPACE", "SCONJ"}


def segments_of(sentence: Span) -> list[tuple[int, int]]:
    """Give token ranges (from the sentence's start, end exclusive) of its clauses, without marks and conjunctions at their edges."""
    anchors = [_anchor(token) for token in sentence]
    pieces: list[tuple[int, int]] = []
    first = 0
    for at in range(1, len(anchors) + 1):
        if at == len(anchors) or anchors[at] != anchors[first]:
            pieces.append(_trimmed(sentence, first, at))
            first = at
    return [piece for piece in pieces if piece[0] < piece[1]]


def told_apart(sentence: Span, segment: tuple[int, int], told: Sequence[object]) -> list[tuple[int, int]]:
    """Cut a segment at the commas where what is told of its words changes: "CE, FCC pending" is a fact and a plan.

    told: what is told of each token of the sentence.
    """
    first, last = segment
    pieces = []
    start = first
    for at in range(first + 1, last):
        if sentence[at].text not in _PARTING:
            continue
        left, right = _content(sentence, start, at), _content(sentence, at + 1, last)
        if left and right and told[left[-1]] != told[right[0]]:
            pieces.append(_trimmed(sentence, start, at))
            start = at + 1
    return [piece for piece in (*pieces, _trimmed(sentence, start, last)) if piece[0] < piece[1]]


def _content(sentence: Span, first: int, last: int) -> list[int]:
    return [at for at in range(first, last) if sentence[at].pos_ in _CONTENT]


def _anchor(token: Token) -> int:
    while not _opens_clause(token):
        token = token.head
    return int(token.i)


def _opens_clause(token: Token) -> bool:
    if token.head.i == token.i:
        return True
    if token.dep_ == "conj":
        return token.pos_ in _ITEM_PARTS and _top(token).dep_ not in _MODIFIERS
    return token.dep_ in _CLAUSE_RELATIONS and token.pos_ in {"VERB", "AUX"}


def _top(token: Token) -> Token:
    """Give the first item of the coordination that a token belongs to."""
    while token.dep_ == "conj":
        token = token.head
    return token


def _trimmed(sentence: Span, first: int, last: int) -> tuple[int, int]:
    while first < last and sentence[first].pos_ in _EDGES:
        first += 1
    while last > first and sentence[last - 1].pos_ in _EDGES:
        last -= 1
    return first, last
