"""Promises that use words which a rule looks for itself, whatever they speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from claimlint.claim import Claim, Polarity
from claimlint.language.data import language_data
from claimlint.linking.clauses import SpokenBlock, vocabulary_tokens
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.products import products_of
from claimlint.linking.spans import unlinked_claim
from claimlint.linking.views import ClauseView, clause_views
from claimlint.vocabulary import Match, Wordings, find


def worded_claims(spoken: Iterable[SpokenBlock], lexicon: Lexicon, wordings: Wordings, path: str) -> Mapping[str, tuple[Claim, ...]]:
    """Give the promises that use one of the wordings, by the name that the wording bears, in the order of their places.

    A claim spans the wording; how firmly it promises, and whether it denies, is read from its clause. Questions, instructions and
    whatever else is no promise give none.
    """
    if not wordings.by_word and not wordings.by_amount:
        return {}
    found: dict[str, list[Claim]] = defaultdict(list)
    for view, match in _uses(spoken, lexicon, wordings):
        claim = _claim(view, match, path)
        same = found[match.concept]
        # Wordings of one rule that overlap ("Britain's best", "best-selling") are one use of them.
        if not same or claim.start >= same[-1].end or claim.block is not same[-1].block:
            same.append(claim)
    return {name: tuple(claims) for name, claims in found.items()}


def _uses(spoken: Iterable[SpokenBlock], lexicon: Lexicon, wordings: Wordings) -> Iterator[tuple[ClauseView, Match]]:
    for each in spoken:
        products = each.products
        for sentence in each.sentences:
            products = products_of(sentence, products, lexicon)
            matches = tuple(find(vocabulary_tokens(sentence), wordings)) if sentence.parsed else ()
            if matches:
                for view in clause_views(each.block, sentence, lexicon, matches, products, each.common):
                    if view.clause.promise:
                        yield from ((view, match) for match in view.wordings)


def _claim(view: ClauseView, match: Match, path: str) -> Claim:
    polarity: Polarity = "negated" if _denied(view, match) else "affirmed"
    return unlinked_claim(view, match.start, match.stop, path=path, kind="feature", polarity=polarity, matched="name", score=1.0)


def _denied(view: ClauseView, match: Match) -> bool:
    """Whether any word of the wording is denied: by the parse, or by a "not" right before it, which the parse may hang elsewhere."""
    tokens = view.sentence.tokens
    before = tokens[match.start - 1].lower if match.start else ""
    return before in language_data("polarity")["adjacent"] or any(token.negated for token in tokens[match.start : match.stop])
