"""How fast a check is: what is said of the seconds that were measured, and what is run."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest


@pytest.fixture
def speed(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("speed")


def test_the_ratio_is_that_of_runs_side_by_side(speed: ModuleType) -> None:
    checks, loads = [2.0, 9.0, 3.0], [1.0, 6.0, 1.0]
    assert speed.summary(checks, loads).splitlines()[1:] == [
        "loading the language weights alone: 1.00 s",
        "ratio: 2.00 (from 1.50 to 3.00, 3 pairs of runs)",
    ]


def test_the_page_is_named_by_its_size(speed: ModuleType) -> None:
    assert speed.summary([2.0], [1.0]).startswith(f"check of a page of {speed.PAGE.stat().st_size} bytes: 2.00 s\n")


def test_a_program_that_fails_is_not_timed(speed: ModuleType) -> None:
    with pytest.raises(SystemExit, match="ended with status 3:\nno such page"):
        speed.seconds(("-c", "import sys; print('no such page', file=sys.stderr); sys.exit(3)"), (0, 1))


def test_seconds_are_those_of_the_whole_program(speed: ModuleType) -> None:
    assert speed.seconds(("-c", "import time; time.sleep(0.2)"), (0,)) >= 0.2
