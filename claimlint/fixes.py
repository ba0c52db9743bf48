"""What `claimlint fix` did to a document, and what it left to a person."""

from __future__ import annotations

from dataclasses import dataclass

from claimlint.finding import Finding


@dataclass(frozen=True, slots=True)
class Applied:
    """A correction that was made. finding: as it stood before; before, after: plain words; before is empty for an appended notice."""

    finding: Finding
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A correction that was not made. reason: why a person must look at it, as a clause."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class FixedDocument:
    """The text of a document before and after. applied: in the order in which it was done; refused: in the order of places."""

    path: str
    before: str
    after: str
    applied: tuple[Applied, ...] = ()
    refused: tuple[Refused, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything was corrected."""
        return self.before != self.after
