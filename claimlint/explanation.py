"""Why a clause is linked as it is: a value for reports, and for whoever wants to know what a name in the manifest would change."""

from __future__ import annotations

from dataclasses import dataclass

from claimlint.claim import Claim


@dataclass(frozen=True, slots=True)
class Reason:
    """One signal of a link. says: what it means, in words; value: how much of it there is; weight: what one of it counts for."""

    signal: str
    says: str
    value: float
    weight: float

    @property
    def contribution(self) -> float:
        """What the signal adds to the logarithm of the odds; below 0 it speaks against the link."""
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class Rival:
    """A subject that was considered and not taken. score: 0 to 1. why_not: what decided, in words."""

    subject: str
    score: float
    why_not: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one claim is linked as it is, or why a clause is no claim.

    claim: None for a clause that was passed over. path, start, end, text: its place in the source and the words there. ground: in
    words what decided, where no signals did; else empty. reasons: the signals, those that count for most first. second: the
    surest of the subjects that were considered and not taken.
    """

    claim: Claim | None
    path: str
    start: int
    end: int
    text: str
    ground: str = ""
    reasons: tuple[Reason, ...] = ()
    second: Rival | None = None
