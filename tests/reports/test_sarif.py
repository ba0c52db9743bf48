"""SARIF is valid, its regions keep to the claim, and nothing of it opens an alert that nobody wants."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema.validators import validator_for

from claimlint.finding import CheckedDocument, Report, RuleDescription
from claimlint.reports import RenderOptions, render
from claimlint.reports.sarif import MOST_RESULTS

Make = Callable[..., Any]


def run_of(report: Report, **options: Any) -> Any:
    (run,) = json.loads(render("sarif", report, RenderOptions(**options)))["runs"]
    return run


def faults(schemas: Path, report: Report) -> list[str]:
    """What the published schema finds wrong with a report."""
    schema = json.loads((schemas / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    return [error.message for error in validator_for(schema)(schema).iter_errors(json.loads(render("sarif", report, RenderOptions())))]


def test_the_published_schema_finds_no_fault(schemas: Path, report: Report) -> None:
    noted = replace(report, notes=("the copy is old",), documents=(replace(report.documents[0], notes=("a note",)), *report.documents[1:]))
    assert faults(schemas, noted) == []


def test_the_published_schema_finds_no_fault_with_an_empty_run(schemas: Path, make_report: Make) -> None:
    assert faults(schemas, make_report()) == []


@pytest.fixture
def one(make_report: Make, make_document: Make, make_claim: Make, make_finding: Make) -> Callable[..., Report]:
    """Make a report of one finding on words in a text."""

    def build(text: str, words: str, path: str = "a.md", **of: Any) -> Report:
        claim = make_claim(path, text, words)
        report: Report = make_report(make_document(path, text, (claim,), (make_finding(claim, **of),)))
        return report

    return build


@pytest.mark.parametrize(
    ("text", "words", "region"),
    [
        ("It floats.", "floats", (1, 4, 1, 10)),
        ("😀 It floats.", "floats", (1, 6, 1, 12)),
        ("It\r\nfloats\rwell.", "floats\rwell", (2, 1, 3, 5)),
        ("It floats\nwell.", "floats\n", (1, 4, 1, 10)),
        ("It floats\r\nwell.", "floats\r\n", (1, 4, 1, 10)),
    ],
)
def test_the_region_holds_the_claim_and_no_line_more(one: Callable[..., Report], text: str, words: str, region: tuple[int, ...]) -> None:
    found = run_of(one(text, words))["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert tuple(found[key] for key in ("startLine", "startColumn", "endLine", "endColumn")) == region


@pytest.mark.parametrize(
    ("path", "root", "folder", "artifact"),
    [
        ("docs/a.md", "", "", {"uri": "docs/a.md", "uriBaseId": "%SRCROOT%"}),
        ("größe #1 50%.md", "", "", {"uri": "gr%C3%B6%C3%9Fe%20%231%2050%25.md", "uriBaseId": "%SRCROOT%"}),
        ("a:b.md", "", "", {"uri": "a%3Ab.md", "uriBaseId": "%SRCROOT%"}),
        ("a.md", "/r", "site/en", {"uri": "site/en/a.md", "uriBaseId": "%SRCROOT%"}),
        ("../a.md", "/r", "site", {"uri": "a.md", "uriBaseId": "%SRCROOT%"}),
        ("../../a.md", "/r", "site", {"uri": "../../a.md"}),
        ("/r/docs/a.md", "/r", "site", {"uri": "docs/a.md", "uriBaseId": "%SRCROOT%"}),
        ("/rest/a.md", "/r", "", {"uri": "file:///rest/a.md"}),
        ("C:/copy/a b.md", "C:/r", "", {"uri": "file:///C:/copy/a%20b.md"}),
        ("C:/r/a.md", "C:/r", "", {"uri": "a.md", "uriBaseId": "%SRCROOT%"}),
        ("caf\udce9.md", "", "", {"uri": "caf%ED%B3%A9.md", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_files_are_named_as_the_repository_has_them(
    one: Callable[..., Report], path: str, root: str, folder: str, artifact: dict[str, str]
) -> None:
    found = run_of(one("It floats.", "floats", path), root=root, folder=folder)["results"][0]
    assert found["locations"][0]["physicalLocation"]["artifactLocation"] == artifact


def test_copy_makes_no_link(one: Callable[..., Report]) -> None:
    message = run_of(one("It floats.", "floats", message="See [this](https://a.example)."))["results"][0]["message"]["text"]
    assert message.startswith("See [this] (https://a.example).")


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")])
def test_levels(one: Callable[..., Report], severity: str, level: str) -> None:
    assert run_of(one("It floats.", "floats", severity=severity))["results"][0]["level"] == level


def test_the_fingerprint_is_our_own(one: Callable[..., Report]) -> None:
    found = run_of(one("It floats.", "floats", fingerprint="ab" * 32))["results"][0]
    assert found["partialFingerprints"] == {"primaryLocationLineHash": "ab" * 32}


RULES = (RuleDescription("one", "CL1", "c", "error", "s", "w"), RuleDescription("other", "CL1", "c", "info", "s", "w"))


def test_each_rule_is_described_once_and_found_by_its_index(one: Callable[..., Report]) -> None:
    report = replace(one("It floats.", "floats", code="CL1", rule="other"), rules=RULES)
    run = run_of(report)
    (result,) = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["CL1", "CL1/other"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "CL1/other"


def test_a_finding_of_a_rule_that_nobody_described_has_one(one: Callable[..., Report]) -> None:
    run = run_of(replace(one("It floats.", "floats", code="X1"), rules=()))
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["X1"]


@pytest.mark.parametrize(
    ("document", "succeeded", "level"),
    [
        (CheckedDocument("a.pages", "public", None, "claimlint does not read .pages"), False, "error"),
        ("a.md", True, "warning"),
    ],
)
def test_what_was_not_checked_is_told(
    make_report: Make, make_document: Make, document: CheckedDocument | str, succeeded: bool, level: str
) -> None:
    """A document that could not be read fails the run; one in another language was read."""
    unchecked = make_document(document, "Bonjour.", reason="it is French") if isinstance(document, str) else document
    (invocation,) = run_of(make_report(unchecked))["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert (invocation["executionSuccessful"], notification["level"]) == (succeeded, level)


def test_no_more_results_than_are_taken_the_worst_of_them(
    make_report: Make, make_document: Make, make_claim: Make, make_finding: Make
) -> None:
    claim = make_claim("a.md", "It floats.", "floats")
    many = tuple(make_finding(claim, severity="info") for _ in range(MOST_RESULTS))
    run = run_of(make_report(make_document("a.md", "It floats.", (claim,), (*many, make_finding(claim), make_finding(claim)))))
    assert len(run["results"]) == MOST_RESULTS
    assert [result["level"] for result in run["results"][:3]] == ["error", "error", "note"]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("2 of 5,002 findings are left out")
