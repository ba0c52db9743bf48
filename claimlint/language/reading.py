"""Reading the blocks of a document, in batches, with a spaCy pipeline that ends in the language stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from claimlint.document import Block, BlockKind
from claimlint.language.sentence import Sentence

if TYPE_CHECKING:
    from spacy.language import Language

_BATCH = 64

Ranges: TypeAlias = "tuple[tuple[int, int], ...]"
"""Stretches of a block's text, in order: the first character of each and the one behind its last."""


def whole(block: Block) -> Ranges:
    """Give all of a block's text as one stretch; code and white space have none."""
    return ((0, len(block.text)),) if block.kind is not BlockKind.CODE and block.text.strip() else ()


def read_sentences(blocks: Sequence[Block], pipeline: Language, ranges: Sequence[Ranges] | None = None) -> list[tuple[Sentence, ...]]:
    """Give the sentences of each block, in the order of the blocks; code has none.

    ranges: of each block, what is to be parsed; all where None is given. What lies between them becomes sentences that say nothing.
    """
    asked = [whole(block) for block in blocks] if ranges is None else ranges
    documents = []
    for block, own in zip(blocks, asked, strict=True):
        for start, stop in own:
            document = pipeline.make_doc(block.text[start:stop])
            document._.block, document._.start = block, start
            documents.append(document)
    parsed = pipeline.pipe(documents, batch_size=_BATCH)
    return [tuple(_filled(block, own, [next(parsed)._.sentences for _ in own])) for block, own in zip(blocks, asked, strict=True)]


def _filled(block: Block, ranges: Ranges, parsed: Sequence[tuple[Sentence, ...]]) -> Iterator[Sentence]:
    """Yield the sentences of a block: those of its stretches, and what lies between these as it stands."""
    if block.kind is BlockKind.CODE:
        return
    at = 0
    for (start, stop), sentences in zip((*ranges, (len(block.text), 0)), (*parsed, ()), strict=True):
        if between := block.text[at:start].strip():
            yield Sentence.unread(between, block.text.index(between, at))
        yield from sentences
        at = stop
