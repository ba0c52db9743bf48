"""What has changed between two manifests, entry by entry, in words that engineers and marketers understand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal, TypeVar

from claimlint.manifest.comparing import (
    Aspect,
    Change,
    capability_changes,
    certification_changes,
    product_changes,
    substantiation_changes,
    wording_changes,
)
from claimlint.manifest.comparing_gates import gate_changes, passed_stage
from claimlint.manifest.model import NONE, Capability, Certification, Manifest, Product, RuleWaiver, Stage

Section = Literal["product", "capability", "certification", "manifest"]

_Entry = TypeVar("_Entry", Product, Capability, Certification)

WHOLE = "the manifest as a whole"


@dataclass(frozen=True, slots=True)
class Difference:
    """One change. subject: the entry's id in the newer manifest, in the older where it was removed; None for what holds for all.

    name: what people call the entry. words: the change, as a clause that follows the name: "PVT passed (was DVT)".
    """

    section: Section
    subject: str | None
    name: str
    aspect: Aspect
    words: str


def differences(old: Manifest, new: Manifest) -> tuple[Difference, ...]:
    """Give what has changed from one manifest to another, in the order of the newer one; what was removed stands last in its section.

    What is written is compared; which day it is plays no part.
    """
    renamed = {after: before for before, after in renamed_entries(old, new).items()}

    def of_product(before: Product, after: Product) -> Iterator[Change]:
        return chain(gate_changes(before, after, old.stages, new.stages), product_changes(before, after))

    def of_capability(before: Capability, after: Capability) -> Iterator[Change]:
        return chain(gate_changes(before, after, old.stages, new.stages), capability_changes(before, after))

    return (
        *_of_section("product", old.products, new.products, renamed, of_product, _standing_in(new.stages)),
        *_of_section("capability", old.capabilities, new.capabilities, renamed, of_capability, _standing_in(new.stages)),
        *_of_section("certification", old.certifications, new.certifications, renamed, certification_changes, lambda each: each.status),
        *(Difference("manifest", None, WHOLE, *change) for change in _general(old, new)),
        *_waivers(old, new),
    )


def renamed_entries(old: Manifest, new: Manifest) -> Mapping[str, str]:
    """Give the new ids of entries that have another id than before: the same name, in the same section."""
    return {
        **_renamed(old.products, new.products),
        **_renamed(old.capabilities, new.capabilities),
        **_renamed(old.certifications, new.certifications),
    }


def _renamed(old: Mapping[str, _Entry], new: Mapping[str, _Entry]) -> dict[str, str]:
    added = {entry.name.casefold(): entry.id for entry in new.values() if entry.id not in old}
    gone = (entry for entry in old.values() if entry.id not in new)
    return {entry.id: added.pop(entry.name.casefold()) for entry in gone if entry.name.casefold() in added}


def _of_section(
    section: Section,
    old: Mapping[str, _Entry],
    new: Mapping[str, _Entry],
    renamed: Mapping[str, str],
    changes: Callable[[_Entry, _Entry], Iterable[Change]],
    standing: Callable[[_Entry], str],
) -> Iterator[Difference]:
    """Yield the changes of one section. renamed: earlier ids by later ones. standing: how an entry that is new stands."""
    kept = set()
    for entry in new.values():
        earlier = renamed.get(entry.id, entry.id)
        kept.add(earlier)
        before = old.get(earlier)
        if before is None:
            yield Difference(section, entry.id, entry.name, "entry", f"new in the manifest, {standing(entry)}")
            continue
        if earlier != entry.id:
            yield Difference(section, entry.id, entry.name, "names", f"id: {earlier} → {entry.id}")
        yield from (Difference(section, entry.id, entry.name, *change) for change in changes(before, entry))
    yield from (
        Difference(section, each.id, each.name, "entry", "removed from the manifest") for each in old.values() if each.id not in kept
    )


def _standing_in(ladder: tuple[Stage, ...]) -> Callable[[Product | Capability], str]:
    def standing(entry: Product | Capability) -> str:
        if isinstance(entry, Capability) and entry.state != "active":
            return entry.state
        stage = passed_stage(entry, ladder)
        return "no gate passed yet" if stage == NONE else f"{stage} passed"

    return standing


def _general(old: Manifest, new: Manifest) -> Iterator[Change]:
    before, after = (", ".join(stage.id for stage in manifest.stages) for manifest in (old, new))
    if old.stages != new.stages:
        yield "gates", f"gates: {before} → {after}" if before != after else "gates act as other gates of the policy now"
    yield from wording_changes("ruled-out", old.not_claimed, new.not_claimed, ("ruled out altogether", "no longer ruled out"))
    yield from substantiation_changes(old.substantiation, new.substantiation)


def _waivers(old: Manifest, new: Manifest) -> Iterator[Difference]:
    before, after = ([(each.subject, _waiver(each)) for each in manifest.waivers] for manifest in (old, new))
    changed = [(*each, "ended") for each in before if each not in after] + [(*each, "added") for each in after if each not in before]
    for subject, words, what in changed:
        capability = new.capabilities.get(subject or "") or old.capabilities.get(subject or "")
        section: Section = "capability" if capability else "manifest"
        yield Difference(section, subject, capability.name if capability else WHOLE, "waivers", f"waiver of {words} {what}")


def _waiver(waiver: RuleWaiver) -> str:
    return waiver.rule + (f" until {waiver.until}" if waiver.until else "")
