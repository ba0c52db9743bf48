"""A document on its way to the report: judged by what it says itself, and then beside the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimlint.claim import Claim, Reading
from claimlint.finding import CheckedDocument
from claimlint.statement import ClaimKey, Contradiction, Statement


@dataclass(frozen=True)
class Finished:
    """A document with its findings. statements: what it says that another one may contradict. worded: as of a `Reading`.

    contradicted: the contradictions that it was judged with, at first those within itself.
    """

    checked: CheckedDocument
    statements: tuple[Statement, ...] = ()
    worded: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    contradicted: Mapping[ClaimKey, Contradiction] = field(default_factory=dict)

    @property
    def reading(self) -> Reading | None:
        """What was read in it, to be judged again; None where it could not be read."""
        checked = self.checked
        return Reading(checked.document, checked.claims, self.worded) if checked.document is not None else None
