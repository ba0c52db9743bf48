"""Linters that claimlint is measured beside: installed below a folder of their own, and tried before they are measured."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from benchmarks.processes import Run, run_program

DATA = Path(__file__).with_name("linters.yaml")
_LONGEST = 600
"""Seconds that an installation may take."""


@dataclass(frozen=True, slots=True)
class Linter:
    """A linter as linters.yaml describes it. install: "pip" or "npm". settings: files that it reads in its working folder, as JSON."""

    name: str
    install: str
    packages: tuple[str, ...]
    command: tuple[str, ...]
    statuses: tuple[int, ...]
    finds: str
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Its name with its version."""
        version = self.packages[0].replace("==", "@").rpartition("@")[2]
        name, comma, more = self.name.partition(",")
        return f"{name} {version}{comma}{more}"


@dataclass(frozen=True, slots=True)
class Installed:
    """A linter that works. folder: where it runs. programs: where its program stands."""

    linter: Linter
    folder: Path
    programs: Path

    def run(self, text: Path) -> Run:
        """Run it over a folder of text."""
        return run_program(self.command(text), self.linter.statuses, folder=self.folder)

    def command(self, text: Path) -> list[str]:
        """Give the command for a folder of text. Raises FileNotFoundError where the program is not there."""
        name, *arguments = self.linter.command
        program = shutil.which(name, path=str(self.programs))
        if program is None:
            raise FileNotFoundError(f"there is no {name} in {self.programs}")
        return [program, *(word for each in arguments for word in _words(each, text))]


def _words(argument: str, text: Path) -> list[str]:
    if argument == "{files}":
        return [str(path) for path in sorted(text.rglob("*.md"))]
    return [argument.format(folder=text)]


def described() -> tuple[str, tuple[Linter, ...]]:
    """Read linters.yaml: the page with faults, and the linters."""
    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return data["fault"], tuple(_linter(name, fields) for name, fields in data["linters"].items())


def installed(linter: Linter, below: Path) -> Installed | str:
    """Install a linter in a folder of its own, unless it is there, and make sure that it finds a fault.

    Gives in words why it cannot be measured where something is in the way: no registry, no npm, a program that does not work.
    """
    folder = below / "-".join(linter.packages).replace("/", "-").replace("@", "-")
    programs = folder / "node_modules" / ".bin" if linter.install == "npm" else folder / ("Scripts" if os.name == "nt" else "bin")
    try:
        if not programs.is_dir():
            _install(linter, folder)
        for name, settings in linter.settings.items():
            (folder / name).write_text(json.dumps(settings), encoding="utf-8")
        found = Installed(linter, folder, programs)
        return found if works(found) else "it does not find what it should"
    except (OSError, subprocess.SubprocessError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        return f"not installed: {_reason(error)}"


def works(linter: Installed) -> bool:
    """Tell whether a linter finds the fault that it should find."""
    fault, _ = described()
    with tempfile.TemporaryDirectory(prefix="claimlint-fault-") as name:
        (Path(name) / "page.md").write_text(fault, encoding="utf-8")
        command = linter.command(Path(name))
        done = subprocess.run(command, cwd=linter.folder, capture_output=True, encoding="utf-8", errors="replace", check=False)
    return done.returncode in linter.linter.statuses and linter.linter.finds in done.stdout + done.stderr


def _linter(name: str, fields: Mapping[str, Any]) -> Linter:
    return Linter(
        name,
        fields["install"],
        tuple(fields["packages"]),
        tuple(fields["command"]),
        tuple(fields["statuses"]),
        fields["finds"],
        fields.get("settings", {}),
    )


def _install(linter: Linter, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if linter.install == "npm":
        npm = shutil.which("npm")
        if npm is None:
            raise FileNotFoundError("npm is not there")
        _quietly([npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--loglevel", "error", *linter.packages], folder)
    else:
        _quietly([sys.executable, "-m", "venv", "--clear", str(folder)], folder)
        python = shutil.which("python", path=str(folder / ("Scripts" if os.name == "nt" else "bin"))) or "python"
        _quietly([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *linter.packages], folder)


def _quietly(command: Sequence[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", errors="replace", check=True, timeout=_LONGEST)


def _reason(error: Exception) -> str:
    said = (error.stderr or "").strip().splitlines() if isinstance(error, subprocess.CalledProcessError) else []
    return said[-1] if said else str(error)
