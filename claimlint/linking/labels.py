"""Blocks that only introduce what follows: the head of a list, the name of a row or a column."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.document import Block, BlockKind
from claimlint.language.data import language_data

_SHORT = 8
"""A list's head of so many words or more says something itself."""


def labels(blocks: Sequence[Block]) -> tuple[bool, ...]:
    """Tell for each block of a document whether it is a label: what it names is promised by the blocks below or beside it.

    A row's name is none where the cell beside it only ticks it off: then the name is what the row promises, and the tick says
    no more, unless there is one for each of several products.
    """
    around = zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)
    return tuple(_is_label(before, block, after) for before, block, after in around)


def denies_row(block: Block) -> bool:
    """Tell whether a cell says that the product has not what its row names."""
    return block.kind is BlockKind.TABLE_CELL and bool(block.row_header) and _says(block, "no")


def _is_label(before: Block | None, block: Block, after: Block | None) -> bool:
    if block.kind is BlockKind.TABLE_CELL:
        return block.key == "header" or _names_row(block, after) or _lone_tick(before, block, after)
    if block.kind is BlockKind.LIST_ITEM:
        return after is not None and after.introduction.split(" > ")[-1] == block.text and len(block.text.split()) < _SHORT
    return False


def _names_row(block: Block, after: Block | None) -> bool:
    return after is not None and after.row_header == block.text and not _says(after, "yes")


def _lone_tick(before: Block | None, block: Block, after: Block | None) -> bool:
    first = before is not None and before.text == block.row_header
    last = after is None or after.row_header != block.row_header
    return bool(block.row_header) and first and last and _says(block, "yes")


def _says(block: Block, answer: str) -> bool:
    return block.text.strip().lower() in language_data("products")[answer]
