"""How what a finding speaks of stands with engineering, in a sentence, and where on the page the gate board shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimlint.gate_board import BoardCapability, BoardCertificate, BoardGate, BoardProduct, GateBoard

NO_GATE = "none"


@dataclass(frozen=True, slots=True)
class SubjectStanding:
    """A subject of a manifest. anchor: the id of its place on the gate board. text: sentences."""

    name: str
    anchor: str
    text: str


Standings = Mapping[str, SubjectStanding]
"""By the id of the subject."""


def anchor_of(board: int, subject: str) -> str:
    """Give the id of a subject's place on the page. board: the number of its manifest, from 1."""
    return f"g{board}-{subject}"


def standings_of(boards: Sequence[GateBoard]) -> Mapping[str, Standings]:
    """Give, for the path of each document, how the subjects of its manifest stand."""
    found: dict[str, Standings] = {}
    for number, board in enumerate(boards, 1):
        standings = dict(_standings(number, board))
        found.update(dict.fromkeys(board.documents, standings))
    return found


def _standings(number: int, board: GateBoard) -> Iterator[tuple[str, SubjectStanding]]:
    for product in board.products:
        if product.id:
            yield product.id, SubjectStanding(product.name, anchor_of(number, product.id), _product(product))
        for capability in product.capabilities:
            yield capability.id, SubjectStanding(capability.name, anchor_of(number, capability.id), _capability(capability))
        for each in product.certificates:
            yield each.id, SubjectStanding(each.name, anchor_of(number, each.id), _certificate(each))


def _product(product: BoardProduct) -> str:
    parts = [f"{product.name} as a whole: {_passed(product.validated)}"]
    parts += [f"{what} from {day}" for what, day in (("pre-orders", product.preorder), ("ships", product.ships)) if day]
    return ", ".join(parts) + "."


def _capability(capability: BoardCapability) -> str:
    if capability.state != "active":
        return f"{capability.name}: {capability.state}."
    if capability.expired:
        return f"{capability.name}: its validation ended on {capability.expired}."
    ahead = (_ahead(gate) for gate in capability.gates if gate.state not in ("passed", "waived", "open"))
    sentence = "; ".join((f"{capability.name}: {_passed(capability.validated)}", *ahead)) + "."
    return f"{sentence} Measured: {'; '.join(capability.limits)}." if capability.limits else sentence


def _certificate(certificate: BoardCertificate) -> str:
    number = f", number {certificate.number}" if certificate.number else ""
    return f"{certificate.name}: {certificate.status}{number}."


def _passed(stage: str) -> str:
    return "no gate passed" if stage == NO_GATE else f"{stage} passed"


def _ahead(gate: BoardGate) -> str:
    return f"{gate.stage} {gate.state}" + (f", due {gate.due}" if gate.due else "")
