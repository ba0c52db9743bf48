"""Copy is judged alike in every way in which it can be read: in one process or several, anew or from the cache."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claimlint.caching.memory import Memory
from claimlint.caching.store import Store
from claimlint.check import check
from claimlint.configuration import ConfigurationSearch, Overrides, Settings
from claimlint.finding import Report
from claimlint.readers import SUFFIXES
from claimlint.sources import discover

CASES = ("a-camping-lantern", "b-sbc", "c-teamchat")
"""A device for everybody, a board for engineers, and a service."""


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest, checkout: Path) -> tuple[Path, Report]:
    """An invented campaign, and what one process reports of it without a cache."""
    folder = checkout / "training" / request.param
    report = checked(folder, 1, Memory())
    assert report.findings
    return folder, report


def checked(folder: Path, jobs: int, memory: Memory) -> Report:
    search = ConfigurationSearch(Overrides(manifests=(folder / "capabilities.yaml",)))
    documents = discover([folder / "docs"], search, SUFFIXES)
    return replace(check(documents, Settings(date(2026, 11, 23), jobs=jobs, memory=memory)), timings={})


@pytest.mark.parametrize("processes", [(1, 1), (2, 1)], ids=["one process", "two processes"])
def test_the_same_is_reported_anew_and_from_the_cache(case: tuple[Path, Report], processes: tuple[int, ...], tmp_path: Path) -> None:
    """With an empty cache first, then with what the first run has kept."""
    folder, expected = case
    memory = Memory(Store(tmp_path, 10**7, 1))
    assert [checked(folder, jobs, memory) for jobs in processes] == [expected, expected]
