"""Words that the manifest rules out: they are claims wherever they stand, whatever else the clause speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.claim import Claim
from claimlint.folding import find_wordings
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.spans import source_claim
from claimlint.linking.views import ClauseView


def ruled_out_claims(view: ClauseView, linked: frozenset[str], lexicon: Lexicon, path: str) -> Iterator[Claim]:
    """Yield a claim for each ruled-out wording in a clause, unless a claim about the same subject is there already.

    linked: ids of the subjects that the clause was linked to. A promise ruled out for the whole product has no subject.
    """
    for wording, subject in lexicon.ruled_out:
        if subject in linked:
            continue
        for start, stop in find_wordings(view.block.text[view.start : view.stop], wording):
            tokens = [token for token in view.sentence.tokens if view.start + start <= token.start < view.start + stop]
            yield source_claim(
                view,
                view.start + start,
                view.start + stop,
                path=path,
                subject=subject,
                product=view.product,
                kind="feature",
                polarity="negated" if tokens and all(token.negated for token in tokens if token.is_word) else "affirmed",
                matched="name",
                score=1.0,
            )
