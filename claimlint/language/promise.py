"""Whether a clause can be a promise of the product at all, as against instruction, question, history or a stranger's affairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimlint.language.data import language_data
from claimlint.language.scope import VERBS, clause_verb, subject_of
from claimlint.language.sentence import Mood
from claimlint.language.strangers import about_somebody_else

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_ADJUNCTS = {"advcl", "prep", "npadvmod"}
_LONGEST_TOPIC = 3
_LONG_AGO = re.compile(r"1[5-9]\d\ds?|200\ds?|201\ds?")


def no_promise(sentence: Span, head: Token, *, heading: bool = False, instructing: bool = False, quoted: bool = False) -> str:
    """Say in words why the clause around `head` promises nothing; an empty string where it may promise.

    heading: whether it stands in a heading. instructing: whether commands are steps here, whatever their verb. quoted: whether
    somebody else than the company speaks.
    """
    if heading and _topic(sentence):
        return "the name of a topic"
    if sentence[-1].text == "?" or (len(sentence) > 1 and sentence[-2].text == "?"):
        return "a question"
    verb = clause_verb(head)
    if verb is None:
        return ""
    if _conditional(verb):
        return "a condition"
    if _obliges(verb) or any(_instruction(sentence, governor, instructing) for governor in _governors(verb, instructing)):
        return "an instruction"
    if _history(sentence, verb) and not quoted:
        return "history"
    return _wrong_subject(verb, quoted)


def mood_of(head: Token) -> Mood:
    """Tell how the clause around `head` speaks."""
    verb = clause_verb(head)
    if verb is None:
        return "fragment"
    subject = subject_of(verb)
    if subject is None:
        return "imperative" if verb.tag_ == "VB" and verb.dep_ == "ROOT" else "statement"
    if subject.lower_ == "you":
        return "reader"
    if subject.lower_ in language_data("promise")["first-person"]:
        return "ourselves"
    return "past" if verb.tag_ == "VBD" and verb.lemma_ != "be" else "statement"


def subject_range(sentence: Span, head: Token) -> tuple[int, int] | None:
    """Give the tokens of the subject of the clause around `head`, counted from the sentence's start."""
    verb = clause_verb(head)
    subject = subject_of(verb) if verb is not None else None
    if subject is None:
        return None
    return subject.left_edge.i - sentence.start, subject.right_edge.i + 1 - sentence.start


def verb_of(head: Token) -> str:
    """Give the lemma of the verb of the clause around `head`, or an empty string."""
    verb = clause_verb(head)
    return str(verb.lemma_.lower()) if verb is not None else ""


def _conditional(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(
        child.dep_ == "mark" and child.lower_ in language_data("promise")["conditions"] for child in verb.children
    )


def _obliges(verb: Token) -> bool:
    """Whether a clause says what has to be, or asks for it: "must be dry", "please keep it dry"."""
    data = language_data("promise")
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    bound = not auxiliaries.isdisjoint(data["obligations"]) and not any(child.dep_ == "neg" for child in verb.children)
    return bound or any(child.lower_ == "please" for child in verb.children)


def _governors(verb: Token, instructing: bool) -> Iterator[Token]:
    """Yield a verb and the one that it serves: what a step is for ("To pair it, …"), and what it makes sure of, is part of the step.

    A goal behind its step may be what sells ("Clip it on to see in the dark"), but not among instructions.
    """
    yield verb
    ensuring = language_data("promise")["ensuring"]
    purpose = verb.dep_ == "advcl" and any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    if (purpose and (instructing or verb.i < verb.head.i)) or (verb.dep_ == "ccomp" and verb.head.lemma_.lower() in ensuring):
        governor = clause_verb(verb.head)
        if governor is not None and governor.i != verb.i:
            yield governor


def _instruction(sentence: Span, verb: Token, instructing: bool) -> bool:
    while verb.dep_ == "conj" and subject_of(verb) is None and verb.head.pos_ in VERBS:
        verb = verb.head
    if verb.tag_ not in {"VB", "VBP"} or subject_of(verb) is not None or any(child.dep_ == "aux" for child in verb.children):
        return False
    if not all(_sets_the_scene(token, verb) for token in sentence if token.i < verb.i and token.is_alpha):
        return False
    return (instructing and verb.tag_ == "VB" and verb.dep_ == "ROOT") or verb.lemma_.lower() in language_data("promise")["instructions"]


def _sets_the_scene(token: Token, verb: Token) -> bool:
    """Whether a word before a command only says when, how or what for: "To pair it, open the settings"."""
    if token.dep_ in {"advmod", "intj", "neg", "aux", "mark"} or token.pos_ in {"ADV", "INTJ", "SCONJ"}:
        return True
    set_off = any(mark.text in {",", ":"} for mark in token.doc[token.i : verb.i])
    while token.head.i not in {verb.i, token.i}:
        token = token.head
    return set_off and token.head.i == verb.i and token.dep_ in _ADJUNCTS


def _topic(sentence: Span) -> bool:
    """Whether a heading only names what is spoken of below: "Battery", "Bluetooth setup"."""
    words = [token.lower_ for token in sentence if not token.is_punct]
    data = language_data("promise")
    return 0 < len(words) <= _LONGEST_TOPIC and (words[-1] in data["topics"] or " ".join(words) in data["parts"])


def _history(sentence: Span, verb: Token) -> bool:
    """Whether a clause tells of what had been, or in the past tense of times long gone."""
    if verb.tag_ == "VBN" and any(child.lower_ == "had" and child.dep_ in {"aux", "auxpass"} for child in verb.children):
        return True
    past = verb.tag_ == "VBD" or any(child.tag_ == "VBD" and child.dep_ in {"aux", "auxpass"} for child in verb.children)
    long_ago = language_data("promise")["long-ago"]
    return past and any(token.lower_ in long_ago or _LONG_AGO.fullmatch(token.lower_) for token in sentence)


def _wrong_subject(verb: Token, quoted: bool) -> str:
    subject = subject_of(verb)
    if about_somebody_else(verb, subject):
        return "about somebody else"
    if subject is None:
        return ""
    data = language_data("promise")
    if subject.lower_ == "i" and not quoted:
        return "about ourselves, not the product"
    if subject.lower_ != "you" or any(child.dep_ == "neg" for child in verb.children):
        return ""
    duty = any(child.lower_ in data["duties"] for child in verb.children if child.dep_ == "aux")
    need = verb.lemma_.lower() in data["needs"] and any(child.dep_ == "xcomp" for child in verb.children)
    return "an instruction" if duty or need else ""
