"""The published schema and the reader follow one declaration: an editor marks what has the wrong shape, and nothing that is right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from claimlint.manifest.schema import json_schema

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "problems.yaml").read_text(encoding="utf-8"))


class EditorLoader(yaml.SafeLoader):
    """Reads scalars by the core schema of YAML 1.2, as editors do: dates, yes and no are text there."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 (PyYAML's own way)


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+0123456789.")),
    ("merge", r"<<", ["<"]),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(json_schema())


def test_the_schema_is_a_schema() -> None:
    own = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    assert list(own.iter_errors(json_schema())) == []
    assert json_schema()["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_a_manifest_with_every_key_is_accepted(complete: Path, validator: Draft202012Validator) -> None:
    assert list(validator.iter_errors(yaml.load(complete.read_text(encoding="utf-8"), EditorLoader))) == []


@pytest.mark.parametrize(
    "stages",
    ["[EVT, DVT, PVT, MP]", "[alpha, beta, ga]", "[{id: lab, as: EVT}, {id: field, as: [DVT, PVT]}]", "[{id: lab, as: EVT}, pilot]"],
)
def test_ladders_are_accepted(stages: str, validator: Draft202012Validator) -> None:
    assert validator.is_valid(yaml.load(f"version: 1\nstages: {stages}\n", EditorLoader))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_wrong_shapes_are_marked_in_editors_too(case: dict[str, Any], validator: Draft202012Validator) -> None:
    try:
        accepted = validator.is_valid(yaml.load(case["manifest"], EditorLoader))
    except yaml.YAMLError:
        accepted = False
    assert ("accepts" if accepted else "rejects") == case["schema"]


def test_every_key_is_explained() -> None:
    unexplained = [path for path, node in _properties(json_schema()) if not node.get("description")]
    assert unexplained == []


def _properties(node: Any, path: str = "") -> list[tuple[str, dict[str, Any]]]:
    if isinstance(node, list):
        return [found for item in node for found in _properties(item, path)]
    if not isinstance(node, dict):
        return []
    own = [(f"{path}/{name}", entry) for name, entry in node.get("properties", {}).items()]
    return own + [found for name, child in node.items() for found in _properties(child, f"{path}/{name}")]
