"""The signals for and against a clause that is linked to nothing being a promise all the same; what they weigh is learned."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimlint.document import BlockKind
from claimlint.language.data import language_data
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.products import speaks_of_product
from claimlint.linking.views import ClauseView

UNKNOWN_SIGNALS: Mapping[str, str] = {
    "constant": "always 1: how rare such promises are",
    "heading": "it stands in a heading or title",
    "item": "it is a list item",
    "cell": "it is a table cell",
    "picture": "it describes a picture",
    "quotation": "somebody else says it",
    "fragment": "it has no verb",
    "item-fragment": "it is a list item without a verb",
    "cell-fragment": "it is a table cell without a verb",
    "imperative": "it is a command",
    "past": "it tells of the past",
    "reader": "it speaks of the reader",
    "ourselves": "it speaks of the company",
    "intent": "it tells of a plan",
    "possibility": "it tells of what may come",
    "best-link": "how sure the likeliest subject of the manifest is",
    "nearest": "how near in meaning the nearest one is (cosine)",
    "beside": "how many of the promises beside it, under the same heading, are linked",
    "length": "how long it is (logarithm of its words)",
    "one-word": "it is a single word",
    "noun-share": "the share of nouns and names among its words",
    "no-noun": "it has none",
    "vague": "one of them is no concrete feature",
    "code": "it has a word of capitals or of letters and digits",
    "unit": "it has a number with a unit",
    "bare-number": "it has a number without one",
    "having": "its verb is one of having",
    "product": "it speaks of the product by name or as such",
    "new-concept": "it has an everyday wording of a feature that no capability has",
    "offer": "it has a wording of an offer, of surroundings or of what is in the box",
    "answered": "it is answered with a mark or a word",
    "row": "its row is named",
    "denied": "the share of its words that are denied",
}
"""The signals and what each says; their weights are in `rules/unknown.yaml`."""

_MOODS = ("fragment", "imperative", "past", "reader", "ourselves")
_KINDS = {
    BlockKind.HEADING: "heading",
    BlockKind.TITLE: "heading",
    BlockKind.LIST_ITEM: "item",
    BlockKind.TABLE_CELL: "cell",
    BlockKind.ALT_TEXT: "picture",
    BlockKind.QUOTATION: "quotation",
}
_WINDOW = 40
"""So many clauses before and behind are looked at."""
_USUAL, _DOUBT = 0.4, 1.5
"""What counts as linked beside a clause where little is beside it: so much, of so many clauses."""

_NOT_ASKED = 0.27
"""How near the nearest subject usually is to a clause that the language model is not asked about."""

_WORDS_A_PROMISE = 12
"""So many words of copy that is not parsed hold a clause that may promise something; less than one counts as one."""


@dataclass(frozen=True)
class Outcome:
    """What linking made of a clause, or of copy that was not parsed.

    linked: whether it gave a claim; best: how sure the likeliest subject is, 0 to 1.
    """

    view: ClauseView
    linked: bool
    best: float


def unknown_signals(outcomes: Sequence[Outcome], place: int, lexicon: Lexicon) -> dict[str, float]:
    """Give the signals that are not 0, by the names of UNKNOWN_SIGNALS. outcomes: of a document, in order; place: of the clause."""
    outcome = outcomes[place]
    view, kind = outcome.view, _KINDS.get(outcome.view.block.kind)
    signals = {
        "constant": 1.0,
        **({kind: 1.0} if kind else {}),
        **{mood: float(view.clause.mood == mood) for mood in _MOODS},
        **{strength: float(view.clause.strength == strength) for strength in ("intent", "possibility")},
        **{f"{item}-fragment": float(kind == item and view.clause.mood == "fragment") for item in ("item", "cell")},
        "best-link": outcome.best,
        "nearest": _nearest(view, lexicon),
        "beside": _beside(outcomes, place),
        "answered": float(bool(view.block.answer)),
        "row": float(bool(view.block.row_header)),
        **_word_signals(view),
        **_number_signals(view),
        **_feature_signals(view, lexicon),
    }
    return {name: value for name, value in signals.items() if value}


def _nearest(view: ClauseView, lexicon: Lexicon) -> float:
    if view.near is None:
        return _NOT_ASKED if lexicon.reads_meaning else 0.0
    return max(view.near.values(), default=0.0)


def _beside(outcomes: Sequence[Outcome], place: int) -> float:
    own = outcomes[place].view.block.headings
    around = (*outcomes[max(0, place - _WINDOW) : place], *outcomes[place + 1 : place + _WINDOW])
    beside = [other for other in around if other.view.block.headings == own]
    return (sum(other.linked for other in beside) + _USUAL) / (sum(map(_promises, beside)) + _DOUBT)


def _promises(outcome: Outcome) -> float:
    """Give how many promises there are: one in a clause, and so many as its length makes likely where nothing was parsed."""
    view = outcome.view
    return 1.0 if view.clause.promise else max(1.0, len(view.text.split()) / _WORDS_A_PROMISE)


def _word_signals(view: ClauseView) -> dict[str, float]:
    words = [token for token in view.sentence.tokens[view.clause.first : view.clause.last] if token.is_word]
    nouns = [token for token in words if token.part in ("NOUN", "PROPN")]
    return {
        "length": math.log(1 + len(words)),
        "one-word": float(len(words) == 1),
        "noun-share": len(nouns) / len(words),
        "no-noun": float(not nouns),
        "vague": float(any(noun.lemma in language_data("products")["vague"] for noun in nouns)),
        "code": float(any(_is_code(token.text) for token in words)),
        "denied": sum(token.negated for token in words) / len(words),
    }


def _is_code(word: str) -> bool:
    letters = any(character.isalpha() for character in word)
    return sum(character.isupper() for character in word) > 1 or (letters and any(character.isdigit() for character in word))


def _number_signals(view: ClauseView) -> dict[str, float]:
    units = [quantity.unit for quantity in view.sentence.quantities if view.start <= quantity.number_start < view.stop]
    return {"unit": float(any(units)), "bare-number": float(bool(units) and not any(units))}


def _feature_signals(view: ClauseView, lexicon: Lexicon) -> dict[str, float]:
    data = language_data("products")
    concepts = {match.concept for match in view.wordings}
    return {
        "having": float(view.clause.verb in data["feature-verbs"]),
        "product": float(view.clause.subject is not None and speaks_of_product(view.sentence, view.clause, lexicon)),
        "new-concept": float(any(concept not in lexicon.by_concept and concept not in data["no-features"] for concept in concepts)),
        "offer": float(any(concept in data["no-features"] for concept in concepts)),
    }
