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


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program. seconds: by the clock. memory: the most that it held, in MiB; 0.0 where the system does not tell."""

    seconds: float
    memory: float


def run(arguments: Sequence[str], statuses: Sequence[int] = (0,), environment: Mapping[str, str] | None = None) -> Run:
    """Run Python with these arguments. Ends the program where its exit status is none of these."""
    began = time.perf_counter()
    told = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    command = [sys.executable, *arguments]
    with subprocess.Popen(command, cwd=ROOT, env=told, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        said = process.stderr.read() if process.stderr else b""
        memory = _ended(process)
    seconds = time.perf_counter() - began
    if process.returncode not in statuses:
        sys.exit(f"{' '.join(arguments)} ended with status {process.returncode}:\n{said.decode(errors='replace')}")
    return Run(seconds, memory)


def _ended(process: subprocess.Popen[bytes]) -> float:
    """Wait for a process, and give the most memory that it held, in MiB."""
    if not hasattr(os, "wait4"):
        process.wait()
        return 0.0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
