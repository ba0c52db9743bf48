"""What may be said of one product on a channel: how it may be offered, its capabilities, its certificates, and what needs a notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from claimlint.briefing import Mark, Notice, Offer, Permission, ProductBriefing, Refusal
from claimlint.data import read_data
from claimlint.manifest.ladder import certification_status_on, validated_on
from claimlint.manifest.model import NONE, Availability, Capability, Certification, Manifest, Product
from claimlint.rules.authorization import certificates_for
from claimlint.rules.entitlement import Entitlement
from claimlint.rules.messages import render
from claimlint.rules.phrases import load_phrases
from claimlint.rules.policy import Policy
from claimlint.rules.suggestions import plain_wording, wording_of
from claimlint.sayable.capabilities import permission, refusal

_NOTICE = "{{ say.notice() }}"


def product_briefing(manifest: Manifest, policy: Policy, channel: str, product: Product | None, day: date) -> ProductBriefing:
    """Say what may be said of a product; None stands for the only one, which a manifest need not name."""
    of = product.id if product else None
    capabilities = [each for each in manifest.capabilities.values() if of is None or not each.products or of in each.products]
    certifications = certificates_for(of, manifest)
    notices = tuple(_notices(certifications, capabilities, day))
    covered = {name for notice in notices for name in notice.capabilities}
    judged = [Entitlement(each, manifest, channel, policy, day) for each in capabilities]
    availability = (product.availability if product else None) or Availability()
    return ProductBriefing(
        id=product.id if product else "",
        name=product.name if product else "",
        validated=validated_on(manifest, product, day) if product else NONE,
        preorder=availability.preorder,
        ships=availability.ships,
        regions=availability.regions,
        offers=tuple(_offers(Entitlement(product, manifest, channel, policy, day), availability)) if product else (),
        permissions=_permissions(judged, covered),
        marks=tuple(_marks(certifications, manifest, channel, policy, day)),
        notices=notices,
        refusals=(*_refusals(judged), *_refused(certifications, day)),
    )


def _permissions(judged: list[Entitlement], covered: set[str]) -> tuple[Permission, ...]:
    found = (permission(each, covered) for each in judged)
    return tuple(each for each in found if each is not None)


def _refusals(judged: list[Entitlement]) -> Iterator[Refusal]:
    yield from (each for each in map(refusal, judged) if each is not None)


def _offers(entitled: Entitlement, availability: Availability) -> Iterator[Offer]:
    """Give each way to offer the product with what stands against it, after softer words where none may be used yet."""
    days: Mapping[str, date | None] = {"ships": availability.ships, "preorder": availability.preorder}
    named = {"name": entitled.subject.name if entitled.subject else ""}
    offers = []
    for row in read_data("offers.yaml")["offers"]:
        gate, first = entitled.gate_for(row["strength"]), days[row["day"]]
        missing = None if entitled.allows(row["strength"]) else gate
        offers.append(Offer(render(row["wording"], named), missing, first if first and entitled.day < first else None))
    softer = plain_wording(entitled, load_phrases(), render)
    if softer and not any(offer.open for offer in offers):
        yield Offer(softer)
    yield from offers


def _marks(certifications: tuple[Certification, ...], manifest: Manifest, channel: str, policy: Policy, day: date) -> Iterator[Mark]:
    for each in certifications:
        status = certification_status_on(each, day)
        if status in ("granted", "pending"):
            wording = wording_of(Entitlement(each, manifest, channel, policy, day), load_phrases(), render)
            yield Mark(each.id, each.name, status == "granted", wording, each.identifier, each.expires)


def _refused(certifications: tuple[Certification, ...], day: date) -> Iterator[Refusal]:
    for each in certifications:
        status = certification_status_on(each, day)
        if status == "refused" or status == "expired":
            yield Refusal(each.id, each.name, status, each.expires if status == "expired" else None)


def _notices(certifications: tuple[Certification, ...], capabilities: list[Capability], day: date) -> Iterator[Notice]:
    """Give the notice that each certificate asks for which is not granted and without which something may not be offered."""
    for each in certifications:
        if each.covers and certification_status_on(each, day) != "granted":
            covered = tuple(capability.name for capability in capabilities if capability.id in each.covers)
            yield Notice(each.name, covered, render(_NOTICE, {"missing": (each.name,)}))
