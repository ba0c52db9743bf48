"""How far a modifier reaches, by the parse: the words that "may", "planned" or "beta" speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_VERBS = {"VERB", "AUX"}


def scope_of(sentence: Span, first: int, last: int) -> set[int]:
    """Give the token indices (in the document) that the words first..last of a sentence speak of.

    An auxiliary or adverb reaches over its verb's clause, a verb over its own, a predicate noun or adjective over the clause
    it is predicated in, a noun's modifier over that noun. A coordinated clause with a subject of its own is out of reach.
    """
    root = _root(_governor(sentence, first, last))
    reach = {token.i for token in root.subtree if not _walled_off(token, root)}
    if _leads(sentence, last):
        reach.update(token.i for token in sentence[last:])
    return reach


def _leads(sentence: Span, last: int) -> bool:
    """Whether the words only lead in what follows them: "In development: solar charging"."""
    return last < 5 and any(token.text == ":" for token in sentence[last + 1 : last + 3])


def _governor(sentence: Span, first: int, last: int) -> Token:
    inside = {sentence[at].i for at in range(first, last + 1)}
    for at in range(first, last + 1):
        token = sentence[at]
        if token.head.i not in inside or token.head.i == token.i:
            return token
    return sentence[first]


def _root(token: Token) -> Token:
    if token.dep_ in {"aux", "auxpass", "advmod", "neg", "acomp", "attr", "npadvmod", "oprd"} and token.head.pos_ in _VERBS:
        return token.head
    if token.dep_ == "pobj" and token.head.dep_ == "prep" and token.head.head.i != token.head.i:
        return _root(token.head.head) if token.head.head.pos_ in _VERBS else token.head.head
    if token.dep_ in {"amod", "compound", "nmod", "det"}:
        return token.head.head if token.head.dep_ in {"nsubj", "nsubjpass"} else token.head
    if token.dep_ in {"acl", "prep", "nsubj", "nsubjpass"}:
        return token.head
    if token.dep_ == "xcomp" and token.head.pos_ in _VERBS:
        return token.head
    return token


def _walled_off(token: Token, root: Token) -> bool:
    start, stop = sorted((token.i, root.i))
    if any(mark.text == ";" for mark in root.doc[start:stop]):
        return True
    while token.i != root.i:
        if token.dep_ == "conj" and token.pos_ in _VERBS and any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children):
            return True
        token = token.head
    return False


def subject_of(token: Token) -> Token | None:
    """Give the subject of the verb that a token is or hangs on, through auxiliaries, complements and coordination."""
    while True:
        for child in token.children:
            if child.dep_ in {"nsubj", "nsubjpass", "expl"}:
                return child
        if token.dep_ in {"aux", "auxpass", "xcomp", "conj", "advmod", "neg", "acomp"} and token.head.i != token.i:
            token = token.head
        else:
            return None
