"""What the page shows, as values: every text in it is as people read it, and the template only sets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimlint.gate_board import BoardCapability, BoardCertificate, BoardProduct
from claimlint.reports.html.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Term:
    """A line of what stands behind a finding. anchor: of the gate board's row that it leads to, empty where there is none."""

    name: str
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A finding. number: from 1, in the order of the report; words: what the copy says, on one line; title: of its category.

    message: what is wrong; suggestion, behind: words that may be said today, with what the message says behind them; where the message
    does not have the suggestion, `instead` does. passage: the number of the stretch that is marked for it, 0 where no copy is.
    """

    number: int
    document: int
    verdict: Verdict
    code: str
    category: str
    title: str
    words: str
    place: str
    message: str
    suggestion: str
    behind: str
    instead: str
    terms: tuple[Term, ...]
    why: str
    citation: str
    fingerprint: str
    subject: str
    gate: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text within a mark. reported: whether a finding speaks of exactly these words."""

    text: str
    reported: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of a passage. verdict: None between the promises. findings: numbers of the cards that it leads to."""

    pieces: tuple[Piece, ...]
    verdict: Verdict | None = None
    findings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A block of copy. label: what else must be known to read it ("button", "alternative text"), empty for most."""

    kind: str
    label: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of copy, or a row of a table, with its findings. place: in words ("line 12", "slide 3, title")."""

    place: str
    cells: tuple[Cell, ...]
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document. blocks: whether it may not be published as it stands. reason: why it was not checked, empty where it was.

    findings: how many there are by verdict, the gravest first; older: how many are left out, from before a change.
    apart: findings that stand in no copy, such as those of comments.
    """

    number: int
    path: str
    channel: str
    judged: bool
    blocks: bool
    reason: str
    notes: tuple[str, ...]
    promises: int
    findings: tuple[tuple[Verdict, int], ...]
    passages: tuple[Passage, ...]
    apart: tuple[Card, ...]
    older: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A capability on the gate board. anchor: its id on the page, empty where it stands further up as well.

    first: the number of the first finding of it that the page lists, 0 where it lists none.
    """

    capability: BoardCapability
    anchor: str
    promises: int
    findings: tuple[tuple[Verdict, int], ...]
    first: int = 0


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A certificate on the gate board, likewise."""

    certificate: BoardCertificate
    anchor: str
    promises: int
    findings: tuple[tuple[Verdict, int], ...]
    first: int = 0


@dataclass(frozen=True, slots=True)
class ProductBoard:
    """A product on the gate board. files: of the manifest, empty where the report has only one."""

    product: BoardProduct
    files: str
    anchor: str
    stages: tuple[str, ...]
    rows: tuple[Row, ...]
    certificates: tuple[CertificateRow, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """What passing a gate, or being granted a certificate, would settle. gate: the stage, empty for a certificate.

    due: as the manifest plans it, ISO format. before: gates that have to be passed first. findings, documents: how many it settles.
    """

    gate: str
    name: str
    anchor: str
    due: str
    before: tuple[str, ...]
    owner: str
    findings: int
    documents: int


@dataclass(frozen=True, slots=True)
class Answer:
    """May it be published? outcome: the colour of the answer. because: sentences.

    tally: promises by verdict, the gravest first; promises: those that were judged; holds: those of them without a finding.
    causes: what blocks it, by category as people call it, the most frequent first. unchecked: sentences on what nobody could check.
    hidden: sentences on findings that the reader asked not to see.
    """

    outcome: Literal["no", "unknown", "yes"]
    headline: str
    because: tuple[str, ...]
    promises: int
    holds: int
    tally: tuple[tuple[Verdict, int], ...]
    blocking: tuple[Sheet, ...]
    causes: tuple[tuple[str, int], ...]
    unread: tuple[Sheet, ...]
    unchecked: tuple[str, ...]
    hidden: tuple[str, ...]


Choice = tuple[str, str]
"""What a filter compares with, and how people call it."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What there is to choose from; a filter with one choice or none is left out."""

    severities: tuple[Choice, ...]
    documents: tuple[Choice, ...]
    subjects: tuple[Choice, ...]
    gates: tuple[Choice, ...]
    rules: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report. manifests: path and the first characters of the hash. findings: how many cards there are.

    folded: documents are closed when the page opens, because there are many.
    """

    version: str
    as_of: str
    manifests: tuple[tuple[str, str], ...]
    answer: Answer
    releases: tuple[Release, ...]
    boards: tuple[ProductBoard, ...]
    sheets: tuple[Sheet, ...]
    filters: Filters
    findings: int
    verdicts: tuple[Verdict, ...]
    notes: tuple[str, ...]
    folded: bool
