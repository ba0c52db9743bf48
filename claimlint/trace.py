"""The whole way of one finding as a value: what each step from the copy to the rule has said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from claimlint.explanation import Explanation
from claimlint.finding import CheckedDocument, Finding, PolicyCell, Severity
from claimlint.manifest.ladder import ExpiredPart
from claimlint.manifest.model import Capability, Certification, CertificationStatus, Place, Product

Subject: TypeAlias = "Capability | Certification | Product"


@dataclass(frozen=True, slots=True)
class Standing:
    """What engineering stands behind on a day. subject: of the claim, None where the manifest has no entry for it.

    validated: the last stage passed. status: of a certification, else None. expired: what no longer holds.
    """

    day: date
    subject: Subject | None
    validated: str
    status: CertificationStatus | None
    expired: tuple[ExpiredPart, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the policy says. cell: that of the claim; met: whether it was enough; presented: the strength in words ("as a fact").

    confidence: how sure a link must be, 0 to 1, for an error to stay one.
    """

    cell: PolicyCell
    met: bool
    presented: str
    confidence: float


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """The rule that reported it. looks_for_words: it judges wordings of its own, whatever these speak of."""

    code: str
    name: str
    severity: Severity
    summary: str
    citation: str | None
    looks_for_words: bool
    place: Place


@dataclass(frozen=True)
class Trace:
    """A finding with everything that led to it.

    document: where it was found. explanation: why its claim is linked as it is, None where no link was looked for.
    """

    finding: Finding
    document: CheckedDocument
    explanation: Explanation | None
    standing: Standing
    judgement: Judgement
    rule: RuleInForce
