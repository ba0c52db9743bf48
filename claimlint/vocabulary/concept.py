"""A concept: a thing that hardware and software products promise, and how copy speaks of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

QUANTITIES: frozenset[str] = frozenset(
    (
        "acceleration angle area charge conductivity contrast count current data data-rate energy flow force frame-rate"
        " frequency gain heart-rate illuminance length luminance luminous-flux magnetic-field mass money multiple operations"
        " percentage pixel-density power pressure rack-space rating ratio resistance resolution rotation signal-level"
        " sound-level speed temperature time torque transfer-rate version voltage volume"
    ).split()
)
"""The names of everything that a limit or a claim can be measured in."""


class Better(str, Enum):
    """Which way a value of a concept improves."""

    MORE = "more"
    LESS = "less"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences that show what a concept's wordings are for.

    match: a wording must be found in each. no_match: none may be found.
    """

    match: tuple[str, ...]
    no_match: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of the vocabulary.

    names: what engineers call it; a capability with such a name takes the concept.
    wordings: patterns by which copy speaks of it (see claimlint.vocabulary.patterns).
    quantity: what it is measured in, one of QUANTITIES, or None. better: which way its value improves, or None.
    confused_with: concepts that share words with it. implies: concepts that it brings along. certifications: marks usual for it.
    """

    id: str
    names: tuple[str, ...]
    wordings: tuple[str, ...]
    examples: Examples
    quantity: str | None = None
    better: Better | None = None
    confused_with: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    certifications: tuple[str, ...] = ()
