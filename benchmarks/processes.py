"""Whole processes, with the time and the memory that they take."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-11-23"
"""The day on which everything is checked, since days decide some findings."""

_CHECK = ("-m", "claimlint", "check", "--as-of", DAY, "--quiet", "--manifest", str(ROOT / "capabilities.yaml"))
_FINDINGS = (0, 1)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program. seconds: by the clock. memory: the most that it held, in MiB; 0.0 where the system does not tell.

    said: what it wrote to standard error.
    """

    seconds: float
    memory: float
    said: str = ""


def run(arguments: Sequence[str], statuses: Sequence[int] = (0,), environment: Mapping[str, str] | None = None) -> Run:
    """Run Python with these arguments. Ends the program where its exit status is none of these."""
    return run_program([sys.executable, *arguments], statuses, {"PYTHONPATH": str(ROOT), **(environment or {})})


def run_check(folder: Path, *options: str, environment: Mapping[str, str] | None = None, python: Sequence[str] = ()) -> Run:
    """Check a folder as a user does, beside the manifest of the worked example. python: options for Python itself."""
    return run((*python, *_CHECK, *options, str(folder)), _FINDINGS, environment)


def run_program(
    command: Sequence[str], statuses: Sequence[int] = (0,), environment: Mapping[str, str] | None = None, folder: Path = ROOT
) -> Run:
    """Run a program in a folder. Ends this program where its exit status is none of these."""
    began = time.perf_counter()
    told = {**os.environ, **(environment or {})}
    with subprocess.Popen(command, cwd=folder, env=told, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        said = (process.stderr.read() if process.stderr else b"").decode(errors="replace")
        memory = _ended(process)
    seconds = time.perf_counter() - began
    if process.returncode not in statuses:
        sys.exit(f"{' '.join(command)} ended with status {process.returncode}:\n{said}")
    return Run(seconds, memory, said)


def _ended(process: subprocess.Popen[bytes]) -> float:
    """Wait for a process, and give the most memory that it held, in MiB."""
    if not hasattr(os, "wait4"):
        process.wait()
        return 0.0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
