"""Several processes find what one does, in the same order, and leave nothing behind when they are stopped."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claimlint.caching.memory import Memory
from claimlint.caching.store import Store
from claimlint.check import check
from claimlint.configuration import Configuration, ConfigurationSearch, Overrides, Settings
from claimlint.errors import InputError, Problem
from claimlint.readers import SUFFIXES
from claimlint.side_by_side import suitable_jobs
from claimlint.sources import Discovered, discover

ROOT = Path(__file__).resolve().parents[1]
CAMPAIGN = ROOT / "examples" / "campaign"
SETTINGS = Settings(date(2026, 11, 23))


@pytest.fixture(scope="module")
def documents() -> tuple[Discovered, ...]:
    return discover([CAMPAIGN], ConfigurationSearch(Overrides()), SUFFIXES)


def test_two_processes_report_what_one_does(documents: tuple[Discovered, ...], tmp_path: Path) -> None:
    """What they keep serves the next run, too."""
    alone = check(documents, SETTINGS)
    memory = Memory(Store(tmp_path, 10**7, 1))
    together = [check(documents, replace(SETTINGS, jobs=jobs, memory=memory)) for jobs in (2, 1)]
    assert alone.findings
    assert [replace(each, timings={}) for each in together] == [replace(alone, timings={})] * 2


def test_what_does_not_load_is_told_once(documents: tuple[Discovered, ...]) -> None:
    missing = [replace(each, configuration=replace(each.configuration, model="en_nowhere")) for each in documents[:2]]
    with pytest.raises(InputError, match="en_nowhere") as told:
        check(missing, replace(SETTINGS, jobs=2))
    assert len(told.value.problems) == 1


def test_problems_travel_between_processes() -> None:
    error = InputError([Problem("b.yaml", 2, 1, "is wrong."), Problem("a.yaml", None, None, "is not there.", "Write it.")])
    assert pickle.loads(pickle.dumps(error)).problems == error.problems


@pytest.mark.parametrize(
    ("sizes", "cores", "jobs"),
    [
        pytest.param([5_000], 8, 1, id="a page"),
        pytest.param([100_000] * 3, 8, 1, id="not worth a second process"),
        pytest.param([100_000] * 10, 8, 5, id="by the amount of work"),
        pytest.param([100_000] * 100, 8, 8, id="at most one for each core"),
        pytest.param([], 8, 1, id="nothing"),
    ],
)
def test_processes_suit_the_work(sizes: list[int], cores: int, jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)), raising=False)
    configuration = Configuration(Path("/copy"), (Path("/copy/capabilities.yaml"),))
    given = [Discovered(Path(f"/copy/{n}.md"), f"{n}.md", configuration, "public", b" " * size) for n, size in enumerate(sizes)]
    assert suitable_jobs(given) == jobs


def started(folder: Path) -> subprocess.Popen[str]:
    """A check of a hundred pages in two processes, in a process group of its own."""
    for number in range(100):
        (folder / f"{number}.md").write_text((CAMPAIGN / "public/launch-post.md").read_text(encoding="utf-8"), encoding="utf-8")
    command = ("check", "--no-cache", "--jobs", "2", "--manifest", str(ROOT / "capabilities.yaml"), str(folder))
    return subprocess.Popen(
        [sys.executable, "-m", "claimlint", *command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell lets programs in its background ignore it
    )


def members(group: int) -> list[int]:
    """The processes of a group that are alive."""
    found = []
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                fields = (place / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(fields[2]) == group and fields[0] != "Z":
                found.append(int(place.name))
    return found


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """The processes that read documents, as soon as both are there."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        found = [pid for pid in members(process.pid) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
        if len(found) == 2:
            return found
        time.sleep(0.05)
    raise AssertionError("no processes were started")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes of a group are looked up in /proc, as Linux has it")
class TestStopping:
    def test_interruption_is_told_in_a_word_and_leaves_no_process(self, tmp_path: Path) -> None:
        process = started(tmp_path)
        workers_of(process)
        os.killpg(process.pid, signal.SIGINT)
        output, error = process.communicate(timeout=30)
        assert (process.returncode, output, error.strip()) == (130, "", "Interrupted.")
        until = time.monotonic() + 10
        while members(process.pid) and time.monotonic() < until:
            time.sleep(0.05)
        assert members(process.pid) == []

    def test_a_process_that_the_system_ends_is_told_of(self, tmp_path: Path) -> None:
        process = started(tmp_path)
        os.kill(workers_of(process)[0], signal.SIGKILL)
        output, error = process.communicate(timeout=60)
        assert (process.returncode, output) == (2, "")
        assert error.startswith("--jobs: a process that read copy was ended by the system")
        assert "Traceback" not in error
