"""Reading one block of copy, and looking up what was read of single words in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from claimlint.document import Block, BlockKind, Slice, SourceMap
from claimlint.language.reading import read_sentences
from claimlint.language.sentence import Clause, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language


def make_block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, **fields: Any) -> Block:
    return Block(kind, text, SourceMap((Slice(0, len(text), 0, len(text)),) if text else ()), **fields)


@pytest.fixture(scope="session")
def sentences(pipeline: Language) -> Callable[..., tuple[Sentence, ...]]:
    """Reads a text as a block of its own; takes what else there is to say of the block."""

    def read(text: str, kind: BlockKind = BlockKind.PARAGRAPH, **fields: Any) -> tuple[Sentence, ...]:
        return read_sentences([make_block(text, kind, **fields)], pipeline)[0]

    return read


@pytest.fixture(scope="session")
def clause_of(sentences: Callable[..., tuple[Sentence, ...]]) -> Callable[..., Clause]:
    """Gives the clause in which words of a text stand."""

    def find(text: str, words: str, kind: BlockKind = BlockKind.PARAGRAPH, **fields: Any) -> Clause:
        at = text.index(words)
        return next(
            clause
            for sentence in sentences(text, kind, **fields)
            for clause in sentence.clauses
            if sentence.tokens[clause.first].start <= at < sentence.tokens[clause.last - 1].stop
        )

    return find


@pytest.fixture(scope="session")
def tokens_of(sentences: Callable[..., tuple[Sentence, ...]]) -> Callable[..., list[Token]]:
    """Gives the words of a text that stand in a part of it."""

    def find(text: str, words: str, **fields: Any) -> list[Token]:
        start = text.index(words)
        tokens = [token for sentence in sentences(text, **fields) for token in sentence.tokens]
        return [token for token in tokens if start <= token.start < start + len(words) and token.is_word]

    return find
