"""The manifest as a lexicon: terms, weights, wordings that are ruled out."""

from __future__ import annotations

import pytest

from claimlint.linking.products import named_products


def test_capabilities_take_the_concept_that_their_names_match(lexicon):
    assert {name: lexicon.subjects[name].concept for name in ("water-resistance", "battery-life", "wifi")} == {
        "water-resistance": "ingress-protection",
        "battery-life": "battery-life",
        "wifi": "wi-fi",
    }


def test_words_of_few_subjects_tell_more(lexicon):
    assert lexicon.weight("bluetooth") > lexicon.weight("receiver") > lexicon.weight("nowhere") == 0


def test_ruled_out_wordings_know_who_rules_them_out(lexicon):
    assert lexicon.ruled_out == (("cures insomnia", None), ("medical grade", "heart-rate"))


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("The Heron Watch", ("heron",)),
        ("our HERON", ("heron",)),
        ("Egret beats Heron", ("egret", "heron")),
        ("a heronry", ()),
        ("", ()),
    ],
)
def test_named_products(lexicon, text, products):
    assert named_products(text, lexicon) == products
