"""Which words a sentence denies: the copy says that the product has them not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from claimlint.language.data import language_data

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_OBJECTS = {
    "dobj",
    "pobj",
    "attr",
    "acomp",
    "conj",
    "prep",
    "oprd",
    "compound",
    "amod",
    "nmod",
    "appos",
    "nummod",
    "xcomp",
    "dative",
    "agent",
    "npadvmod",
}
_DENYING_RELATIONS = {"det", "neg", "advmod", "preconj", "cc", "intj"}
_MODIFIERS = {"compound", "amod", "nmod", "nummod"}
_SUBJECTS = {"nsubj", "nsubjpass"}


def negations(sentence: Span) -> list[bool]:
    """Tell for each token whether a denial governs it.

    "not only … but" and "no X needed" deny nothing that the product should have; neither do denials of a burden.
    """
    own = {token.i: _denied_by_modifier(token) for token in sentence}
    return [_denied(token, own) for token in sentence]


def _denied(token: Token, own: Mapping[int, bool]) -> bool:
    """Climb from a word to the verb that governs it and count the denials on the way; own: whether each word bears one itself."""
    count = 0
    while True:
        count += own.get(token.i, False)
        head = token.head
        if head.i == token.i:
            break
        if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"} and any(child.dep_ in _SUBJECTS for child in token.children):
            break
        if head.pos_ in {"VERB", "AUX"}:
            reached = token.dep_ in _OBJECTS | _SUBJECTS
            count += reached and _verb_denies(head)
            if token.dep_ not in {"conj", "xcomp", "aux", "auxpass"} or any(child.dep_ in _SUBJECTS for child in token.children):
                break
        elif token.dep_ in {"relcl", "acl", "advcl"}:
            break
        token = head
    return count % 2 == 1


def _denied_by_modifier(token: Token) -> bool:
    data = language_data("polarity")
    if token.pos_ in {"NOUN", "PROPN", "ADJ"}:
        if _has_denial(token):
            return not _is_burden(token)
        if token.dep_ == "pobj" and token.head.lower_ in data["prepositions"]:
            return not _is_burden(token)
    return False


def _has_denial(token: Token) -> bool:
    """Whether "no" or "not" belongs to a noun: by the parse, or as the word right before its phrase, where a fragment is misread."""
    data = language_data("polarity")
    if any(child.lower_ in data["determiners"] and child.dep_ in _DENYING_RELATIONS for child in token.children):
        return True
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in _MODIFIERS:
        return False
    first = min(child.i for child in (token, *token.lefts))
    before = token.doc[first - 1] if first > token.sent.start else None
    return before is not None and before.lower_ in data["adjacent"]


def _is_burden(token: Token) -> bool:
    if token.lemma_.lower() in language_data("polarity")["burdens"]:
        return True
    head = token.head
    needed = head.lemma_.lower() in language_data("polarity")["needing-verbs"] and token.dep_ in {"nsubj", "nsubjpass", "dobj"}
    return needed or any(
        child.lemma_.lower() in language_data("polarity")["needing-verbs"] for child in token.children if child.dep_ in {"acl", "amod"}
    )


def _verb_denies(verb: Token) -> bool:
    data = language_data("polarity")
    if verb.lemma_.lower() in data["denying-verbs"]:
        return not _has_negation(verb)
    having = verb.lemma_.lower() in data["having-verbs"] or _product_cannot(verb)
    return having and _has_negation(verb) and not _not_only(verb)


def _product_cannot(verb: Token) -> bool:
    """What the product cannot do is denied, whatever it is; what nobody can do to it is a benefit."""
    data = language_data("polarity")
    able = any(child.dep_ == "aux" and child.lemma_.lower() in data["abilities"] for child in verb.children)
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    return able and subject is not None and subject.lower_ not in data["nobody"] and subject.pos_ in {"PRON", "PROPN"}


def _has_negation(verb: Token) -> bool:
    return any(child.dep_ == "neg" or (child.dep_ == "advmod" and child.lower_ == "longer") for child in verb.children)


def _not_only(verb: Token) -> bool:
    return any(child.lower_ in language_data("polarity")["only"] and child.i and child.nbor(-1).dep_ == "neg" for child in verb.subtree)
