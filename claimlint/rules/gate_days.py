"""The days that the manifest gives for gates, as far as it gives one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from claimlint.folding import contains_wording, find_wordings
from claimlint.manifest.model import NONE, Capability, Manifest, Product


def gate_day(manifest: Manifest, capabilities: Iterable[Capability], stage: str) -> date | None:
    """Give the day of a gate for some capabilities together, or None where they do not give one and the same.

    While any of them has still to pass it, it is the day on which that is due, and those that have passed it do not count;
    once all have, it is the day on which they did. Withdrawn capabilities pass no gate and are left out.
    """
    active = [capability for capability in capabilities if capability.state == "active"]
    pending = [capability for capability in active if not _has_passed(manifest, capability, stage)]
    gates = [capability.gates.get(stage) for capability in pending or active]
    days = {(gate.due if pending else gate.day) if gate else None for gate in gates}
    return days.pop() if len(days) == 1 else None


def gate_day_of_all(manifest: Manifest, product: str | None, stage: str) -> date | None:
    """Give the day of a gate for all capabilities of a product, those of all products included; for every product where it is None.

    None where the product as a whole has passed the gate: the day of a capability that lags behind is not that of the product.
    """
    products = [known for known in manifest.products.values() if product in (None, known.id)]
    if any(_reaches(manifest, known.validated, stage) for known in products):
        return None
    return gate_day(manifest, capabilities_of(manifest, product), stage)


def capabilities_of(manifest: Manifest, product: str | None) -> tuple[Capability, ...]:
    """Give the capabilities of a product, those that hold for all products included; all of them where product is None."""
    return tuple(each for each in manifest.capabilities.values() if product is None or not each.products or product in each.products)


def named_in(text: str, manifest: Manifest) -> tuple[Capability, ...]:
    """Give the capabilities that a text calls by a name of theirs."""
    return tuple(each for each in manifest.capabilities.values() if any(contains_wording(text, name) for name in _names(each)))


def without_names(text: str, manifest: Manifest) -> str:
    """Give a text of the same length with blanks for what the manifest's products and capabilities are called."""
    entries: tuple[Capability | Product, ...] = (*manifest.products.values(), *manifest.capabilities.values())
    for entry in entries:
        for start, stop in places_of_names(text, entry):
            text = text[:start] + " " * (stop - start) + text[stop:]
    return text


def places_of_names(text: str, entry: Capability | Product | None) -> tuple[tuple[int, int], ...]:
    """Give the ranges in which a text names a capability or product, none for None."""
    return tuple(place for name in (_names(entry) if entry else ()) for place in find_wordings(text, name))


def _names(entry: Capability | Product) -> tuple[str, ...]:
    return (entry.name, *entry.aliases)


def _has_passed(manifest: Manifest, capability: Capability, stage: str) -> bool:
    if capability.gates:
        gate = capability.gates.get(stage)
        return gate is not None and gate.result in ("passed", "waived")
    return _reaches(manifest, capability.validated, stage)


def _reaches(manifest: Manifest, validated: str, stage: str) -> bool:
    """Tell whether the last stage that was passed is this one or a later one."""
    ladder = [NONE, *(known.id for known in manifest.stages)]
    return stage in ladder and ladder.index(stage) <= ladder.index(validated)
