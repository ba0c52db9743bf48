"""Claims that the product itself can be had: ordered, bought, shipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.claim import Claim
from claimlint.language.data import language_data
from claimlint.language.sentence import Token
from claimlint.language.wordings import Hit, Word, find_wordings
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.products import named_products, speaks_of_product, subject_text
from claimlint.linking.spans import source_claim
from claimlint.linking.views import ClauseView, follows_not

_REACH = 7
"""How many tokens behind "launched" or "get" the product may be named."""


def availability_claims(view: ClauseView, lexicon: Lexicon, path: str) -> Iterator[Claim]:
    """Yield a claim for each product that a clause offers; copy that names none offers the likeliest one."""
    tokens = view.sentence.tokens[view.clause.first : view.clause.last]
    hits = list(find_wordings([Word(token.lower, token.lemma) for token in tokens], "availability"))
    if not hits:
        return
    hits = [hit for hit in hits if not _is_condition(view, hit)]
    if not hits:
        return
    start, stop = view.shown_range(tokens[hits[0].first].start, tokens[hits[-1].last].stop)
    products = _offered(view, lexicon, tokens, hits)
    negated = any(
        tokens[at].negated or tokens[at].lower in language_data("polarity")["denials"]
        for hit in hits
        for at in range(hit.first, hit.last + 1)
    ) or any(follows_not(view, view.clause.first + hit.first) for hit in hits)
    for product in products:
        yield source_claim(
            view,
            start,
            stop,
            path=path,
            subject=product,
            product=product,
            kind="availability",
            polarity="negated" if negated else "affirmed",
            matched="vocabulary",
            score=0.8,
        )


def _is_condition(view: ClauseView, hit: Hit) -> bool:
    """Whether the offer is only what something else waits for: "hear when it is available". That word may lead into the clause."""
    at = view.clause.first + hit.first
    for token in reversed(view.sentence.tokens[max(0, view.clause.first - 1) : at]):
        if token.lower == ",":
            return False
        if token.lower in language_data("products")["waiting"]:
            return True
    return False


def _offered(view: ClauseView, lexicon: Lexicon, tokens: Sequence[Token], hits: Sequence[Hit]) -> tuple[str, ...]:
    """Give the products that the wordings offer: any, the product behind the words, or the product that is their subject."""
    for hit in hits:
        if hit.label == "availability" and speaks_of_product(view.sentence, view.clause, lexicon):
            text = view.block.text[view.start : view.stop]
            return named_products(text, lexicon) or view.products.products[:1]
        if hit.label == "object":
            behind = tokens[hit.last + 1 : hit.last + 1 + _REACH]
            if found := named_products(" ".join(token.text for token in behind), lexicon):
                return found[:1]
        named = named_products(subject_text(view.sentence, view.clause), lexicon) if hit.label == "subject" else ()
        if named and speaks_of_product(view.sentence, view.clause, lexicon):
            return named[:1]
    return ()
