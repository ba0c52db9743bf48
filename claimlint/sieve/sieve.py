"""Which stretches of a document are worth a parse: those whose words, beside what stands around them, may hold a claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from claimlint.document import Block, BlockKind
from claimlint.linking.lexicon import Lexicon
from claimlint.sieve.literals import Literals, literals_of
from claimlint.sieve.signals import Reader, Reading, place_of
from claimlint.sieve.stretches import Range, stretches_of
from claimlint.sieve.surroundings import surroundings
from claimlint.sieve.weights import SieveWeights, sieve_weights
from claimlint.vocabulary import Wordings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_FEW = 40
"""A document of so few stretches is read whole: there is too little around each to go by, and little to save."""

_MOST = 0.5
"""A block of whose characters so large a share is to be read is read whole, as the parser would have read it."""

_LOOKS_BACK = 8
"""A stretch of at most so many words may only say how firm the one before it is: "We guarantee that."."""


@dataclass(frozen=True)
class Stretch:
    """A stretch of a block, by the place of the block, with what its words tell."""

    place: int
    range: Range
    reading: Reading
    product_above: bool


@dataclass(frozen=True)
class Sieve:
    """Reads documents for one manifest. rules: the wordings that rules look for themselves."""

    lexicon: Lexicon
    rules: Wordings

    @cached_property
    def _literals(self) -> Literals:
        return literals_of(self.lexicon, self.rules)

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self.lexicon, self._literals)

    def ranges(self, blocks: Sequence[Block]) -> list[tuple[Range, ...]]:
        """Give for each block of a document the ranges of its text that are to be parsed, in order; none for code."""
        cuts = [_cuts(block) for block in blocks]
        if sum(map(len, cuts)) <= _FEW:
            return [((0, len(block.text)),) if own else () for block, own in zip(blocks, cuts, strict=True)]
        stretches = self._read(blocks, cuts)
        passed = passing(stretches, sieve_weights())
        found: list[list[tuple[Range, bool]]] = [[] for _ in blocks]
        for stretch, passes in zip(stretches, passed, strict=True):
            found[stretch.place].append((stretch.range, passes))
        return [tuple(joined(block.text, marked)) for block, marked in zip(blocks, found, strict=True)]

    def stretches(self, blocks: Sequence[Block]) -> list[Stretch]:
        """Cut blocks into stretches and read each."""
        return self._read(blocks, [_cuts(block) for block in blocks])

    def _read(self, blocks: Sequence[Block], cuts: Sequence[Sequence[Range]]) -> list[Stretch]:
        found = []
        naming: dict[str, bool] = {}
        for place, (block, own) in enumerate(zip(blocks, cuts, strict=True)):
            signals, above = place_of(block), bool(own) and self._names_above(block, naming)
            found += [Stretch(place, cut, self._reader.read(block.text[slice(*cut)], signals), above) for cut in own]
        return found

    def _names_above(self, block: Block, naming: dict[str, bool]) -> bool:
        """Tell whether something above a block names a product. naming: which texts do, as far as they have been met."""
        texts = (*(heading.text for heading in block.headings), block.introduction, block.row_header, block.column_header)
        for text in texts:
            if text not in naming:
                naming[text] = bool(text) and self._reader.names_product(text)
        return any(map(naming.__getitem__, texts))


def _cuts(block: Block) -> Sequence[Range]:
    return () if block.kind is BlockKind.CODE else stretches_of(block.text)


def passing(stretches: Sequence[Stretch], weights: SieveWeights) -> list[bool]:
    """Tell of each stretch of a document whether it is to be read."""
    rows = rows_of(stretches, weights)
    in_copy, there, elsewhere = weights.thresholds
    copy = rows @ weights.copy >= in_copy
    likely = rows @ weights.claim >= copy * there + ~copy * elsewhere
    return [bool(passes) or stretch.reading.always for passes, stretch in zip(likely, stretches, strict=True)]


def rows_of(stretches: Sequence[Stretch], weights: SieveWeights) -> Array:
    """Give what is known of each stretch of a document, with the columns of SURROUNDINGS."""
    words = weights.logits([stretch.reading for stretch in stretches])
    named = ["product" in stretch.reading.signals for stretch in stretches]
    return surroundings(words, named, [stretch.product_above for stretch in stretches])


def joined(text: str, marked: Sequence[tuple[Range, bool]]) -> Iterator[Range]:
    """Give the ranges of a block to be read: those that pass, those that may look back at one, neighbours joined; all where it is most."""
    befores = [False, *(passes for _, passes in marked)]
    kept = [cut for (cut, passes), before in zip(marked, befores, strict=False) if passes or (before and _is_short(text, cut))]
    if sum(stop - start for start, stop in kept) >= _MOST * len(text.strip()):
        if kept:
            yield 0, len(text)
        return
    yield from _runs(kept, {following[0]: cut[1] for (cut, _), (following, _) in pairwise(marked)})


def _runs(kept: Sequence[Range], ends: Mapping[int, int]) -> Iterator[Range]:
    """Join ranges that follow each other. ends: where the stretch before ends, by where the next begins."""
    start = stop = -1
    for first, last in kept:
        if start >= 0 and ends.get(first) == stop:
            stop = last
            continue
        if start >= 0:
            yield start, stop
        start, stop = first, last
    if start >= 0:
        yield start, stop


def _is_short(text: str, cut: Range) -> bool:
    return len(text[slice(*cut)].split()) <= _LOOKS_BACK
