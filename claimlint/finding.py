"""What is reported: a claim that engineering does not stand behind, with the reason and the way out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from claimlint.claim import Claim

if TYPE_CHECKING:
    from claimlint.baseline_entry import BaselineStanding
    from claimlint.document import Document
    from claimlint.explanation import Explanation
    from claimlint.gate_board import GateBoard

Severity = Literal["error", "warning", "info"]
State = Literal["new", "baseline", "suppressed"]

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")

SHORT_FINGERPRINT = 8
"""Characters of a fingerprint that are shown to people."""

OFF = "off"
"""In place of a severity: the rule is out of force."""


@dataclass(frozen=True, slots=True)
class PolicyCell:
    """The cell of the policy that decided: on this channel, a claim this strong needs that gate."""

    channel: str
    strength: str
    needs: str
    has: str


@dataclass(frozen=True, slots=True)
class RuleDescription:
    """A rule in words, for reports that list the rules. citation: the law or standard behind it."""

    name: str
    code: str
    category: str
    severity: Severity
    summary: str
    why: str
    citation: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """Words that mend a finding: in place of the source range [start, end), or behind all other copy where there is no range."""

    words: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One verdict on one claim. start, end: source offsets; text: that stretch of the source. correction: what mends it safely.

    excuse: of one that is suppressed, by whom and why.
    """

    code: str
    rule: str
    category: str
    severity: Severity
    subject: str | None
    path: str
    start: int
    end: int
    text: str
    message: str
    suggestion: str
    claim: Claim
    evidence: tuple[str, ...] = ()
    policy: PolicyCell | None = None
    state: State = "new"
    fingerprint: str = ""
    correction: Correction | None = None
    excuse: str = ""


@dataclass(frozen=True)
class CheckedDocument:
    """A document and what came of it. reason: why it was not checked, None where it was.

    explanations: of its claims and of clauses that are none, where they were asked for. older: how many findings are left out,
    because they stood before the change whose findings were asked for. judged: whether the policy checks its channel.
    """

    path: str
    channel: str
    document: Document | None
    reason: str | None
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    older: int = 0
    judged: bool = True

    @property
    def status(self) -> Literal["checked", "not-checked"]:
        """Whether the document was checked."""
        return "checked" if self.reason is None else "not-checked"

    @property
    def is_unread(self) -> bool:
        """Whether it could not even be read; one that was read and is not checked is in another language."""
        return self.reason is not None and self.document is None

    @property
    def is_unjudged(self) -> bool:
        """Whether it was read and nothing in it was judged, because the policy leaves its channel unchecked."""
        return self.reason is None and not self.judged


@dataclass(frozen=True)
class Report:
    """The outcome of a run: documents in path order, and what they were checked against.

    Many documents may lie on disk: they are fetched anew whenever they are asked for, equal then and not the same objects.

    manifests: (path, sha256) of each manifest file. as_of: the day that counted as today, ISO format. baselines: those which its
    findings were held against. rules: those that were in force for any document, in order of their codes. fail_on: by the path of a
    document, the severity from which a new finding in it fails the run, or "never"; "error" for one without. boards: how each manifest
    stands on the day.
    """

    version: str
    as_of: str
    manifests: tuple[tuple[str, str], ...]
    documents: Sequence[CheckedDocument]
    notes: tuple[str, ...] = ()
    timings: Mapping[str, float] = field(default_factory=dict)
    baselines: tuple[BaselineStanding, ...] = ()
    rules: tuple[RuleDescription, ...] = ()
    fail_on: Mapping[str, str] = field(default_factory=dict)
    boards: tuple[GateBoard, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of documents and places."""
        return tuple(finding for document in self.documents for finding in document.findings)

    @property
    def older(self) -> int:
        """How many findings are left out, because they stood before the change whose findings were asked for."""
        return sum(document.older for document in self.documents)
