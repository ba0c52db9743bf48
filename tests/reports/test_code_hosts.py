"""Workflow commands, code quality and rdjson: limits, identities and columns as their readers want them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema.validators import validator_for

from claimlint.claim import Claim
from claimlint.document import Block, BlockKind, Document, Slice, Source, SourceMap
from claimlint.finding import CheckedDocument, Correction, Report
from claimlint.reports import RenderOptions, render

Make = Callable[..., Any]


@pytest.fixture
def repeated(make_report: Make, make_document: Make, make_claim: Make, make_finding: Make) -> Callable[..., Report]:
    """Make a report of as many findings as are asked for of each severity, and of a document that was not read."""

    def build(**counts: int) -> Report:
        claim = make_claim("a.md", "It floats.", "floats")
        findings = tuple(make_finding(claim, severity=severity) for severity, count in counts.items() for _ in range(count))
        unread = CheckedDocument("b.md", "public", None, "it is damaged")
        report: Report = make_report(make_document("a.md", "It floats.", (claim,), findings), unread)
        return report

    return build


def commands(report: Report) -> list[str]:
    return render("github", report, RenderOptions()).splitlines()


def test_the_worst_come_first_and_before_them_what_was_not_checked(repeated: Callable[..., Report]) -> None:
    found = commands(repeated(info=1, warning=1, error=1))
    assert [command.split(" ")[0] for command in found] == ["::error", "::error", "::warning", "::notice"]
    assert found[0] == "::error file=b.md,title=claimlint%3A not-checked::Not checked: it is damaged"


def test_what_github_will_not_show_is_told_in_the_first_notice(repeated: Callable[..., Report]) -> None:
    found = commands(repeated(info=11, error=10))
    assert next(command for command in found if command.startswith("::notice")) == (
        "::notice title=claimlint::There are 11 of the level error and 11 of the level notice; GitHub shows the first 10 of a level, "
        "the log of this step all of them."
    )
    assert len(found) == 11 + 1 + 11


def test_ten_are_shown_without_a_word(repeated: Callable[..., Report]) -> None:
    assert len(commands(repeated(warning=10))) == 1 + 10


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("It floats.", "floats", "line=1,col=4,endLine=1,endColumn=9"),
        ("It floats\nwell.", "floats\nwell", "line=1,endLine=2"),
        ("It floats.", "f", "line=1,col=4,endLine=1,endColumn=4"),
    ],
)
def test_columns_only_within_one_line(
    make_report: Make, make_document: Make, make_claim: Make, make_finding: Make, text: str, words: str, place: str
) -> None:
    claim = make_claim("a.md", text, words)
    (command,) = commands(make_report(make_document("a.md", text, (claim,), (make_finding(claim),))))
    assert command.startswith(f"::error file=a.md,{place},title=CL101 unvalidated::")


CODE_QUALITY = {
    "type": "array",
    "items": {
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}
"""What GitLab's documentation asks for."""


def test_code_quality_has_what_gitlab_asks_for(report: Report) -> None:
    found = json.loads(render("gitlab", report, RenderOptions()))
    assert [error.message for error in validator_for(CODE_QUALITY)(CODE_QUALITY).iter_errors(found)] == []


def test_fingerprints_differ_where_two_folders_say_the_same(repeated: Callable[..., Report]) -> None:
    found = json.loads(render("gitlab", repeated(error=3), RenderOptions()))
    assert len({entry["fingerprint"] for entry in found}) == 4


@pytest.mark.parametrize(("severity", "told"), [("error", "major"), ("warning", "minor"), ("info", "info")])
def test_severities_of_code_quality(repeated: Callable[..., Report], severity: str, told: str) -> None:
    assert json.loads(render("gitlab", repeated(**{severity: 1}), RenderOptions()))[1]["severity"] == told


def test_the_published_schema_of_rdjson_finds_no_fault(schemas: Path, report: Report) -> None:
    schema = json.loads((schemas / "rdjson-DiagnosticResult.json").read_text(encoding="utf-8"))
    found = json.loads(render("rdjson", report, RenderOptions()))
    assert [error.message for error in validator_for(schema)(schema).iter_errors(found)] == []


TEXT = "😀 é: **up to 14 hours**\nIt lasts."


@pytest.fixture
def corrected(make_report: Make, make_finding: Make) -> Callable[..., Any]:
    """Give the diagnostic of a finding on a text with markup, whose words from start to end have a correction."""

    def build(start: int, end: int, attribution: str = "own", *, extracted: bool = False) -> Any:
        at = TEXT.index("up to")
        words = "é: up to 14 hours"
        block = Block(BlockKind.PARAGRAPH, words, SourceMap((Slice(0, 3, 2, 5), Slice(3, 17, at, at + 14))))
        claim = Claim("a.md", 2, at + 14, TEXT[2 : at + 14], "x", "x1", "value", "assertion", "affirmed", attribution, "name", 1.0, block)  # type: ignore[arg-type]
        finding = make_finding(claim, start=at, end=at + 14, correction=Correction("up to 12 hours", start, end))
        document = Document(Source("a.md", TEXT), (block,), extracted=extracted)
        checked = CheckedDocument("a.md", "public", document, None, (claim,), (finding,))
        (diagnostic,) = json.loads(render("rdjson", make_report(checked), RenderOptions()))["diagnostics"]
        return diagnostic

    return build


def test_columns_count_bytes(corrected: Callable[..., Any]) -> None:
    """An emoji has four bytes, an é two."""
    at = TEXT.index("up to")
    assert corrected(at, at + 14)["location"]["range"] == {"start": {"line": 1, "column": 12}, "end": {"line": 1, "column": 26}}


def test_a_correction_is_suggested(corrected: Callable[..., Any]) -> None:
    at = TEXT.index("14")
    (suggestion,) = corrected(at, at + 2)["suggestions"]
    assert suggestion == {"range": {"start": {"line": 1, "column": 18}, "end": {"line": 1, "column": 20}}, "text": "up to 12 hours"}


@pytest.mark.parametrize(
    ("start", "end", "attribution"),
    [
        pytest.param(2, TEXT.index("14"), "own", id="markup among the words"),
        pytest.param(TEXT.index("14"), TEXT.index("14") + 2, "quoted", id="somebody else's words"),
        pytest.param(None, None, "own", id="words that come at the end"),
    ],
)
def test_no_suggestion_that_somebody_must_look_at(
    corrected: Callable[..., Any], start: int | None, end: int | None, attribution: str
) -> None:
    assert corrected(start, end, attribution)["suggestions"] == []


def test_a_file_without_lines_has_no_range(corrected: Callable[..., Any]) -> None:
    assert corrected(2, 4, extracted=True)["location"] == {"path": "a.md"}
