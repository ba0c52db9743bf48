"""What a table says of a capability, before it is written: as each row says it, and as several rows of one capability come to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from claimlint.importing.limits import Limit

RANKING = ("failed", "planned", "running", "waived", "passed")
"""Results of a gate, the least first: where rows disagree, the least counts."""


@dataclass(frozen=True, slots=True)
class GateEntry:
    """A gate as a row has it."""

    stage: str
    result: str
    day: date | None = None
    due: date | None = None
    until: date | None = None
    evidence: tuple[str, ...] = ()
    builds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LimitEntry:
    """A limit as a row has it."""

    name: str
    limit: Limit
    condition: str = ""


@dataclass(frozen=True, slots=True)
class CertificateEntry:
    """A certificate as a row has it. stated: whether the row says how it stands."""

    name: str
    status: str = "pending"
    number: str = ""
    stated: bool = False


@dataclass(frozen=True, slots=True)
class RowEntry:
    """What one row says. subject: what it is called. remarks: what it says that the manifest cannot take yet, for comments.

    open: the gates that it is about and of which it says nothing that is known.
    """

    row: int
    identifier: str
    name: str
    requirement: str = ""
    product: str = ""
    aliases: tuple[str, ...] = ()
    concept: str = ""
    validated: str = ""
    gates: tuple[GateEntry, ...] = ()
    open: tuple[str, ...] = ()
    limit: LimitEntry | None = None
    owner: str = ""
    evidence: tuple[str, ...] = ()
    expires: date | None = None
    cancelled: bool = False
    certificates: tuple[CertificateEntry, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """What the row speaks of."""
        return self.name or self.requirement or self.identifier


@dataclass
class CapabilityDraft:
    """A capability as its rows come to. rows: their numbers. open: by gate, the rows that leave it open."""

    name: str
    product: str
    rows: list[int] = field(default_factory=list)
    identifiers: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    concept: str = ""
    validated: str = ""
    gates: dict[str, GateEntry] = field(default_factory=dict)
    open: dict[str, list[int]] = field(default_factory=dict)
    limits: dict[str, LimitEntry] = field(default_factory=dict)
    owner: str = ""
    evidence: list[str] = field(default_factory=list)
    expires: date | None = None
    cancelled: bool = False
    remarks: list[str] = field(default_factory=list)


@dataclass
class CertificateDraft:
    """A certificate as its rows come to."""

    name: str
    status: str = "pending"
    number: str = ""
    stated: bool = False
    rows: list[int] = field(default_factory=list)


@dataclass
class Draft:
    """A manifest that is about to be written. products: their names, in the order of the table."""

    products: list[str] = field(default_factory=list)
    capabilities: list[CapabilityDraft] = field(default_factory=list)
    certificates: list[CertificateDraft] = field(default_factory=list)
