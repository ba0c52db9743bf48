"""Promises of concrete features that the manifest does not have."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.claim import Claim
from claimlint.linking.evidence import ClauseView
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.spans import source_claim
from claimlint.vocabulary import Token, find


def unknown_claims(view: ClauseView, lexicon: Lexicon, path: str) -> Iterator[Claim]:
    """Yield a claim without a subject where a clause, linked to nothing, speaks of a concept of the vocabulary which no capability has."""
    tokens = view.sentence.tokens
    clause = range(view.clause.first, view.clause.last)
    if view.label or view.clause.mood in ("imperative", "reader", "past"):
        return
    for match in [
        match for match in find([Token(token.lower, token.lemma) for token in tokens], lexicon.concept_names) if match.start in clause
    ][:1]:
        if match.concept in lexicon.by_concept:
            continue
        start, stop = tokens[match.start].start, tokens[match.stop - 1].stop
        if view.stop - view.start <= 90:
            start, stop = min(start, view.start), max(stop, view.stop)
        yield source_claim(
            view,
            start,
            stop,
            path=path,
            subject=None,
            product=view.products.products[0] if view.products.products else None,
            kind="feature",
            polarity="negated" if all(token.negated for token in tokens[match.start : match.stop] if token.is_word) else "affirmed",
            matched="vocabulary",
            score=0.5,
        )
