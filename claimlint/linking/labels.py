"""Blocks that only introduce what follows: the head of a list, the name of a row or a column."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.document import HEADER_CELL, Block, BlockKind
from claimlint.linking.columns import elsewhere
from claimlint.linking.lexicon import Lexicon

_SHORT = 8
"""A list's head of so many words or more says something itself."""


def labels(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[bool, ...]:
    """Tell for each block of a document whether it promises nothing by itself.

    So it is with a label, which names what the blocks below or beside it promise, and with a table's column about something else.
    """
    behind = (*blocks[1:], None)[: len(blocks)]
    beside = zip(blocks, behind, elsewhere(blocks, lexicon), strict=True)
    return tuple(strange or _is_label(block, after) for block, after, strange in beside)


def _is_label(block: Block, after: Block | None) -> bool:
    if block.kind is BlockKind.TABLE_CELL:
        return block.key == HEADER_CELL or (after is not None and after.row_header == block.text != block.row_header)
    if block.kind is BlockKind.LIST_ITEM:
        return after is not None and after.introduction.split(" > ")[-1] == block.text and len(block.text.split()) < _SHORT
    return False
