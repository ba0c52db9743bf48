"""What copy does well to deny: burdens that are absent, harm that does not happen, circumstances that are no failing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimlint.language.data import language_data

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_burden(token: Token) -> bool:
    """Tell whether it is well for the thing a noun or adjective names to be absent: "no installation", "no tools needed"."""
    data = language_data("polarity")
    modifiers = [child for child in token.children if child.dep_ in {"compound", "amod"}]
    phrases = (f"{child.lower_} {token.lemma_.lower()}" for child in modifiers)
    if any(word in data["burdens"] for word in (token.lower_, *(part.lemma_.lower() for part in (token, *modifiers)), *phrases)):
        return True
    needing = data["needing-verbs"]
    if token.head.lemma_.lower() in needing and token.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        return True
    if any(child.lemma_.lower() in needing for child in token.children if child.dep_ in {"acl", "amod"}):
        return True
    return any(_is_left_to_do(child) for child in token.children)


def _is_left_to_do(verb: Token) -> bool:
    """Whether a verb tells what the reader would have to do with a thing: "no brushes to change"."""
    return (
        verb.dep_ in {"acl", "relcl", "xcomp"}
        and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
        and not any(child.dep_ in {"dobj", "nsubj", "prep"} for child in verb.children)
    )


def spares(verb: Token) -> bool:
    """Tell whether it is well for a verb not to happen: "it does not slip", "no longer has to wait", "is not heavy"."""
    data = language_data("polarity")
    lemma = verb.lemma_.lower()
    if lemma in data["harm-verbs"]:
        return True
    if lemma == "do" and not any(child.dep_ in {"dobj", "prep"} and child.tag_ != "WDT" for child in verb.children):
        return True  # "you are shaken, the picture is not"
    if lemma == "have" and any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in verb.children):
        return True
    said = [child for child in verb.children if child.dep_ in {"acomp", "attr"} and child.i > verb.i]
    return bool(said) and all(is_burden(child) for child in said)


def is_circumstance(verb: Token) -> bool:
    """Tell whether a clause only tells when or of what kind: "when there is no network", "images that do not fit"."""
    if verb.dep_ == "relcl":
        return not any(child.lower_ == "which" for child in verb.children)
    if verb.dep_ != "advcl":
        return False
    return any(child.lower_ in language_data("polarity")["circumstances"] for child in verb.children)
