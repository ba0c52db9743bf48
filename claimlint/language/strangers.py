"""Clauses about something else than the product: other makers' things, the reader's own, the meaning of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimlint.language.data import language_data

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLAIN = {"amod", "det", "nmod", "predet", "compound"}


def about_somebody_else(verb: Token, subject: Token | None) -> bool:
    """Whether the clause of a verb, with its subject, speaks of other people, their things, or what a word means."""
    return (subject is not None and (_stranger(subject) or _duty_of_equipment(verb, subject))) or _borrows(verb) or _explains(verb)


def _stranger(subject: Token) -> bool:
    """Other people, or a thing of theirs: "our competitors' watches", "most phones"."""
    data = language_data("promise")
    if subject.lemma_.lower() in data["other-subjects"]:
        return True
    for child in subject.children:
        if child.dep_ == "poss" and child.lemma_.lower() in data["other-subjects"]:
            return True
        if child.dep_ in _PLAIN and child.lower_ in data["others"] and subject.pos_ == "NOUN" and subject.lemma_ not in data["of-all"]:
            return not any(before.lower_ in data["none"] for before in subject.lefts)
    return False


def _duty_of_equipment(verb: Token, subject: Token) -> bool:
    """What the reader's own things have to do: "your router must support WPA3"."""
    data = language_data("promise")
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return _of_reader(subject) and (bool(auxiliaries & set(data["duties"])) or verb.lemma_.lower() in data["needs"])


def _borrows(verb: Token) -> bool:
    """What the product takes from the reader's own things: "it uses the GPS of your phone"."""
    if verb.lemma_.lower() not in language_data("promise")["borrowing"]:
        return False
    things = [child for child in verb.children if child.dep_ in {"dobj", "prep"}]
    things = [
        inner for thing in things for inner in (thing.children if thing.dep_ == "prep" else [thing]) if inner.dep_ in {"dobj", "pobj"}
    ]
    return any(_lent(thing) for thing in things)


def _lent(thing: Token) -> bool:
    owners = [child for child in thing.children if child.dep_ == "poss"]
    owners += [inner for child in thing.children if child.dep_ == "prep" and child.lower_ in {"of", "in", "on"} for inner in child.children]
    return any(_of_reader(owner) for owner in owners)


def _of_reader(thing: Token) -> bool:
    """Whether a thing is one of those that readers have already."""
    return thing.lemma_.lower() in language_data("promise")["equipment"] and any(
        child.dep_ == "poss" and child.lower_ in {"your", "their"} for child in thing.children
    )


def _explains(verb: Token) -> bool:
    """What a word or a sign means, and whose it is: "X is a trademark of its owner"."""
    data = language_data("promise")
    following = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    if f"{verb.lemma_.lower()} {following}" in data["explaining"]:
        return True
    return verb.lemma_ == "be" and any(child.dep_ == "attr" and child.lemma_.lower() in data["terms"] for child in verb.children)
