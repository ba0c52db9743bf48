"""Remembered rules match what spaCy's attribute ruler matches."""

from __future__ import annotations

import spacy

from claimlint.language.pipeline import DEFAULT_MODEL
from claimlint.language.tag_rules import RememberedRules

TEXTS = (
    "It has got what it takes, and there are three of them.",
    "What it does is this:  it lasts.\n\nThat is what everybody wants, though nobody gets it.",
    "Which of you had to have had it done?",
)


def test_the_matches_are_those_of_the_ruler() -> None:
    pipeline = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    ruler = pipeline.get_pipe("attribute_ruler")
    remembered = RememberedRules(ruler)
    with pipeline.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        for document in pipeline.pipe([*TEXTS, *TEXTS]):
            assert remembered.match(document) == ruler.match(document)
