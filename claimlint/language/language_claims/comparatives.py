"""Comparatives: quieter than something else, or better than before."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from claimlint.language.data import language_data
from claimlint.language.language_claims.extent import noun_of, phrase, positions
from claimlint.language.sentence import LanguageClaim

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_TAGS = {"JJR", "RBR"}
_NOUNS = {"NOUN", "PROPN"}
_REACH = 8


def comparatives(sentence: Span, passed_over: Collection[int]) -> Iterator[LanguageClaim]:
    """Yield the comparisons of a sentence by which something is better than something. passed_over: positions that are none."""
    for at, token in enumerate(sentence):
        if at in passed_over:
            continue
        than = _than(token, sentence) if _is_comparative(token) else None
        if than is not None:
            basis = _earlier(than, token) or _basis(than)
            if basis is not None and _comparable(token, basis):
                first, last = positions(min(token.left_edge.i, token.i), basis.right_edge.i, sentence, basis.i)
                yield LanguageClaim("comparative", at, first, last)
        elif _improves(token) or (token.tag_ in _TAGS and _gains(token)):
            noun = noun_of(token)
            first, last = phrase(noun, token, sentence)
            yield LanguageClaim("comparative", at, first, last, token.lemma_.lower() in language_data("degrees")["improvements"])


def _is_comparative(token: Token) -> bool:
    """Whether a word is one by its tag, or by its shape before "than" where the tagger takes it for a noun."""
    if token.tag_ in _TAGS:
        return True
    compares = any(child.lower_ == "than" for child in token.children) and not any(child.dep_ == "amod" for child in token.children)
    return compares and token.lower_.endswith("er")


def _than(token: Token, sentence: Span) -> Token | None:
    at = token.i - sentence.start + 1
    for word in sentence[at : at + _REACH]:
        if word.lower_ == "than":
            return word
        if word.text in {".", ";", ":"} or (word.tag_ in _TAGS and word.head.i != token.i and token.head.i != word.i):
            break
    return None


def _earlier(than: Token, token: Token) -> Token | None:
    """Give the word by which something is compared with what it was: "better than before", "faster than in round 2"."""
    data = language_data("degrees")
    behind = than.nbor(1) if than.i + 1 < len(than.doc) else None
    return behind if behind is not None and behind.lower_ in data["earlier"] and token.lower_ not in data["amounts"] else None


def _basis(than: Token) -> Token | None:
    """Give the noun that something is compared with; None for a number, for what people think, and for no thing at all."""
    data = language_data("degrees")
    behind = next((child for child in than.children if child.dep_ in {"pobj", "pcomp"}), None)
    if behind is None:
        behind = than.nbor(1) if than.i + 1 < len(than.doc) else None
        while behind is not None and behind.pos_ in {"DET", "ADJ"} and behind.head.pos_ in _NOUNS:
            behind = behind.head
    if behind is not None and behind.lower_ in {"one", "ones", "other", "others"} and behind.dep_ == "pobj" and any(behind.lefts):
        return behind
    if behind is None or behind.pos_ not in {*_NOUNS, "NUM", "DET", "VERB"} or behind.lemma_.lower() in data["no-basis"]:
        return None
    opening = behind.doc[behind.left_edge.i if behind.left_edge.i > than.i else than.i + 1]
    counted = opening.like_num or opening.pos_ in {"SYM", "NUM"} or opening.lower_ in {"about", "around", "half", *data["no-basis"]}
    if counted and behind.i != opening.i:
        return None
    if behind.pos_ == "VERB" and behind.dep_ != "pobj":
        return None
    return behind


def _comparable(token: Token, basis: Token) -> bool:
    """Whether things are compared, and not amounts: "more than a week", but "weighs less than a letter"."""
    data = language_data("degrees")
    if token.lower_ not in data["amounts"]:
        return not (basis.like_num and "." not in basis.text)
    if (basis.pos_ == "NUM" and basis.lower_ not in {"one", "ones"}) or any(child.like_num for child in basis.children):
        return False
    if token.dep_ in {"advmod", "amod"} and token.head.pos_ in {"ADJ", "ADV"}:
        return token.head.pos_ == "ADJ" or token.head.dep_ == "advmod"
    if token.lower_ in {"more", "fewer", "later", "earlier", "older", "sooner", "worse", "slower"}:
        return False
    governor = token.head
    return token.is_sent_start or governor.i == token.i or governor.lemma_.lower() in data["weighing"] or governor.pos_ in {"NOUN", "AUX"}


def _improves(token: Token) -> bool:
    """Whether words say that a property has become better: "improved security", "improvements in speed"."""
    data = language_data("degrees")
    if token.lower_ in data["improving"]:
        noun = noun_of(token)
        return noun.i != token.i and noun.pos_ in _NOUNS and any(_is_property(each) for each in (noun, *noun.conjuncts))
    if token.lemma_.lower() in data["improvements"] and token.pos_ == "NOUN":
        behind = (word for word in token.sent if token.i < word.i <= token.i + _REACH)
        return any(_is_property(word) for word in (*token.subtree, *behind))
    return False


def _is_property(noun: Token) -> bool:
    return noun.lemma_.lower() in language_data("degrees")["properties"]


def _gains(token: Token) -> bool:
    """Whether a comparative without anything to compare with says that the product has become better: "faster boot", "a bigger screen"."""
    data = language_data("degrees")
    head = token.head
    if token.dep_ == "acomp" and token.lower_ not in data["amounts"]:
        subjects = [each for child in head.children if child.dep_ in {"nsubj", "nsubjpass"} for each in (child, *child.conjuncts)]
        since = any(child.lower_ in data["since"] for child in (*head.children, *token.children))
        became = head.lemma_.lower() in data["becoming"] and head.tag_ in {"VBD", "VBN"}
        return became or since or any(map(_is_property, subjects))
    if token.lower_ in data["improving"]:
        return False
    if token.lower_ in {"more", "less"} and head.pos_ == "ADJ":
        return head.lemma_.lower() in data["telling"]
    if token.lower_ in data["amounts"]:
        return False
    noun = noun_of(token)
    if noun.i == token.i or noun.lemma_.lower() in data["no-better"] or noun.pos_ not in _NOUNS:
        return False
    top = noun.conjuncts[0] if noun.dep_ == "conj" and noun.conjuncts else noun
    return top.dep_ == "ROOT" or (top.dep_ in {"dobj", "attr"} and top.head.lemma_.lower() in data["gaining"])
