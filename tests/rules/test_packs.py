"""Loading rules: what is in force, and what is said about rules that cannot work."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.configuration.paths import reported
from claimlint.errors import InputError
from claimlint.rules.packs import load_rules, pack_names

RULE = """\
rule: our-rule
code: OWN101
category: own
severity: warning
summary: A rule of our own.
why: Because.
when:
  claim.kind: feature
message: "{{ words }}"
"""


def problems_of(folder: Path, names: list[str], severity: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(InputError) as caught:
        load_rules(names, folder, severity or {})
    return [str(problem).replace(reported(folder) + "/", "") for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("changed", "into", "problem"),
    [
        ("severity: warning", "severity: warnin", '4:11: severity cannot be "warnin". Did you mean "warning"?'),
        ("summary:", "sumary:", '5:1: "sumary" is not known here. Did you mean "summary"?'),
        ("why: Because.\n", "", "1:1: why is missing."),
        ("why: Because.", "why: [a, b]", "6:6: why must be text."),
        ("code: OWN101", "code: own 1", '2:7: code cannot be "own 1"'),
        ("rule: our-rule", "rule: Our Rule", '1:7: rule cannot be "Our Rule"'),
        ("when:\n  claim.kind: feature\n", "", "1:1: when is missing."),
        ("claim.kind: feature", "claim.kin: feature", '8:3: "claim.kin" is no fact. Did you mean "claim.kind"?'),
        ("claim.kind: feature", "claim.kind: featur", '8:15: claim.kind cannot be "featur". Did you mean "feature"?'),
        ("claim.kind: feature", "claim.kind: {above: feature}", '8:16: claim.kind cannot be asked for "above".'),
        (
            "claim.kind: feature",
            "claim.strength: {above: asertion}",
            '8:27: claim.strength cannot be "asertion". Did you mean "assertion"?',
        ),
        ("claim.kind: feature", "claim.strength: {over: intent}", '8:20: claim.strength cannot be asked for "over".'),
        ("claim.kind: feature", "claim.score: {above: high}", "8:24: claim.score is compared with a number."),
        ("claim.kind: feature", "policy.met: maybe", "8:15: policy.met is true or false."),
        ("claim.kind: feature", "any: [{not: {claim.kin: feature}}]", '8:16: "claim.kin" is no fact.'),
        ("claim.kind: feature", "any: [feature]", "8:9: a condition is a mapping of facts to what they must be."),
        ('"{{ words }}"', '"{{ wrods }}"', '9:10: "wrods" is no name that a message may use. Did you mean "words"?'),
        ('"{{ words }}"', '"{{ words"', "9:10: is not valid Jinja2"),
        ("summary: A", "rule: A", '5:1: "rule" stands here a second time; the first is on line 1.'),
        ("message:", "examples: {mach: [a]}\nmessage:", '9:12: "mach" is not known here. Did you mean "match"?'),
        ("message:", "examples: {match: [{copy: a, day: soon}]}\nmessage:", '9:35: "soon" is no day.'),
        ("rule: our-rule\n", "rule: [\n", "is not valid YAML"),
    ],
)
def test_a_rule_that_cannot_work_is_an_error_with_its_place(tmp_path, changed, into, problem):
    (tmp_path / "ours.yaml").write_text(RULE.replace(changed, into), encoding="utf-8")
    assert any(problem in found for found in problems_of(tmp_path, ["ours.yaml"]))


def test_everything_that_is_wrong_is_told_in_one_run(tmp_path):
    (tmp_path / "one.yaml").write_text(RULE.replace("warning", "loud"), encoding="utf-8")
    (tmp_path / "two.yaml").write_text(
        RULE.replace("OWN101", "OWN102").replace("our-rule", "their-rule").replace("kind", "sort"), encoding="utf-8"
    )
    found = problems_of(tmp_path, ["one.yaml", "two.yaml", "defualt"])
    assert sorted(place.split(":")[0] for place in found) == [".claimlint.yaml", "one.yaml", "two.yaml"]


@pytest.mark.parametrize(
    ("names", "severity", "problem"),
    [
        (["defualt"], {}, '"defualt" is neither a pack of rules nor a file. Did you mean "default"?'),
        (["missing.yaml"], {}, '"missing.yaml" is neither a pack of rules nor a file.'),
        (["empty"], {}, 'the folder "empty" holds no rules.'),
        ([], {}, "no rules are in force, so nothing would be checked."),
        (["policy.yaml"], {}, "no rules are in force, so nothing would be checked."),
        (["our.yaml"], {"OWN101": "off"}, "no rules are in force, so nothing would be checked."),
        (["default"], {"CL999": "error"}, 'severity: "CL999" is no rule, code or category in force.'),
        (["default"], {"overstatd": "error"}, 'Did you mean "overstated"?'),
        (["default"], {"CL101": "eror"}, 'severity: "CL101" cannot be "eror". Did you mean "error"?'),
    ],
)
def test_a_configuration_that_names_what_is_not_there(tmp_path, names, severity, problem):
    (tmp_path / "empty").mkdir()
    (tmp_path / "policy.yaml").write_text("confidence: 0.7", encoding="utf-8")
    (tmp_path / "our.yaml").write_text(RULE, encoding="utf-8")
    assert any(problem in found for found in problems_of(tmp_path, names, severity))


def test_a_code_stands_for_one_rule(tmp_path):
    (tmp_path / "one.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "two.yaml").write_text(RULE.replace("our-rule", "their-rule"), encoding="utf-8")
    (found,) = problems_of(tmp_path, ["one.yaml", "two.yaml"])
    assert found.startswith('two.yaml:1:1: "OWN101" is already the name of the rule at')


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        ({}, "error"),
        ({"CL201": "warning"}, "warning"),
        ({"overstated-value": "info"}, "info"),
        ({"overstated": "warning"}, "warning"),
        ({"overstated": "warning", "CL201": "info"}, "info"),
        ({"CL201": "warning", "overstated-value": "error"}, "error"),
        ({"CL201": "off"}, None),
    ],
)
def test_severity_by_code_name_or_category(severity, expected):
    found = load_rules(["default"], Path(), severity).find("overstated-value")
    assert [rule.severity for rule in found] == ([expected] if expected else [])


@pytest.mark.parametrize("name", ["ours.yaml", "ours"])
def test_rules_of_a_team_come_from_a_file_or_a_folder(tmp_path, name):
    target = tmp_path / ("ours.yaml" if name.endswith(".yaml") else "ours/rule.yaml")
    target.parent.mkdir(exist_ok=True)
    target.write_text(RULE, encoding="utf-8")
    assert [rule.name for rule in load_rules([name], tmp_path, {}).rules] == ["our-rule"]


def test_a_rule_of_a_pack_brings_its_pack_along(default_rules):
    alone = load_rules([default_rules.find("overstated")[0].place.path], Path(), {})
    assert ([rule.name for rule in alone.rules], [pack.name for pack in alone.packs]) == (["overstated-value"], ["default"])


def test_a_file_can_hold_a_list_of_rules(tmp_path):
    rules = [RULE, RULE.replace("our-rule", "their-rule").replace("101", "102")]
    text = "".join("- " + rule.replace("\n", "\n  ").rstrip() + "\n" for rule in rules)
    (tmp_path / "ours.yaml").write_text(text, encoding="utf-8")
    assert [rule.code for rule in load_rules(["ours.yaml"], tmp_path, {}).rules] == ["OWN101", "OWN102"]


def test_a_policy_of_a_team_overrides_single_cells(tmp_path):
    (tmp_path / "policy.yaml").write_text("channels: {public: {needs: {assertion: MP}}}\n", encoding="utf-8")
    policy = load_rules(["default", "policy.yaml"], tmp_path, {}).policy
    assert (policy.needs("public", "assertion"), policy.needs("public", "commitment"), policy.needs("sales", "assertion")) == (
        "MP",
        "DVT",
        "PVT",
    )


def test_the_packs_that_ship():
    assert set(pack_names()) == {"default", "eu", "marks", "medical", "uk-cap", "us-fcc", "us-ftc"}


def test_all_packs_that_ship_can_be_in_force_together():
    ruleset = load_rules(pack_names(), Path(), {})
    assert {rule.pack for rule in ruleset.rules} == set(pack_names())


def test_what_gives_way_to_a_rule_that_ships_is_known_by_that_name():
    rules = load_rules(pack_names(), Path(), {}).rules
    assert {name for rule in rules for name in rule.instead_of} <= {rule.name for rule in rules}


@pytest.mark.parametrize("pack", pack_names())
def test_rules_that_ship_stand_in_files_of_their_own_name(pack):
    assert all(Path(rule.place.path).stem == rule.name for rule in load_rules([pack], Path(), {}).rules)
