"""Which words a sentence denies: the copy says that the product has them not."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

from claimlint.language.benefits import is_burden, is_circumstance, spares
from claimlint.language.data import language_data
from claimlint.language.scope import SUBJECTS, VERBS
from claimlint.language.withdrawal import discards, is_gone

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
    "prt",
    "advmod",
}
_DENYING_RELATIONS = {"det", "neg", "advmod", "preconj", "cc", "intj"}
_MODIFIERS = {"compound", "amod", "nmod", "nummod"}
_NOMINALS = {"NOUN", "PROPN", "ADJ", "PRON", "NUM"}
_COMPARATIVES = {"JJR", "RBR"}
_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}


def negations(sentence: Span) -> list[bool]:
    """Tell for each token whether a denial governs it.

    "not only … but" and "no X needed" deny nothing that the product should have; neither do denials of a burden. A sentence
    that does nothing but deny ("No.", "It will not.") denies all of itself.
    """
    if _only_denies(sentence):
        return [True] * len(sentence)
    own = _denied_by_modifiers(sentence)
    verbs = {token.i for token in sentence if token.pos_ in VERBS and _verb_denies(token)}
    dismissed = _dismissed(sentence)
    if not (own or verbs or dismissed):
        return [False] * len(sentence)
    return [token.i in dismissed or _denied(token, own, verbs) for token in sentence]


def _only_denies(sentence: Span) -> bool:
    data = language_data("polarity")
    answer = next((token.i for token in sentence if token.lower_ in data["answers"]), None)
    if answer is None:
        return False
    passed = {*data["answers"], *data["pointers"]}
    where = {word.i for token in sentence if token.pos_ == "ADP" and token.i > answer for word in token.subtree if word.i > answer}
    return not any(token.pos_ in _CONTENT and token.lower_ not in passed and token.i not in where for token in sentence)


def _dismissed(sentence: Span) -> set[int]:
    """Give the indices (in the document) of a topic that the maker gave up behind a colon: "Colour printing: we dropped that"."""
    colon = next((token.i for token in sentence if token.text == ":"), None)
    if colon is None:
        return set()
    for verb in sentence:
        if verb.i > colon and verb.pos_ in VERBS and discards(verb) and not _has_negation(verb) and not _names_what(verb):
            return set(range(sentence.start, colon))
    return set()


def _names_what(verb: Token) -> bool:
    """Whether a verb has its object with it, and not a word for what was named before."""
    return any(child.dep_ in {"dobj", "nsubjpass"} and child.pos_ not in {"PRON", "DET"} for child in verb.children)


def _denied(token: Token, own: Collection[int], verbs: Collection[int]) -> bool:
    """Climb from a word to the verb that governs it and count the denials on the way.

    own: the positions (in the document) of words that bear a denial themselves. verbs: those of the verbs that deny.
    """
    count = int(token.i in verbs and token.dep_ not in {"aux", "auxpass"})
    lacking = False  # "no camera, no microphone" is one denial, however often it is said
    while True:
        lacking = lacking or token.i in own
        head = token.head
        if head.i == token.i:
            break
        if token.dep_ == "conj" and token.pos_ in VERBS and any(child.dep_ in SUBJECTS for child in token.children):
            break
        if head.pos_ in VERBS:
            reached = token.dep_ in _OBJECTS | SUBJECTS and (token.dep_ != "advmod" or token.i > head.i)
            count += reached and head.i in verbs
            if token.dep_ not in {"conj", "xcomp", "aux", "auxpass"} or any(child.dep_ in SUBJECTS for child in token.children):
                break
        elif token.dep_ in {"relcl", "acl", "advcl"}:
            lacking = lacking or head.i in own  # "no games that teach": what is denied takes its description along
            break
        token = head
    return (count + lacking) % 2 == 1


def _denied_by_modifiers(sentence: Span) -> set[int]:
    """Give the positions (in the document) of the words that bear a denial themselves; most sentences hold no word that could be one."""
    if _modifiers().isdisjoint(token.lower_ for token in sentence):
        return set()
    return {token.i for token in sentence if _denied_by_modifier(token)}


@cache
def _modifiers() -> frozenset[str]:
    data = language_data("polarity")
    return frozenset({"nothing", *data["determiners"], *data["adjacent"], *data["prepositions"], *data["denying-adjectives"]})


def _denied_by_modifier(token: Token) -> bool:
    data = language_data("polarity")
    if token.pos_ not in _NOMINALS:
        return False
    if token.lower_ in data["denying-adjectives"] and token.pos_ == "ADJ":
        # In a predicate it is the verb's denial already.
        return token.head.pos_ not in VERBS and not any(child.dep_ == "neg" for child in token.children)
    if _has_denial(token):
        return not is_burden(token) and _speaks_of_having(token)
    if token.dep_ == "pobj" and token.head.lower_ in data["prepositions"]:
        return not is_burden(token) and _lacks(token.head, token)
    if token.lower_ == "nothing" and token.dep_ in {"attr", "dobj"} and token.head.lemma_ in {"be", "do"}:
        return not any(spares(child) for child in token.children if child.pos_ in VERBS)
    return False


def _has_denial(token: Token) -> bool:
    """Whether "no" or "not" belongs to a noun: by the parse, or as the word right before its phrase, where a fragment is misread."""
    data = language_data("polarity")
    if token.tag_ in _COMPARATIVES:
        return False  # "no bigger than a suitcase" gives a bound
    if any(child.lower_ in data["determiners"] and child.dep_ in _DENYING_RELATIONS for child in token.children):
        return not _denies_its_verb(token)
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in _MODIFIERS:
        return False
    first = min(child.i for child in (token, *token.lefts))
    before = token.doc[first - 1] if first > token.sent.start else None
    if before is not None and before.lower_ in data["adjacent"]:
        return not (before.dep_ == "neg" and before.head.pos_ in VERBS)  # "is not a toy": the verb's denial already
    return token.dep_ == "ROOT" and token.doc[first].lower_ in data["adjacent"] and not _counts_or_corrects(token)


def _counts_or_corrects(noun: Token) -> bool:
    """Whether "not" counts ("not a single photo lost") or only says a thing better ("not a gadget but a tool")."""
    data = language_data("polarity")
    return any(child.lower_ in (*data["only"], *data["counting"], *data["correcting"]) for child in noun.children)


def _denies_its_verb(noun: Token) -> bool:
    """Whether "neither … nor" of a subject denies all that is said of it."""
    return noun.dep_ in SUBJECTS and any(child.lower_ in language_data("polarity")["denying-subjects"] for child in noun.children)


def _speaks_of_having(noun: Token) -> bool:
    """Whether a phrase with "no" tells what the product has not: "it has no app", but not "dust does it no harm"."""
    while noun.dep_ in {"conj", "appos"} and noun.head.i != noun.i:
        noun = noun.head
    verb = noun.head
    if noun.dep_ == "pobj":
        carrier = verb.head
        return carrier.pos_ not in VERBS or carrier.lemma_.lower() in language_data("polarity")["having-verbs"]
    if noun.dep_ in SUBJECTS | {"dobj", "attr"} and verb.pos_ in VERBS:
        return verb.lemma_.lower() in language_data("polarity")["having-verbs"] and not is_circumstance(verb)
    return True


def _lacks(preposition: Token, noun: Token) -> bool:
    """Whether "without" tells what is missing: of a thing that comes so, or of a thing in a stretch without a verb."""
    head = preposition.head
    if head.pos_ in VERBS:
        return head.lemma_.lower() in language_data("polarity")["handing-over-verbs"]
    # "It is a watch without a screen", but "ten hours without a socket".
    passed = {"a", "an"} if head.dep_ == "attr" else set()
    bare = not any(child.dep_ in {"det", "poss"} and child.lower_ not in passed for child in noun.children)
    return bare and (head.dep_ in {"ROOT", "attr", "appos", "conj"} or head.i == preposition.i)


def _verb_denies(verb: Token) -> bool:
    data = language_data("polarity")
    lemma = verb.lemma_.lower()
    negated = _has_negation(verb)
    lacking = any(child.lower_ in data["denying-adjectives"] for child in _said_of(verb))
    if lemma in data["denying-verbs"] or lacking or is_gone(verb) or discards(verb):
        return not negated and not _never_happens(verb)
    if not negated or _not_only(verb) or is_circumstance(verb):
        return False
    if spares(verb) or _put_off(verb):
        return False
    return lemma in data["having-verbs"] or _fails_to(verb)


def _never_happens(verb: Token) -> bool:
    """Whether it is said that it does not happen at all: "never miss a call", "no guest misses a word"."""
    words = (word for child in verb.children if child.dep_ in SUBJECTS for word in (child, *child.children))
    sparing = language_data("polarity")["sparing"]
    return any(word.lower_ in sparing for word in (*words, *verb.children))


def _put_off(verb: Token) -> bool:
    """Whether something is only still to be done to it: "not yet certified"."""
    data = language_data("polarity")
    return verb.lemma_.lower() in data["granting-verbs"] and any(child.lower_ in data["postponing"] for child in verb.children)


def _said_of(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in {"acomp", "oprd"}]


def _fails_to(verb: Token) -> bool:
    """What the product does not do or cannot do is denied, whatever it is; what nobody can do to it is a benefit."""
    data = language_data("polarity")
    able = any(child.dep_ == "aux" and child.lower_ in data["abilities"] for child in verb.children)
    passive = any(child.dep_ == "auxpass" and child.tag_ in {"VBZ", "VBP"} for child in verb.children)
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return _fragment_fails(verb)
    if not (able or passive) or subject.lower_ in data["nobody"]:
        return False
    bare = subject.tag_ == "NNS" and not any(child.dep_ in {"det", "poss", "preconj"} for child in subject.children)
    return not bare and not any(child.lower_ in data["indefinite"] for child in subject.children)


def _fragment_fails(verb: Token) -> bool:
    """Whether a stretch without a subject says what the product fails to do: "Does not detect smoke", "not tested"."""
    opening = verb.sent[0]
    if verb.dep_ != "ROOT" or opening.head.i != verb.i:
        return False
    if opening.dep_ == "aux":
        return opening.tag_ in {"VBZ", "MD"}
    return (
        opening.dep_ == "neg"
        and verb.tag_ in {"VBN", "VBG"}
        and verb.i == opening.i + 1
        and not any(child.i > verb.i for child in verb.rights if child.is_alpha)
    )


def _has_negation(verb: Token) -> bool:
    data = language_data("polarity")
    for child in verb.children:
        if child.dep_ == "neg" and child.lower_ != "never":
            return True
        if child.lower_ == "longer" and child.dep_ == "advmod" and child.i and child.nbor(-1).lower_ == "no":
            return True
        if child.dep_ in SUBJECTS and any(word.lower_ in data["denying-subjects"] for word in (child, *child.children)):
            return child.lower_ != "nothing"
    return False


def _not_only(verb: Token) -> bool:
    return any(child.lower_ in language_data("polarity")["only"] and child.i and child.nbor(-1).dep_ == "neg" for child in verb.subtree)
