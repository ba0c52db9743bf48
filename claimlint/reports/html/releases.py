"""Which gate, once it is passed, would settle how many findings."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.finding import Finding, Report
from claimlint.gate_board import BoardCapability, BoardCertificate, GateBoard
from claimlint.reports.html.page import Release
from claimlint.reports.html.standing import anchor_of

TOO_EARLY, NOT_HELD = "unvalidated", "uncertified"


def releases_of(report: Report) -> tuple[Release, ...]:
    """Give the gates and certificates that findings wait for, those that would settle most first.

    A finding waits for the gate that the policy asks for. What has failed, was cancelled or was refused releases nothing, nor does a gate
    settle that a number is beyond its limit.
    """
    found = (release for number, board in enumerate(report.boards, 1) for release in _of_board(number, board, report))
    return tuple(sorted(found, key=lambda each: (-each.findings, -each.documents, each.due or "9", each.name.casefold(), each.gate)))


def _of_board(number: int, board: GateBoard, report: Report) -> Iterator[Release]:
    judged = set(board.documents)
    waiting: dict[tuple[str, str], list[Finding]] = {}
    for finding in report.findings:
        if finding.subject and finding.state == "new" and finding.path in judged:
            gate = finding.policy.needs if finding.policy and finding.category == TOO_EARLY else ""
            if gate or finding.category == NOT_HELD:
                waiting.setdefault((finding.subject, gate), []).append(finding)
    capabilities = {each.id: each for product in board.products for each in product.capabilities}
    certificates = {each.id: each for product in board.products for each in product.certificates}
    for (subject, gate), findings in waiting.items():
        if subject in capabilities and capabilities[subject].state == "active" and gate in board.stages:
            yield _gate(number, board, capabilities[subject], gate, findings)
        elif subject in certificates and certificates[subject].status == "pending" and not gate:
            yield _certificate(number, certificates[subject], findings)


def _gate(number: int, board: GateBoard, capability: BoardCapability, gate: str, findings: list[Finding]) -> Release:
    due = next((each.due for each in capability.gates if each.stage == gate), None)
    passed = board.stages.index(capability.validated) + 1 if capability.validated in board.stages else 0
    return Release(
        gate=gate,
        name=capability.name,
        anchor=anchor_of(number, capability.id),
        due=due.isoformat() if due else "",
        before=board.stages[passed : board.stages.index(gate)],
        owner=capability.owner or "",
        findings=len(findings),
        documents=len({finding.path for finding in findings}),
    )


def _certificate(number: int, certificate: BoardCertificate, findings: list[Finding]) -> Release:
    documents = len({finding.path for finding in findings})
    return Release("", certificate.name, anchor_of(number, certificate.id), "", (), "", len(findings), documents)
