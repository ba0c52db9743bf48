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


def capabilities_of(manifest: Manifest, product: str | None) -> tuple[Capability, ...]:
    """Give the capabilities of a product, those that hold for all products included; all of them where product is None."""
    return tuple(each for each in manifest.capabilities.values() if product is None or not each.products or product in each.products)


def named_in(text: str, manifest: Manifest) -> tuple[Capability, ...]:
    """Give the capabilities that a text calls by a name of theirs."""
    return tuple(each for each in manifest.capabilities.values() if any(contains_wording(text, name) for name in _names(each)))


def without_names(text: str, manifest: Manifest) -> str:
    """Give a text of the same length with blanks for what the manifest's products and capabilities are called."""
    entries: tuple[Capability | Product, ...] = (*manifest.products.values(), *manifest.capabilities.values())
    for name in (name for entry in entries for name in _names(entry)):
        for start, stop in find_wordings(text, name):
            text = text[:start] + " " * (stop - start) + text[stop:]
    return text


def _names(entry: Capability | Product) -> tuple[str, ...]:
    return (entry.name, *entry.aliases)


def _has_passed(manifest: Manifest, capability: Capability, stage: str) -> bool:
    if capability.gates:
        gate = capability.gates.get(stage)
        return gate is not None and gate.result in ("passed", "waived")
    ladder = [NONE, *(known.id for known in manifest.stages)]
    return stage in ladder and ladder.index(stage) <= ladder.index(capability.validated)
