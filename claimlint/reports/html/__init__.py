"""The report as one page for a browser: the answer, the gates, and the copy with each promise marked and each finding beside it."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.finding import CheckedDocument, Finding, Report
from claimlint.reports.excerpt import on_one_line, printable_lines
from claimlint.reports.html.answer import answer_of, blocks
from claimlint.reports.html.boards import boards_of
from claimlint.reports.html.cards import card_of
from claimlint.reports.html.copy import passages_of
from claimlint.reports.html.filters import cards_of, filters_of
from claimlint.reports.html.page import Card, Page, Sheet
from claimlint.reports.html.releases import releases_of
from claimlint.reports.html.standing import standings_of
from claimlint.reports.html.verdict import tally, verdict_of, verdicts_of
from claimlint.reports.options import RenderOptions, shown
from claimlint.reports.pages import as_html

__all__ = ["page_of", "render"]

SHORT_HASH = 12
MANY = 40
"""Documents from which on they are folded when the page opens."""


def render(report: Report, options: RenderOptions) -> str:
    """Give the report as one self-contained HTML file, which loads nothing and runs no script but its own."""
    return as_html("check", page_of(report, options), printable_lines)


def page_of(report: Report, options: RenderOptions) -> Page:
    """Give what the page shows; the same report gives the same page."""
    sheets = tuple(_sheets(report, options))
    standings = standings_of(report.boards)
    names = {subject: each.name for found in standings.values() for subject, each in found.items()}
    releases = releases_of(report)
    stages = tuple(dict.fromkeys(stage for board in report.boards for stage in board.stages))
    return Page(
        version=report.version,
        as_of=report.as_of,
        manifests=tuple((path, digest[:SHORT_HASH]) for path, digest in report.manifests),
        answer=answer_of(report, sheets, releases, options),
        releases=releases,
        boards=boards_of(report, sheets),
        sheets=sheets,
        filters=filters_of(sheets, names, stages),
        findings=sum(len(cards_of(sheet)) for sheet in sheets),
        verdicts=tuple(verdict for verdict, _ in reversed(tally(each for document in report.documents for each in verdicts_of(document)))),
        notes=report.notes,
        folded=len(sheets) > MANY,
    )


def _sheets(report: Report, options: RenderOptions) -> Iterator[Sheet]:
    standings = standings_of(report.boards)
    rules = {rule.name: rule for rule in report.rules}
    number = 0
    for at, document in enumerate(report.documents, 1):
        cards: list[tuple[Finding, Card]] = []
        for finding in shown(document, options):
            number += 1
            cards.append((finding, card_of(finding, number, at, document, standings.get(document.path, {}), rules)))
        yield _sheet(at, document, cards, report)


def _sheet(number: int, document: CheckedDocument, cards: list[tuple[Finding, Card]], report: Report) -> Sheet:
    passages, apart = passages_of(document, cards)
    return Sheet(
        number=number,
        path=document.path,
        channel=document.channel,
        judged=document.judged,
        blocks=blocks(document, report),
        reason="" if document.reason is None else on_one_line(document.reason) or "no reason is known",
        notes=document.notes,
        promises=len(document.claims),
        findings=tally(verdict_of(finding) for finding in document.findings),
        passages=passages,
        apart=apart,
        older=document.older,
    )
