"""The capability manifest as values: what engineering has validated, measured and been granted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

NONE = "none"
"""The stage below all stages: no gate has been passed."""

GateResult = Literal["planned", "running", "passed", "failed", "waived"]
CapabilityState = Literal["active", "failed", "cancelled"]
CertificationStatus = Literal["granted", "pending", "refused", "expired"]
LimitKind = Literal["max", "min", "equals", "range", "rating", "version"]
PolicyStage = Literal["none", "EVT", "DVT", "PVT", "MP"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands in a manifest file; line and column from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the ladder. acts_as: the stages of the built-in policy that passing it satisfies, lowest first."""

    id: str
    acts_as: tuple[PolicyStage, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate of one capability. day: when it was passed; by, until, why: of a waiver."""

    stage: str
    result: GateResult
    day: date | None = None
    due: date | None = None
    evidence: tuple[str, ...] = ()
    builds: tuple[str, ...] = ()
    firmware: str | None = None
    by: str | None = None
    until: date | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit as the manifest writes it ("10 h"); unit is empty for a bare count."""

    amount: float
    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Limit:
    """What was measured. measure: of max, min and equals. low, high: of range. code: of rating and version, as written."""

    name: str
    kind: LimitKind
    measure: Measure | None = None
    low: Measure | None = None
    high: Measure | None = None
    code: str | None = None
    condition: str | None = None
    tolerance: float = 0.0
    disclose: bool = False

    @property
    def unit(self) -> str | None:
        """The unit in which values that speak of this limit are reported; None for ratings and versions."""
        measure = self.measure or self.low
        return measure.unit if measure else None

    @property
    def text(self) -> str:
        """The limit as a reader would write it: "10 h", "-10 C to 45 C", "IP67"."""
        if self.low and self.high:
            return f"{self.low.text} to {self.high.text}"
        return self.measure.text if self.measure else self.code or ""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that engineering has agreed on, ruled out, or asks for beside the claim."""

    approved: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a validation holds; an empty tuple or None means everywhere."""

    regions: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    firmware: str | None = None


@dataclass(frozen=True, slots=True)
class Availability:
    """When and where a product may be offered."""

    preorder: date | None = None
    ships: date | None = None
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Product:
    """A product. validated: the last stage that it has passed as a whole, or "none"."""

    id: str
    name: str
    aliases: tuple[str, ...]
    validated: str
    place: Place
    availability: Availability | None = None


@dataclass(frozen=True)
class Capability:
    """A capability. products: ids, empty where it holds for all. validated: as written, or "none"; see `validated_on`."""

    id: str
    products: tuple[str, ...]
    name: str
    aliases: tuple[str, ...]
    validated: str
    place: Place
    concept: str | None = None
    gates: Mapping[str, Gate] = field(default_factory=dict)
    state: CapabilityState = "active"
    owner: str | None = None
    evidence: tuple[str, ...] = ()
    expires: date | None = None
    limits: Mapping[str, Limit] = field(default_factory=dict)
    wording: Wording = field(default_factory=Wording)
    scope: Scope = field(default_factory=Scope)


@dataclass(frozen=True, slots=True)
class Certification:
    """A certificate or mark. identifier: the number under which it was granted. covers: capability ids."""

    id: str
    products: tuple[str, ...]
    name: str
    aliases: tuple[str, ...]
    status: CertificationStatus
    place: Place
    identifier: str | None = None
    expires: date | None = None
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Substantiation:
    """Evidence for superlatives, comparisons, absolutes and environmental claims."""

    id: str
    wording: tuple[str, ...]
    pattern: str | None
    evidence: tuple[str, ...]
    place: Place
    until: date | None = None


@dataclass(frozen=True, slots=True)
class RuleWaiver:
    """A rule that engineering waives. subject: the capability for which it does, None where it does for all."""

    rule: str
    subject: str | None
    place: Place
    by: str | None = None
    until: date | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Lock:
    """Where a travelling copy of a manifest came from."""

    source: str
    revision: str | None
    day: date
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """Everything engineering says, from one file or several that were merged. Mappings keep the order of the files.

    files: (path as named, sha256 of its bytes). stages: the ladder, lowest first.
    """

    files: tuple[tuple[str, str], ...]
    stages: tuple[Stage, ...]
    products: Mapping[str, Product]
    capabilities: Mapping[str, Capability]
    certifications: Mapping[str, Certification]
    not_claimed: tuple[str, ...] = ()
    substantiation: Mapping[str, Substantiation] = field(default_factory=dict)
    locks: tuple[Lock, ...] = ()
    waivers: tuple[RuleWaiver, ...] = ()
