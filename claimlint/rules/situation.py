"""One claim with everything that it is judged by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from re import IGNORECASE, finditer
from typing import Literal

from claimlint.claim import Claim, Value
from claimlint.finding import PolicyCell
from claimlint.folding import find_wordings
from claimlint.manifest.ladder import ExpiredPart, certification_status_on, expired_parts, satisfies
from claimlint.manifest.model import (
    Capability,
    Certification,
    CertificationStatus,
    Limit,
    Manifest,
    PolicyStage,
    Product,
    Substantiation,
)
from claimlint.rules.authorization import certificates_missing, certificates_of
from claimlint.rules.calendar import spans_in, speaks_of_orders
from claimlint.rules.entitlement import Entitlement, Subject
from claimlint.rules.gate_days import capabilities_of, gate_day
from claimlint.rules.limits import beyond
from claimlint.rules.notes import notes_behind
from claimlint.rules.policy import POLICY_STAGES, Policy
from claimlint.rules.qualification import Stated, conditions_asked, missing_conditions, where_stated
from claimlint.rules.scopes import Outside, outside_scope
from claimlint.rules.stating import states
from claimlint.rules.surroundings import Surroundings
from claimlint.statement import Contradiction, key_of


@dataclass(frozen=True, slots=True)
class SuppressionFlaw:
    """What is wrong with a suppression in a document.

    problem: of a malformed one, a name that its rule's message has words for. rule: the rule that it names, or what stands in its place.
    nearest: advice with the nearest rule, where it names none. until: the last day of one that has expired.
    """

    what: Literal["malformed", "unused", "expired"]
    problem: str = ""
    rule: str = ""
    nearest: str = ""
    until: date | None = None


@dataclass(frozen=True)
class Situation:
    """A claim on a channel, judged as of a day against a manifest and a policy.

    The policy must cover the channel. The claim's subject is an id of the manifest or None. around: what else its document says.
    suppression: what is wrong with a suppression, where that is judged and no promise.
    """

    claim: Claim
    manifest: Manifest
    channel: str
    policy: Policy
    day: date
    around: Surroundings = field(default_factory=Surroundings)
    suppression: SuppressionFlaw | None = None

    @cached_property
    def subject(self) -> Subject | None:
        """The capability, certification or product that the claim speaks of."""
        if self.claim.subject is None:
            return None
        sections: tuple[Mapping[str, Subject], ...] = (self.manifest.capabilities, self.manifest.certifications, self.manifest.products)
        return next((section[self.claim.subject] for section in sections if self.claim.subject in section), None)

    @cached_property
    def capability(self) -> Capability | None:
        """The subject where it is a capability."""
        return self.subject if isinstance(self.subject, Capability) else None

    @cached_property
    def entitlement(self) -> Entitlement:
        """What may be promised of the subject, whatever the claim says."""
        return Entitlement(self.subject, self.manifest, self.channel, self.policy, self.day)

    @property
    def validated(self) -> str:
        """The stage of the manifest's own ladder that the subject has passed; "none" for certifications and for no subject."""
        return self.entitlement.validated

    @property
    def certification_status(self) -> CertificationStatus | None:
        """How a certification stands on the day, None where the subject is none."""
        return self.entitlement.certification_status

    @cached_property
    def policy_stage(self) -> PolicyStage:
        """The highest built-in stage that the subject's stage satisfies."""
        return max((stage for stage in POLICY_STAGES if satisfies(self.manifest, self.validated, stage)), key=POLICY_STAGES.index)

    @cached_property
    def needs(self) -> str:
        """The stage that the policy asks for."""
        return self.policy.needs(self.channel, self.claim.strength)

    def allows(self, strength: str) -> bool:
        """Tell whether the policy lets the subject be promised this firmly on this channel."""
        return self.entitlement.allows(strength)

    @property
    def may_be_stated(self) -> bool:
        """Whether the subject may be stated as a fact on this channel: its gate has been passed, or the certificate is held."""
        return self.entitlement.may_be_stated

    def gate_for(self, strength: str) -> str:
        """Name the stage of the manifest's own ladder that a promise of this strength needs."""
        return self.entitlement.gate_for(strength)

    def due(self, stage: str) -> date | None:
        """Give the day on which the subject is expected to pass a stage; of a product, where all that has yet to pass it has one day."""
        if self.capability:
            gate = self.capability.gates.get(stage)
            return gate.due if gate else None
        if not isinstance(self.subject, Product) or satisfies(self.manifest, self.validated, stage):
            return None
        return gate_day(self.manifest, capabilities_of(self.manifest, self.subject.id), stage)

    @cached_property
    def cell(self) -> PolicyCell:
        """The cell of the policy that decides, in the manifest's own stages."""
        return PolicyCell(self.channel, self.claim.strength, self.gate_for(self.claim.strength), self.validated)

    @cached_property
    def measured(self) -> tuple[tuple[Value, Limit], ...]:
        """The claimed values that speak of a limit, each with that limit.

        A number that belongs to the condition of another limit, which the copy states, claims nothing: "400 lm (25 C, full battery)"
        names no color temperature.
        """
        limits = self.capability.limits if self.capability else {}
        return tuple(
            (value, limits[value.limit])
            for value in self.claim.values
            if value.limit is not None and value.limit in limits and not self._is_condition(value, limits)
        )

    @cached_property
    def offending(self) -> tuple[Value, Limit] | None:
        """The first claimed value that goes beyond its limit, with that limit."""
        return next(((value, limit) for value, limit in self.measured if beyond(value, limit)), None)

    @cached_property
    def forbidden(self) -> tuple[int, int] | None:
        """Where in the block text the claim uses a wording that is ruled out for its capability."""
        return self.find_in_claim(self.capability.wording.forbidden) if self.capability else None

    @cached_property
    def not_claimed(self) -> tuple[int, int] | None:
        """Where in the block text the claim makes a promise that the manifest rules out altogether."""
        return self.find_in_claim(self.manifest.not_claimed)

    @cached_property
    def ruled_out(self) -> tuple[int, int] | None:
        """Where in the block text the claim uses words that are ruled out, either way."""
        return self.forbidden or self.not_claimed

    @cached_property
    def substantiations(self) -> tuple[Substantiation, ...]:
        """The evidence that the manifest has, or had, for the words of the claim."""
        return tuple(
            entry
            for entry in self.manifest.substantiation.values()
            if self.find_in_claim(entry.wording) or (entry.pattern and self._matches(entry.pattern))
        )

    @cached_property
    def lapsed_substantiation(self) -> Substantiation | None:
        """The evidence for the claim whose day has passed, where there is no other."""
        lapsed = [entry for entry in self.substantiations if expired_parts(self.manifest, entry, self.day)]
        return lapsed[0] if lapsed and len(lapsed) == len(self.substantiations) else None

    @property
    def substantiated(self) -> bool:
        """Whether there is evidence for the claim that holds on the day."""
        return bool(self.substantiations) and self.lapsed_substantiation is None

    @cached_property
    def dates_ahead(self) -> Mapping[str, date]:
        """The dates of a product's availability which are after the day, by name: preorder, ships."""
        availability = self.subject.availability if isinstance(self.subject, Product) else None
        if availability is None:
            return {}
        dates = {"preorder": availability.preorder, "ships": availability.ships}
        return {name: date for name, date in dates.items() if date is not None and self.day < date}

    @cached_property
    def dates_named_too_early(self) -> tuple[str, ...]:
        """The days of the product's availability before which the claim dates it: "preorder" where it speaks of orders, else "ships"."""
        availability = self.subject.availability if isinstance(self.subject, Product) else None
        if availability is None:
            return ()
        about, first = ("preorder", availability.preorder) if speaks_of_orders(self.words) else ("ships", availability.ships)
        return (about,) if first and any(span.last < first for span in spans_in(self.words)) else ()

    @cached_property
    def conditions(self) -> tuple[str, ...]:
        """What must stand near the claim."""
        limits = tuple(limit for _, limit in self.measured)
        return conditions_asked(self.claim, self.capability, limits) if self.capability else ()

    @cached_property
    def conditions_stated(self) -> Stated:
        """Where it stands."""
        return where_stated(self.claim, self.conditions, self.around.notes, self.around.row_of(self.claim.block))

    @cached_property
    def conditions_missing(self) -> tuple[str, ...]:
        """Those of the conditions that stand neither beside the claim nor in a footnote."""
        return missing_conditions(self.claim, self.conditions, self.around.notes, self.around.row_of(self.claim.block))

    @cached_property
    def outside(self) -> Outside | None:
        """The region, variant or firmware for which the claim is made and nobody has validated it."""
        return outside_scope(self.claim, self.subject, self.manifest)

    @cached_property
    def unauthorized(self) -> tuple[Certification, ...]:
        """The certificates that cover what the claim offers and are not granted on the day."""
        return certificates_missing(self.claim, self.subject, self.manifest, self.day)

    def certificates(self, *, granted: bool) -> tuple[Certification, ...]:
        """The certificates of the claim's product that are granted on the day, or those that are not."""
        every = certificates_of(self.claim, self.manifest)
        return tuple(each for each in every if (certification_status_on(each, self.day) == "granted") is granted)

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """The words of the footnotes to which the claim's block points."""
        return notes_behind(self.claim.block, self.claim.start, self.around.notes)

    @cached_property
    def ships_in(self) -> int:
        """Days until the claim's product ships; 0 where it does already, and where nobody knows."""
        product = self.manifest.products.get(self.claim.product or "")
        ships = product.availability.ships if product and product.availability else None
        return max(0, (ships - self.day).days) if ships else 0

    @cached_property
    def contradiction(self) -> Contradiction | None:
        """The earlier place that says otherwise, and what it says."""
        return self.around.contradictions.get(key_of(self.claim))

    @cached_property
    def expired(self) -> tuple[ExpiredPart, ...]:
        """What the claim leans on and what no longer holds on the day: a validation, waivers, a certificate."""
        return expired_parts(self.manifest, self.subject, self.day) if self.subject else ()

    @cached_property
    def words(self) -> str:
        """What the claim says, without markup."""
        start, stop = self.claim.text_range
        return self.claim.block.text[start:stop] or self.claim.text

    def find_in_claim(self, wordings: tuple[str, ...]) -> tuple[int, int] | None:
        """Give the block text range of the first of these wordings that the claim's words contain or overlap, or None."""
        start, stop = self.claim.text_range
        text = self.claim.block.text
        found = (place for wording in wordings for place in find_wordings(text, wording))
        return next((place for place in found if place[0] < stop and place[1] > start), None)

    def _is_condition(self, value: Value, limits: Mapping[str, Limit]) -> bool:
        """Tell whether a value is part of a condition that stands in the claim's block and that is not of the value's own limit."""
        others = (limit.condition for name, limit in limits.items() if limit.condition and name != value.limit)
        return any(states(condition, value.text) and states(self.claim.block.text, condition) for condition in others)

    def _matches(self, pattern: str) -> bool:
        """Tell whether a regular expression finds words that the claim contains or overlaps; case makes no difference."""
        start, stop = self.claim.text_range
        return any(match.start() < stop and match.end() > start for match in finditer(pattern, self.claim.block.text, IGNORECASE))
