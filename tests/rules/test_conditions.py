"""Conditions over facts, and how wordings are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.folding import contains_wording
from claimlint.positioned_yaml import parse
from claimlint.rules.condition_reading import read_condition
from claimlint.rules.conditions import holds
from claimlint.rules.facts import FACTS

FACTS_OF_A_CLAIM = {
    "claim.kind": "value",
    "claim.strength": "commitment",
    "claim.score": 0.7,
    "claim.text": "Pre-order  yours today",
    "policy.met": False,
    "availability.before": ("preorder", "ships"),
}


def condition(text):
    problems = []
    read = read_condition(parse(text, "rule.yaml", problems), problems)
    assert problems == []
    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("claim.kind: value", True),
        ("claim.kind: feature", False),
        ("claim.kind: [feature, value]", True),
        ("policy.met: false", True),
        ("policy.met: true", False),
        ("{claim.kind: value, policy.met: true}", False),
        ("claim.strength: {at-least: commitment}", True),
        ("claim.strength: {above: commitment}", False),
        ("claim.strength: {above: intent, below: assertion}", True),
        ("claim.strength: {at-most: intent}", False),
        ("claim.score: {at-least: 0.7}", True),
        ("claim.score: {below: 0.7}", False),
        ("availability.before: ships", True),
        ("claim.text: {contains: pre order}", True),
        ("claim.text: {contains: [reserve, order yours]}", True),
        ("claim.text: {contains: your}", False),
        ("any: [{claim.kind: feature}, {policy.met: false}]", True),
        ("any: [{claim.kind: feature}, {policy.met: true}]", False),
        ("all: [{claim.kind: value}, {policy.met: true}]", False),
        ("not: {claim.kind: feature}", True),
        ("not: {any: [{claim.kind: value}, {policy.met: true}]}", False),
    ],
)
def test_conditions(text, expected):
    assert holds(condition(text), FACTS_OF_A_CLAIM) is expected


def test_facts_are_looked_up_only_as_far_as_they_are_needed():
    assert not holds(condition("{claim.kind: feature, channel: public}"), {"claim.kind": "value"})


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_is_described_for_rule_authors(name):
    assert FACTS[name].about.endswith(".")


@pytest.mark.parametrize(
    ("text", "wording", "expected"),
    [
        ("An all-day battery.", "all day battery", True),
        ("An ALL\n day  battery.", "all-day battery", True),
        ("The world’s lightest", "world's lightest", True),
        ("Overall day battery", "all day battery", False),
        ("fast chargings", "fast charging", False),
        ("Up to 100 % (really)", "100 % (really)", True),
        ("anything", "", False),
    ],
)
def test_wordings_are_compared_as_a_reader_does(text, wording, expected):
    assert contains_wording(text, wording) is expected


@given(st.lists(st.text(st.characters(categories=["Ll", "Nd"]), min_size=1), min_size=1), st.text(), st.text())
def test_a_wording_is_found_wherever_it_stands(words, before, after):
    text = f"{before} {'-'.join(words).upper()} {after}"
    assert contains_wording(text, " ".join(words)) or "-".join(words).upper().lower() != "-".join(words)
