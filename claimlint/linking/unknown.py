"""Promises of concrete features that the manifest does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.claim import Claim
from claimlint.document import BlockKind
from claimlint.language.data import language_data
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.products import speaks_of_product
from claimlint.linking.score import score, unknown_weights
from claimlint.linking.spans import source_claim
from claimlint.linking.unknown_signals import Outcome, unknown_signals
from claimlint.linking.views import ClauseView
from claimlint.vocabulary import Match

_ITEM = (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL, BlockKind.CAPTION)

_WORDED = 0.3
"""The share of the threshold that a clause must reach in which a wording of some concept gives the product a feature."""

_HAD = 0.18
"""And in which the product is said to have it."""

_BESIDE = 0.2
"""So many of the promises beside it must be linked where its words do not: on a page of prose none is."""


def unknown_claims(outcomes: Sequence[Outcome], lexicon: Lexicon, path: str) -> Iterator[Claim]:
    """Yield a claim without a subject for each clause that is linked to nothing and likely gives the product a concrete feature.

    What it looks like and what stands beside it make that likely. Less of that will do where its words say so: by a wording of a
    concept which no capability has, in an item of a list or table or with the product as its subject; or by a verb of having, the
    product as its subject, and a concrete noun as its object. outcomes: of all clauses of a document that may promise something.
    """
    table = unknown_weights(lexicon.reads_meaning)
    for place, outcome in enumerate(outcomes):
        clause = outcome.view.clause
        if outcome.linked or not clause.promise or clause.strength == "possibility":
            continue  # "it may come one day" is no concrete feature
        words, share = _by_words(outcome.view, lexicon)
        signals = unknown_signals(outcomes, place, lexicon)
        if score(signals, table) >= table.threshold * share and (words or signals["beside"] >= _BESIDE):
            yield _claim(outcome.view, words or (clause.first, clause.last), path)


def _by_words(view: ClauseView, lexicon: Lexicon) -> tuple[tuple[int, int] | None, float]:
    """Give the words that give the product a feature, if any, and the share of the threshold that is asked for then."""
    if view.clause.mood not in ("imperative", "reader", "past", "ourselves"):
        if had := _by_verb(view, lexicon):
            return had, _HAD
        if worded := _by_vocabulary(view, lexicon):
            return worded, _WORDED
    return None, 1.0


def _claim(view: ClauseView, words: tuple[int, int], path: str) -> Claim:
    first, last = words
    tokens = view.sentence.tokens
    start, stop = view.shown_range(tokens[first].start, tokens[last - 1].stop)
    return source_claim(
        view,
        start,
        stop,
        path=path,
        subject=None,
        product=view.product,
        kind="feature",
        polarity="negated" if all(token.negated for token in tokens[first:last] if token.is_word) else "affirmed",
        matched="vocabulary",
        score=0.5,
    )


def _by_vocabulary(view: ClauseView, lexicon: Lexicon) -> tuple[int, int] | None:
    passed_over = language_data("products")["no-features"]
    marks = language_data("products")["marks"]
    for match in view.wordings:
        if (
            match.concept not in lexicon.by_concept
            and match.concept not in passed_over
            and match.concept not in marks
            and _of_product(view, match, lexicon)
        ):
            return match.start, match.stop
    return None


def _of_product(view: ClauseView, match: Match, lexicon: Lexicon) -> bool:
    """Whether the wording stands in an item, is what the clause speaks of ("Built-in GPS tracks…"), or the product is."""
    if view.clause.mood == "fragment":
        return view.block.kind in _ITEM
    if view.clause.subject is None:
        return False
    first, last = view.clause.subject
    return (first <= match.start and match.stop <= last) or speaks_of_product(view.sentence, view.clause, lexicon)


def _by_verb(view: ClauseView, lexicon: Lexicon) -> tuple[int, int] | None:
    data = language_data("products")
    if view.clause.verb not in data["feature-verbs"] or view.clause.subject is None:
        return None
    if not speaks_of_product(view.sentence, view.clause, lexicon):
        return None
    tokens = view.sentence.tokens
    behind = range(max(view.clause.first, view.clause.subject[1]), view.clause.last)
    nouns = [at for at in behind if tokens[at].part in ("NOUN", "PROPN")]
    concrete = [at for at in nouns if tokens[at].lemma not in data["vague"]]
    return (concrete[0], concrete[-1] + 1) if concrete and len(concrete) == len(nouns) else None
