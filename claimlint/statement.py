"""What copy says that another place may contradict, and what contradicts it: values of limits, days of offers, days of gates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from claimlint.claim import Claim, Value

ClaimKey: TypeAlias = "tuple[str, int, int, str | None]"
"""Where a claim stands and what it speaks of: path, start, end, subject."""

MANIFEST = "the manifest"
"""The place of what engineering says."""


def key_of(claim: Claim) -> ClaimKey:
    """Give the key under which the contradictions of a claim are found."""
    return claim.path, claim.start, claim.end, claim.subject


@dataclass(frozen=True, slots=True)
class Span:
    """Days that copy names: first and last of them. text, start, stop: its words, and where they stand."""

    first: date
    last: date
    text: str
    start: int
    stop: int

    def meets(self, other: Span) -> bool:
        """Tell whether both may mean the same day."""
        return self.first <= other.last and other.first <= self.last

    def moved(self, by: int) -> Span:
        """Give the span as it stands further on in another text."""
        return replace(self, start=self.start + by, stop=self.stop + by)


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said of a thing. about: the key of the thing. key: of the claim that says it; line: where that begins, from 1.

    value or days: what is said, one of them. words: as they stand in the copy. known: the day that the manifest gives for it, None
    where it gives none, and where the words leave open what they date. own: the claim that says it where that is no promise, and so is
    not among the claims of its document.
    """

    about: tuple[str | None, ...]
    key: ClaimKey
    line: int
    words: str
    value: Value | None = None
    days: Span | None = None
    known: date | None = None
    own: Claim | None = None

    @property
    def place(self) -> str:
        """Where it stands, as messages say it: "docs/faq.md:12"."""
        return f"{self.key[0]}:{self.line}"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What a claim says, and what an earlier place says of the same thing. place: "docs/faq.md:12", or MANIFEST.

    what: the gate, or the offer ("ships" or "orders"), whose day the manifest gives; empty for what another place says. own: as of the
    statement.
    """

    here: str
    there: str
    place: str
    what: str = ""
    own: Claim | None = None
