"""What copy only compares the product with promises nothing of it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Unlike the Acme Band, which needs Wi-Fi, ours works offline.", "Wi-Fi"),
        ("Unlike watches that track your sleep, it lasts a week.", "sleep"),
    ],
)
def test_the_thing_compared_with_promises_nothing(clause_of, text, words):
    assert clause_of(text, words).reason == "about another product"


def test_the_product_itself_still_promises(clause_of):
    assert clause_of("Unlike the Acme Band, which needs Wi-Fi, ours works offline.", "offline").promise
