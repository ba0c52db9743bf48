"""Promises that use words which a rule looks for itself."""

from __future__ import annotations

import pytest

from claimlint.document import Source
from claimlint.extraction import parse, reading_of
from claimlint.readers import reader_for
from claimlint.vocabulary import Wordings
from claimlint.vocabulary.patterns import compile_pattern
from claimlint.vocabulary.search import index

ASKED = index([compile_pattern("military grade", "tough"), compile_pattern("(lab|clinically) tested", "tested")])


@pytest.fixture
def worded(pipeline, lexicon):
    """What was found of the wordings in a text: name, words, polarity and strength of each."""

    def read(text, asked=ASKED):
        document = reader_for("copy.md")(Source("copy.md", text))
        found = reading_of(parse(document, pipeline), lexicon, asked).worded
        return [(name, claim.text, claim.polarity, claim.strength) for name, claims in found.items() for claim in claims]

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its case is military-grade.", [("tough", "military-grade", "affirmed", "assertion")]),
        (
            "- Military grade\n- Lab tested",
            [("tough", "Military grade", "affirmed", "assertion"), ("tested", "Lab tested", "affirmed", "assertion")],
        ),
        ("The Heron is not lab tested.", [("tested", "lab tested", "negated", "assertion")]),
        ("It may become military grade one day.", [("tough", "military grade", "affirmed", "possibility")]),
        ("It is military **grade**.", [("tough", "military **grade", "affirmed", "assertion")]),
    ],
)
def test_a_promise_in_these_words(worded, text, expected):
    assert worded(text) == expected


@pytest.mark.parametrize("text", ["Is it military grade?", "```\nmilitary grade\n```", "It is of a military grey.", ""])
def test_no_promise_in_these_words(worded, text):
    assert worded(text) == []


def test_nothing_is_looked_for_where_no_rule_asks(worded):
    assert worded("Its case is military-grade.", Wordings()) == []
