"""One entry of a manifest held against its newer self: what has changed, each change in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal, TypeAlias

from claimlint.manifest.model import Availability, Capability, Certification, Limit, Product, Substantiation

Aspect = Literal[
    "entry",
    "names",
    "gates",
    "state",
    "expiry",
    "limits",
    "wording",
    "ruled-out",
    "scope",
    "dates",
    "status",
    "evidence",
    "waivers",
    "record",
]
"""What of an entry has changed. entry: all of it, new or removed. ruled-out: words that no capability may use.
record: what is kept on file and decides nothing.
"""

Change: TypeAlias = "tuple[Aspect, str]"
"""A change: what it concerns, and the words for it, as a clause that follows the entry's name."""


def product_changes(old: Product, new: Product) -> Iterator[Change]:
    """Yield what has changed in a product, its gates left out."""
    yield from _names(old, new)
    before, after = old.availability or Availability(), new.availability or Availability()
    yield from _scalar("dates", "pre-orders open", before.preorder, after.preorder, "no date")
    yield from _scalar("dates", "ships", before.ships, after.ships, "no date")
    yield from _list("scope", "region", before.regions, after.regions)


def capability_changes(old: Capability, new: Capability) -> Iterator[Change]:
    """Yield what has changed in a capability, its gates left out."""
    if old.state != new.state:
        yield "state", f"{new.state} (was {old.state})"
    yield from _scalar("expiry", "holds until", old.expires, new.expires, "no end")
    yield from _limits(old.limits, new.limits)
    yield from _wordings(old, new)
    yield from _list("scope", "region", old.scope.regions, new.scope.regions)
    yield from _list("scope", "variant", old.scope.variants, new.scope.variants)
    yield from _scalar("scope", "firmware", old.scope.firmware, new.scope.firmware, "any")
    yield from _names(old, new)
    yield from _scalar("names", "concept", old.concept, new.concept, "none")
    yield from _products(old.products, new.products)
    yield from _scalar("record", "owner", old.owner, new.owner, "nobody")
    yield from _list("record", "evidence", old.evidence, new.evidence)


def certification_changes(old: Certification, new: Certification) -> Iterator[Change]:
    """Yield what has changed in a certificate or mark."""
    if old.status != new.status:
        yield "status", f"{new.status} (was {old.status})"
    yield from _scalar("expiry", "holds until", old.expires, new.expires, "no end")
    yield from _list("scope", "covers", old.covers, new.covers)
    yield from _names(old, new)
    yield from _products(old.products, new.products)
    yield from _scalar("record", "number", old.identifier, new.identifier, "none")


def substantiation_changes(old: Mapping[str, Substantiation], new: Mapping[str, Substantiation]) -> Iterator[Change]:
    """Yield what has changed in the evidence for superlatives, comparisons, absolutes and environmental claims."""
    for entry in old.values():
        if entry.id not in new:
            yield "evidence", f"evidence for {_what(entry)} removed"
    for entry in new.values():
        before = old.get(entry.id)
        if before is None:
            yield "evidence", f"evidence for {_what(entry)} added ({', '.join(entry.evidence) or 'none named'})"
            continue
        if _what(before) != _what(entry):
            yield "evidence", f"{entry.id}: {_what(before)} → {_what(entry)}"
        yield from _scalar("evidence", f"evidence for {_what(entry)} holds until", before.until, entry.until, "no end")
        yield from _list("evidence", f"evidence for {_what(entry)}:", before.evidence, entry.evidence)


def _what(entry: Substantiation) -> str:
    words = [f"“{wording}”" for wording in entry.wording]
    return ", ".join([*words, *([f"/{entry.pattern}/"] if entry.pattern else [])]) or entry.id


def _names(old: Product | Capability | Certification, new: Product | Capability | Certification) -> Iterator[Change]:
    if old.name != new.name:
        yield "names", f"name: “{old.name}” → “{new.name}”"
    yield from _list("names", "alias", map("“{}”".format, old.aliases), map("“{}”".format, new.aliases))


def _products(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Change]:
    yield from _scalar("scope", "holds for", ", ".join(old) or None, ", ".join(new) or None, "all products")


def _limits(old: Mapping[str, Limit], new: Mapping[str, Limit]) -> Iterator[Change]:
    for name, limit in old.items():
        if name not in new:
            yield "limits", f"limit removed: {_limit(limit)}"
    for name, limit in new.items():
        before = old.get(name)
        if before is None:
            yield "limits", f"new limit: {_limit(limit)}" + (f" ({limit.condition})" if limit.condition else "")
            continue
        if (before.kind, before.text) != (limit.kind, limit.text):
            after = limit.text if before.kind == limit.kind else f"{limit.kind} {limit.text}"
            yield "limits", f"{_limit(before)} → {after}"
        yield from _scalar("limits", f"condition of {name}", _quoted(before.condition), _quoted(limit.condition), "none")
        if before.tolerance != limit.tolerance:
            yield "limits", f"tolerance of {name}: {before.tolerance:g} % → {limit.tolerance:g} %"
        if before.disclose != limit.disclose:
            yield "limits", f"condition of {name} {'must' if limit.disclose else 'need not'} be disclosed now"


def _limit(limit: Limit) -> str:
    label = limit.name if limit.name == limit.kind else f"{limit.name}: {limit.kind}"
    return f"{label} {limit.text}"


def _quoted(text: str | None) -> str | None:
    return f"“{text}”" if text else None


def _wordings(old: Capability, new: Capability) -> Iterator[Change]:
    before, after = old.wording, new.wording
    for earlier, later, added, removed in (
        (before.approved, after.approved, "approved", "no longer approved"),
        (before.forbidden, after.forbidden, "ruled out", "no longer ruled out"),
        (before.requires, after.requires, "required beside it", "no longer required beside it"),
    ):
        yield from wording_changes("wording", earlier, later, (added, removed))


def wording_changes(aspect: Aspect, old: Iterable[str], new: Iterable[str], said: tuple[str, str]) -> Iterator[Change]:
    """Yield which wordings came and went. said: of those that came, and of those that went."""
    old, new = tuple(old), tuple(new)
    yield from ((aspect, f"“{words}” {said[1]}") for words in old if words not in new)
    yield from ((aspect, f"“{words}” {said[0]}") for words in new if words not in old)


def _list(aspect: Aspect, label: str, old: Iterable[str], new: Iterable[str]) -> Iterator[Change]:
    old, new = tuple(old), tuple(new)
    yield from ((aspect, f"{label} {each} removed") for each in old if each not in new)
    yield from ((aspect, f"{label} {each} added") for each in new if each not in old)


def _scalar(aspect: Aspect, label: str, old: str | date | None, new: str | date | None, none: str) -> Iterator[Change]:
    """Yield the change of a single value. none: what stands for a value that is not given."""
    if old != new:
        yield aspect, f"{label}: {none if old is None else old} → {none if new is None else new}"
