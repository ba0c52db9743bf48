"""Which words weaken or strengthen a promise where they stand, and which only look as if they did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from claimlint.claim import STRENGTHS, Strength
from claimlint.language.data import language_data
from claimlint.language.scope import SUBJECTS, VERBS, subject_of
from claimlint.language.wordings import Word, find_wordings

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DENIALS = {"neg", "det", "preconj"}
_WORKING = {"MD", "VBN", "VBG"}
"""The forms in which a verb tells of work that goes on."""


class Hedge(NamedTuple):
    """Words that say how firmly a sentence promises: positions in the sentence of the first and the last (inclusive)."""

    strength: Strength
    first: int
    last: int


def hedges_of(sentence: Span) -> Iterator[Hedge]:
    """Give the words of a sentence that hedge or guarantee: the wordings of the data that do so here, and work that is under way."""
    words = [Word(token.lower_, token.lemma_.lower()) for token in sentence]
    for label, first, last in find_wordings(words, "strength"):
        for strength in STRENGTHS:
            if label == strength and _holds(sentence, first, last, strength):
                yield Hedge(strength, first, last)
    for at, token in enumerate(sentence):
        strength_of_work = _work(token) if token.tag_ in _WORKING else None
        if strength_of_work is not None:
            yield Hedge(strength_of_work, at, at)


def _holds(sentence: Span, first: int, last: int, strength: Strength) -> bool:
    token = sentence[first]
    if strength == "guarantee":
        return _guarantees(sentence, first, last)
    if strength == "commitment":
        return token.lower_ != "going" or any(child.dep_ == "aux" and child.lemma_ == "be" for child in token.children)
    if _denied(sentence, first, last):
        return False
    if token.tag_ == "MD":
        return _modal_hedges(token)
    if token.lower_ in language_data("hedges")["permission"]:
        return False  # the month, the power
    verb = next((word for word in sentence[first : last + 1] if word.pos_ in VERBS), None)
    return verb is None or _verb_hedges(verb)


def _guarantees(sentence: Span, first: int, last: int) -> bool:
    """Whether the words guarantee: "never" does so of the present, of the past it tells a story; "at 100 %" is a level."""
    token = sentence[first]
    if token.like_num:
        return first == 0 or sentence[first - 1].pos_ != "ADP"
    if sentence[last].lower_ == "one":
        return last + 1 < len(sentence) and sentence[last + 1].pos_ in {"NOUN", "ADJ", "PROPN"}
    if token.lower_ != "never":
        return True
    verb = token.head
    past = verb.tag_ == "VBD" or any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children)
    return not past and token.dep_ in {"neg", "advmod", "ROOT", "dep"}


def _denied(sentence: Span, first: int, last: int) -> bool:
    """Whether a denial takes the hedge away: "no longer experimental", "nothing about it is a prototype"."""
    data = language_data("polarity")
    governor = next((token for token in sentence[first : last + 1] if not sentence[first].i <= token.head.i <= sentence[last].i), None)
    if governor is None or sentence[first].lower_ in data["denials"] or governor.tag_ == "MD":
        return False
    verb = governor.head if governor.dep_ in {"acomp", "attr", "oprd", "prep", "advmod"} and governor.head.pos_ in VERBS else governor
    if any(child.dep_ in _DENIALS and child.lower_ in data["denials"] for child in (*governor.children, *verb.children)):
        return True
    subject = subject_of(verb)
    return subject is not None and any(word.lower_ in data["denying-subjects"] for word in (subject, *subject.children))


def _modal_hedges(modal: Token) -> bool:
    data = language_data("hedges")
    verb = modal.head
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS | {"expl"}), None) or subject_of(verb)
    if subject is None:
        return True
    if subject.i > modal.i:
        return False  # "should it run dry": a condition
    if subject.lower_ in data["reader"]:
        return modal.lower_ not in {*data["permission"], *data["advice"]}
    if verb.dep_ == "relcl" and verb.head.lower_ in data["any"]:
        return False
    return not (modal.lower_ == "could" and subject.lower_ == "i")  # a story


def _verb_hedges(verb: Token) -> bool:
    """A verb hedges where the maker or the product is its subject; a command hedges nothing, nor does what the reader wants."""
    subject = subject_of(verb)
    if subject is not None and subject.lower_ in language_data("hedges")["reader"]:
        return False
    if verb.tag_ == "VB" and subject is None and not any(child.dep_ == "aux" for child in verb.children):
        return False
    # "with straps designed for hikers" tells what they are; "it is (a lamp) designed for hikers" what is aimed at.
    return not (verb.dep_ == "acl" and verb.lower_ in language_data("hedges")["made"] and verb.head.dep_ not in {"ROOT", "attr"})


def _work(token: Token) -> Strength | None:
    """Tell what work that goes on says of its result: "we are building it", "it is being tested", "once certified, it would"."""
    data = language_data("hedges")
    lemma = token.lemma_.lower()
    if token.lower_ in data["hypothetical"] and token.tag_ == "MD":
        return "intent" if any(child.dep_ == "advcl" for child in token.head.children) else None
    if token.tag_ == "VBN" and any(child.lower_ == "being" for child in token.children):
        return "intent" if lemma in data["under-way"] else "possibility" if lemma in data["thinking"] else None
    if token.tag_ != "VBG" or not any(child.dep_ == "aux" and child.lemma_ == "be" and child.tag_ != "VBD" for child in token.children):
        return None
    subject = subject_of(token)
    if subject is None or subject.lemma_.lower() not in data["makers"]:
        return None
    if lemma in data["thinking"]:
        particles = data["thinking-particles"].get(lemma)
        behind = {child.lower_ for child in token.children if child.i > token.i}
        return "possibility" if particles is None or behind & set(particles) else None
    return "intent" if lemma in data["under-way"] else None
