"""Whether a clause can be a promise of the product at all, as against instruction, question, history or a stranger's affairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimlint.language.data import language_data
from claimlint.language.scope import subject_of
from claimlint.language.sentence import Mood

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def no_promise(sentence: Span, head: Token) -> str:
    """Say in words why the clause around `head` promises nothing; an empty string where it may promise."""
    if sentence[-1].text == "?" or (len(sentence) > 1 and sentence[-2].text == "?"):
        return "a question"
    verb = _verb(head)
    if verb is None:
        return ""
    if _conditional(verb):
        return "a condition"
    if _instruction(sentence, verb):
        return "an instruction"
    return _wrong_subject(verb)


def mood_of(head: Token) -> Mood:
    """Tell how the clause around `head` speaks."""
    verb = _verb(head)
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
    verb = _verb(head)
    subject = subject_of(verb) if verb is not None else None
    if subject is None:
        return None
    return subject.left_edge.i - sentence.start, subject.right_edge.i + 1 - sentence.start


def verb_of(head: Token) -> str:
    """Give the lemma of the verb of the clause around `head`, or an empty string."""
    verb = _verb(head)
    return str(verb.lemma_.lower()) if verb is not None else ""


def _verb(token: Token) -> Token | None:
    while token.pos_ not in {"VERB", "AUX"}:
        if token.head.i == token.i:
            return None
        token = token.head
    return token.head if token.dep_ in {"aux", "auxpass"} else token


def _conditional(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(
        child.dep_ == "mark" and child.lower_ in language_data("promise")["conditions"] for child in verb.children
    )


def _instruction(sentence: Span, verb: Token) -> bool:
    while verb.dep_ == "conj" and subject_of(verb) is None and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    if verb.tag_ not in {"VB", "VBP"} or subject_of(verb) is not None or any(child.dep_ == "aux" for child in verb.children):
        return False
    before = [token for token in sentence if token.i < verb.i and token.is_alpha]
    opens = all(token.dep_ in {"advmod", "intj", "neg", "aux", "mark"} or token.pos_ in {"ADV", "INTJ", "SCONJ"} for token in before)
    return opens and verb.lemma_.lower() in language_data("promise")["instructions"]


def _wrong_subject(verb: Token) -> str:
    subject = subject_of(verb)
    if subject is None:
        return ""
    data = language_data("promise")
    if subject.lemma_.lower() in data["other-subjects"]:
        return "about somebody else"
    if subject.lower_ == "i":
        return "about ourselves, not the product"
    if subject.lower_ == "you" and any(child.lower_ in data["duties"] for child in verb.children if child.dep_ == "aux"):
        return "an instruction"
    if subject.lower_ == "you" and verb.lemma_.lower() in data["needs"] and any(child.dep_ == "xcomp" for child in verb.children):
        return "an instruction"
    return ""
