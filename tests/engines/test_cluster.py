"""On a cluster with two workers, one of which is killed, what is found is what one process finds; what is done is not done again."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimlint.bench_source import sources_of
from claimlint.check import check
from claimlint.cli import main
from claimlint.configuration import ConfigurationSearch, Settings
from claimlint.engines import work
from claimlint.engines.checking import Told, check_with_ray
from claimlint.engines.cluster import cluster, done_by_workers
from claimlint.engines.listing import Listing, listing_of
from claimlint.engines.outcome import values_of
from claimlint.readers import SUFFIXES
from claimlint.reports.json_report import document_with_findings
from claimlint.sources import Discovered, discover
from claimlint.timing import Stopwatch
from tests.engines.conftest import NEEDS

ray = pytest.importorskip("ray", reason=NEEDS)

pytestmark = [
    pytest.mark.slow,
    # Ray leaves sockets and files to the end of the process, and warns of what it will do otherwise.
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.skipif(sys.platform == "win32", reason="processes are found and killed as POSIX has it"),
]

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = Settings(date(2026, 11, 23))
CASES = ("a-earbuds", "c-ereader", "d-waterfilter")


@pytest.fixture(scope="module", autouse=True)
def two_workers() -> Iterator[int]:
    with cluster(2) as workers:
        yield workers


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> tuple[Discovered, ...]:
    """The worked example, and training cases with their own manifests; one document of them is damaged."""
    folder = tmp_path_factory.mktemp("estate")
    shutil.copytree(ROOT / "examples", folder / "examples")
    shutil.copy(ROOT / "capabilities.yaml", folder)
    for case in CASES:
        shutil.copytree(ROOT / "training" / case, folder / case)
    (folder / "examples" / "campaign" / "public" / "press-release.docx").write_bytes(b"PK no archive")
    paths = [folder / "examples" / "campaign", *(folder / case / "docs" for case in CASES)]
    return discover(paths, ConfigurationSearch(), SUFFIXES)


def run(listing: Listing, done: work.Work, told: Told | None = None) -> dict[str, Any]:
    """Check documents with two workers, and give the rows of the results by path."""
    known = sources_of(listing.configurations, SETTINGS, Stopwatch())
    check_with_ray(listing, [known[id(each)] for each in listing.configurations], SETTINGS, done, 2, told)
    return {each.reported: values_of(done.outcome(each.reported).row) for each in listing.documents}


def workers_here() -> list[int]:
    """Give the processes that examine documents for this one."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    own = {os.getpid()}
    for _ in rows:
        own |= {int(pid) for pid, parent, _ in rows if int(parent) in own}
    return [int(pid) for pid, _, words in rows if int(pid) in own and "MapWorker" in words]


def test_a_killed_worker_changes_nothing(documents: tuple[Discovered, ...], tmp_path: Path) -> None:
    """Its documents are read again by another one. The damaged document is told of as by one process, and ends nothing."""
    killed: list[int] = []

    def kill_one(done: int, total: int) -> None:
        if not killed and done < total:
            killed.append(workers_here()[0])
            os.kill(killed[0], signal.SIGKILL)

    with work.opened(tmp_path / "work") as done:
        found = run(listing_of(documents, (), ConfigurationSearch()), done, kill_one)
    assert len(killed) == 1
    alone = check(documents, SETTINGS)
    assert found == {each.path: document_with_findings(each) for each in alone.documents}
    assert sum(row["status"] == "not-checked" for row in found.values()) == 1
    assert sum(len(row["findings"]) for row in found.values()) > 50


class Stopped(Exception):
    """Somebody has had enough."""


def test_what_is_done_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that were done when the run was stopped say something else by then, and look as before: nobody notices."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "capabilities.yaml", tmp_path)
    pages = [tmp_path / f"page-{number:02}.md" for number in range(32)]
    for page in pages:
        page.write_text("We like long walks along the river.\n", encoding="utf-8")

    def stop(done: int, total: int) -> None:
        if done >= total // 4:
            raise Stopped

    def listed() -> Listing:
        return listing_of(discover(pages, ConfigurationSearch(), SUFFIXES), (), ConfigurationSearch())

    with pytest.raises(Stopped), work.opened(tmp_path / "work") as done:
        run(listed(), done, stop)
    with work.opened(tmp_path / "work") as done:
        before = {page.name: done.state(page.name) is not None for page in pages}
        for page in pages:
            state = page.stat()
            page.write_text("We like long talks along the river.\n", encoding="utf-8")
            page.write_bytes(b"\xff\xfe\x00\x00" + page.read_bytes()[4:])  # a beginning of something that is not read
            os.utime(page, ns=(state.st_atime_ns, state.st_mtime_ns))
        after = run(listed(), done)
    assert 0 < sum(before.values()) < len(pages)
    assert {name: row["status"] == "checked" for name, row in after.items()} == before


def deadly(kit: bytes) -> Any:
    def job(items: Sequence[bytes]) -> Sequence[bytes]:
        if b"deadly" in items:
            os._exit(1)
        return [kit + item for item in items]

    return job


def test_what_kills_every_worker_is_missing_and_the_rest_is_done(two_workers: int) -> None:
    ray.cloudpickle.register_pickle_by_value(sys.modules[__name__])
    found = [result for results in done_by_workers(deadly, b"+", [b"a", b"deadly", b"b"], two_workers, at_once=1) for result in results]
    assert sorted(found) == [b"+a", b"+b"]


def test_the_command_line_writes_results_and_a_summary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ROOT / "capabilities.yaml", tmp_path)
    (tmp_path / "page.md").write_text("We like long walks along the river.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    line = ["check", "--engine", "ray", "*.md", tmp_path.as_uri(), "--as-of", "2026-11-23", "--format", "jsonl:findings.jsonl"]
    assert main(line) == 0
    said = "No findings in 0 claims of 1 document checked.\nChecked against capabilities.yaml as of 2026-11-23.\n"
    assert capsys.readouterr().out == said
    assert [json.loads(row)["path"] for row in (tmp_path / "findings.jsonl").read_text(encoding="utf-8").splitlines()] == ["page.md"]
