"""Claims of language are made where they are said of the product."""

from __future__ import annotations

import pytest

from claimlint.claim import LANGUAGE_KINDS


@pytest.fixture(scope="module")
def language_claims_of(claims_of):
    def claims(text):
        return [claim for claim in claims_of(text) if claim.kind in LANGUAGE_KINDS]

    return claims


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        pytest.param("It is the lightest watch in its class.", "superlative", "the lightest watch in its class", id="of a pronoun"),
        pytest.param("Its display is brighter than any other.", "comparative", "brighter than any other", id="of a capability"),
        pytest.param("The strap is unbreakable.", "absolute", "unbreakable", id="of a part, in so many words"),
        pytest.param("The Heron is climate-neutral.", "green", "climate-neutral", id="of the product by its name"),
    ],
)
def test_said_of_the_product(language_claims_of, text, kind, words):
    (claim,) = language_claims_of(text)
    assert (claim.kind, claim.text, claim.subject, claim.polarity) == (kind, words, None, "affirmed")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A trout is heavier than a herring.", id="of something else"),
        pytest.param("Our competitors are cheaper than any tailor.", id="of others"),
        pytest.param("Is it the lightest watch in its class?", id="asked"),
        pytest.param("If it is the lightest watch in its class, tell us.", id="a condition"),
        pytest.param("We reply faster than any bank.", id="of people"),
    ],
)
def test_not_said_of_the_product(language_claims_of, text):
    assert language_claims_of(text) == []


def test_a_claim_for_a_capability_stands_beside_it(claims_of):
    found = {(claim.subject, claim.kind in LANGUAGE_KINDS) for claim in claims_of("Its GPS receiver is the fastest in its class.")}
    assert found == {("heron-gps", False), (None, True)}


def test_denied(language_claims_of):
    (claim,) = language_claims_of("It is not compostable.")
    assert claim.polarity == "negated"


def test_a_claim_that_denies_is_affirmed(language_claims_of):
    (claim,) = language_claims_of("It never breaks.")
    assert claim.polarity == "affirmed"
