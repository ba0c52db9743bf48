"""Whether a promise is made for a region, a variant or a firmware for which nobody has validated it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from claimlint.claim import Claim
from claimlint.folding import contains_wording
from claimlint.manifest.firmware import admits
from claimlint.manifest.model import Capability, Certification, Manifest, Product
from claimlint.rules.regions import holds_in, name_of, regions_named, regions_offered

_FIRMWARE = re.compile(r"\bfirmware\s+(?:version\s+|release\s+)?v?(\d+(?:\.\d+)*)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_EVERYWHERE = "worldwide"


@dataclass(frozen=True, slots=True)
class Outside:
    """What copy names and a scope does not hold. held: what it does hold, as the manifest writes it."""

    what: Literal["region", "variant", "firmware"]
    named: str
    held: tuple[str, ...]


def outside_scope(claim: Claim, subject: Capability | Certification | Product | None, manifest: Manifest) -> Outside | None:
    """Give the first thing that a claim is made for and that the scope of its subject leaves out, or None.

    A product's scope is the regions of its availability. What is named counts where it stands in the claim's sentence, in the
    headers of its table cell or in the heading above it.
    """
    return next(_outside(claim, subject, manifest), None)


def _outside(claim: Claim, subject: Capability | Certification | Product | None, manifest: Manifest) -> Iterator[Outside]:
    if isinstance(subject, Capability):
        scope = subject.scope
        yield from _regions_outside(claim, scope.regions)
        if scope.variants:
            yield from _variants_outside(claim, scope.variants, manifest)
        if scope.firmware:
            yield from _firmware_outside(claim, scope.firmware)
    elif isinstance(subject, Product) and subject.availability:
        yield from _regions_outside(claim, subject.availability.regions)


def _regions_outside(claim: Claim, held: tuple[str, ...]) -> Iterator[Outside]:
    if held:
        named = (*regions_offered(_sentence(claim)), *(code for label in _labels(claim) for code in regions_named(label)))
        everywhere = regions_named(_sentence(claim))
        for code in dict.fromkeys((*named, *(code for code in everywhere if code == _EVERYWHERE))):
            if not holds_in(code, held):
                yield Outside("region", name_of(code) if code != _EVERYWHERE else _EVERYWHERE, held)


def _variants_outside(claim: Claim, held: tuple[str, ...], manifest: Manifest) -> Iterator[Outside]:
    known = dict.fromkeys(variant for capability in manifest.capabilities.values() for variant in capability.scope.variants)
    places = (_sentence(claim), *_labels(claim))
    own = [variant for variant in held if _names(places, variant)]
    for variant in known:
        if variant not in held and not own and _names(places, variant):
            yield Outside("variant", variant, held)


def _firmware_outside(claim: Claim, held: str) -> Iterator[Outside]:
    for place in (_sentence(claim), *_labels(claim)):
        for match in _FIRMWARE.finditer(place):
            if not admits(held, match[1]):
                yield Outside("firmware", match[1], (held,))


def _names(places: Iterable[str], variant: str) -> bool:
    return any(contains_wording(place, variant) for place in places)


def _labels(claim: Claim) -> tuple[str, ...]:
    block = claim.block
    nearest = [heading.text for heading in block.headings][-1:]
    return tuple(label for label in (block.row_header, block.column_header, block.introduction, *nearest) if label)


def _sentence(claim: Claim) -> str:
    """Give the sentence of the block in which a claim stands."""
    text, (start, stop) = claim.block.text, claim.text_range
    begins = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    end = _SENTENCE_END.search(text, max(stop - 1, start))
    return text[begins : end.start() if end else len(text)]
