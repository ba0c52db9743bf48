"""What copy promises: one claim for each pair of a stretch of copy and the thing that it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from claimlint.document import Block, Document

Strength = Literal["guarantee", "assertion", "commitment", "intent", "possibility"]
Polarity = Literal["affirmed", "negated"]
Attribution = Literal["own", "quoted"]
Kind = Literal["feature", "value", "certification", "availability", "superlative", "comparative", "absolute", "green"]
Matched = Literal["name", "vocabulary", "meaning", "unit"]
Bound = Literal["max", "min", "approx", "exact"]

STRENGTHS: tuple[Strength, ...] = ("guarantee", "assertion", "commitment", "intent", "possibility")
LANGUAGE_KINDS: frozenset[Kind] = frozenset({"superlative", "comparative", "absolute", "green"})


@dataclass(frozen=True, slots=True)
class Value:
    """A number, rating or version in a claim.

    start, end: source offsets. limit: the limit of the subject that it speaks of, or None. amount (and `to`, for a range) are
    in that limit's unit where there is a limit, else in the unit as written. bound: "max" for "up to 10 h", "min" for "at
    least 10 h" or "over 10 h". strict: the words exclude the number itself ("over", "more than", "under").
    """

    text: str
    start: int
    end: int
    bound: Bound = "exact"
    limit: str | None = None
    amount: float | None = None
    to: float | None = None
    unit: str | None = None
    rating: str | None = None
    version: str | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One promise. subject: id of a capability, certification or product, or None; start, end: source offsets.

    block: the block that it stands in, for messages and explanations. score: how sure the link is, 0 to 1.
    """

    path: str
    start: int
    end: int
    text: str
    subject: str | None
    product: str | None
    kind: Kind
    strength: Strength
    polarity: Polarity
    attribution: Attribution
    matched: Matched | None
    score: float
    block: Block
    values: tuple[Value, ...] = ()

    @property
    def text_range(self) -> tuple[int, int]:
        """The claim's range in the text of its block: the characters that came from the claimed stretch of the source."""
        return self.block.source_map.text_range(self.start, self.end)


def promises_nothing(path: str, start: int, end: int, text: str, block: Block) -> Claim:
    """Make the claim of a stretch of a document that is reported for another reason than a promise; it has no subject."""
    return Claim(path, start, end, text, None, None, "feature", "assertion", "affirmed", "own", None, 1.0, block)


@dataclass(frozen=True)
class Reading:
    """What was read in one document. claims: in the order of their places.

    worded: by the name of a rule that asks for wordings of its own, the promises that use one of them. They reach no subject and
    are nobody's claims but the rule's.
    """

    document: Document
    claims: tuple[Claim, ...] = ()
    worded: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
