"""The exit status depends on the severest new finding and on what could not be read, never on how many there are."""

from __future__ import annotations

import pytest

from claimlint.claim import Claim
from claimlint.configuration import FailOn
from claimlint.document import Block, BlockKind, Document, Slice, Source, SourceMap
from claimlint.finding import CheckedDocument, Finding, Report, Severity, State
from claimlint.review.outcome import exit_status

BLOCK = Block(BlockKind.PARAGRAPH, "word", SourceMap((Slice(0, 4, 0, 4),)))
CLAIM = Claim("a.md", 0, 4, "word", None, None, "feature", "assertion", "affirmed", "own", None, 1.0, BLOCK)
READ = Document(Source("a.md", "word"), (BLOCK,))


def finding(severity: Severity, state: State = "new") -> Finding:
    return Finding("CL101", "rule", "unvalidated", severity, None, "a.md", 0, 4, "word", "No.", "", CLAIM, state=state)


def status(findings: list[Finding], fail_on: FailOn = "error", document: Document | None = READ, reason: str | None = None) -> int:
    checked = CheckedDocument("a.md", "public", document, reason, findings=tuple(findings))
    return exit_status(Report("0", "2026-11-22", (), (checked,)), {"a.md": fail_on})


@pytest.mark.parametrize(
    ("severities", "fail_on", "expected"),
    [
        ([], "info", 0),
        (["info", "warning"], "error", 0),
        (["info", "error"], "error", 1),
        (["warning"], "warning", 1),
        (["info"], "warning", 0),
        (["info"], "info", 1),
        (["error"], "never", 0),
        (["error"] * 256, "error", 1),
    ],
)
def test_threshold(severities: list[Severity], fail_on: FailOn, expected: int) -> None:
    assert status([finding(severity) for severity in severities], fail_on) == expected


@pytest.mark.parametrize("state", ["baseline", "suppressed"])
def test_only_new_findings_count(state: State) -> None:
    assert status([finding("error", state)]) == 0


@pytest.mark.parametrize(
    ("document", "reason", "expected"),
    [(None, "cannot be read", 2), (READ, "is not in English", 0), (READ, None, 0)],
)
def test_what_could_not_be_read(document: Document | None, reason: str | None, expected: int) -> None:
    assert status([], document=document, reason=reason) == expected


def test_an_unreadable_document_outweighs_findings() -> None:
    documents = (
        CheckedDocument("a.md", "public", READ, None, findings=(finding("error"),)),
        CheckedDocument("b.md", "public", None, "gone"),
    )
    assert exit_status(Report("0", "2026-11-22", (), documents), {}) == 2
