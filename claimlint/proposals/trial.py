"""What an amendment would do: it is tried on the copy before anybody is asked to accept it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimlint.claim import LANGUAGE_KINDS, Claim
from claimlint.proposal import Amendment, Occurrence
from claimlint.proposals.copy import Copy, Stretch

WEAK = 0.5
"""A link that is less sure than this counts as weak."""

LEAST_GAIN = 0.05
"""By so much a weak link must become surer."""


@dataclass(frozen=True)
class Trial:
    """What an amendment does. gains, further: as in a Proposal; harm: how many links of before are gone."""

    copy: Copy
    gains: tuple[Occurrence, ...]
    further: tuple[Occurrence, ...]
    harm: int

    @property
    def succeeds(self) -> bool:
        """Whether it links claims that are open, leaves all other links as they are, and makes no more new claims than it links."""
        return bool(self.gains) and not self.harm and len(self.further) <= len(self.gains)


def is_open(claim: Claim) -> bool:
    """Tell whether a claim is linked to nothing or weakly, and could be linked better: not offers, marks, or ruled-out words."""
    if claim.kind in {"availability", "certification", *LANGUAGE_KINDS} or (claim.subject is None and claim.matched == "name"):
        return False
    return claim.subject is None or claim.score < WEAK


def tried(copy: Copy, amendment: Amendment) -> Trial:
    """Link the copy with an amendment, and compare."""
    after = copy.with_amendment(amendment)
    gains: list[Occurrence] = []
    further: list[Occurrence] = []
    harm = 0
    for number, stretch in enumerate(copy.stretches):
        before_here, after_here = copy.claims[number], after.claims[number]
        if before_here is after_here:
            continue
        harm += sum(1 for claim in before_here if claim.subject is not None and not _kept(claim, after_here))
        for claim, old in _new_links(before_here, after_here, amendment):
            if old is None:
                further.append(occurrence(stretch, claim, None, claim.score))
            elif claim.score >= old.score + LEAST_GAIN or old.subject is None:
                gains.append(occurrence(stretch, old, old.subject, claim.score))
    return Trial(after, tuple(gains), tuple(further), harm)


def _kept(claim: Claim, after: tuple[Claim, ...]) -> bool:
    return any(other.subject == claim.subject and _overlap(claim, other) for other in after)


def _new_links(before: tuple[Claim, ...], after: tuple[Claim, ...], amendment: Amendment) -> Iterator[tuple[Claim, Claim | None]]:
    """Yield each link to the amended entry with the open claim that stood there, or None; links that were sure are left out."""
    for claim in after:
        if claim.subject != amendment.entry or claim.kind == "availability":
            continue
        here = [old for old in before if _overlap(old, claim) and old.kind != "availability"]
        same = [old for old in here if old.subject == claim.subject]
        if any(not is_open(old) for old in same):
            continue
        yield claim, next(iter(same or [old for old in here if old.subject is None and is_open(old)]), None)


def _overlap(first: Claim, second: Claim) -> bool:
    return min(first.end, second.end) > max(first.start, second.start)


def occurrence(stretch: Stretch, claim: Claim, subject: str | None, after: float) -> Occurrence:
    """Describe a claim for whoever reads a proposal. subject: its link before, or None; after: its score under the amendment."""
    before = claim.score if subject is not None else 0.0
    return Occurrence(stretch.path, stretch.lines.position(claim.start), claim.text, subject, before, after)
