"""Processes that are measured, and one that fails."""

from __future__ import annotations

import sys

import pytest

from benchmarks.processes import run


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell the memory of a process that has ended")
def test_time_and_memory_are_told() -> None:
    small, large = run(("-c", "pass")), run(("-c", "import time; kept = bytearray(200 * 2**20); time.sleep(0.5)"))
    assert large.seconds > 0.5
    assert large.memory - small.memory > 150


def test_program_that_fails_ends_the_measuring() -> None:
    with pytest.raises(SystemExit, match="ended with status 3"):
        run(("-c", "import sys; sys.exit(3)"))
