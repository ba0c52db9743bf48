"""Which certificates stand between a promise and what it promises."""

from __future__ import annotations

from datetime import date

from claimlint.claim import Claim
from claimlint.manifest.ladder import certification_status_on
from claimlint.manifest.model import Capability, Certification, Manifest, Product


def certificates_missing(
    claim: Claim, subject: Capability | Certification | Product | None, manifest: Manifest, day: date
) -> tuple[Certification, ...]:
    """Give the certificates that cover what a claim offers and that are not granted on the day, in the manifest's order.

    A claim about a product offers all that its certificates cover.
    """
    return tuple(
        certification
        for certification in certificates_of(claim, manifest)
        if certification.covers
        and (isinstance(subject, Product) or (isinstance(subject, Capability) and subject.id in certification.covers))
        and certification_status_on(certification, day) != "granted"
    )


def certificates_of(claim: Claim, manifest: Manifest) -> tuple[Certification, ...]:
    """Give the certificates of the product that a claim is about, whatever their status; all where the product is not known."""
    return certificates_for(claim.product, manifest)


def certificates_for(product: str | None, manifest: Manifest) -> tuple[Certification, ...]:
    """Give the certificates of a product, whatever their status; all for None."""
    return tuple(
        certification
        for certification in manifest.certifications.values()
        if not certification.products or product in (None, *certification.products)
    )
