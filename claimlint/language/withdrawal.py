"""What the product has no more: what its maker dropped, left out or gave up, and what is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimlint.language.data import language_data

if TYPE_CHECKING:
    from spacy.tokens import Token


def discards(verb: Token) -> bool:
    """Tell whether the maker does away with something, or it was done: "we left the camera out", "the camera was dropped"."""
    data = language_data("polarity")
    particles = data["discarding-particles"].get(verb.lemma_.lower(), ())
    given_up = any(child.lower_ in particles for child in verb.children if child.dep_ in {"prt", "advmod"})
    if not given_up and verb.lemma_.lower() not in data["discarding-verbs"]:
        return False
    if any(child.dep_ == "xcomp" for child in verb.children):
        return False  # "we stopped counting them"
    if any(child.dep_ == "nsubjpass" and child.pos_ != "PRON" for child in verb.children):
        return not any(child.tag_ == "MD" for child in verb.children)
    return any(child.dep_ == "nsubj" and child.lower_ in language_data("hedges")["makers"] for child in verb.children)


def is_gone(verb: Token) -> bool:
    """Tell whether a word such as "gone", taken for a verb, tells for good what there is no more; not that it left at some time."""
    if verb.tag_ != "VBN" or verb.lower_ not in language_data("polarity")["denying-adjectives"]:
        return False
    if not any(child.dep_ in {"aux", "auxpass"} and child.lemma_ == "be" for child in verb.children):
        return False
    return not any(
        child.i > verb.i and child.dep_ in {"advcl", "npadvmod", "prep"} and child.lower_ not in {"for", "from"} for child in verb.children
    )
