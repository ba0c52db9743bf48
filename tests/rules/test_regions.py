"""Regions: for which of them copy speaks, and which a scope holds."""

from __future__ import annotations

import pytest

from claimlint.rules.regions import holds_in, regions_named, regions_offered


@pytest.mark.parametrize(
    ("sentence", "regions"),
    [
        ("It works in the US and across Europe.", ("US", "EU")),
        ("Now available in Germany.", ("DE",)),
        ("Delivered to all of Canada.", ("CA",)),
        ("Designed and made in Germany.", ()),
        ("Between us: it works for us.", ()),
        ("Europe has many lakes.", ()),
        ("Our team is based in Japan.", ()),
    ],
)
def test_the_regions_for_which_a_sentence_speaks(sentence, regions):
    assert regions_offered(sentence) == regions


def test_a_label_names_regions_by_themselves():
    assert regions_named("Bands (US, Japan)") == ("US", "JP")


@pytest.mark.parametrize(
    ("region", "scope", "holds"),
    [
        ("DE", ["EU"], True),
        ("EU", ["DE"], False),
        ("NO", ["EU"], False),
        ("DE", ["EEA"], True),
        ("GB", ["UK"], True),
        ("JP", ["worldwide"], True),
        ("worldwide", ["US", "EU"], False),
    ],
)
def test_what_a_scope_holds(region, scope, holds):
    assert holds_in(region, scope) == holds
