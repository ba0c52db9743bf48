"""Blocks that only introduce what follows: the head of a list, the name of a row or a column."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.document import Block, BlockKind


def labels(blocks: Sequence[Block]) -> tuple[bool, ...]:
    """Tell for each block of a document whether it is a label: what it names is promised by the blocks below or beside it."""
    following = [*blocks[1:], None]
    return tuple(_is_label(block, after) for block, after in zip(blocks, following, strict=True))


def _is_label(block: Block, after: Block | None) -> bool:
    if block.kind is BlockKind.TABLE_CELL:
        return block.key == "header" or (after is not None and after.row_header == block.text)
    if block.kind is BlockKind.LIST_ITEM:
        return after is not None and after.introduction.split(" > ")[-1] == block.text and len(block.text.split()) < 8
    return False
