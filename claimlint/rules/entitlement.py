"""What may be promised of one thing on a channel, as of a day: the policy's answer, before there is any copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeAlias

from claimlint.claim import STRENGTHS, Strength
from claimlint.manifest.ladder import certification_status_on, satisfies, stage_for, validated_on
from claimlint.manifest.model import NONE, Capability, Certification, CertificationStatus, Manifest, Product
from claimlint.rules.policy import Policy

Subject: TypeAlias = "Capability | Certification | Product"


@dataclass(frozen=True)
class Entitlement:
    """A subject on a channel, as of a day, against a manifest and a policy, which must cover the channel and check it."""

    subject: Subject | None
    manifest: Manifest
    channel: str
    policy: Policy
    day: date

    @property
    def capability(self) -> Capability | None:
        """The subject where it is a capability."""
        return self.subject if isinstance(self.subject, Capability) else None

    @cached_property
    def validated(self) -> str:
        """The stage of the manifest's own ladder that the subject has passed; "none" for certifications and for no subject."""
        if isinstance(self.subject, (Capability, Product)):
            return validated_on(self.manifest, self.subject, self.day)
        return NONE

    @cached_property
    def certification_status(self) -> CertificationStatus | None:
        """How a certification stands on the day, None where the subject is none."""
        return certification_status_on(self.subject, self.day) if isinstance(self.subject, Certification) else None

    def allows(self, strength: str) -> bool:
        """Tell whether the policy lets the subject be promised this firmly on this channel."""
        return satisfies(self.manifest, self.validated, self.policy.needs(self.channel, strength))

    @property
    def firmest(self) -> Strength | None:
        """The firmest strength that the policy allows; None where nothing may be said, as of what has been withdrawn."""
        if self.capability and self.capability.state != "active":
            return None
        return next((strength for strength in STRENGTHS if self.allows(strength)), None)

    @property
    def may_be_stated(self) -> bool:
        """Whether the subject may be stated as a fact on this channel: its gate has been passed, or the certificate is held."""
        if isinstance(self.subject, Certification):
            return self.certification_status == "granted"
        return self.subject is not None and self.allows("assertion")

    def gate_for(self, strength: str) -> str:
        """Name the stage of the manifest's own ladder that a promise of this strength needs."""
        return stage_for(self.manifest, self.policy.needs(self.channel, strength))
