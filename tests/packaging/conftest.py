"""One wheel and one source distribution, built once, and one environment in which nothing but the wheel is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Distributions:
    wheel: Path
    source: Path


@dataclass(frozen=True)
class Environment:
    """A virtual environment that knows nothing of the checkout."""

    folder: Path

    def program(self, name: str) -> str:
        return str(self.folder / ("Scripts" if os.name == "nt" else "bin") / name)

    def run(self, program: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        # Without its byte code the program would be compiled anew by every run.
        left_out = {"PYTHONPATH", "VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE"}
        variables = {name: value for name, value in os.environ.items() if name not in left_out}
        command = [self.program(program), *arguments]
        return subprocess.run(command, cwd=cwd, env=variables, capture_output=True, text=True, encoding="utf-8", check=False, timeout=900)


@pytest.fixture(scope="session")
def distributions(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Distributions:
    """Built as releases are: the source distribution from the checkout, the wheel from the source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(checkout)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.glob("*.whl")
    (source,) = folder.glob("*.tar.gz")
    return Distributions(wheel, source)


@pytest.fixture(scope="session")
def installed(package_index: None, distributions: Distributions, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    environment = Environment(tmp_path_factory.mktemp("installed") / "venv")
    venv.create(environment.folder, with_pip=True)
    done = environment.run("python", "-m", "pip", "install", "--quiet", "--no-compile", str(distributions.wheel), cwd=environment.folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return environment
