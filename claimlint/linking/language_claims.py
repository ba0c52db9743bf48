"""Claims that words make by themselves, where they are said of the product: superlative, comparative, absolute, green."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimlint.claim import Claim, Polarity
from claimlint.language.data import language_data
from claimlint.language.sentence import LanguageClaim
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.products import speaks_of_product
from claimlint.linking.spans import unlinked_claim
from claimlint.linking.views import ClauseView

_DENIABLE = {"superlative", "green"}
"""What denies the others is part of them: "not heavier than a letter", "never"."""


def language_claims(views: Sequence[ClauseView], lexicon: Lexicon, path: str, *, linked: bool) -> Iterator[Claim]:
    """Yield a claim for each claim of language in a sentence; they have no subject.

    views: all clauses of the sentence. linked: whether any of them was linked to a subject of the manifest, so that the sentence
    speaks of the product.
    """
    if not views:
        return
    of_product = linked or any(speaks_of_product(view.sentence, view.clause, lexicon) for view in views)
    for found in views[0].sentence.language_claims:
        view = _view_at(views, found.at)
        if view.clause.promise and (found.anywhere or (of_product and not _of_the_company(found, view))):
            polarity = _polarity(found, view)
            yield unlinked_claim(view, found.first, found.last, path=path, kind=found.kind, polarity=polarity, matched=None, score=1.0)


def unsaid_by(worded: Sequence[Claim], unknown: Iterable[Claim]) -> Iterator[Claim]:
    """Leave out promises that no manifest has where a claim of language is most of what they say: "lighter than a melon"."""
    for claim in unknown:
        shared = (min(claim.end, other.end) - max(claim.start, other.start) for other in worded)
        if 2 * max(shared, default=0) < claim.end - claim.start:
            yield claim


def _view_at(views: Sequence[ClauseView], at: int) -> ClauseView:
    """Give the clause that a token stands in, or that ends before it."""
    return next((view for view in reversed(views) if view.clause.first <= at), views[0])


def _of_the_company(found: LanguageClaim, view: ClauseView) -> bool:
    """Whether people compare themselves: "we reply faster than anybody"."""
    return found.kind == "comparative" and view.clause.mood == "ourselves"


def _polarity(found: LanguageClaim, view: ClauseView) -> Polarity:
    token = view.sentence.tokens[found.at]
    denies_itself = token.lower in language_data("polarity")["denials"]
    return "negated" if found.kind in _DENIABLE and token.negated and not denies_itself else "affirmed"
