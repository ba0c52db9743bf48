"""A comment on a pull request: short enough, the worst first where it is cut, and found again by its first line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from claimlint.finding import CheckedDocument, Report
from claimlint.reports import RenderOptions, render

Make = Callable[..., Any]
MOST = 65_536


@pytest.fixture
def large(make_report: Make, make_document: Make, make_claim: Make, make_finding: Make) -> Callable[..., Report]:
    """Make a report of documents with one remark each, the last with an error."""

    def build(documents: int, message: str = "It is early. ", unread: int = 0) -> Report:
        made = []
        for number in range(documents):
            claim = make_claim(f"docs/{number:05}.md", "It floats.", "floats")
            severity = "error" if number == documents - 1 else "info"
            made.append(make_document(claim.path, "It floats.", (claim,), (make_finding(claim, severity=severity, message=message),)))
        made += [CheckedDocument(f"lost/{number}.md", "public", None, "it is damaged") for number in range(unread)]
        report: Report = make_report(*made)
        return report

    return build


def comment(report: Report, **options: Any) -> str:
    return render("markdown", report, RenderOptions(**options))


@pytest.mark.parametrize("documents", [1, 2000])
def test_a_bot_finds_its_own_comment(large: Callable[..., Report], documents: int) -> None:
    assert comment(large(documents)).startswith("<!-- claimlint -->\n")


@pytest.mark.parametrize(
    ("documents", "message", "unread"),
    [(2000, "short", 0), (100, "long " * 1000, 0), (2000, "long " * 1000, 2000), (50, "@" * 5000, 0), (3, "[" * 100_000, 0)],
)
def test_it_is_no_longer_than_is_taken(large: Callable[..., Report], documents: int, message: str, unread: int) -> None:
    assert len(comment(large(documents, message, unread))) < MOST


def test_long_notes_leave_room(large: Callable[..., Report]) -> None:
    assert len(comment(replace(large(2000), notes=("a note " * 20,) * 2000))) < MOST


def test_the_worst_is_kept_and_the_rest_counted(large: Callable[..., Report]) -> None:
    shown = comment(large(2000))
    assert "<summary>docs/01999.md: 1 error</summary>" in shown
    left_out = 2000 - shown.count("<summary>")
    assert f"{left_out:,} of 2,000 findings do not fit in here" in shown


def test_rows_that_do_not_fit_are_counted(large: Callable[..., Report]) -> None:
    shown = comment(large(2000))
    rows = shown.count("\n| docs/")
    assert f"| … and {2000 - rows} more documents |" in shown


def test_nothing_is_cut_where_all_fits(large: Callable[..., Report]) -> None:
    shown = comment(large(20))
    assert shown.count("<summary>") == 20
    assert "do not fit" not in shown


def test_documents_without_findings_have_no_row(make_report: Make, make_document: Make) -> None:
    shown = comment(make_report(make_document("a.md", "Hello.")))
    assert shown == (
        "<!-- claimlint -->\n## claimlint\n\nNo findings in 0 claims of 1 document checked.\n\n"
        "- Checked against capabilities.yaml as of 2026-11-22.\n"
    )


def test_a_note_on_a_document_is_shown(make_report: Make, make_document: Make) -> None:
    assert "- a.md: read as Windows-1252" in comment(make_report(make_document("a.md", "", notes=("read as Windows-1252",))))


def test_what_is_excused_counts_as_no_error(large: Callable[..., Report]) -> None:
    (document,) = large(1).documents
    excused = replace(document, findings=(*document.findings, *(replace(each, state="baseline") for each in document.findings)))
    shown = comment(replace(large(1), documents=(excused,)), show_all=True)
    assert "| docs/00000.md | public | 1 | 0 | 0 |" in shown
    assert "<summary>docs/00000.md: 1 error, 1 excused</summary>" in shown
