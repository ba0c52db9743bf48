"""Reading the blocks of a document, in batches, with a spaCy pipeline that ends in the language stage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimlint.document import Block, BlockKind
from claimlint.language.sentence import Sentence

if TYPE_CHECKING:
    from spacy.language import Language

_BATCH = 64


def read_sentences(blocks: Sequence[Block], pipeline: Language) -> list[tuple[Sentence, ...]]:
    """Give the sentences of each block, in the order of the blocks; code has none."""
    read: list[tuple[Sentence, ...]] = [() for _ in blocks]
    spoken = [at for at, block in enumerate(blocks) if block.kind is not BlockKind.CODE and block.text.strip()]
    documents = []
    for at in spoken:
        document = pipeline.make_doc(blocks[at].text)
        document._.block = blocks[at]
        documents.append(document)
    for at, document in zip(spoken, pipeline.pipe(documents, batch_size=_BATCH), strict=True):
        read[at] = document._.sentences
    return read
