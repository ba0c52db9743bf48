"""What all tests share: a skip counts as a failure where CLAIMLINT_NO_SKIP=1, and the fixtures that need the outside world."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from spacy.language import Language

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parent.parent

# As the command line does: a thread for each processor makes the language model slow where several programs run.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# How fast a busy machine draws examples decides nothing.
settings.register_profile("claimlint", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("claimlint")

NO_SKIP = os.environ.get("CLAIMLINT_NO_SKIP") == "1"


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The top of the source tree."""
    return ROOT


@pytest.fixture(scope="session")
def pipeline() -> Language:
    """The pipeline that comes with claimlint, with its language stage; loaded once."""
    from claimlint.language.pipeline import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def package_index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skips the test where pip cannot fetch a package: a small one is asked for, so that later failures are real."""
    target = tmp_path_factory.mktemp("probe")
    probe = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--no-cache-dir",
        "--retries",
        "1",
        "--dest",
        str(target),
        "iniconfig",
    ]
    done = subprocess.run(probe, capture_output=True, text=True, check=False, timeout=120)
    if done.returncode != 0:
        pytest.skip("pip cannot reach a package index")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and NO_SKIP and not hasattr(report, "wasxfail"):
        _refuse(report, item.nodeid)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if report.skipped and NO_SKIP:
        _refuse(report, collector.nodeid)
    return report


def _refuse(report: pytest.TestReport | pytest.CollectReport, name: str) -> None:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = "failed"
    report.longrepr = f"{name} was skipped, which CLAIMLINT_NO_SKIP=1 forbids. {reason}"
