"""How far a modifier reaches, by the parse: the words that "may", "planned" or "beta" speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimlint.language.data import language_data

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

VERBS = {"VERB", "AUX"}
SUBJECTS = {"nsubj", "nsubjpass"}
_PREDICATES = {"acomp", "attr", "oprd"}
_ADVERBIALS = {"advmod", "neg", "npadvmod"}
_APPOSED = _PREDICATES | SUBJECTS | {"appos", "dep", "npadvmod"}
_MODIFIERS = {"amod", "compound", "nmod", "det", "poss"}
_PARTING = {",", ";", "|", "✓", "✔", "✗", "✘", "•", "·", "/"}
_INTRODUCING = {":", ",", "–", "—", "-", "("}


def scope_of(sentence: Span, first: int, last: int) -> set[int]:
    """Give the token indices (in the document) that the words first..last of a sentence speak of.

    An auxiliary or adverb reaches over its verb's clause, a verb over its own, a predicate noun or adjective over the clause
    it is predicated in, a noun's modifier over that noun. A coordinated clause with a subject of its own is out of reach.
    Words set off at the end ("…, guaranteed") and a clause about "something" ("something we are exploring") reach over all of
    the sentence that they speak of.
    """
    root = _matrix(_root(_governor(sentence, first, last)))
    reach = {token.i for token in root.subtree if not _walled_off(token, root)}
    if _leads(sentence, last):
        reach.update(token.i for token in sentence[last:])
    if _trails(sentence, first, last):
        reach.update(_before(sentence, first))
    return reach


def piece_of(sentence: Span, first: int, last: int) -> set[int]:
    """Give the token indices of the item in a stretch without a verb that the words first..last stand in.

    Items are parted by commas and the like: "CE, FCC pending". Words that are an item of their own speak of all before them
    ("No file lost, guaranteed"), those that lead in with a colon of all behind them.
    """
    if _leads(sentence, last):
        return {token.i for token in sentence}
    start, stop = first, last + 1
    while start > 0 and sentence[start - 1].text not in _PARTING:
        start -= 1
    while stop < len(sentence) and sentence[stop].text not in _PARTING:
        stop += 1
    told = any(token.pos_ in {"NOUN", "PROPN", "NUM", "ADJ"} for token in (*sentence[start:first], *sentence[last + 1 : stop]))
    return {token.i for token in (sentence[start:stop] if told else sentence[:stop])}


def _leads(sentence: Span, last: int) -> bool:
    """Whether the words only lead in what follows them: "In development: solar charging"."""
    return last < 5 and any(token.text == ":" for token in sentence[last + 1 : last + 3])


def _trails(sentence: Span, first: int, last: int) -> bool:
    """Whether the words stand by themselves behind a mark, at the end: "No file lost, guaranteed", "Certificate: still pending"."""
    while first > 0 and sentence[first - 1].pos_ in {"ADV", "AUX"} and sentence[first - 1].text not in _INTRODUCING:
        first -= 1
    if first < 2 or sentence[first - 1].text not in _INTRODUCING - {"("}:
        return False
    behind = [token for token in sentence[last + 1 :] if token.is_alpha]
    if sentence[first - 1].text == ":":
        return not any(token.pos_ in VERBS and token.tag_ not in {"VBN", "VBG"} for token in behind)
    return not behind


def _before(sentence: Span, first: int) -> set[int]:
    """Give the tokens before some words, back to a semicolon."""
    start = next((at + 1 for at in range(first - 1, -1, -1) if sentence[at].text == ";"), 0)
    return {token.i for token in sentence[start:first]}


def _governor(sentence: Span, first: int, last: int) -> Token:
    inside = {sentence[at].i for at in range(first, last + 1)}
    for at in range(first, last + 1):
        token = sentence[at]
        if token.head.i not in inside or token.head.i == token.i:
            return token
    return sentence[first]


def _root(token: Token) -> Token:
    """Give the word whose subtree a modifier speaks of."""
    if token.dep_ in {"aux", "auxpass"} | _PREDICATES and token.head.pos_ in VERBS:
        return token.head
    if token.dep_ in _ADVERBIALS and token.head.i != token.i:
        return _predicated(token.head) if token.head.pos_ in VERBS | {"NOUN", "PROPN"} else _root(token.head)
    if token.dep_ == "pobj" and token.head.dep_ == "prep" and token.head.head.i != token.head.i:
        return _root(token.head.head) if token.head.head.pos_ in VERBS else token.head.head
    if token.dep_ in _MODIFIERS:
        return _predicated(token.head)
    if token.dep_ == "acl" and token.head.dep_ in _PREDICATES and token.lower_ in language_data("hedges")["made"]:
        return token  # "it is a lamp designed for hikers" is a lamp
    if token.dep_ in {"acl", "prep"} | SUBJECTS:
        return token.head
    if token.dep_ == "xcomp" and token.head.pos_ in VERBS:
        return token.head
    return token


def _predicated(noun: Token) -> Token:
    """Give the verb of a noun that is its subject or predicate, so that what is said of the noun is said of the clause; else the word."""
    return noun.head if noun.dep_ in SUBJECTS | _PREDICATES and noun.head.pos_ in VERBS else noun


def _matrix(root: Token) -> Token:
    """Go out of a clause that stands for the thing itself: "X is something we hope to add", "what we are building now is X"."""
    while root.head.i != root.i:
        if root.dep_ in {"xcomp", "csubj", "csubjpass"} or (root.dep_ in _PREDICATES and root.head.pos_ in VERBS):
            root = root.head
        elif root.dep_ in {"relcl", "acl"} and _stands_for_all(root.head):
            root = root.head
            while root.dep_ in _APPOSED or (root.dep_ == "dobj" and root.head.pos_ in VERBS):
                root = root.head
        elif root.dep_ in {"ccomp", "advcl"} | _PREDICATES and root.head.lemma_ == "be" and _asks_what(root):
            root = root.head
        else:
            break
    return root


def _stands_for_all(noun: Token) -> bool:
    return noun.lemma_.lower() in language_data("hedges")["indefinite"]


def _asks_what(clause: Token) -> bool:
    return any(word.lower_ == "what" for word in clause.subtree)


def _walled_off(token: Token, root: Token) -> bool:
    start, stop = sorted((token.i, root.i))
    if any(mark.text == ";" for mark in root.doc[start:stop]):
        return True
    contrasting = language_data("hedges")["contrasting"]
    while token.i != root.i:
        own = token.pos_ in VERBS and any(child.dep_ in SUBJECTS for child in token.children)
        apart = (
            token.dep_ == "conj"
            or _leads_to(token, root)
            or (token.dep_ == "advcl" and any(child.lower_ in contrasting for child in token.children))
        )
        if own and apart:
            return True
        token = token.head
    return False


def _leads_to(clause: Token, root: Token) -> bool:
    """Whether a clause is the ground of the one behind it: "the wheel makes the power, so you never change a battery"."""
    return clause.dep_ == "ccomp" and any(child.lower_ == "so" and clause.i < child.i < root.i for child in clause.head.children)


def subject_of(token: Token) -> Token | None:
    """Give the subject of the verb that a token is or hangs on, through auxiliaries, complements and coordination."""
    while True:
        for child in token.children:
            if child.dep_ in SUBJECTS | {"expl"}:
                return child
        if token.dep_ in {"aux", "auxpass", "xcomp", "conj", "advmod", "neg", "acomp"} and token.head.i != token.i:
            token = token.head
        else:
            return None


def clause_verb(token: Token) -> Token | None:
    """Give the verb that a word hangs on, or the word itself where it is one; None where its sentence has none above it."""
    while token.pos_ not in VERBS:
        if token.head.i == token.i:
            return None
        token = token.head
    return token.head if token.dep_ in {"aux", "auxpass"} else token
