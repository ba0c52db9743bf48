"""Rules are tried on their own examples."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claimlint.errors import InputError
from claimlint.rules import load_rules
from claimlint.rules.examples import FEWEST, missing_examples, try_examples
from claimlint.rules.packs import pack_names


@pytest.fixture
def overstated(default_rules):
    return default_rules.find("overstated-value")


@pytest.mark.parametrize("pack", pack_names())
def test_every_rule_that_ships_has_examples(pack):
    assert missing_examples(load_rules([pack], Path(), {}).rules) == []


def test_a_rule_with_too_few_examples_is_an_error(overstated, default_rules):
    poor = replace(overstated[0], examples=overstated[0].examples[:1])
    with pytest.raises(InputError, match=f"overstated-value has 1 of at least {FEWEST} examples under `match`"):
        list(try_examples([poor], default_rules, default_rules.packs[0], lambda *_: ()))


def test_an_example_on_an_unknown_channel_is_an_error(overstated, default_rules):
    odd = replace(overstated[0], examples=tuple(replace(example, channel="pubic") for example in overstated[0].examples))
    with pytest.raises(InputError, match='no channel "pubic"'):
        list(try_examples([odd], default_rules, default_rules.packs[0], lambda *_: ()))


@pytest.mark.parametrize("found_always", [True, False])
def test_an_example_is_as_expected_where_the_rule_is_raised_or_must_not_be(overstated, default_rules, judged, make_claim, found_always):
    from claimlint.claim import Value

    found = judged(make_claim("at-mp", values=(Value("5.3", 0, 2, limit="core", version="5.3"),))) if found_always else ()
    outcomes = list(try_examples(overstated, default_rules, default_rules.packs[0], lambda *_: found))
    assert [outcome.as_expected for outcome in outcomes] == [outcome.example.matches is found_always for outcome in outcomes]


def test_the_verdict_names_the_line_and_what_was_found(overstated, default_rules):
    outcome = next(iter(try_examples(overstated, default_rules, default_rules.packs[0], lambda *_: ())))
    assert f":{outcome.example.place.line}: CL201 must match" in outcome.verdict
    assert outcome.verdict.endswith("found: nothing")
