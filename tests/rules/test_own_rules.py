"""`claimlint rules show`, `new`, `schema`, `facts` and `names`: what somebody needs who writes rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from claimlint.cli.rules import rules
from claimlint.errors import InputError
from claimlint.rules.facts import FACTS
from claimlint.rules.messages import NAMES
from claimlint.rules.packs import load_rules
from claimlint.rules.schema import json_schema

LOWERED = "manifest: capabilities.yaml\nseverity: {CL201: info, CL101: off}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "capabilities.yaml").write_text("version: 1\n", encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(rules, arguments)


def comments(text: str) -> list[str]:
    return [line.removeprefix("# ") for line in text.splitlines() if line.startswith("#")]


@pytest.mark.parametrize("code", [f"CL{number}" for number in (101, 102, 103, 110, 111, 201, 202, 301, 302, 501, 601, 602, 701)])
def test_a_rule_that_is_shown_reads_as_the_same_rule(default_rules, code):
    (rule,) = default_rules.find(code)
    Path("shown.yaml").write_text(run("show", code).output, encoding="utf-8")
    (again,) = load_rules(["shown.yaml"], Path(), {}).rules
    keys = ("name", "code", "category", "severity", "summary", "why", "citation", "when", "at", "message", "suggestion", "once", "wordings")
    examples = [[(each.copy, each.channel, each.matches, each.day) for each in one.examples] for one in (rule, again)]
    assert ([key for key in keys if getattr(rule, key) != getattr(again, key)], examples[1]) == ([], examples[0])


@pytest.mark.parametrize(
    ("name", "severity", "says"),
    [
        ("CL202", "warning", []),
        ("CL201", "info", ["Its severity is error; .claimlint.yaml makes it info."]),
        ("CL101", "error", ["Not in force: .claimlint.yaml does not name it, or turns it off."]),
    ],
)
def test_a_rule_is_shown_as_the_configuration_has_it(name, severity, says):
    Path(".claimlint.yaml").write_text(LOWERED, encoding="utf-8")
    output = run("show", name).output
    assert (yaml.safe_load(output)["severity"], comments(output)[1:]) == (severity, says)


def test_the_place_of_a_rule_is_shown():
    assert comments(run("show", "CL201").output)[0].endswith("rules/default/overstated-value.yaml:1 (default)")


def test_a_rule_is_shown_with_what_it_takes_over():
    Path("ours.yaml").write_text("rule: ours\ncode: OWN101\nextends: CL201\nseverity: info\n", encoding="utf-8")
    Path(".claimlint.yaml").write_text("manifest: capabilities.yaml\nrules: [default, ours.yaml]\n", encoding="utf-8")
    output = run("show", "ours").output
    shown = yaml.safe_load(output)
    assert comments(output)[0] == "ours.yaml:1 (ours.yaml)"
    assert comments(output)[1].startswith("Keys that it does not give itself are those of CL201, ")
    assert (shown["severity"], shown["category"], "extends" in shown) == ("info", "overstated", False)


def test_a_rule_that_is_not_there_gets_the_nearest_one():
    error = run("show", "overstated-valeu").exception
    assert isinstance(error, InputError)
    assert 'Did you mean "overstated-value"?' in str(error)


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (("our-rule",), "our-rule.yaml"),
        (("our-rule", "--output", "rules.yaml"), "rules.yaml"),
        (("our-rule", "--extends", "CL302"), "our-rule.yaml"),
        (("our-rule", "--extends", "overstated-value"), "our-rule.yaml"),
    ],
)
def test_a_new_rule_passes_its_examples(arguments, file):
    assert run("new", *arguments).output.startswith(f"{file}: written.")
    tested = run("test", file)
    assert (tested.exit_code, tested.output.startswith("1 rule, "), tested.output.endswith(" 0 not as expected.\n")) == (0, True, True)


def test_a_new_rule_is_what_the_schema_asks_for():
    run("new", "our-rule")
    rule = yaml.safe_load(Path("our-rule.yaml").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(json_schema()).iter_errors(rule)) == []


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("our-rule", "--output", "there.yaml"), "there.yaml: is there already, and stays as it is. Name another file with --output."),
        (("our-rule", "--output", "no/such/rule.yaml"), "no/such/rule.yaml: cannot be written"),
        (("Our Rule",), 'a rule cannot be called "Our Rule". Join words with hyphens'),
        (("our-rule", "--extends", "CL999"), '--extends: "CL999" is no rule that ships.'),
        (("our-rule", "--extends", "overstated"), 'Did you mean "overstated-value"?'),
    ],
)
def test_what_cannot_be_started_is_one_clear_problem(arguments, problem):
    Path("there.yaml").write_text("mine", encoding="utf-8")
    error = run("new", *arguments).exception
    assert isinstance(error, InputError)
    assert problem in str(error)
    assert sorted(file.name for file in Path().iterdir()) == ["capabilities.yaml", "there.yaml"]
    assert Path("there.yaml").read_text(encoding="utf-8") == "mine"


def test_schema_prints_the_schema():
    assert json.loads(run("schema").output) == json_schema()


@pytest.mark.parametrize(("command", "known"), [("facts", FACTS), ("names", NAMES)])
def test_tables_list_everything(command, known):
    heads = [line.split()[0].rstrip(":") for line in run(command).output.splitlines() if not line.startswith(" ")]
    assert heads == list(known)
