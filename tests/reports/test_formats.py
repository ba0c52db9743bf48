"""What holds for every format, and what each writes for a small report, byte for byte.

The files in `expected` are named for their format. Whoever changes what a format writes looks through the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimlint.baseline_entry import BaselineEntry, BaselineStanding
from claimlint.finding import CheckedDocument, Report
from claimlint.reports import FORMATS, RenderOptions, render

EXPECTED = Path(__file__).with_name("expected")
GOLDEN = sorted(path.name for path in EXPECTED.iterdir())
FOR_ALERTS = ("sarif", "github", "gitlab", "junit", "rdjson", "checkstyle")
"""Formats whose readers take all that is listed for new."""

Make = Callable[..., Any]
SHRINKING = BaselineStanding("old.json", unmatched=(BaselineEntry("a.md", "CL101", None, "it floats", "0" * 64),), only_shrinks=True)


@pytest.mark.parametrize("name", GOLDEN)
def test_a_small_report(report: Report, name: str) -> None:
    assert render(name.split(".")[0], report, RenderOptions()).encode() == (EXPECTED / name).read_bytes()


def test_each_format_for_programs_has_a_small_report() -> None:
    assert {name.split(".")[0] for name in GOLDEN} >= {*FOR_ALERTS, "markdown", "csv"}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("told", ["CL101", "docs/launch.md", "decks/q3.pptx", "docs/picture.png", "claimlint does not read .png"])
def test_findings_and_documents_that_were_not_checked_are_named(report: Report, name: str, told: str) -> None:
    assert told in render(name, report, RenderOptions())


@pytest.mark.parametrize("name", FORMATS)
def test_what_of_a_document_was_not_checked_is_told(make_report: Make, make_document: Make, name: str) -> None:
    scanned = make_document("a.pdf", "It floats.", notes=("page 2 is a scan and not checked",))
    assert "page 2 is a scan and not checked" in render(name, make_report(scanned), RenderOptions()).replace("Page", "page")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("text", "Not judged, because the policy leaves the channel internal unchecked: 1 promise in 1 document."),
        ("markdown", "Not judged, because the policy leaves the channel internal unchecked: 1 promise in 1 document."),
        ("sarif", "Not judged, because the policy leaves the channel internal unchecked: 1 promise in 1 document."),
        ("json", '"judged": false'),
        ("junit", '<skipped message="Not judged: the policy leaves the channel internal unchecked" />'),
        ("html", "Nobody can say yet."),
    ],
)
def test_a_document_that_nobody_judges_is_shown_as_no_pass(
    make_report: Make, make_document: Make, make_claim: Make, name: str, told: str
) -> None:
    unjudged = make_document("a.md", "It floats.", (make_claim("a.md", "It floats.", "floats"),), channel="internal", judged=False)
    assert told in render(name, make_report(unjudged), RenderOptions())


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"html", "json"}))
def test_a_baseline_that_fails_the_run_is_named(make_report: Make, name: str) -> None:
    report = replace(make_report(), baselines=(SHRINKING,))
    assert "old.json has 1 entry that matches nothing any more" in render(name, report, RenderOptions())


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_text_that_ends_with_a_line_end(report: Report, name: str) -> None:
    first = render(name, report, RenderOptions())
    assert first.endswith("\n")
    assert first == render(name, report, RenderOptions())


@pytest.mark.parametrize("name", FORMATS)
def test_low_findings_are_left_out_where_that_is_asked_for(report: Report, name: str) -> None:
    remark_alone = replace(report, documents=report.documents[:1])
    assert "Battery life has not passed PVT yet." not in render(name, remark_alone, RenderOptions(min_severity="warning"))


@pytest.mark.parametrize("name", FOR_ALERTS)
def test_what_is_excused_raises_no_alert(report: Report, name: str) -> None:
    documents = (replace(report.documents[1], findings=report.documents[1].findings[1:]),)
    everything = render(name, replace(report, documents=documents, rules=()), RenderOptions(show_all=True))
    assert "CL110" not in everything


@pytest.mark.parametrize("name", sorted(set(FORMATS) - set(FOR_ALERTS)))
def test_what_is_excused_is_marked_where_it_is_asked_for(report: Report, name: str) -> None:
    assert "suppressed" in render(name, report, RenderOptions(show_all=True))


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"github"}))
def test_a_run_without_documents_is_a_report_too(make_report: Make, name: str) -> None:
    assert render(name, make_report(), RenderOptions()).endswith("\n")


def test_workflow_commands_say_nothing_where_there_is_nothing_to_say(make_report: Make) -> None:
    assert render("github", make_report(), RenderOptions()) == ""


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab", "markdown"])
def test_code_hosts_are_given_paths_in_the_repository(report: Report, name: str) -> None:
    shown = render(name, report, RenderOptions(root="/home/ann/site", folder="copy"))
    assert "copy/docs/launch.md" in shown
    assert "/home/ann" not in shown


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"html"}))
def test_a_document_of_which_nothing_is_known_but_its_path_is_reported(make_report: Make, name: str) -> None:
    unread = CheckedDocument("gone.md", "public", None, "there is no such file or folder")
    assert "there is no such file or folder" in render(name, make_report(unread), RenderOptions())
