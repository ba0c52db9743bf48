"""The text report, as a person sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import click
import pytest

from claimlint.baseline_entry import BaselineEntry, BaselineStanding
from claimlint.claim import Claim
from claimlint.finding import CheckedDocument, Finding, Report
from claimlint.reports import RenderOptions, render

Make = Callable[..., Any]


def text(report: Report, **options: Any) -> str:
    return render("text", report, RenderOptions(**options))


def test_everything_at_once(report: Report) -> None:
    assert (
        text(report)
        == """\
decks/q3.pptx (sales)
decks/q3.pptx:1:15 (slide 3, title): info CL101 unvalidated
     1 | Waterproof to IP68
       |               ^^^^
  Battery life has not passed PVT yet.

docs/launch.md (public)
docs/launch.md:3:8: error CL101 unvalidated
     3 | The X1 lasts **up to 14 days** on one charge.
       |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Battery life has not passed PVT yet.
  Instead: designed for up to 10 hours
  Policy: public, assertion: needs PVT, has DVT
  Evidence: TR-101, TR-118

Not checked (1 document):
  docs/picture.png: claimlint does not read .png
1 error, 1 remark in 3 claims of 2 documents checked.
Not shown: 0 in the baseline, 1 suppressed; --show-all shows them.
Checked against capabilities.yaml as of 2026-11-22.
"""
    )


def test_a_clean_run_says_what_it_looked_at(make_report: Make, make_document: Make) -> None:
    assert text(make_report(make_document("a.md", "Hello."))) == (
        "No findings in 0 claims of 1 document checked.\nChecked against capabilities.yaml as of 2026-11-22.\n"
    )


def test_quiet_leaves_findings_and_what_was_not_checked(report: Report) -> None:
    loud = text(report)
    assert text(report, quiet=True) == loud[: loud.index("1 error, 1 remark")]


def test_quiet_says_nothing_of_a_clean_run(make_report: Make, make_document: Make) -> None:
    assert text(make_report(replace(make_document("a.md", "Hello."), notes=("judged as of 2027-01-01",))), quiet=True) == ""


def test_quiet_says_why_a_baseline_makes_the_run_fail(make_report: Make, make_document: Make) -> None:
    entry = BaselineEntry("a.md", "CL201", "seal", "up to 14 days", "0" * 64)
    report = replace(make_report(make_document("a.md", "Hello.")), baselines=(BaselineStanding("old.json", (entry,), only_shrinks=True),))
    assert text(report, quiet=True).startswith("old.json has 1 entry that matches nothing any more; it may only shrink:\n")


@pytest.mark.parametrize(
    ("message", "lines"),
    [
        ("It is too early.", 1),
        ("It is too early. You could say today: “designed for up to 10 hours”.", 0),
    ],
)
def test_a_suggestion_that_the_message_gives_is_not_given_again(
    make_report: Make, make_document: Make, make_claim: Make, make_finding: Make, message: str, lines: int
) -> None:
    claim = make_claim("a.md", "It lasts.", "lasts")
    finding = make_finding(claim, message=message, suggestion="designed for up to 10 hours")
    shown = text(make_report(make_document("a.md", "It lasts.", (claim,), (finding,))))
    assert shown.count("Instead: ") == lines


@pytest.mark.parametrize(
    ("options", "present", "absent"),
    [
        ({"min_severity": "error"}, "1 finding below --min-severity error not shown.", "decks/q3.pptx:1:15"),
        ({"show_all": True}, "docs/launch.md:4:4: warning CL110 unknown [suppressed]", "Not shown"),
    ],
)
def test_options(report: Report, options: dict[str, Any], present: str, absent: str) -> None:
    assert present in text(report, **options)
    assert absent not in text(report, **options)


@pytest.fixture
def many_unknown(make_report: Make, make_document: Make, make_claim: Make, make_finding: Make) -> Callable[[int], Report]:
    def build(count: int) -> Report:
        source = "\n".join(f"It does thing {number:02}." for number in range(1, count + 1))
        claims: tuple[Claim, ...] = tuple(make_claim("a.md", source, f"thing {number:02}", None) for number in range(1, count + 1))
        unknown = {"code": "CL110", "category": "unknown", "severity": "warning"}
        findings: tuple[Finding, ...] = tuple(make_finding(claim, **unknown) for claim in claims)
        document: CheckedDocument = make_document("a.md", source, claims, findings)
        return make_report(document)  # type: ignore[no-any-return]

    return build


@pytest.mark.parametrize(
    ("count", "lines"),
    [
        (2, ["     1:9  thing 01", "     2:9  thing 02"]),
        (7, [*(f"     {number}:9  thing 0{number}" for number in range(1, 6)), "          and 2 more; --format json lists them all"]),
    ],
)
def test_unknown_promises_never_flood(many_unknown: Callable[[int], Report], count: int, lines: list[str]) -> None:
    assert text(many_unknown(count)).splitlines()[1 : 2 + len(lines)] == [
        f"a.md: warning CL110 unknown: {count} promises that the manifest does not have",
        *lines,
    ]


def test_one_unknown_promise_is_a_finding_like_others(many_unknown: Callable[[int], Report]) -> None:
    assert "a.md:1:9: warning CL110 unknown\n" in text(many_unknown(1))


@pytest.mark.parametrize(("verbose", "shown"), [(True, 7), (False, 0)])
def test_fingerprints_are_shown_one_below_each_finding_where_they_are_asked_for(
    many_unknown: Callable[[int], Report], verbose: bool, shown: int
) -> None:
    assert text(many_unknown(7), verbose=verbose).splitlines().count("  Fingerprint: 00000000") == shown


def test_messages_are_wrapped(make_report: Make, make_document: Make, make_claim: Make, make_finding: Make) -> None:
    claim = make_claim("a.md", "It works.", "works")
    finding = make_finding(claim, message="word " * 40, suggestion="other " * 20)
    lines = text(make_report(make_document("a.md", "It works.", (claim,), (finding,))), width=60).splitlines()
    assert max(map(len, lines)) <= 60
    assert [line for line in lines if line.startswith("  Instead: other")]
    assert [line for line in lines if line.startswith("           other")]


def test_notes_of_a_document_are_shown(make_report: Make, make_document: Make) -> None:
    shown = text(make_report(make_document("a.md", "", notes=("read as Windows-1252",))))
    assert shown.startswith("a.md (public)\n  note: read as Windows-1252\n")


def test_control_characters_of_a_document_do_not_reach_the_terminal(
    make_report: Make, make_document: Make, make_claim: Make, make_finding: Make
) -> None:
    source = "It \x1b[2J works."
    claim = make_claim("a.md", source, source)
    shown = text(make_report(make_document("a.md", source, (claim,), (make_finding(claim, message=f"“{source}” is new."),))))
    assert "\x1b" not in shown


def test_color_changes_nothing_but_the_color(report: Report) -> None:
    colored = text(report, color=True)
    assert colored != text(report)
    assert click.unstyle(colored) == text(report)


def test_notes_of_a_run_are_part_of_the_report(make_report: Make, make_document: Make) -> None:
    report = replace(make_report(make_document("a.md", "")), notes=("the copy is old",))
    assert "\nNote: the copy is old.\n" in render("text", report, RenderOptions())
