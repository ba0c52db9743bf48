"""The gate board with what leans on it: how often each capability is promised, and how often in vain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimlint.finding import SEVERITIES, CheckedDocument, Report
from claimlint.gate_board import BoardProduct, GateBoard
from claimlint.reports.html.filters import cards_of
from claimlint.reports.html.page import CertificateRow, ProductBoard, Row, Sheet
from claimlint.reports.html.standing import anchor_of
from claimlint.reports.html.verdict import Verdict, tally, verdict_of


def boards_of(report: Report, sheets: Sequence[Sheet]) -> tuple[ProductBoard, ...]:
    """Give a board for each product of each manifest; findings count where they are new. sheets: the documents as the page shows them."""
    return tuple(
        product
        for number, board in enumerate(report.boards, 1)
        for product in _products(number, board, report, [sheet for sheet in sheets if sheet.path in board.documents])
    )


def _products(number: int, board: GateBoard, report: Report, sheets: Sequence[Sheet]) -> Iterator[ProductBoard]:
    paths = set(board.documents)
    documents = [document for document in report.documents if document.path in paths]
    taken: set[str] = set()
    for product in board.products:
        leaning = _Leaning(documents, product, sheets)
        yield ProductBoard(
            product=product,
            files=", ".join(board.files) if len(report.boards) > 1 else "",
            anchor=anchor_of(number, product.id),
            stages=board.stages,
            rows=tuple(Row(each, _anchor(number, each.id, taken), *leaning.on(each.id)) for each in product.capabilities),
            certificates=tuple(
                CertificateRow(each, _anchor(number, each.id, taken), *leaning.on(each.id)) for each in product.certificates
            ),
        )


def _anchor(board: int, subject: str, taken: set[str]) -> str:
    """Give the id of a row; what holds for several products has one on the first board only."""
    if subject in taken:
        return ""
    taken.add(subject)
    return anchor_of(board, subject)


class _Leaning:
    """Counts the promises and findings of documents by subject, for one product."""

    def __init__(self, documents: Iterable[CheckedDocument], product: BoardProduct, sheets: Iterable[Sheet]) -> None:
        cards = (card for sheet in sheets for card in cards_of(sheet) if card.verdict in SEVERITIES)
        self._first: dict[str, int] = {}
        for card in sorted(cards, key=lambda each: each.number):
            self._first.setdefault(card.subject, card.number)
        self._promises: dict[str, int] = {}
        self._findings: dict[str, list[Verdict]] = {}
        ours = (None, product.id) if product.id else ()
        for document in documents:
            for claim in document.claims:
                if claim.subject and (not ours or claim.product in ours):
                    self._promises[claim.subject] = self._promises.get(claim.subject, 0) + 1
            for finding in document.findings:
                if finding.subject and finding.state == "new" and (not ours or finding.claim.product in ours):
                    self._findings.setdefault(finding.subject, []).append(verdict_of(finding))

    def on(self, subject: str) -> tuple[int, tuple[tuple[Verdict, int], ...], int]:
        """Give how many promises and findings speak of a subject, and the number of the first finding."""
        findings = tally(self._findings.get(subject, ()))
        return self._promises.get(subject, 0), findings, self._first.get(subject, 0) if findings else 0
