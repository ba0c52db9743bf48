"""What all tests share: a skip counts as a failure where CLAIMLINT_NO_SKIP=1, and the fixtures that need the outside world.

Two skips are allowed: for want of the published schemas, which are no part of the checkout, and of a Python that can build the site.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.allowed_skips import ALLOWED, NO_SCHEMAS

if TYPE_CHECKING:
    from spacy.language import Language

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parent.parent

# As the command line does: a thread for each processor makes the language model slow where several programs run.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Neither reads nor fills the cache of whoever runs the tests.
os.environ["CLAIMLINT_CACHE_DIR"] = tempfile.mkdtemp(prefix="claimlint-cache-")
atexit.register(shutil.rmtree, os.environ["CLAIMLINT_CACHE_DIR"], ignore_errors=True)

# Whether somebody likes colors decides nothing.
for _name in ("NO_COLOR", "FORCE_COLOR"):
    os.environ.pop(_name, None)

# How fast a busy machine draws examples decides nothing.
settings.register_profile("claimlint", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("claimlint")

NO_SKIP = os.environ.get("CLAIMLINT_NO_SKIP") == "1"


SCHEMAS = ROOT.parent / "shared" / "schemas"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--schemas", type=Path, metavar="DIR", help=f"Folder of published schemas of report formats (default: {SCHEMAS}).")


@pytest.fixture(scope="session")
def schemas(pytestconfig: pytest.Config) -> Path:
    """The folder of published schemas; skips the test where none is named and there is none beside the checkout, with or without CI."""
    named: Path | None = pytestconfig.getoption("--schemas")
    if named is None and not SCHEMAS.is_dir():
        pytest.skip(f"{NO_SCHEMAS}: name a folder that has them with --schemas DIR")
    return named or SCHEMAS


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
    if report.skipped and NO_SKIP and not hasattr(report, "wasxfail") and not any(reason in _reason(report) for reason in ALLOWED):
        _refuse(report, item.nodeid)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if report.skipped and NO_SKIP:
        _refuse(report, collector.nodeid)
    return report


def _refuse(report: pytest.TestReport | pytest.CollectReport, name: str) -> None:
    report.outcome = "failed"
    report.longrepr = f"{name} was skipped, which CLAIMLINT_NO_SKIP=1 forbids. {_reason(report)}"


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    return str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
