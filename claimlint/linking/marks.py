"""Marks and certificates that copy claims and the manifest does not have."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.claim import Claim, Polarity
from claimlint.language.data import language_data
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.spans import unlinked_claim
from claimlint.linking.views import ClauseView


def unknown_marks(view: ClauseView, lexicon: Lexicon, path: str) -> Iterator[Claim]:
    """Yield a claim without a subject for each mark in a clause that no certification of the products in question answers.

    Whatever else the clause is linked to: "FCC certified and CE marked" claims two marks.
    """
    marks = language_data("products")["marks"]
    answered = {
        subject.concept for subject in lexicon.subjects.values() if not subject.products or subject.products & {*view.products.products}
    }
    seen: set[str] = set()
    for match in view.wordings:
        if match.concept not in marks or match.concept in answered or match.concept in seen:
            continue
        seen.add(match.concept)
        denied = any(token.negated for token in view.sentence.tokens[match.start : match.stop])
        polarity: Polarity = "negated" if denied else "affirmed"
        yield unlinked_claim(
            view, match.start, match.stop, path=path, kind="certification", polarity=polarity, matched="vocabulary", score=0.8
        )
