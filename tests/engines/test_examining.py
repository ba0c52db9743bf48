"""One worker's part, and what is done with it: documents are examined, kept, judged again, and written as results."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimlint.bench_source import sources_of
from claimlint.check import check
from claimlint.configuration import ConfigurationSearch, Settings
from claimlint.engines import examining, work
from claimlint.engines.contradicting import judge_against_each_other
from claimlint.engines.examining import Kit, examine
from claimlint.engines.listing import Listing, listing_of
from claimlint.engines.results import write_results
from claimlint.engines.tally import Tally
from claimlint.errors import InputError
from claimlint.readers import SUFFIXES
from claimlint.reports.options import RenderOptions
from claimlint.sources import discover
from claimlint.timing import Stopwatch
from tests.engines.conftest import NEEDS

pytest.importorskip("fsspec", reason=NEEDS)

SETTINGS = Settings(date(2026, 11, 23))


def listed(*urls: str, paths: Iterable[str] = ()) -> Listing:
    search = ConfigurationSearch()
    return listing_of(discover([Path(path) for path in paths], search, SUFFIXES) if paths else (), urls, search)


def results(listing: Listing, done: work.Work, options: RenderOptions | None = None, **targets: str) -> tuple[list[dict[str, Any]], Tally]:
    """Examine documents in one go, and give the lines that are written."""
    known = sources_of(listing.configurations, SETTINGS, Stopwatch())
    benches = [known[id(configuration)].bench for configuration in listing.configurations]
    kit = Kit(listing.places, listing.configurations, benches, SETTINGS)
    done.keep(examine([(document, b"state") for document in listing.documents], kit))
    judge_against_each_other(listing, kit, done)
    path = done.path.with_suffix(".jsonl")
    tally = write_results(listing, done, {path: "jsonl"}, options or RenderOptions(), ["error"] * len(listing.configurations))
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()], tally


def told(rows: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    return {row["path"]: [finding["code"] for finding in row["findings"]] for row in rows}


def test_copy_in_a_bucket_is_under_the_configuration_here(bucket: str) -> None:
    """Patterns see the path within the bucket; what the configuration excludes, or nobody can read, is not taken."""
    listing = listed(f"{bucket}site", f"{bucket}drafts/next.md")
    channels = {document.reported: document.channel for document in listing.documents}
    assert channels == {
        "memory:///drafts/next.md": "public",
        "memory:///site/battery.md": "public",
        "memory:///site/de/über.md": "public",
        "memory:///site/faq.md": "sales",
        "memory:///site/index.md": "public",
    }


def test_what_is_excluded_is_not_met(bucket: str) -> None:
    with pytest.raises(InputError, match="None of the 1 files"):
        listed(f"{bucket}drafts/*.md")


def test_a_file_that_is_named_is_excluded_where_that_is_asked_for(bucket: str) -> None:
    search = ConfigurationSearch()
    url = f"{bucket}drafts/next.md"
    assert [len(listing_of((), [url], search, force_exclude=force).documents) for force in (False, True)] == [1, 0]


def test_all_urls_that_are_wrong_are_told_at_once(bucket: str) -> None:
    with pytest.raises(InputError) as error:
        listed(f"{bucket}nowhere", "nothing://at.all")
    assert len(error.value.problems) == 2


def test_a_bucket_is_found_to_promise_what_the_same_files_here_do(bucket: str, tmp_path: Path) -> None:
    """Documents contradict each other there as well: the second runtime is reported with the place of the first."""
    here = check(discover([Path("site")], ConfigurationSearch(), SUFFIXES), SETTINGS)
    with work.opened(tmp_path / "work") as done:
        rows, tally = results(listed(f"{bucket}site"), done)
    assert told(rows) == {f"memory:///{each.path}": [finding.code for finding in each.findings] for each in here.documents}
    assert "CL601" in told(rows)["memory:///site/faq.md"]
    fingerprints = [finding["fingerprint"] for row in rows for finding in row["findings"] if finding["code"] != "CL601"]
    assert fingerprints == [finding.fingerprint for finding in here.findings if finding.code != "CL601"]
    assert (tally.exit_status, tally.checked) == (1, 4)


def test_a_document_that_fails_is_told_of_and_ends_nothing(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finish_together = examining.finish_together

    def failing(documents: Any, *others: Any) -> Any:
        if any(document.reported == "site/faq.md" for document in documents):
            raise RecursionError("too deep\nand so on")
        return finish_together(documents, *others)

    monkeypatch.setattr(examining, "finish_together", failing)
    listing = listed(paths=["site"])
    (site / "site" / "index.md").unlink()
    (site / "site" / "letter.docx").write_bytes(b"no archive")
    with work.opened(tmp_path / "work") as done:
        rows, tally = results(listed(paths=["site/letter.docx"]), done)
        assert "letter.docx" in rows[0]["path"]
        rows, tally = results(listing, done)
        assert [done.state(document.reported) for document in listing.documents] == [b"state", b"state", None, None]
    reasons = {row["path"]: row["reason"] for row in rows if row["status"] == "not-checked"}
    assert reasons == {
        "site/faq.md": "claimlint failed on it: RecursionError: too deep",
        "site/index.md": "cannot be read: No such file or directory",
    }
    assert tally.exit_status == 2
    assert list(tally.lines(quiet=True))[0::2] == [
        "Not checked (2 documents):",
        "  site/index.md: cannot be read: No such file or directory",
    ]


def test_what_no_longer_contradicts_is_judged_again(site: Path, tmp_path: Path) -> None:
    with work.opened(tmp_path / "work") as done:
        before, _ = results(listed(paths=["site"]), done)
        listing = listed(paths=["site/faq.md"])
        done.keep_only(["site/faq.md"])
        known = sources_of(listing.configurations, SETTINGS, Stopwatch())
        kit = Kit(listing.places, listing.configurations, [known[id(each)].bench for each in listing.configurations], SETTINGS)
        judge_against_each_other(listing, kit, done)
        path = tmp_path / "after.jsonl"
        write_results(listing, done, {path: "jsonl"}, RenderOptions(), ["error"])
    assert "CL601" in told(before)["site/faq.md"]
    assert "CL601" not in told([json.loads(path.read_text(encoding="utf-8"))])["site/faq.md"]


def test_lower_findings_are_left_out_and_counted(site: Path, tmp_path: Path) -> None:
    with work.opened(tmp_path / "work") as done:
        rows, tally = results(listed(paths=["site"]), done, RenderOptions(min_severity="error"))
    left_out = sum(tally.new.values()) - sum(len(row["findings"]) for row in rows)
    assert left_out > 0
    assert f"{left_out} finding{'s' * (left_out > 1)} below --min-severity not shown." in tally.lines()


def test_a_table_has_what_the_lines_have(site: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason=NEEDS)
    with work.opened(tmp_path / "work") as done:
        listing = listed(paths=["site"])
        rows, _ = results(listing, done)
        write_results(listing, done, {tmp_path / "findings.parquet": "parquet"}, RenderOptions(), ["error"])
    table = parquet.read_table(tmp_path / "findings.parquet").to_pylist()
    assert [_without_nothing(row) for row in table] == [_without_nothing(row) for row in rows]


def _without_nothing(value: Any) -> Any:
    """Leave out keys without a value: a table has all columns in each row."""
    if isinstance(value, dict):
        return {key: _without_nothing(item) for key, item in value.items() if item is not None}
    return [_without_nothing(item) for item in value] if isinstance(value, list) else value
