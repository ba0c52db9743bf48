"""Whose words a stretch of copy is: the company's own, or a named third party's."""

from __future__ import annotations

import re

from claimlint.claim import Attribution
from claimlint.document import Block, BlockKind

_QUOTED = re.compile(r"[“\"«„](?P<words>[^“”\"«»„]{12,})[”\"»“]")
_SPEAKER = re.compile(
    r"[—–-]\s*[A-Z][\w.]+(?:\s[A-Z][\w.]+)*"  # — Anna Berg
    r"|\b(?:says?|said|writes?|wrote|jokes?|adds?|told|reports?|[Aa]ccording to)\b"
    r"|,\s*[A-Z]\w+ [A-Z]\w+"  # ", Anna Berg"
)


def quoted_ranges(block: Block) -> tuple[tuple[int, int], ...]:
    """Give the character ranges of a block in which somebody else speaks: quotation marks with a speaker named beside them."""
    ranges = []
    for match in _QUOTED.finditer(block.text):
        outside = block.text[max(0, match.start() - 80) : match.start()] + " " + block.text[match.end() : match.end() + 80]
        if block.kind is BlockKind.QUOTATION or _SPEAKER.search(outside):
            ranges.append((match.start("words"), match.end("words")))
    if not ranges and block.kind is BlockKind.QUOTATION and (speaker := re.search(r"[—–]\s*[A-Z]\w+", block.text)):
        ranges.append((0, speaker.start()))
    return tuple(ranges)


def attribution_at(ranges: tuple[tuple[int, int], ...], start: int) -> Attribution:
    """Tell whose words stand at a character."""
    return "quoted" if any(first <= start < last for first, last in ranges) else "own"
