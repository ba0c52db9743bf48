"""The published schema of rules accepts what the reader accepts, and marks what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from claimlint.data import rules_folder
from claimlint.errors import InputError
from claimlint.rules.keys import RULE_KEYS
from claimlint.rules.packs import load_rules
from claimlint.rules.schema import json_schema

RULE = {
    "rule": "our-rule",
    "code": "OWN101",
    "category": "own",
    "severity": "warning",
    "summary": "A rule of our own.",
    "why": "Because.",
    "when": {"claim.kind": "feature"},
    "message": "{{ words }}",
}


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(json_schema())


def accepted_by_the_reader(folder: Path, rule: object) -> bool:
    (folder / "ours.yaml").write_text(yaml.safe_dump(rule), encoding="utf-8")
    try:
        return bool(load_rules(["ours.yaml"], folder, {}).rules)
    except InputError:
        return False


def test_the_schema_is_a_schema():
    meta = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    assert [error.message for error in meta.iter_errors(json_schema())] == []


@pytest.mark.parametrize("path", sorted(rules_folder().glob("default/*.yaml")), ids=lambda path: path.stem)
def test_rules_that_ship_are_accepted(path, validator):
    rule = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    booleans = {"true": True, "false": False}

    def as_editors_read(value):
        if isinstance(value, dict):
            return {key: as_editors_read(each) for key, each in value.items()}
        return [as_editors_read(each) for each in value] if isinstance(value, list) else booleans.get(value, value)

    found = [error.message for error in validator.iter_errors(as_editors_read({**rule, "citation": rule.get("citation") or None}))]
    assert found == [] or path.stem == "pack"


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({}, True),
        ({"severity": "loud"}, False),
        ({"sumary": "a"}, False),
        ({"rule": "Our Rule"}, False),
        ({"code": "own1"}, False),
        ({"at": "paragraph"}, False),
        ({"at": "value"}, True),
        ({"once": True}, True),
        ({"once": "often"}, False),
        ({"wordings": "green"}, True),
        ({"wordings": ["green", "eco friendly"]}, True),
        ({"wordings": {"green": 1}}, False),
        ({"fix": {"append": "a"}}, True),
        ({"fix": {"append": "a", "replace": "b"}}, False),
        ({"fix": "a"}, False),
        ({"examples": {"match": ["a", {"copy": "b", "channel": "sales"}]}}, True),
        ({"examples": {"mach": ["a"]}}, False),
        ({"examples": {"match": [{"channel": "sales"}]}}, False),
        ({"when": {"claim.kin": "feature"}}, False),
        ({"when": {"claim.kind": ["feature", "value"]}}, True),
        ({"when": {"claim.kind": "featur"}}, False),
        ({"when": {"claim.strength": {"at-least": "intent"}}}, True),
        ({"when": {"claim.strength": {"over": "intent"}}}, False),
        ({"when": {"claim.score": {"below": 0.5}}}, True),
        ({"when": {"claim.score": 0.5}}, False),
        ({"when": {"policy.met": True}}, True),
        ({"when": {"policy.met": "maybe"}}, False),
        ({"when": {"claim.text": {"contains": ["a", "b"]}}}, True),
        ({"when": {"claim.text": {"matches": "a"}}}, False),
        ({"when": {"any": [{"not": {"expired": "waiver"}}, {"all": {"channel": "sales"}}]}}, True),
        ({"when": {"any": ["feature"]}}, False),
        *(({key: None}, not declared.required) for key, declared in RULE_KEYS.items() if key in RULE),
    ],
    ids=str,
)
def test_the_reader_and_the_schema_agree(tmp_path, validator, change, right):
    rule = {key: value for key, value in {**RULE, **change}.items() if value is not None}
    assert (validator.is_valid(rule), accepted_by_the_reader(tmp_path, rule)) == (right, right)


@pytest.mark.parametrize(
    ("rule", "right"),
    [
        ({"rule": "ours", "code": "OWN101", "extends": "CL101"}, True),
        ({"rule": "ours", "extends": "CL101"}, False),
        ({"code": "OWN101", "extends": "CL101"}, False),
        ([{"rule": "ours", "code": "OWN101", "extends": "CL101"}, RULE | {"code": "OWN102"}], True),
    ],
    ids=str,
)
def test_rules_that_extend_others(tmp_path, validator, rule, right):
    assert (validator.is_valid(rule), accepted_by_the_reader(tmp_path, rule)) == (right, right)
