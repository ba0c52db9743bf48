"""Blocks that only introduce what follows: the head of a list, the name of a row or a column."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.document import Block, BlockKind

_SHORT = 8
"""A list's head of so many words or more says something itself."""

_TICKS = {"yes", "no", "x", "included", "optional", "standard"}


def labels(blocks: Sequence[Block]) -> tuple[bool, ...]:
    """Tell for each block of a document whether it is a label: what it names is promised by the blocks below or beside it.

    A row's name is none where the cell beside it only ticks it off: then the name is all that the row says.
    """
    following = [*blocks[1:], None]
    return tuple(_is_label(block, after) for block, after in zip(blocks, following, strict=True))


def _is_label(block: Block, after: Block | None) -> bool:
    if block.kind is BlockKind.TABLE_CELL:
        return block.key == "header" or (after is not None and after.row_header == block.text and not _ticks_off(after.text))
    if block.kind is BlockKind.LIST_ITEM:
        return after is not None and after.introduction.split(" > ")[-1] == block.text and len(block.text.split()) < _SHORT
    return False


def _ticks_off(text: str) -> bool:
    return text.strip().lower() in _TICKS or not any(character.isalnum() for character in text)
