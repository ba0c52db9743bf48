"""action.yml says what GitHub understands, takes nothing on trust, and keeps nothing from its users."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
import yaml


@pytest.fixture(scope="module")
def action(checkout):
    return yaml.safe_load((checkout / "action.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def steps(action):
    return action["runs"]["steps"]


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", ".github/workflows/test.yml"),
    ],
)
def test_file_follows_the_published_schema(checkout, schema, file):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(checkout / file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_actions_of_others_are_pinned_to_a_commit_and_name_its_version(checkout, steps):
    text = (checkout / "action.yml").read_text(encoding="utf-8")
    pinned = re.findall(r"^ +uses: ([\w./-]+)@[0-9a-f]{40} # v\d+\.\d+\.\d+$", text, re.MULTILINE)
    assert pinned == [step["uses"].partition("@")[0] for step in steps if "uses" in step]


def test_no_script_has_an_expression_in_it(steps):
    assert [step["name"] for step in steps if "${{" in step.get("run", "")] == []


def test_only_the_comment_is_given_the_token(steps):
    assert [step["name"] for step in steps if "inputs.token" in str(step)] == ["Tell the pull request"]


def test_every_input_is_used(action):
    text = str(action["runs"])
    assert [name for name in action["inputs"] if f"inputs.{name} " not in text] == []


def test_every_script_is_a_step(checkout, steps):
    scripts = {path.name for path in (checkout / "action").glob("*.py") if '__name__ == "__main__"' in path.read_text(encoding="utf-8")}
    run = {match for step in steps for match in re.findall(r"action/(\w+\.py)", step.get("run", ""))}
    assert run == scripts


@pytest.mark.parametrize("kind", ["inputs", "outputs"])
def test_everything_is_described(action, kind):
    assert [name for name, declared in action[kind].items() if not declared["description"].endswith(".")] == []
