"""What stands around the claims of a document: all of its copy, its footnotes, and what contradicts them elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimlint.document import BlockKind, Document
from claimlint.rules.contradictions import ClaimKey, Contradiction
from claimlint.rules.notes import Note, notes_of


@dataclass(frozen=True)
class Surroundings:
    """What a claim's document says besides. copy: the text of all blocks but code, a line each."""

    copy: str = ""
    notes: tuple[Note, ...] = ()
    contradictions: Mapping[ClaimKey, Contradiction] = field(default_factory=dict)


def surroundings_of(document: Document, contradictions: Mapping[ClaimKey, Contradiction]) -> Surroundings:
    """Look at a document as a whole. contradictions: of any documents."""
    copy = "\n".join(block.text for block in document.blocks if block.kind is not BlockKind.CODE)
    return Surroundings(copy, notes_of(document), contradictions)
