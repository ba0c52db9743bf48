"""Processes that are measured, and one that fails."""

from __future__ import annotations

import subprocess
import sys

import pytest

from benchmarks.processes import ROOT, run

PROGRAM = """
from benchmarks.processes import run
small, large = run(("-c", "pass")), run(("-c", "import time; kept = bytearray(200 * 2**20); time.sleep(0.5)"))
print(large.seconds > 0.5, large.memory - small.memory > 150)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell the memory of a process that has ended")
def test_time_and_memory_are_told() -> None:
    """From a small process: some systems count the memory of the one that starts a program as the program's own."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == ["True", "True"]


def test_program_that_fails_ends_the_measuring() -> None:
    with pytest.raises(SystemExit, match="ended with status 3"):
        run(("-c", "import sys; sys.exit(3)"))
