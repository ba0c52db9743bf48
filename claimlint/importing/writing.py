"""Writes a manifest in the style that engineers keep it in, with the rows that each entry came from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

from claimlint.importing.entries import CapabilityDraft, CertificateDraft, Draft, GateEntry, LimitEntry
from claimlint.importing.identifiers import identifier
from claimlint.manifest.editing import written

_STAGES = ("EVT", "DVT", "PVT", "MP")
_SHOWN = 8


def manifest_text(draft: Draft, source: str) -> str:
    """Give the text of a manifest. source: the table, as comments name it."""
    taken = {"null"}  # which YAML takes for nothing, as a key as well
    products = {name: identifier((name,), taken, "product") for name in draft.products}
    lines = [
        f"# What engineering stands behind, as {_comment(source)} says it. Look through it: from here on, this file counts.",
        "# Everything without a gate that has been passed counts as not validated. `claimlint manifest show` gives it as a table.",
        "version: 1",
        *_products(products),
    ]
    if draft.capabilities:
        lines += ["", "capabilities:"]
    for capability in draft.capabilities:
        lines += _capability(capability, products, taken, source)
    if draft.certificates:
        lines += ["", "# Only what is granted may be claimed.", "certifications:"]
    for certificate in draft.certificates:
        lines += _certificate(certificate, taken, source)
    return "\n".join(lines) + "\n"


def _products(products: dict[str, str]) -> Iterator[str]:
    if products:
        yield from ("", "products:")
    for name, key in products.items():
        yield f"  {key}:"
        yield f"    name: {_text(name)}"
        yield "    validated: none # the last gate that the product as a whole has passed; a table of capabilities does not say"


def _capability(capability: CapabilityDraft, products: dict[str, str], taken: set[str], source: str) -> Iterator[str]:
    key = identifier((capability.name, *capability.identifiers), taken, f"row-{capability.rows[0]}")
    yield f"  # {_origin(source, capability.rows, capability.identifiers)}"
    yield f"  {key}:"
    if capability.product and len(products) > 1:
        yield f"    product: {products[capability.product]}"
    yield f"    name: {_text(capability.name)}"
    if capability.aliases:
        yield f"    aliases: {_list(capability.aliases)}"
    if capability.concept:
        yield f"    concept: {_text(capability.concept)}"
    if capability.cancelled:
        yield "    state: cancelled"
    yield from _validation(capability)
    if capability.owner:
        yield f"    owner: {_text(capability.owner)}"
    if capability.evidence:
        yield f"    evidence: {_list(capability.evidence)}"
    if capability.expires:
        yield f"    expires: {capability.expires.isoformat()}"
    if capability.limits:
        yield "    limits:"
    for entry in capability.limits.values():
        yield f"      {entry.name}: {_limit(entry)}"
    for remark in capability.remarks:
        yield f"    # not taken: {_comment(remark)}"


def _validation(capability: CapabilityDraft) -> Iterator[str]:
    if not capability.gates:
        yield f"    validated: {capability.validated or 'none'}"
        return
    yield "    gates:"
    for stage in _STAGES:
        if stage in capability.gates:
            yield f"      {stage}: {_gate(capability.gates[stage])}"


def _gate(gate: GateEntry) -> str:
    return _flow(
        ("result", gate.result),
        ("date", _day(gate.day)),
        ("due", _day(gate.due)),
        ("until", _day(gate.until)),
        ("evidence", _list(gate.evidence)),
        ("builds", _list(gate.builds)),
    )


def _limit(entry: LimitEntry) -> str:
    texts = entry.limit.texts
    value = _list(texts) if entry.limit.kind == "range" else _text(texts[0])
    return _flow((entry.limit.kind, value), ("condition", _text(entry.condition) if entry.condition else ""))


def _certificate(certificate: CertificateDraft, taken: set[str], source: str) -> Iterator[str]:
    yield f"  # {_origin(source, certificate.rows, ())}"
    yield f"  {identifier((certificate.name,), taken, 'certificate')}:"
    yield f"    name: {_text(certificate.name)}"
    yield f"    status: {certificate.status}" + ("" if certificate.stated else " # the table does not say how it stands")
    if certificate.number:
        yield f"    id: {_text(certificate.number)}"


def _origin(source: str, rows: Iterable[int], identifiers: Iterable[str]) -> str:
    numbers = [str(row) for row in dict.fromkeys(rows)]
    more = f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else ""
    names = ", ".join(list(identifiers)[:_SHOWN])
    where = f"row{'s' if len(numbers) > 1 else ''} {', '.join(numbers[:_SHOWN])}{more}"
    return _comment(f"{source}, {where}" + (f" ({names})" if names else ""))


def _flow(*pairs: tuple[str, str]) -> str:
    return "{ " + ", ".join(f"{key}: {value}" for key, value in pairs if value) + " }"


def _list(texts: Iterable[str]) -> str:
    items = ", ".join(map(_text, texts))
    return f"[{items}]" if items else ""


def _text(text: str) -> str:
    """Write a scalar; a word that YAML takes for nothing is quoted, too."""
    return json.dumps(text, ensure_ascii=False) if text.lower() in ("null", "") else written(text)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _comment(text: str) -> str:
    return " ".join(text.split())
