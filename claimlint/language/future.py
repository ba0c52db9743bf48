"""Promises of what is not there yet: "will" where it looks ahead, and what arrives at a time to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimlint.language.data import language_data
from claimlint.language.scope import SUBJECTS, VERBS, clause_verb, piece_of, scope_of, subject_of
from claimlint.language.times import Time, times_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def future_scopes(sentence: Span) -> Iterator[set[int]]:
    """Yield the token indices (in the document) of every promise of something to come.

    "Will" looks ahead beside a time, with verbs of arriving, and where people are its subject; elsewhere it tells what the
    product does each time ("it will switch off by itself"). Verbs of arriving look ahead in the present tense too where a time
    stands with them ("ships in May"), and so do fragments with a time at which something begins ("In shops from April").
    """
    times = times_of(sentence)
    for token in sentence:
        if _is_will(token) and _looks_ahead(token.head, times):
            yield scope_of(sentence, token.i - sentence.start, token.i - sentence.start)
    for time in times:
        verb = clause_verb(time.token)
        if verb is None or not _finite(verb):
            if _arriving_fragment(sentence, time):
                at = time.token.i - sentence.start
                yield piece_of(sentence, at, at)
        elif _arrives(verb, time):
            yield scope_of(sentence, verb.i - sentence.start, verb.i - sentence.start)


def _is_will(token: Token) -> bool:
    return token.tag_ == "MD" and token.dep_ == "aux" and token.lower_ in language_data("future")["will"]


def _looks_ahead(verb: Token, times: Sequence[Time]) -> bool:
    data = language_data("future")
    if any(child.lower_ == "never" for child in verb.children):
        return False  # a guarantee
    if _opens_with_will(verb):
        return True
    within = {token.i for token in verb.subtree}
    if any(time.token.i in within for time in times if time.kind != "vague") or _awaits(verb):
        return True
    if any(child.lower_ in data["additions"] for child in verb.children):
        return True
    habit = any(token.lower_ in data["habits"] for token in verb.subtree)
    if verb.lemma_.lower() in data["future-verbs"]:
        return not habit
    return not habit and verb.dep_ != "relcl" and _people(verb)


def _opens_with_will(verb: Token) -> bool:
    """Whether a stretch without a subject begins with "will", as an entry of a plan does: "Will take two spools"."""
    opening = verb.sent[0]
    return _is_will(opening) and opening.head.i == verb.i and not any(child.dep_ in SUBJECTS | {"neg"} for child in verb.children)


def _awaits(verb: Token) -> bool:
    """Whether the clause waits for something to arrive: "once the second batch ships"."""
    arriving = {*language_data("future")["arriving-verbs"], *language_data("polarity")["granting-verbs"]}
    return any(token.dep_ == "advcl" and token.lemma_.lower() in arriving for token in verb.subtree)


def _people(verb: Token) -> bool:
    """Whether the reader or the company is who will do it."""
    subject = subject_of(verb)
    return subject is not None and subject.lower_ in language_data("hedges")["people"]


def _arrives(verb: Token, time: Time) -> bool:
    data = language_data("future")
    if _is_past(verb):
        return False
    lemma = verb.lemma_.lower()
    if time.opens and time.kind != "vague":
        return True
    if lemma in data["arriving-verbs"]:
        return True
    if time.kind != "date":
        return False
    if lemma in data["ordering-verbs"]:
        return verb.tag_ == "VB"
    if any(child.dep_ == "acomp" and child.lower_ in data["arriving-adjectives"] for child in verb.children):
        return True
    return lemma in data["dated-verbs"]


def _is_past(verb: Token) -> bool:
    if verb.tag_ == "VBD":
        return True
    if verb.tag_ != "VBN":
        return False
    return any(child.tag_ == "VBD" or child.lemma_ == "have" for child in verb.children if child.dep_ in {"aux", "auxpass"})


def _finite(verb: Token) -> bool:
    """Whether the verb makes a sentence, with a tense of its own or as a command."""
    return verb.tag_ in {"VBZ", "VBP", "VBD", "VB", "MD"} or any(child.dep_ in SUBJECTS | {"aux", "auxpass"} for child in verb.children)


def _arriving_fragment(sentence: Span, time: Time) -> bool:
    """Whether a stretch without a verb of its own looks ahead: "In shops from April", "Coming this autumn", "June: remote access"."""
    if any(token.pos_ in VERBS and _finite(token) for token in sentence):
        return False
    data = language_data("future")
    arriving = any(
        token.lemma_.lower() in (data["arriving-verbs"] if token.tag_ == "VBG" else data["arriving-adjectives"]) for token in sentence
    )
    arriving = arriving or _misread_arrival(time)
    lead = time.token.i - sentence.start
    if time.kind == "date" and any(token.text == "(" for token in sentence[max(0, lead - 2) : lead]):
        return True
    leads = lead < 4 and any(token.text == ":" for token in sentence[lead + 1 : lead + 3])
    if time.kind == "date" and sentence[0].lemma_.lower() in data["ordering-verbs"]:
        return True  # a command, misread as a noun: "Order before 1 December"
    return (time.opens and time.kind != "vague") or leads or arriving


def _misread_arrival(time: Time) -> bool:
    """Whether the time hangs on a word of arriving that was taken for a noun: "The first batch ships in week 9"."""
    token = time.token
    while token.dep_ in {"pobj", "prep", "nummod", "compound"} and token.head.i != token.i:
        token = token.head
    return time.kind == "date" and token.pos_ == "NOUN" and token.lemma_.lower() in language_data("future")["arriving-verbs"]
