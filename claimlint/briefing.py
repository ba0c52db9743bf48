"""What copy may say on a day: by channel and product, how firmly, with which numbers and conditions, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimlint.claim import Strength

Obstacle = Literal["failed", "cancelled", "lapsed", "waiver-lapsed", "no-gate", "refused", "expired"]
"""Why nothing may be said: withdrawn, no longer held, not far enough; the last two are those of a certificate."""


@dataclass(frozen=True, slots=True)
class Number:
    """A limit as copy may give it: "up to 24 hours", the condition of the measurement, whether it must stand beside the number."""

    name: str
    value: str
    condition: str | None
    disclosed: bool


@dataclass(frozen=True, slots=True)
class Step:
    """How firmly a thing may be promised once a gate has been passed. due: the gate's day, None where nobody has named one.

    failed: the gate, or one below it that must be passed as well, has failed.
    """

    strength: Strength
    gate: str
    due: date | None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class LastDay:
    """Until when a thing may be said as firmly as today. gate: whose waiver ends then, None where the validation does."""

    day: date
    gate: str | None = None


@dataclass(frozen=True, slots=True)
class Waived:
    """A rule that engineering waives for a capability: copy that it would flag passes until the last day."""

    rule: str
    by: str | None
    last_day: date | None
    why: str | None


@dataclass(frozen=True, slots=True)
class Permission:
    """What may be said of one capability. strength: the firmest that the policy allows.

    wordings: copy that may stand today, approved words first where there are any (`approved`), else words that fit what was measured.
    requires: words that must stand beside them; forbidden: words that must not be used. lapsed: the last day of a validation that no
    longer counts. steps: what comes next, in its order.
    needs_notice: a page that states it needs one of the product's notices. waived: rules that are out of force for it.
    """

    subject: str
    name: str
    strength: Strength
    wordings: tuple[str, ...]
    approved: bool
    numbers: tuple[Number, ...] = ()
    requires: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    firmware: str | None = None
    last_day: LastDay | None = None
    lapsed: date | None = None
    steps: tuple[Step, ...] = ()
    needs_notice: bool = False
    waived: tuple[Waived, ...] = ()
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A capability or certificate of which nothing may be said today. day: the last one on which it was held. gate: of a waiver."""

    subject: str
    name: str
    obstacle: Obstacle
    day: date | None = None
    gate: str | None = None
    steps: tuple[Step, ...] = ()
    waived: tuple[Waived, ...] = ()
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A certificate that may be named, or called pending where it is not granted. wording: "" where the words for it are ruled out."""

    subject: str
    name: str
    granted: bool
    wording: str
    identifier: str | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A way to offer the product. gate: the one that must be passed first, day: the first on which it may be made; None where met."""

    wording: str
    gate: str | None = None
    day: date | None = None

    @property
    def open(self) -> bool:
        """Whether it may be made today."""
        return self.gate is None and self.day is None


@dataclass(frozen=True, slots=True)
class Notice:
    """Words that a page needs which offers the product, or one of these capabilities, before a certificate is granted."""

    certificate: str
    capabilities: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class ProductBriefing:
    """What may be said of one product; id and name are empty where the manifest names no product. validated: its own last gate."""

    id: str
    name: str
    validated: str
    preorder: date | None = None
    ships: date | None = None
    regions: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    permissions: tuple[Permission, ...] = ()
    marks: tuple[Mark, ...] = ()
    notices: tuple[Notice, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class ChannelBriefing:
    """What may be said on one channel. place: the channel in words, "on a public page". checked: whether the policy judges it at all."""

    channel: str
    place: str
    checked: bool
    products: tuple[ProductBriefing, ...] = ()


@dataclass(frozen=True, slots=True)
class Superlative:
    """Words that set the product above others, with evidence. last_day: on which it holds; pattern: a regular expression for more."""

    wordings: tuple[str, ...]
    pattern: str | None
    last_day: date | None
    lapsed: bool = False


@dataclass(frozen=True, slots=True)
class Copied:
    """Where a travelling copy of the manifest came from, and when it was made."""

    path: str
    revision: str | None
    day: date


@dataclass(frozen=True)
class Briefing:
    """What may be said on a day. manifests: paths of the files. strengths: how each strength is put: "stated as a fact".

    not_claimed: promises that nobody makes. other_channels: those of the policy that were not asked for and that it judges.
    stale: that a copy is older than the configuration allows, else empty.
    """

    as_of: date
    manifests: tuple[str, ...]
    copies: tuple[Copied, ...]
    strengths: Mapping[str, str]
    channels: tuple[ChannelBriefing, ...]
    superlatives: tuple[Superlative, ...] = ()
    not_claimed: tuple[str, ...] = ()
    other_channels: tuple[str, ...] = ()
    stale: str = ""
