"""Which claim under the newer manifest is a claim under the older one: the same words, as a promise of the same thing if possible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from claimlint.claim import LANGUAGE_KINDS, Claim

Pair: TypeAlias = "tuple[Claim | None, Claim | None]"
"""A claim before and after; None where the words are no claim."""

_OF_THEIR_OWN = LANGUAGE_KINDS | {"availability"}
"""Kinds which are told by words of their own: another manifest that knows their subject makes nothing else of them."""


def pairs(before: Iterable[Claim], after: Iterable[Claim], renamed: Mapping[str, str]) -> list[Pair]:
    """Pair the claims of one document, each with one other at most, the closest first; in the order of their places.

    renamed: later ids of subjects by earlier ones.
    """
    open_before, open_after = list(before), list(after)
    found: list[Pair] = []
    for fits in (_stands_the_same, _speaks_of_the_same, _could_be_read_as, _is_nobodys):
        for claim in list(open_before):
            subject = renamed.get(claim.subject or "", claim.subject)
            partner = _closest(claim, [other for other in open_after if fits(claim, other, subject)])
            if partner is not None:
                open_before.remove(claim)
                open_after.remove(partner)
                found.append((claim, partner))
    found += [(claim, None) for claim in open_before]
    found += [(None, claim) for claim in open_after]
    return sorted(found, key=_place)


def _stands_the_same(claim: Claim, other: Claim, subject: str | None) -> bool:
    same_place = (claim.start, claim.end, claim.kind, claim.product) == (other.start, other.end, other.kind, other.product)
    return same_place and subject == other.subject


def _speaks_of_the_same(claim: Claim, other: Claim, subject: str | None) -> bool:
    return _overlap(claim, other) > 0 and subject == other.subject and _family(claim) == _family(other)


def _could_be_read_as(claim: Claim, other: Claim, _: str | None) -> bool:
    return _overlap(claim, other) > 0 and _family(claim) == _family(other) and claim.kind not in LANGUAGE_KINDS


def _is_nobodys(claim: Claim, other: Claim, _: str | None) -> bool:
    """Tell whether the same words are linked on one side only: an offer of a product that nobody knows any more is an unknown promise."""
    same_words = (claim.start, claim.end) == (other.start, other.end) and not {claim.kind, other.kind} & LANGUAGE_KINDS
    return same_words and None in (claim.subject, other.subject)


def _family(claim: Claim) -> str:
    return claim.kind if claim.kind in _OF_THEIR_OWN else "promise"


def _closest(claim: Claim, others: Sequence[Claim]) -> Claim | None:
    return max(others, key=lambda other: (_overlap(claim, other), claim.kind == other.kind, -other.start), default=None)


def _overlap(first: Claim, second: Claim) -> int:
    return min(first.end, second.end) - max(first.start, second.start)


def _place(pair: Pair) -> tuple[int, int, str, str]:
    claim = pair[1] or pair[0]
    return (claim.start, claim.end, claim.subject or "", claim.kind) if claim else (0, 0, "", "")
