"""Whether a promise is made for a region, a variant or a firmware for which nobody has validated it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from claimlint.claim import Claim
from claimlint.folding import find_wordings
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
    written = {variant for capability in manifest.capabilities.values() for variant in capability.scope.variants}
    holding = {name for variant in held for name in _names_of(variant, manifest)}
    products = {name for product in manifest.products for name in _names_of(product, manifest)}
    # Products are variants of each other where a scope is written in products; else their names say nothing of a variant.
    names = {name for variant in written for name in _names_of(variant, manifest)} | (products if holding & products else set())
    for place in (_sentence(claim), *_labels(claim)):
        named = _longest_names(place, names)
        if named and holding.isdisjoint(named):
            yield Outside("variant", named[0], tuple(_names_of(variant, manifest)[0] for variant in held))


def _firmware_outside(claim: Claim, held: str) -> Iterator[Outside]:
    for place in (_sentence(claim), *_labels(claim)):
        for match in _FIRMWARE.finditer(place):
            if not admits(held, match[1]):
                yield Outside("firmware", match[1], (held,))


def _names_of(variant: str, manifest: Manifest) -> tuple[str, ...]:
    """Give the names of a variant; one that is written as the id of a product has those of the product."""
    product = manifest.products.get(variant)
    return (product.name, *product.aliases) if product else (variant,)


def _longest_names(place: str, names: Iterable[str]) -> list[str]:
    """Give the names that stand in a text, in their order; of names within names only the longest: "Dot Pro", not "Dot"."""
    found = sorted(((*span, name) for name in names for span in find_wordings(place, name)), key=lambda entry: (entry[0], -entry[1]))
    kept: list[str] = []
    end = 0
    for start, stop, name in found:
        if start >= end:
            kept.append(name)
            end = stop
    return kept


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
