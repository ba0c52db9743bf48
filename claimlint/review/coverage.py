"""What of a document that was read is not checked."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.document import Block, BlockKind, Document, LineIndex

_MOST_PLACES = 5


def what_is_not_english(document: Document, left_out: Sequence[Block]) -> tuple[str | None, tuple[str, ...]]:
    """Give why a document is not checked at all, None where it is, and a note on what of it is not.

    left_out: its blocks that are not in English, in source order.
    """
    if not left_out:
        return None, ()
    if len(left_out) == sum(block.kind is not BlockKind.CODE for block in document.blocks):
        return "it is not in English", ()
    blocks = "1 block that is" if len(left_out) == 1 else f"{len(left_out)} blocks that are"
    return None, (f"{blocks} not in English: not checked ({_places(document, left_out)})",)


def _places(document: Document, blocks: Sequence[Block]) -> str:
    """Where blocks stand: in words where their format has no lines."""
    lines = LineIndex(document.source.text)
    places = [block.where or f"line {lines.position(block.source_map.slices[0].source_start).line}" for block in blocks]
    different = list(dict.fromkeys(places))
    more = f" and {len(different) - _MOST_PLACES} more" if len(different) > _MOST_PLACES else ""
    return ", ".join(different[:_MOST_PLACES]) + more
