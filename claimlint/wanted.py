"""What copy asks of engineering: promises counted by what they promise, held against what has been validated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from claimlint.claim import Strength

Why = Literal["unknown", "withdrawn", "refused", "ruled-out"]
"""Why no gate allows what is promised: not in the manifest, failed or cancelled, a certificate that was refused, or ruled out."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How often something is promised. claims: in documents that others read; documents: how many of these.

    early: claims that are firmer than the policy allows today. quoted: claims in the words of somebody else. internal: further claims in
    documents that nobody checks, such as notes. strengths: the claims by how firmly they promise, the firmest first, without noughts.
    channels: where they stand, sorted.
    """

    claims: int = 0
    documents: int = 0
    early: int = 0
    quoted: int = 0
    internal: int = 0
    strengths: Mapping[Strength, int] = field(default_factory=dict)
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingGate:
    """A gate that has not been passed. due: None where nobody has named a day."""

    gate: str
    due: date | None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A capability or certificate that copy promises where it may not be stated as a fact yet.

    manifest: paths of the files that have it. has: the last gate passed. missing: the gates to pass until it may be stated wherever it
    is promised, lowest first. lapsed: the last day of a validation that no longer counts. status: of a certificate, else None.
    """

    manifest: str
    subject: str
    name: str
    counts: Counts
    has: str
    missing: tuple[MissingGate, ...] = ()
    lapsed: date | None = None
    status: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Validated:
    """A capability that may be stated as a fact, and how often copy does so, or promises it more softly.

    stated_on: the channels of the documents read on which it may be stated.
    """

    manifest: str
    subject: str
    name: str
    counts: Counts
    stated_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unheard:
    """A promise that no gate will allow. words: as copy first says it, without markup; the name of what was withdrawn or refused.

    subject: id of what was withdrawn or refused, else None.
    """

    manifest: str
    why: Why
    words: str
    counts: Counts
    subject: str | None = None


@dataclass(frozen=True)
class Demand:
    """The outcome of a run. documents: how many were read; claims: how many of their claims count here.

    wanted: the most pressing first. validated: what nobody says first. unheard: the most frequent first. unread: documents that could
    not be read, and why.
    """

    as_of: date
    manifests: tuple[str, ...]
    documents: int
    claims: int
    strengths: Mapping[str, str]
    wanted: tuple[Wanted, ...] = ()
    validated: tuple[Validated, ...] = ()
    unheard: tuple[Unheard, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
