"""Whether the conditions of a promise stand where its readers see them: in the same block, or in the note that a sign points to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from claimlint.claim import Claim
from claimlint.manifest.model import Capability, Limit
from claimlint.rules.notes import Note, notes_behind
from claimlint.rules.stating import states

Stated = Literal["nothing-asked", "beside", "in-note", "missing"]
"""Where conditions stand: beside the claim in its block, in a footnote at the nearest, or not all of them in either."""


def conditions_asked(claim: Claim, capability: Capability, measured: Sequence[Limit]) -> tuple[str, ...]:
    """Give what must stand near a claim: conditions of the limits that it gives a number for, and wording that is required.

    measured: those limits. A limit's condition is asked for where the manifest says `disclose`, and for every "up to": a greatest
    value says little to whoever does not know when it is reached.
    """
    return tuple(dict.fromkeys((*_of_limits(claim, measured), *capability.wording.requires)))


def missing_conditions(claim: Claim, asked: Sequence[str], notes: Sequence[Note], row: str = "") -> tuple[str, ...]:
    """Give the conditions that stand neither beside the claim nor in a note to which it points. row: as for `where_stated`."""
    places = (_beside(claim, row), *notes_behind(claim.block, claim.start, notes))
    return tuple(condition for condition in asked if not any(states(place, condition) for place in places))


def where_stated(claim: Claim, asked: Sequence[str], notes: Sequence[Note], row: str = "") -> Stated:
    """Tell where the conditions stand that are asked for. row: the text of the table row in which the claim stands."""
    if not asked:
        return "nothing-asked"
    if all(states(_beside(claim, row), condition) for condition in asked):
        return "beside"
    return "missing" if missing_conditions(claim, asked, notes, row) else "in-note"


def _of_limits(claim: Claim, measured: Sequence[Limit]) -> Iterator[str]:
    greatest = {value.limit for value in claim.values if value.bound == "max"}
    for limit in measured:
        if limit.condition and (limit.disclose or limit.name in greatest):
            yield limit.condition


def _beside(claim: Claim, row: str) -> str:
    """Give what is read together with a claim: its block; for a table cell also its row and the header of its column."""
    block = claim.block
    return " ".join((block.text, block.row_header, block.column_header, row))
