"""Promises of concrete features that the manifest does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.claim import Claim
from claimlint.linking.evidence import ClauseView, Evidence
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.spans import source_claim


def unknown_claims(view: ClauseView, linked: Sequence[Evidence], lexicon: Lexicon, path: str) -> Iterator[Claim]:
    """Yield a claim without a subject where a clause speaks of a concept of the vocabulary which no capability has."""
    if linked:
        return
    for match in view.wordings[:1]:
        if match.concept in lexicon.by_concept:
            continue
        tokens = view.sentence.tokens
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
