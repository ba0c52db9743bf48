"""Rules are tried on their own examples."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claimlint.claim import Reading
from claimlint.document import Document, Source
from claimlint.errors import InputError
from claimlint.judging import check_text
from claimlint.manifest.loading import load_manifest
from claimlint.rules.engine import judge
from claimlint.rules.examples import FEWEST, missing_examples, try_examples
from claimlint.rules.packs import load_rules, pack_names

BY_LAW = [name for name in pack_names() if name != "default"]

FEWEST_BY_LAW = 3
"""Rules by law have more examples than others need."""


@pytest.fixture
def overstated(default_rules):
    return default_rules.find("overstated-value")


@pytest.mark.parametrize("pack", pack_names())
def test_every_rule_that_ships_has_examples(pack):
    assert missing_examples(load_rules([pack], Path(), {}).rules) == []


@pytest.mark.parametrize("pack", BY_LAW)
def test_rules_by_law_have_examples_both_ways_and_name_their_source(pack):
    poor = [
        rule.name
        for rule in load_rules([pack], Path(), {}).rules
        if min(sum(example.matches is way for example in rule.examples) for way in (True, False)) < FEWEST_BY_LAW or not rule.citation
    ]
    assert poor == []


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


@pytest.mark.parametrize("pack", pack_names())
def test_the_examples_of_the_rules_that_ship_come_out_as_they_say(pack, outcomes_of):
    assert [outcome.verdict for outcome in outcomes_of(pack) if not outcome.as_expected] == []


@pytest.mark.parametrize("pack", BY_LAW)
def test_what_a_pack_by_law_suggests_raises_no_error(pack, outcomes_of):
    ruleset = load_rules(["default", pack], Path(), {})
    manifest = load_manifest([ruleset.packs[1].manifest])
    suggested = {finding.suggestion: finding.code for outcome in outcomes_of(pack) for finding in outcome.found if finding.suggestion}
    again = [
        (text, finding.code)
        for text, code in suggested.items()
        for finding in check_text(text, manifest, "public", ruleset, ruleset.packs[1].day, suffix=".txt").findings
        if finding.code == code or finding.severity == "error"
    ]
    assert again == []


@pytest.mark.parametrize("subject", ["solar", "battery-life", "usb-ports", "bluetooth", "charging", "waterproofing"])
@pytest.mark.parametrize("channel", ["public", "sales", "beta"])
def test_what_is_suggested_raises_nothing_when_it_is_checked(default_rules, make_claim, subject, channel):
    pack = default_rules.packs[0]
    manifest = load_manifest([pack.manifest])
    claim = make_claim(subject, strength="guarantee", product="lumo")
    reading = Reading(Document(Source("copy.txt", claim.text), (claim.block,)), (claim,))
    for finding in judge(reading, manifest, channel, default_rules, pack.day):
        assert check_text(finding.suggestion, manifest, channel, default_rules, pack.day, suffix=".txt").findings == ()
