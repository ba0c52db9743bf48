"""Times to come that copy names: "in May", "from week 38", "this autumn", "with firmware 2", "soon"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimlint.language.data import language_data

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


class Time(NamedTuple):
    """A time in a sentence: its token, how exactly it is told, and whether something begins with it ("from May").

    A season may come round every year ("warm in winter"), so it is a kind of its own, as are "soon" and "later".
    """

    token: Token
    kind: Literal["date", "season", "vague"]
    opens: bool


def times_of(sentence: Span) -> tuple[Time, ...]:
    """Give the times that a sentence names, in order; one for the past is told by its verb, not here."""
    found = []
    for token in sentence:
        kind = _kind(sentence, token) if token.lower_ in _words_of_time() else None
        if kind is not None:
            found.append(Time(token, kind, _opens(sentence, token)))
    return tuple(found)


@cache
def _words_of_time() -> frozenset[str]:
    data = language_data("future")
    return frozenset(word for name in ("issues", "months", "dates", "numbered", "seasons", "periods", "vague") for word in data[name])


def _kind(sentence: Span, token: Token) -> Literal["date", "season", "vague"] | None:
    data = language_data("future")
    word = token.lower_
    before = sentence[token.i - sentence.start - 1].lower_ if token.i > sentence.start else ""
    if before in data["recurring"]:
        return None
    if word in data["issues"] and before in data["next"]:
        return "date"
    if word in data["months"]:
        return "date" if token.is_title and token.pos_ in {"PROPN", "NOUN"} else None
    if word in data["dates"] or _numbered(sentence, token):
        return "date"
    if word in data["seasons"] or word in data["periods"]:
        at = token.i - sentence.start
        if _pointed(sentence, token) or (at > 0 and sentence[at - 1].text == "("):
            return "date"
        return "season" if word in data["seasons"] else None
    if word in data["vague"]:
        beside = {other.lower_ for other in _around(sentence, token)}
        return None if beside & set(data["not-vague"]) else "vague"
    return None


def _around(sentence: Span, token: Token) -> list[Token]:
    return [other for other in sentence if abs(other.i - token.i) == 1]


def _numbered(sentence: Span, token: Token) -> bool:
    """Whether a number makes the word a time: "week 38"; of releases only what comes with one, "with firmware 2"."""
    at = token.i - sentence.start
    if token.lower_ not in language_data("future")["numbered"] or at + 1 >= len(sentence) or not sentence[at + 1].like_num:
        return False
    return at > 0 and sentence[at - 1].lower_ in {"with", "in", "from", "by", "before", "calendar", "until"}


def _pointed(sentence: Span, token: Token) -> bool:
    pointing = language_data("future")["pointing"]
    at = token.i - sentence.start
    reach = 5 if any(sentence[before].lower_ == "end" for before in range(max(0, at - 3), at)) else 3  # "by the end of the year"
    return any(sentence[before].lower_ in pointing for before in range(max(0, at - reach), at))


def _opens(sentence: Span, token: Token) -> bool:
    """Whether something begins then: "from May", but not "from May to September"."""
    data = language_data("future")
    at = token.i - sentence.start
    before = [sentence[position].lower_ for position in range(max(0, at - 3), at)]
    behind = [sentence[position].lower_ for position in range(at + 1, min(len(sentence), at + 4))]
    return any(word in data["opening"] for word in before) and not any(word in data["closing"] for word in (*before, *behind))
