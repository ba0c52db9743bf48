"""The gate board with what leans on it: how often each capability is promised, and how often in vain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimlint.finding import CheckedDocument, Report
from claimlint.gate_board import BoardProduct, GateBoard
from claimlint.reports.html.page import CertificateRow, ProductBoard, Row
from claimlint.reports.html.standing import anchor_of
from claimlint.reports.html.verdict import Verdict, tally, verdict_of


def boards_of(report: Report) -> tuple[ProductBoard, ...]:
    """Give a board for each product of each manifest; findings count where they are new."""
    documents = {document.path: document for document in report.documents}
    return tuple(
        product
        for number, board in enumerate(report.boards, 1)
        for product in _products(number, board, [documents[path] for path in board.documents if path in documents], len(report.boards) > 1)
    )


def _products(number: int, board: GateBoard, documents: Sequence[CheckedDocument], several: bool) -> Iterator[ProductBoard]:
    taken: set[str] = set()
    for product in board.products:
        leaning = _Leaning(documents, product)
        yield ProductBoard(
            product=product,
            files=", ".join(board.files) if several else "",
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

    def __init__(self, documents: Iterable[CheckedDocument], product: BoardProduct) -> None:
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

    def on(self, subject: str) -> tuple[int, tuple[tuple[Verdict, int], ...]]:
        """Give how many promises and findings speak of a subject."""
        return self._promises.get(subject, 0), tally(self._findings.get(subject, ()))
