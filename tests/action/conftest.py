"""A runner that carries out action.yml: its steps are run for real, as bash scripts, in a real git repository.

Actions of others are not run: what they would give is given. GitHub's interface is a server on this machine.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.action.github import GitHub, serving

EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
TERM = re.compile(r"'(?P<text>[^']*)'|(?P<call>\w+)\(\)|(?P<name>[a-z_]+(?:\.[\w-]+)+)|(?P<operator>&&|\|\||!=|==|!|\(|\))|\s+")
OPERATORS = {"&&": " and ", "||": " or ", "!": " not "}

REAL = """\
import sys
sys.path.insert(0, {checkout!r})
from claimlint.cli import main
sys.exit(main())
"""

# Writes what a test has laid ready, whatever it is asked, and notes down how it was called.
STAND_IN = """\
import json, os, sys
from pathlib import Path
prepared = json.loads(Path({prepared!r}).read_text(encoding="utf-8"))
with Path({calls!r}).open("a", encoding="utf-8") as calls:
    calls.write(json.dumps(sys.argv[1:]) + "\\n")
for option, value in zip(sys.argv, sys.argv[1:]):
    name, _, path = value.partition(":")
    if option == "--format" and path and name in prepared["files"]:
        Path(path).write_text(prepared["files"][name], encoding="utf-8")
print(prepared["text"])
print(prepared["error"], file=sys.stderr)
sys.exit(0 if "never" in sys.argv else prepared["status"])
"""


@dataclass
class Step:
    """What came of a step. given: what an action of others was given."""

    outcome: str
    log: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)


@dataclass
class Job:
    """What came of a use of the action. outcome: as the job's page shows it."""

    steps: dict[str, Step]
    outputs: dict[str, str]
    summary: str

    @property
    def outcome(self) -> str:
        return "failure" if any(step.outcome == "failure" for step in self.steps.values()) else "success"

    @property
    def log(self) -> str:
        return "\n".join(step.log for step in self.steps.values())


