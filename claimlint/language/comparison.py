"""What copy only compares the product with: "unlike the Acme Band, which needs Wi-Fi"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimlint.language.data import language_data

if TYPE_CHECKING:
    from spacy.tokens import Span


def compared(sentence: Span) -> frozenset[int]:
    """Give the tokens (positions in the document) that speak of what the product is compared with."""
    words = language_data("polarity")["comparing"]
    return frozenset(word.i for token in sentence if token.lower_ in words and token.dep_ == "prep" for word in token.subtree)
