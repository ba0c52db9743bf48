"""The gate board of a manifest: how each gate of each capability stands on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimlint.gate_board import BoardCapability, BoardCertificate, BoardGate, BoardProduct, GateBoard
from claimlint.manifest.ladder import certification_status_on, expired_parts, validated_on
from claimlint.manifest.limits import limit_in_words
from claimlint.manifest.model import NONE, Capability, Certification, Gate, Manifest, Product


def board_of(manifest: Manifest, day: date, documents: Sequence[str] = ()) -> GateBoard:
    """Give the board as of a day. documents: paths of those that are judged by the manifest.

    What holds for all products stands under each of them.
    """
    products = tuple(_product(manifest, product, day) for product in manifest.products.values())
    return GateBoard(
        files=tuple(path for path, _ in manifest.files),
        stages=tuple(stage.id for stage in manifest.stages),
        products=products or (_product(manifest, None, day),),
        documents=tuple(documents),
    )


def _product(manifest: Manifest, product: Product | None, day: date) -> BoardProduct:
    availability = product.availability if product else None
    return BoardProduct(
        id=product.id if product else "",
        name=product.name if product else "",
        validated=product.validated if product else NONE,
        capabilities=tuple(_capability(manifest, each, day) for each in manifest.capabilities.values() if _belongs(each, product)),
        certificates=tuple(_certificate(manifest, each, day) for each in manifest.certifications.values() if _belongs(each, product)),
        preorder=availability.preorder if availability else None,
        ships=availability.ships if availability else None,
        regions=availability.regions if availability else (),
    )


def _belongs(entry: Capability | Certification, product: Product | None) -> bool:
    return product is None or not entry.products or product.id in entry.products


def _capability(manifest: Manifest, entry: Capability, day: date) -> BoardCapability:
    expired = (part.last_day for part in expired_parts(manifest, entry, day) if part.what == "capability")
    return BoardCapability(
        id=entry.id,
        name=entry.name,
        validated=validated_on(manifest, entry, day),
        state=entry.state,
        gates=tuple(_gates(manifest, entry, day)),
        limits=tuple(limit_in_words(limit) for limit in entry.limits.values()),
        evidence=entry.evidence,
        owner=entry.owner,
        expired=next(expired, None),
    )


def _gates(manifest: Manifest, entry: Capability, day: date) -> Iterator[BoardGate]:
    """Yield the gates as the manifest writes them, or as its shorthand writes them.

    Either way they say what happened, which no day undoes: that a capability has expired or was withdrawn is said of it as a whole.
    """
    stages = [stage.id for stage in manifest.stages]
    reached = stages.index(entry.validated) if entry.validated in stages else -1
    for position, stage in enumerate(stages):
        if stage in entry.gates:
            yield _gate(entry.gates[stage], day)
        else:
            yield BoardGate(stage, "passed" if not entry.gates and position <= reached else "open")


def _gate(gate: Gate, day: date) -> BoardGate:
    lapsed = gate.result == "waived" and gate.until is not None and gate.until < day
    state = "lapsed" if lapsed else gate.result
    return BoardGate(gate.stage, state, gate.day if gate.result == "passed" else None, gate.due, gate.until, gate.by, gate.why)


def _certificate(manifest: Manifest, entry: Certification, day: date) -> BoardCertificate:
    covers = tuple(manifest.capabilities[each].name for each in entry.covers if each in manifest.capabilities)
    return BoardCertificate(entry.id, entry.name, certification_status_on(entry, day), entry.identifier, entry.expires, covers)