@dataclass
class Runner:
    """A machine on which jobs run. given: outputs of steps, by name, that are not run."""

    checkout: Path
    workspace: Path
    temporary: Path
    github: GitHub
    event: dict[str, Any] = field(default_factory=dict)
    given: dict[str, dict[str, str]] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)

    def use(self, **inputs: str) -> Job:
        """Carry out the action with inputs (changed_since stands for changed-since)."""
        action = yaml.safe_load((self.checkout / "action.yml").read_text(encoding="utf-8"))
        known = {name: declared["default"] for name, declared in action["inputs"].items()}
        known |= {name.replace("_", "-"): value for name, value in inputs.items()}
        job = Job({}, {}, "")
        contexts = {"inputs": {name: value.replace("${{ github.token }}", "secret") for name, value in known.items()}}
        failed = False
        for step in action["runs"]["steps"]:
            done = self._step(step, contexts, job, failed)
            job.steps[step.get("id") or step["name"]] = done
            failed = failed or done.outcome == "failure"
        job.outputs = {name: _filled(declared["value"], contexts, job, failed) for name, declared in action["outputs"].items()}
        job.summary = self._file("GITHUB_STEP_SUMMARY")
        return job

    def git(self, *arguments: str, folder: Path | None = None) -> str:
        identity = ("-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
        command = ["git", *identity, *arguments]
        return subprocess.run(command, cwd=folder or self.workspace, check=True, capture_output=True, text=True).stdout.strip()

    def commit(self, files: Mapping[str, str]) -> str:
        """Write and commit files; gives the commit."""
        for name, text in files.items():
            path = self.workspace / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--message", "Copy", "--allow-empty")
        return self.git("rev-parse", "HEAD")

    def _step(self, step: Mapping[str, Any], contexts: Mapping[str, Any], job: Job, failed: bool) -> Step:
        condition = EXPRESSION.sub(r"\1", step.get("if", "success()"))
        if "cancelled()" not in condition and failed:
            return Step("skipped")
        if not _value(condition, contexts, job, failed):
            return Step("skipped")
        name = step.get("id") or step["name"]
        if name in self.given or "uses" in step:
            given = {key: _filled(value, contexts, job, failed) for key, value in step.get("with", {}).items() if isinstance(value, str)}
            return Step("success", "", self.given.get(name, {}), given)
        assert not EXPRESSION.search(step["run"]), "an input would become part of a script"
        variables = {key: _filled(value, contexts, job, failed) for key, value in step.get("env", {}).items()}
        return self._run(step, variables)

    def _run(self, step: Mapping[str, Any], variables: Mapping[str, str]) -> Step:
        assert step["shell"] == "bash"
        script = self.temporary / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        (self.temporary / "GITHUB_OUTPUT").write_text("", encoding="utf-8")
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        done = subprocess.run(
            command, cwd=self.workspace, env=self._environment(variables), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        outcome = "success" if done.returncode == 0 else "ignored" if step.get("continue-on-error") else "failure"
        return Step(outcome, done.stdout.decode("utf-8"), _outputs(self._file("GITHUB_OUTPUT")))

    def _environment(self, variables: Mapping[str, str]) -> dict[str, str]:
        event = self.temporary / "event.json"
        event.write_text(json.dumps(self.event), encoding="utf-8")
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_"))}
        runner = {
            "GITHUB_ACTION_PATH": str(self.checkout),
            "GITHUB_API_URL": self.github.address,
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_OUTPUT": str(self.temporary / "GITHUB_OUTPUT"),
            "GITHUB_REPOSITORY": self.github.repository,
            "GITHUB_STEP_SUMMARY": str(self.temporary / "GITHUB_STEP_SUMMARY"),
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temporary),
        }
        return {**inherited, **runner, **self.variables, **variables}

    def _file(self, name: str) -> str:
        path = self.temporary / name
        return path.read_text(encoding="utf-8") if path.is_file() else ""


def _filled(text: str, contexts: Mapping[str, Any], job: Job, failed: bool) -> str:
    return EXPRESSION.sub(lambda match: str(_value(match[1], contexts, job, failed)), text)


def _value(expression: str, contexts: Mapping[str, Any], job: Job, failed: bool) -> object:
    """Work out an expression: names of contexts, texts in quotes, and what compares and joins them."""
    parts: list[str] = []
    for match in TERM.finditer(expression):
        if match["name"]:
            parts.append(repr(_looked_up(match["name"].split("."), contexts, job)))
        elif match["call"]:
            parts.append(str({"success": not failed, "cancelled": False}[match["call"]]))
        else:
            parts.append(OPERATORS.get(match[0], match[0]))
    return eval("".join(parts))


def _looked_up(path: list[str], contexts: Mapping[str, Any], job: Job) -> str:
    if path[0] == "steps":
        _, step, kind, name = path
        assert kind == "outputs"
        return job.steps[step].outputs.get(name, "") if step in job.steps else ""
    return str(contexts[path[0]][path[1]])


def _outputs(text: str) -> dict[str, str]:
    return {
        match["name"]: match["value"]
        for match in re.finditer(r"^(?P<name>[\w-]+)<<(?P<end>.+)\n(?P<value>(?s:.*?))\n(?P=end)$", text, re.M)
    }


@dataclass
class StandIn:
    """A program in place of claimlint: says and writes what it is told to."""

    path: Path
    prepared: Path
    noted: Path

    def prepare(self, status: int = 0, *, files: Mapping[str, str] | None = None, text: str = "", error: str = "") -> None:
        prepared = {"status": status, "files": files or {}, "text": text, "error": error}
        self.prepared.write_text(json.dumps(prepared), encoding="utf-8")

    @property
    def calls(self) -> list[list[str]]:
        return [json.loads(line) for line in self.noted.read_text(encoding="utf-8").splitlines()]


def _program(path: Path, text: str) -> Path:
    path.write_text(f"#!{sys.executable}\n{text}", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def github() -> Iterator[GitHub]:
    with serving(GitHub("acme/lamps")) as github:
        yield github


@pytest.fixture
def runner(checkout: Path, tmp_path: Path, github: GitHub) -> Runner:
    """A runner on which Python and claimlint, this checkout of it, are installed already."""
    if os.name == "nt" or shutil.which("bash") is None or shutil.which("git") is None:
        pytest.skip("the steps are run with bash and git, as on Linux")
    for name in ("workspace", "temporary"):
        (tmp_path / name).mkdir()
    runner = Runner(checkout, tmp_path / "workspace", tmp_path / "temporary", github)
    program = _program(tmp_path / "claimlint", REAL.format(checkout=str(checkout)))
    runner.given = {"python": {"python-path": sys.executable}, "packages": {"folder": "", "key": ""}, "install": {"program": str(program)}}
    runner.git("init")
    return runner


@pytest.fixture
def stand_in(runner: Runner, tmp_path: Path) -> StandIn:
    """What is run in place of claimlint: these tests are about the steps around it."""
    prepared, noted = tmp_path / "prepared.json", tmp_path / "calls.jsonl"
    noted.touch()
    path = _program(tmp_path / "stand-in", STAND_IN.format(prepared=str(prepared), calls=str(noted)))
    runner.given["install"] = {"program": str(path)}
    return StandIn(path, prepared, noted)


@pytest.fixture
def pull_request(runner: Runner) -> Callable[..., None]:
    """Makes pull request 7 the event that sets off the job; base: the commit that it names as its base."""

    def make(base: str = "", head: str = "acme/lamps") -> None:
        runner.event = {"pull_request": {"number": 7, "base": {"sha": base}, "head": {"repo": {"full_name": head}}}}

    return make
