"""A rule in words."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from claimlint.cli.explain import explain
from claimlint.cli.rules import rules
from claimlint.errors import InputError
from claimlint.rules.explanation import explain_rules


@pytest.mark.parametrize("name", ["CL201", "cl201", "overstated-value", "overstated"])
def test_a_rule_is_found_by_code_name_and_category(default_rules, name):
    assert explain_rules(default_rules, name).startswith("CL201 overstated-value (category: overstated, severity: error)\n")


def test_an_unknown_rule_gets_the_nearest_one(default_rules):
    with pytest.raises(InputError, match='Did you mean "overstated-value"'):
        explain_rules(default_rules, "overstated-valeu")


@pytest.mark.parametrize(
    "part", ["Reported, for example:", "Not reported:", "Citation: 16 CFR 435.2", "public: “Lumo Lantern is available now.”"]
)
def test_explain_tells_why_and_shows_examples(part):
    assert part in CliRunner().invoke(explain, ["CL103"]).output


def test_the_list_names_every_rule(default_rules):
    output = CliRunner().invoke(rules, ["list", "default"]).output
    assert [line.split()[0] for line in output.splitlines()] == ["Code", *(rule.code for rule in default_rules.rules)]
