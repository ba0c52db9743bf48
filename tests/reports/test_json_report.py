"""The JSON report keeps what the contract promises to other programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from claimlint.claim import Claim, Value
from claimlint.finding import CheckedDocument, Finding, Report
from claimlint.reports import RenderOptions, render

SCHEMA = json.loads(Path(__file__).with_name("report.schema.json").read_text(encoding="utf-8"))


def faults(rendered_report: Any) -> list[str]:
    """What the schema finds wrong with a report."""
    return [error.message for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(rendered_report)]


def rendered(report: Report, **options: Any) -> Any:
    return json.loads(render("json", report, RenderOptions(**options)))


@pytest.mark.parametrize("options", [{}, {"show_all": True}, {"min_severity": "error"}])
def test_the_report_is_what_its_schema_says(report: Report, options: dict[str, Any]) -> None:
    assert faults(rendered(report, **options)) == []


@pytest.mark.parametrize("key", ["findings", "claims", "documents", "summary"])
def test_the_schema_misses_nothing_that_is_left_out(key: str, report: Report) -> None:
    assert faults({name: value for name, value in rendered(report).items() if name != key}) == [f"'{key}' is a required property"]


def test_a_run_without_documents_is_a_report_too(make_report: Callable[..., Report]) -> None:
    found = rendered(make_report())
    assert faults(found) == []
    assert (found["documents"], found["claims"], found["findings"]) == ([], [], [])


def test_claims_are_numbered_across_the_run(report: Report) -> None:
    found = rendered(report)
    assert [(claim["id"], claim["path"]) for claim in found["claims"]] == [
        ("c1", "decks/q3.pptx"),
        ("c2", "docs/launch.md"),
        ("c3", "docs/launch.md"),
    ]
    assert [finding["claim"] for finding in found["findings"]] == ["c1", "c2"]


def test_positions_count_code_points_and_every_line_end(report: Report) -> None:
    humming = rendered(report)["claims"][2]
    assert humming["start"] == {"line": 4, "column": 4, "offset": 65}
    assert humming["end"] == {"line": 5, "column": 6, "offset": 90}


def test_a_finding_tells_all(report: Report) -> None:
    assert rendered(report)["findings"][1] == {
        "code": "CL101",
        "rule": "unvalidated-capability",
        "category": "unvalidated",
        "severity": "error",
        "subject": "battery-life",
        "claim": "c2",
        "path": "docs/launch.md",
        "where": None,
        "start": {"line": 3, "column": 8, "offset": 22},
        "end": {"line": 3, "column": 45, "offset": 59},
        "text": "lasts **up to 14 days** on one charge",
        "message": "Battery life has not passed PVT yet.",
        "suggestion": "designed for up to 10 hours",
        "evidence": ["TR-101", "TR-118"],
        "policy": {"channel": "public", "strength": "assertion", "needs": "PVT", "has": "DVT"},
        "state": "new",
        "excuse": None,
        "fingerprint": "0" * 64,
    }


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            Value("up to 14 days", 0, 13, "max", "runtime", 336.0, None, "h"),
            {"text": "up to 14 days", "limit": "runtime", "amount": 336, "unit": "h", "bound": "max"},
        ),
        (
            Value("5-6.5 W", 0, 7, limit=None, amount=5.0, to=6.5, unit="W"),
            {"text": "5-6.5 W", "limit": None, "amount": 5, "to": 6.5, "unit": "W", "bound": "exact"},
        ),
        (Value("IP67", 0, 4, rating="IP67"), {"text": "IP67", "limit": None, "rating": "IP67", "bound": "exact"}),
        (Value("5.10", 0, 4, limit="bt", version="5.10"), {"text": "5.10", "limit": "bt", "version": "5.10", "bound": "exact"}),
    ],
)
def test_values(
    value: Value,
    expected: dict[str, Any],
    make_report: Callable[..., Report],
    make_document: Callable[..., CheckedDocument],
    make_claim: Callable[..., Claim],
) -> None:
    claim = replace(make_claim("a.md", "It works.", "works"), values=(value,))
    assert rendered(make_report(make_document("a.md", "It works.", (claim,))))["claims"][0]["values"] == [expected]


def test_documents_that_were_not_checked_say_why(report: Report) -> None:
    found = rendered(report)
    assert found["documents"][2] == {
        "path": "docs/picture.png",
        "channel": "public",
        "status": "not-checked",
        "reason": "claimlint does not read .png",
        "judged": False,
        "notes": [],
        "words": 0,
        "claims": 0,
    }
    summary = {"error": 1, "warning": 0, "info": 1, "claims": 3, "checked": 2, "not_checked": 1}
    assert found["summary"] == {**summary, "older": 0, "baseline_left_over": 0, "baseline_added": 0}


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ({}, ["CL101", "CL101"]),
        ({"min_severity": "error"}, ["CL101"]),
        ({"show_all": True}, ["CL101", "CL101", "CL110"]),
        ({"show_all": True, "min_severity": "warning"}, ["CL101", "CL110"]),
    ],
)
def test_options_decide_what_is_listed_and_not_what_is_counted(report: Report, options: dict[str, Any], codes: list[str]) -> None:
    found = rendered(report, **options)
    assert [finding["code"] for finding in found["findings"]] == codes
    assert found["summary"] == rendered(report)["summary"]


def test_a_finding_about_no_claim_of_the_document_names_none(
    make_report: Callable[..., Report],
    make_document: Callable[..., CheckedDocument],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
) -> None:
    finding = make_finding(make_claim("a.md", "It works.", "works"))
    assert rendered(make_report(make_document("a.md", "It works.", (), (finding,))))["findings"][0]["claim"] is None


def test_letters_are_written_as_they_are(make_report: Callable[..., Report], make_document: Callable[..., CheckedDocument]) -> None:
    assert "docs/größe.md" in render("json", make_report(make_document("docs/größe.md", "")), RenderOptions())
