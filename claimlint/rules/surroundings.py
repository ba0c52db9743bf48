"""What stands around the claims of a document: all of its copy, its footnotes, and what contradicts them elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from claimlint.document import Block, BlockKind, Document, Heading
from claimlint.rules.notes import Note, notes_of
from claimlint.rules.publication import published_on
from claimlint.statement import ClaimKey, Contradiction

RowKey: TypeAlias = "tuple[tuple[Heading, ...], str]"
"""What tells the rows of tables apart: the headings above, and the row's own header."""


@dataclass(frozen=True)
class Surroundings:
    """What a claim's document says besides. copy: the text of all blocks but code, a line each. rows: the text of table rows.

    published: the day on which it says that it will be published.
    """

    copy: str = ""
    notes: tuple[Note, ...] = ()
    rows: Mapping[RowKey, str] = field(default_factory=dict)
    contradictions: Mapping[ClaimKey, Contradiction] = field(default_factory=dict)
    published: date | None = None

    def row_of(self, block: Block) -> str:
        """Give the text of all cells in the row of a table cell, "" elsewhere."""
        return self.rows.get(_row_key(block), "") if block.kind is BlockKind.TABLE_CELL else ""


def surroundings_of(document: Document, contradictions: Mapping[ClaimKey, Contradiction]) -> Surroundings:
    """Look at a document as a whole. contradictions: of its claims."""
    copy = "\n".join(block.text for block in document.blocks if block.kind is not BlockKind.CODE)
    rows: dict[RowKey, str] = {}
    for block in document.blocks:
        if block.kind is BlockKind.TABLE_CELL and block.row_header:
            rows[_row_key(block)] = f"{rows.get(_row_key(block), '')} {block.text}"
    return Surroundings(copy, notes_of(document), rows, contradictions, published_on(document))


def _row_key(block: Block) -> RowKey:
    return block.headings, block.row_header
