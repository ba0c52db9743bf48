"""A rule in words."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from claimlint.cli.explain import explain
from claimlint.cli.rules import rules
from claimlint.data import read_data
from claimlint.errors import InputError
from claimlint.rules.explanation import explain_rules, manifest_keys
from claimlint.rules.facts import FACTS
from claimlint.rules.lookup import known_rules


def output_of(*arguments: str) -> str:
    return CliRunner().invoke(explain, arguments).output


def in_a_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", ["CL201", "cl201", "overstated-value", "overstated"])
def test_a_rule_is_found_by_code_name_and_category(name):
    assert output_of(name).startswith("CL201 overstated-value (category: overstated, severity: error)\n")


def test_an_unknown_rule_gets_the_nearest_one():
    with pytest.raises(InputError, match='Did you mean "overstated-value"'):
        known_rules(["default"]).find("overstated-valeu")


@pytest.mark.parametrize("arguments", [(), ("CL201", "CL202")])
def test_one_rule_is_explained_at_a_time(arguments):
    result = CliRunner().invoke(explain, arguments)
    assert (result.exit_code, "Name one rule" in result.output) == (2, True)


@pytest.mark.parametrize(
    ("code", "part"),
    [
        ("CL103", "Reported, for example:"),
        ("CL103", "Not reported:"),
        ("CL103", "Citation: 16 CFR 435.2"),
        ("CL103", "public: “Lumo Lantern is available now.”"),
        ("CL103", "It is no legal advice"),
        ("CL103", "The finding suggests words"),
        ("CL110", "It offers no words of its own"),
        ("CL302", "`claimlint fix` adds the missing words at the end"),
        ("CL110", "`claimlint fix` leaves it as it is"),
        ("CL103", "`severity: {CL103: warning}`"),
        ("CL103", "`off` turns it off"),
        ("CL101", "overrides single cells"),
        ("CL101", "In the manifest, `validated` or `gates`"),
    ],
)
def test_explain_tells_why_how_to_mend_it_and_how_to_configure_it(code, part):
    assert part in in_a_line(output_of(code))


@pytest.mark.parametrize(
    ("code", "part"),
    [("CL110", "legal advice"), ("CL110", "Citation"), ("CL111", "policy.yaml"), ("CL602", "`state`"), ("CL202", "`gates`")],
)
def test_explain_leaves_out_what_does_not_concern_the_rule(code, part):
    assert part not in in_a_line(output_of(code))


@pytest.mark.parametrize(
    ("code", "keys"),
    [
        ("CL101", ["validated"]),
        ("CL102", ["state"]),
        ("CL103", ["validated", "availability"]),
        ("CL110", ["aliases"]),
        ("CL111", ["not-claimed", "forbidden"]),
        ("CL201", ["limits", "approved"]),
        ("CL202", ["approved", "condition"]),
        ("CL301", ["aliases", "status"]),
        ("CL302", ["covers"]),
        ("CL501", ["scope"]),
        ("CL601", []),
        ("CL602", []),
        ("CL701", ["waivers", "expires"]),
    ],
)
def test_the_keys_of_the_manifest_that_decide(default_rules, code, keys):
    (rule,) = default_rules.find(code)
    named = manifest_keys(rule.when)
    assert [f"`{key}`" in sentence for key, sentence in zip(keys, named, strict=True)] == [True] * len(keys)


def test_only_facts_that_there_are_lead_to_keys():
    assert {row["fact"] for row in read_data("explanation.yaml", as_text=True)["manifest-keys"]} <= set(FACTS)


def test_rules_of_a_category_are_explained_one_below_the_other(default_rules):
    explained = explain_rules(default_rules.rules[:2])
    assert [rule.code for rule in default_rules.rules[:2]] == [part.split()[0] for part in explained.split("\n\n\n")]


def test_the_list_names_every_rule(default_rules):
    output = CliRunner().invoke(rules, ["list", "default"]).output
    assert [line.split()[0] for line in output.splitlines()] == ["Code", *(rule.code for rule in default_rules.rules)]
