"""Whether other words can take the place of those that stand in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span

_ARTICLE = re.compile(r"\b(?P<article>an?)[ \u00a0\n]+\Z", re.IGNORECASE)
_AN = re.compile(r"8|1[18](?!\d)|hour|honest|heir|(?!one|once|eu)[aeio]|u(?!ni|se|su|til)|[AEFHILMNORSX](?=[A-Z\d]|\b)")
"""The beginning of what is spoken with a vowel: "8", "eleven", "hour", "IP67"; words of small letters and abbreviations."""
_LEADS_IN = re.compile(r"up to\b|as (?:little|much|many)\b|at (?:least|most)\b", re.IGNORECASE)
_KINDS = {"PROPN": "noun", "NOUN": "noun", "NUM": "noun", "VERB": "verb", "AUX": "verb"}
_PLURAL = frozenset({"NNS", "NNPS"})
_BEFORE_A_NOUN = frozenset({"compound", "amod", "nmod", "nummod"})
_FRAME = "We like {}."
"""A sentence in which whatever names a thing is the object; a parser is surer of it than of a title."""


def article_fits(text: str, start: int, words: str) -> bool:
    """Tell whether an "a" or "an" that stands in front of the place fits the words that come there; true where there is none."""
    article = _ARTICLE.search(text, max(0, start - 4), start)
    if article is None:
        return True
    wanted = "an" if _AN.match(words if words[1:2].isupper() or words[:1].isdigit() else words.lower()) else "a"
    return article["article"].lower() == wanted and not _LEADS_IN.match(words)


def takes_its_place(text: str, start: int, stop: int, words: str, pipeline: Language) -> bool:
    """Tell whether words do in a sentence what those at [start, stop) did.

    Two things that are named ("endless light", "ten bright hours") do, unless an article or a verb must agree with them, or they
    stand before a noun. Anything else must be the same part of speech in the same role. What cannot be told does not.
    """
    before = _span(text, start, stop, pipeline)
    after = _span(text[:start] + words + text[stop:], start, start + len(words), pipeline)
    if before is None or after is None or _determined(before) != _determined(after):
        return False
    old, new = _named_thing(text[start:stop], pipeline), _named_thing(words, pipeline)
    if old is None or new is None or before.root.dep_ in _BEFORE_A_NOUN:
        return _role(before) == _role(after)
    must_agree = _determined(before) or before.root.dep_.startswith("nsubj")
    return not must_agree or _is_plural(old) == _is_plural(new)


def _span(text: str, start: int, stop: int, pipeline: Language) -> Span | None:
    span: Span | None = pipeline(text).char_span(start, stop)
    return span


def _named_thing(words: str, pipeline: Language) -> Span | None:
    """Give words that name a thing, as a sentence's object; None where they are anything else."""
    words = words if words[1:2].isupper() else words[:1].lower() + words[1:]
    span = _span(_FRAME.format(words), _FRAME.index("{"), _FRAME.index("{") + len(words), pipeline)
    return span if span is not None and span.root.dep_ == "dobj" and _KINDS.get(span.root.pos_) == "noun" else None


def _role(span: Span) -> tuple[str, str, bool]:
    """Give what a span is, what it does in its sentence, and whether it is plural."""
    root = span.root
    does = "ROOT" if root.head is root else root.dep_
    return _KINDS.get(root.pos_, root.pos_), does, _is_plural(span)


def _is_plural(span: Span) -> bool:
    return span.root.tag_ in _PLURAL


def _determined(span: Span) -> bool:
    """Tell whether an article or the like stands in front of a span and belongs to it."""
    return any(child.dep_ in ("det", "poss") and child.i < span.start for token in span for child in token.lefts)
