"""What holds for every change of a document, whatever it is: no finding is lost, and none is reported twice."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.check import check
from claimlint.configuration import ConfigurationSearch, Settings
from claimlint.finding import Finding, Report
from claimlint.readers import SUFFIXES
from claimlint.review.baseline import promise_of
from claimlint.sources import Discovered, discover
from claimlint.sources.changes import before_change, changed_by

MANIFEST = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: PVT}}
capabilities:
  runtime: {name: battery life, validated: PVT, limits: {runtime: {max: 10 h}}}
  solar: {name: solar charging, validated: none}
  seal: {name: rain cover, validated: DVT}
"""
PARAGRAPHS = [
    "# Glimmer Lamp",
    "## Ideas for later",
    "## Features",
    "The lamp has solar charging.",
    "The lamp has solar charging.\nIt comes with a rain cover.",
    "We hope to add solar charging.",
    "- Solar charging\n- Rain cover",
    "Battery life is up to 14 hours.",
    "Does the lamp have solar charging?\n\nYes.",
    "| Part | Included |\n| --- | --- |\n| Solar charging | ✓ |\n| Rain cover | no |",
    "<!-- claimlint-disable-next-line CL101: agreed with the engineers -->",
    "It is a lamp for the evening.",
]
WHOLE = [paragraph for paragraph in PARAGRAPHS if paragraph.startswith(("The ", "It ", "Battery"))]
"""Those that say the same wherever they stand."""
PAGES = st.lists(st.sampled_from(PARAGRAPHS), max_size=6)


def page(paragraphs: Sequence[str]) -> str:
    return "".join(f"{paragraph}\n\n" for paragraph in paragraphs)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("change")
    (folder / "capabilities.yaml").write_text(MANIFEST, encoding="utf-8")
    return folder


def checked(folder: Path, text: str, before: str | None = None) -> Report:
    """Check a page; only what a change of it brings, where the page before is given."""
    (folder / "page.md").write_text(text, encoding="utf-8", newline="\n")
    documents: tuple[Discovered, ...] = discover([folder / "page.md"], ConfigurationSearch(), SUFFIXES)
    if before is None:
        return check(documents, Settings(date(2026, 11, 22)))
    lines = (before.splitlines(keepends=True), text.splitlines(keepends=True))
    name = (folder / "page.md").as_posix()
    change = changed_by("".join(difflib.unified_diff(*lines, name, name)).encode(), "-", SUFFIXES, {})
    documents, versions = before_change(documents, change, SUFFIXES)
    return check(documents, Settings(date(2026, 11, 22)), before=versions)


def counted(report: Report) -> Counter[str]:
    return Counter(promise_of(finding) for finding in new(report))


def new(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.state == "new"]


@given(PAGES, PAGES)
@settings(max_examples=15)
def test_no_finding_that_was_not_there_is_lost(folder: Path, before: list[str], after: list[str]) -> None:
    reported = checked(folder, page(after), page(before))
    now, then = checked(folder, page(after)), checked(folder, page(before))
    assert not (counted(now) - counted(then)) - counted(reported)


@given(PAGES, PAGES)
@settings(max_examples=10)
def test_each_finding_is_reported_or_older(folder: Path, before: list[str], after: list[str]) -> None:
    reported, now = checked(folder, page(after), page(before)), checked(folder, page(after))
    assert (len(new(reported)) + reported.older, set(new(reported)) - set(new(now))) == (len(new(now)), set())


@given(st.lists(st.sampled_from(WHOLE), max_size=6).flatmap(lambda page: st.tuples(st.just(page), st.permutations(page))))
@settings(max_examples=10)
def test_paragraphs_in_another_order_are_older(folder: Path, pages: tuple[list[str], list[str]]) -> None:
    before, after = pages
    assert new(checked(folder, page(after), page(before))) == []


@given(PAGES, st.sampled_from(WHOLE))
@settings(max_examples=10)
def test_a_paragraph_behind_all_others_brings_its_own_findings_alone(folder: Path, before: list[str], added: str) -> None:
    text = page(before) + "## More\n\n"
    reported = checked(folder, text + page([added]), text)
    assert counted(reported) == counted(checked(folder, text + page([added]))) - counted(checked(folder, text))
