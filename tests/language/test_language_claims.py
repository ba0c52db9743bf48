"""What the words of a sentence claim by themselves, whatever they are said of."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def claims_in(sentences):
    """Gives kind and words of each claim of language in a text."""

    def find(text):
        return [
            (claim.kind, text[sentence.tokens[claim.first].start : sentence.tokens[claim.last - 1].stop])
            for sentence in sentences(text)
            for claim in sentence.language_claims
        ]

    return find


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("It is the quietest drill in its class.", "the quietest drill in its class", id="in its class"),
        pytest.param("The smallest lamp you can buy.", "The smallest lamp you can buy", id="that can be bought"),
        pytest.param("It is one of the lightest tents around.", "the lightest tents around", id="one of several"),
        pytest.param("The first kettle with a compass.", "The first kettle with a compass", id="first"),
        pytest.param("It is the only tent that folds itself.", "the only tent that folds itself", id="only"),
        pytest.param("Its zoom is unrivalled.", "unrivalled", id="by a word"),
        pytest.param("With industry-leading range.", "industry-leading", id="by a phrase"),
    ],
)
def test_superlatives(claims_in, text, words):
    assert claims_in(text) == [("superlative", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("It is quieter than any kettle.", "quieter than any kettle", id="than others"),
        pytest.param("It is faster than before.", "faster than before", id="than it was"),
        pytest.param("It weighs less than a letter.", "less than a letter", id="an amount of the product"),
        pytest.param("It charges twice as fast as the old one.", "twice as fast as the old one", id="twice as"),
        pytest.param("It is 30 % lighter.", "30 % lighter", id="by how much"),
        pytest.param("It comes at half the price.", "half the price", id="a share of a property"),
        pytest.param("Improved reliability and speed.", "Improved reliability and speed", id="improved, with a property"),
        pytest.param("It brings improvements in security.", "improvements in security", id="improvements of a property"),
        pytest.param("Faster boot.", "Faster boot", id="an item that names no basis"),
    ],
)
def test_comparatives(claims_in, text, words):
    ((kind, found),) = claims_in(text)
    assert (kind, words in found) == ("comparative", True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("It never rusts.", "never rusts", id="never"),
        pytest.param("You'll never change a bulb again.", "never again", id="never again, in the reader's life"),
        pytest.param("It is fully waterproof.", "fully waterproof", id="fully"),
        pytest.param("It can't catch fire.", "can't catch", id="what cannot fail"),
        pytest.param("The case is unbreakable.", "unbreakable", id="by a word"),
        pytest.param("We never sell your data.", "never sell your data", id="of the company, with data"),
    ],
)
def test_absolutes(claims_in, text, words):
    found = claims_in(text)
    assert {kind for kind, _ in found} == {"absolute"}
    assert all(word in found[0][1] for word in words.split()[:1])


@pytest.mark.parametrize("words", ["eco-friendly", "carbon neutral", "compostable", "recyclable", "sustainable"])
def test_environmental_claims(claims_in, words):
    assert claims_in(f"The box is {words}.") == [("green", words)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Use at least two screws.", id="at least"),
        pytest.param("Most users start here.", id="most users"),
        pytest.param("The first step is easy.", id="the first step"),
        pytest.param("Install the latest version.", id="the latest version"),
        pytest.param("Follow best practices.", id="best practices"),
        pytest.param("Set it to its highest level.", id="its highest level"),
        pytest.param("It runs for more than 10 hours.", id="more than a number"),
        pytest.param("It lasts longer than you think.", id="than you think"),
        pytest.param("Learn more about it.", id="learn more"),
        pytest.param("It took longer than expected.", id="than expected"),
        pytest.param("Better photos of us.", id="better, without a property"),
        pytest.param("Half of us use it.", id="half of us"),
        pytest.param("Never open the case.", id="a warning"),
        pytest.param("It has never failed so far.", id="never, of the past"),
        pytest.param("Wait until it is fully charged.", id="a state"),
        pytest.param("No longer supported.", id="no longer"),
    ],
)
def test_words_that_claim_nothing(claims_in, text):
    assert claims_in(text) == []
