"""The hooks as a user has them: the real pre-commit, which installs this checkout as its hook repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

# What pip needs to build the package, and what pre-commit needs to know the hooks.
PUBLISHED = ("claimlint", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")

MANIFEST = """\
version: 1
products:
  brook:
    name: Brook Lantern
    validated: PVT
capabilities:
  battery-life:
    name: battery life
    validated: PVT
    limits:
      runtime: {max: 10 h}
"""

CONFIGURATION = """\
manifest: capabilities.yaml
exclude: ["archive/**"]
"""


@dataclass(frozen=True)
class Repository:
    """A git repository, and the variables under which git and pre-commit run in it."""

    folder: Path
    variables: Mapping[str, str]

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.folder, env=dict(self.variables), capture_output=True, text=True, encoding="utf-8", check=False, timeout=900
        )

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a command and do not wait for its end; what it prints is dropped."""
        return subprocess.Popen(command, cwd=self.folder, env=dict(self.variables), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def commit(self, files: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """Write, stage and commit files (path to text); gives what `git commit` answered."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.run("git", "add", "--all")
        return self.run("git", "commit", "--message", "Copy for the launch")


@pytest.fixture(scope="session")
def variables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An identity for git, none of the user's settings, and an empty cache for pre-commit that lasts for the session."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    folder = tmp_path_factory.mktemp("settings")
    (folder / "gitconfig").write_text("[init]\n\tdefaultBranch = main\n", encoding="utf-8")
    people = [f"GIT_{role}_{key}" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")]
    identity = dict.fromkeys(people, "test@example.org")
    # Without its byte code the hook would be compiled anew by every commit.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") and name != "PYTHONDONTWRITEBYTECODE"}
    own = {
        "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(folder / "pre-commit"),
        "PIP_NO_COMPILE": "1",
    }
    return inherited | identity | own


@pytest.fixture(scope="session")
def hook_repository(checkout: Path, variables: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The working tree as it is now, committed to a repository of its own."""
    folder = tmp_path_factory.mktemp("hooks") / "claimlint"
    folder.mkdir()
    for name in PUBLISHED:
        source = checkout / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    repository = Repository(folder, variables)
    repository.run("git", "init")
    repository.commit({})
    return repository


@pytest.fixture
def start_repository(variables: dict[str, str], checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Repository]:
    """Starts a repository with some files committed, in which `python -m claimlint` is this checkout."""

    def start(name: str, **files: str) -> Repository:
        repository = Repository(tmp_path_factory.mktemp(name), {**variables, "PYTHONPATH": str(checkout)})
        repository.run("git", "init")
        repository.commit({path.replace("_", "."): text for path, text in files.items()})
        return repository

    return start


@pytest.fixture
def content(package_index: None, hook_repository: Repository, variables: dict[str, str], tmp_path: Path) -> Repository:
    """A content repository in which `pre-commit install` has been run with both hooks; its manifest is committed."""
    repository = Repository(tmp_path, variables)
    revision = hook_repository.run("git", "rev-parse", "HEAD").stdout.strip()
    source = hook_repository.folder.as_posix()
    hooks = f"repos:\n- repo: {source}\n  rev: {revision}\n  hooks: [{{id: claimlint}}, {{id: claimlint-manifest}}]\n"
    repository.run("git", "init")
    repository.commit({"capabilities.yaml": MANIFEST, ".claimlint.yaml": CONFIGURATION, ".pre-commit-config.yaml": hooks})
    done = repository.run(sys.executable, "-m", "pre_commit", "install")
    assert done.returncode == 0, done.stdout + done.stderr
    return repository
