"""docs/continuous-integration.md can be copied: its files follow the published schemas, and name inputs and hooks that there are."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "continuous-integration.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^## (?P<title>.+?)\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
SCHEMAS = {"github": ("vendor.github-workflows",), "gitlab": ("vendor.gitlab-ci", "--data-transform", "gitlab-ci")}


def blocks(mark: str) -> list[str]:
    return re.findall(rf"^<!-- {mark} -->\n```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def table(section: str) -> Mapping[str, str]:
    """The inputs that a section explains, with what it says of each."""
    text = next(match["text"] for match in SECTION.finditer(PAGE) if match["title"] == section)
    return dict(re.findall(r"^\| `([\w-]+)` \| (.+) \|$", text, re.MULTILINE))


def uses() -> Iterator[Mapping[str, Any]]:
    for block in blocks("github"):
        for job in yaml.safe_load(block)["jobs"].values():
            yield from (step for step in job["steps"] if "/claimlint@" in step["uses"])


def declared(name: str) -> Mapping[str, Any]:
    """The inputs of action.yml, or of the component."""
    parts = list(yaml.safe_load_all((ROOT / name).read_text(encoding="utf-8")))
    return parts[0].get("spec", parts[0])["inputs"]


@pytest.mark.parametrize(("mark", "text"), [(mark, text) for mark in SCHEMAS for text in blocks(mark)])
def test_file_follows_the_published_schema(mark: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "file.yml"
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *SCHEMAS[mark], str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("text", blocks("pre-commit"))
def test_pre_commit_takes_the_configuration(text: str, tmp_path: Path) -> None:
    path = tmp_path / ".pre-commit-config.yaml"
    path.write_text(text, encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "pre_commit", "validate-config", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_is_a_file_for_each_place() -> None:
    assert all(blocks(mark) for mark in ("github", "gitlab", "pre-commit"))


@pytest.mark.parametrize("step", list(uses()))
def test_action_is_given_inputs_that_it_has(step: Mapping[str, Any]) -> None:
    assert set(step.get("with", {})) <= set(declared("action.yml"))


@pytest.mark.parametrize("text", blocks("gitlab"))
def test_component_is_given_inputs_that_it_has(text: str) -> None:
    (included,) = yaml.safe_load(text)["include"]
    assert set(included["inputs"]) <= set(declared("templates/claimlint.yml"))


@pytest.mark.parametrize(("section", "file"), [("GitHub", "action.yml"), ("GitLab", "templates/claimlint.yml")])
def test_every_input_is_explained(section: str, file: str) -> None:
    assert set(table(section)) == set(declared(file))


@pytest.mark.parametrize(("section", "file"), [("GitHub", "action.yml"), ("GitLab", "templates/claimlint.yml")])
def test_default_that_is_shown_is_the_one_there_is(section: str, file: str) -> None:
    told = {name: shown[1] for name, text in table(section).items() if (shown := re.search(r"\| `([^`]+)`$", text))}
    assert told == {name: str(value["default"]).replace("True", "true") for name, value in declared(file).items() if name in told}


def test_every_output_of_the_action_is_mentioned() -> None:
    outputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["outputs"]
    assert [name for name in outputs if f"`{name}`" not in PAGE] == []


def test_permissions_are_those_that_the_action_names() -> None:
    named = re.findall(r"^# {3}([\w-]+: \w+)", (ROOT / "action.yml").read_text(encoding="utf-8"), re.MULTILINE)
    granted = [f"{name}: {level}" for block in blocks("github") for name, level in yaml.safe_load(block)["permissions"].items()]
    assert set(granted) == set(named)
