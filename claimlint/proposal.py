"""What the manifest could say so that more of the copy is linked: proposals, and the patches that an engineer can accept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimlint.document import Position

AmendedKey = Literal["aliases", "concept"]


@dataclass(frozen=True, slots=True, order=True)
class Amendment:
    """One addition to the manifest. entry: id of a capability or certification; text: the alias, or the id of the concept."""

    entry: str
    key: AmendedKey
    text: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A claim that an amendment links. subject, score: its link before, None and 0 where there was none; after: its score then."""

    path: str
    position: Position
    text: str
    subject: str | None
    score: float
    after: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """An amendment and what it stands on.

    gains: the claims that it links, or links more surely. further: clauses that promised nothing before and would be claims.
    """

    amendment: Amendment
    gains: tuple[Occurrence, ...]
    further: tuple[Occurrence, ...] = ()


@dataclass(frozen=True, slots=True)
class FileChange:
    """A manifest file before and after. path: as it was named."""

    path: str
    before: str
    after: str


@dataclass(frozen=True)
class Suggestions:
    """The outcome of a run. claims: how many claims were linked to nothing or weakly. documents: how many were read.

    unplaced: proposals for which there is no place in the files that an edit could reach safely (an entry behind a YAML alias).
    remaining: the claims that are linked to nothing, and that no proposal links. unread: documents that could not be read, and why.
    """

    proposals: tuple[Proposal, ...] = ()
    unplaced: tuple[Proposal, ...] = ()
    changes: tuple[FileChange, ...] = ()
    remaining: tuple[Occurrence, ...] = ()
    claims: int = 0
    documents: int = 0
    unread: tuple[tuple[str, str], ...] = ()
