"""Counts promises by what they promise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from claimlint.claim import STRENGTHS
from claimlint.demand.promises import Promise
from claimlint.manifest.ladder import gates_missing, validated_on
from claimlint.manifest.model import NONE, Capability, Certification, Manifest
from claimlint.rules.entitlement import Entitlement
from claimlint.rules.policy import Policy
from claimlint.wanted import Counts, MissingGate, Unheard, Validated, Wanted, Why

_Key = TypeVar("_Key", bound=Hashable)

_WORD = re.compile(r"\w+")


def wanted_in(promises: Sequence[Promise], manifest: Manifest, day: date) -> Iterator[Wanted]:
    """Count promises of what may not be stated as a fact where it is promised. day: gates and expiries are as of it."""
    asked = [each for each in promises if each.why is None and not each.case.may_be_stated]
    for subject, found in _grouped((each.case.claim.subject or "", each) for each in asked).items():
        first = found[0].case.subject
        if isinstance(first, Certification):
            status = found[0].case.certification_status
            yield Wanted(_files(manifest), subject, first.name, counts_of(found), NONE, status=status)
        elif isinstance(first, Capability):
            yield _wanted(first, found, manifest, day)


def validated_in(promises: Sequence[Promise], manifest: Manifest, channels: Mapping[str, Policy], day: date) -> Iterator[Validated]:
    """Count, for each capability that may be stated as a fact on one of these channels, how often copy says it where it may be.

    channels: with the policy of each, which must check it.
    """
    said = _grouped((each.case.claim.subject, each) for each in promises if each.why is None and each.case.may_be_stated)
    for capability in manifest.capabilities.values():
        entitled = {name: Entitlement(capability, manifest, name, policy, day) for name, policy in channels.items()}
        stated_on = tuple(sorted(name for name, each in entitled.items() if each.may_be_stated))
        if capability.state == "active" and stated_on:
            counts = counts_of(said.get(capability.id, ()))
            yield Validated(_files(manifest), capability.id, capability.name, counts, stated_on)


def unheard_in(promises: Sequence[Promise], manifest: Manifest) -> Iterator[Unheard]:
    """Count promises that no gate will allow: of nothing that the manifest has, of what was withdrawn, in words that are ruled out.

    They are counted together where they use the same words; case, punctuation and white space make no difference.
    """
    groups = _grouped(((why, _folded(_words(each, why))), each) for each in promises if (why := each.why))
    for (why, _), found in groups.items():
        subject = found[0].case.claim.subject if why in ("withdrawn", "refused") else None
        yield Unheard(_files(manifest), why, _words(found[0], why), counts_of(found), subject)


def counts_of(promises: Sequence[Promise]) -> Counts:
    """Count promises; those in documents that nobody checks stand apart."""
    outside = [each for each in promises if not each.internal]
    strengths = Counter(each.case.claim.strength for each in outside)
    return Counts(
        claims=len(outside),
        documents=len({each.path for each in outside}),
        early=sum(each.early for each in outside),
        quoted=sum(each.case.claim.attribution == "quoted" for each in outside),
        internal=len(promises) - len(outside),
        strengths={strength: strengths[strength] for strength in STRENGTHS if strengths[strength]},
        channels=tuple(sorted({each.channel for each in promises})),
    )


def urgency(wanted: Wanted) -> tuple[object, ...]:
    """Give the place of a row among those that are wanted: most often too early first, then most often, most firmly, by name."""
    counts = wanted.counts
    return -counts.early, *_frequency(counts), wanted.name.casefold(), wanted.subject, wanted.manifest


def silence(validated: Validated) -> tuple[object, ...]:
    """Give the place of a row among those that are validated: what nobody says first, in the order of the alphabet."""
    return validated.counts.claims, validated.name.casefold(), validated.subject, validated.manifest


def frequency(unheard: Unheard) -> tuple[object, ...]:
    """Give the place of a row among promises that no gate will allow: the most frequent first."""
    return *_frequency(unheard.counts), unheard.words.casefold(), unheard.why, unheard.manifest


def _frequency(counts: Counts) -> tuple[int, ...]:
    firmness = (-counts.strengths.get(strength, 0) for strength in STRENGTHS)
    return -counts.claims, *firmness, -counts.internal


def _wanted(capability: Capability, promises: Sequence[Promise], manifest: Manifest, day: date) -> Wanted:
    """Describe a capability that is wanted; where channels differ in the gate for a fact, the highest of these gates counts."""
    needed = dict.fromkeys(each.case.gate_for("assertion") for each in promises)
    missing = max((gates_missing(manifest, capability, stage, day) for stage in needed), key=len)
    lapsed = capability.expires if capability.expires and capability.expires < day else None
    return Wanted(
        manifest=_files(manifest),
        subject=capability.id,
        name=capability.name,
        counts=counts_of(promises),
        has=validated_on(manifest, capability, day),
        missing=() if lapsed else tuple(_gate(capability, stage) for stage in missing),
        lapsed=lapsed,
        owner=capability.owner,
    )


def _gate(capability: Capability, stage: str) -> MissingGate:
    gate = capability.gates.get(stage)
    return MissingGate(stage, gate.due if gate else None, gate is not None and gate.result == "failed")


def _words(promise: Promise, why: Why) -> str:
    case = promise.case
    if why in ("withdrawn", "refused") and case.subject:
        return case.subject.name
    ruled_out = case.claim.block.text[slice(*case.not_claimed)] if case.not_claimed else ""
    return " ".join((ruled_out or case.words).split())


def _folded(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _grouped(keyed: Iterable[tuple[_Key, Promise]]) -> dict[_Key, list[Promise]]:
    """Put promises together by key; words that several claims share promise the same thing once."""
    groups: dict[_Key, dict[tuple[str, int], Promise]] = {}
    for key, promise in keyed:
        groups.setdefault(key, {}).setdefault((promise.path, promise.start), promise)
    return {key: list(found.values()) for key, found in groups.items()}


def _files(manifest: Manifest) -> str:
    return ", ".join(path for path, _ in manifest.files)
