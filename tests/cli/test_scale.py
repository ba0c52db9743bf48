"""`claimlint check --engine ray`: what of the command it has not, and what it is asked for; no cluster is needed to say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "jsonl:f", "--baseline", "b.json"], "--engine ray has no --baseline."),
        (["--format", "jsonl:f", "--changed-since", "main"], "--engine ray has no --changed-since."),
        (["--format", "jsonl:f", "--diff", "x.diff"], "--engine ray has no --diff."),
        (["--format", "jsonl:f", "--ratchet"], "--engine ray has no --ratchet."),
        (["--format", "jsonl:f", "-"], "--engine ray reads no standard input: workers on other machines have none."),
        (["--format", "sarif:f"], '--engine ray writes jsonl and parquet, not "sarif:f".'),
        ([], "--engine ray writes its results to files; name them, as in --format jsonl:findings.jsonl"),
        (["--format", "jsonl"], "--engine ray writes its results to files"),
    ],
)
def test_what_the_engine_has_not_is_refused_in_one_line(repository: Path, run: Run, arguments: list[str], said: str) -> None:
    status, _, told = run("check", "--engine", "ray", *arguments)
    assert (status, said in told) == (2, True), told


def test_only_this_engine_reads_urls(repository: Path, run: Run) -> None:
    status, _, told = run("check", "s3://bucket/site")
    assert status == 2
    assert "s3://bucket/site is a URL; `claimlint check --engine ray` reads those." in told


def test_what_is_missing_is_told_with_the_way_to_install_it(repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimlint.engines.storage.find_spec", {}.get)
    status, _, told = run("check", "--engine", "ray", "--output", "f", "--format", "jsonl")
    assert status == 2
    assert "--engine ray: needs packages that are not installed. Install them with: pip install 'claimlint-copy[ray]'." in told
