"""The clauses of a document as linking sees them, with what the language model makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import compress
from typing import NamedTuple

from claimlint.document import Block
from claimlint.language.quantities import Quantity
from claimlint.language.sentence import Sentence
from claimlint.linking.evidence import worded_evidence
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.meaning import nearness
from claimlint.linking.open_clauses import left_open
from claimlint.linking.products import ProductContext, products_of
from claimlint.linking.views import ClauseView, clause_views, unparsed_view
from claimlint.units import quantity_of
from claimlint.vocabulary import Match, Token, find


class SpokenBlock(NamedTuple):
    """A block that says something of itself: its sentences, the products that it may be about, the stems that tell nothing beside it."""

    block: Block
    sentences: tuple[Sentence, ...]
    products: ProductContext
    common: frozenset[str] = frozenset()


def clauses_of(spoken: Iterable[SpokenBlock], lexicon: Lexicon, *, sparing: bool = False) -> list[tuple[ClauseView, ...]]:
    """Give for each sentence its clauses; those that promise nothing are among them. sparing: as for `with_meaning`."""
    return with_meaning([views for each in spoken for views in sentences_of(each, lexicon)], lexicon, sparing=sparing)


def with_meaning(sentences: Sequence[Sequence[ClauseView]], lexicon: Lexicon, *, sparing: bool = False) -> list[tuple[ClauseView, ...]]:
    """Ask the model about all clauses that may promise something, at once, unless the lexicon goes by words alone.

    sparing: only about those whose words leave open what they are about.
    """
    if not lexicon.reads_meaning:
        return [tuple(views) for views in sentences]
    found: list[list[ClauseView]] = []
    for views in sentences:
        found.append([replace(view, worded=worded_evidence(view, lexicon)) if view.clause.promise else view for view in views])
    promising = [(each, at, view) for each in found for at, view in enumerate(each) if view.clause.promise]
    if sparing:
        promising = list(compress(promising, left_open([view for _, _, view in promising], lexicon)))
    asked = [view for _, _, view in promising]
    near = nearness([*(view.text for view in asked), *(view.text_in_row for view in asked)], lexicon)
    for (each, at, view), alone, in_row in zip(promising, near[: len(asked)], near[len(asked) :], strict=True):
        each[at] = replace(view, near=alone, near_in_row=in_row)
    return [tuple(views) for views in found]


def sentences_of(spoken: SpokenBlock, lexicon: Lexicon) -> Iterator[tuple[ClauseView, ...]]:
    """Yield the clauses of each sentence of a block, before the model is asked."""
    products = spoken.products
    for sentence in spoken.sentences:
        products = products_of(sentence, products, lexicon)
        if sentence.parsed:
            yield clause_views(spoken.block, sentence, lexicon, wordings_in(sentence, lexicon), products, spoken.common)
        else:
            yield (unparsed_view(spoken.block, sentence, products),)


def wordings_in(sentence: Sentence, lexicon: Lexicon) -> tuple[Match, ...]:
    """Find the everyday wordings of concepts in a sentence."""
    return tuple(find(vocabulary_tokens(sentence), lexicon.wordings))


def vocabulary_tokens(sentence: Sentence) -> list[Token]:
    """Give the tokens of a sentence as the search for wordings takes them, with the quantities that begin at each."""
    starting: dict[int, tuple[str | None, int]] = {}
    for quantity in sentence.quantities:
        covered = [at for at, token in enumerate(sentence.tokens) if token.stop > quantity.number_start and token.start < quantity.stop]
        if covered:
            starting[covered[0]] = (_quantity_name(quantity), len(covered))
    return [Token(token.lower, token.lemma, *starting.get(at, (None, 0))) for at, token in enumerate(sentence.tokens)]


def _quantity_name(quantity: Quantity) -> str | None:
    return quantity_of(quantity.unit) if quantity.unit else "count"
