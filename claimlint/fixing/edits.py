"""Edits: which characters of a source give way to which words, and where everything else is afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimlint.document import Block
from claimlint.finding import Finding

_TOKEN = re.compile(r"[-−–]?\d[\d.,]*|[^\W\d_]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Edit:
    """Words in place of the source range [start, end), which is empty where they are inserted.

    finding: what the edit mends. words: as they are written, markup included; reads: as they must be read again, without it.
    """

    start: int
    end: int
    words: str
    reads: str
    finding: Finding

    @property
    def inserts(self) -> bool:
        """Whether nothing gives way."""
        return self.start == self.end


class Shift:
    """Where the offsets of a text are once edits have been made, which must neither overlap nor be out of order."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits

    def start_of(self, offset: int) -> int:
        """Give the place of the beginning of a range; one inside an edit begins where its words begin."""
        return self._moved(offset, at_end=False)

    def end_of(self, offset: int) -> int:
        """Give the place of the end of a range; one inside an edit ends where its words end."""
        return self._moved(offset, at_end=True)

    def range_of(self, edit: Edit) -> tuple[int, int]:
        """Give the range that the words of one of the edits take up."""
        start = edit.start
        for other in self._edits:
            if other is edit:
                break
            start += len(other.words) - (other.end - other.start)
        return start, start + len(edit.words)

    def _moved(self, offset: int, *, at_end: bool) -> int:
        moved = offset
        for edit in self._edits:
            if edit.end <= offset and not (edit.inserts and edit.start == offset and at_end):
                moved += len(edit.words) - (edit.end - edit.start)
            elif edit.start < offset:
                return self.range_of(edit)[1 if at_end else 0]
        return moved


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Give the text with the edits made; they must neither overlap nor be out of order."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (text[at : edit.start], edit.words)
        at = edit.end
    return "".join((*pieces, text[at:]))


def without_overlaps(edits: Iterable[Edit]) -> tuple[list[Edit], list[Edit]]:
    """Give the edits in the order of their places, and those left out because one before them takes some of their characters."""
    kept: list[Edit] = []
    left_out: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        (left_out if kept and edit.start < kept[-1].end else kept).append(edit)
    return kept, left_out


def smallest_edit(finding: Finding, source: str, start: int, end: int, words: str) -> Edit | None:
    """Give the edit that changes as little as can be of the source range; None where markup stands among the words to change.

    Words that stay are left alone with the markup around them: of “up to **14** hours” only the number changes.
    """
    block = finding.claim.block
    first, last = block.source_map.text_range(start, end)
    skipped, dropped, instead = _difference(block.text[first:last], words)
    first, last = first + skipped, last - dropped
    if not first < last:
        return None
    start, end = block.source_map.source_range(first, last)
    return Edit(start, end, instead, instead, finding) if source[start:end] == block.text[first:last] else None


def _difference(before: str, after: str) -> tuple[int, int, str]:
    """Give how many characters two texts share at their start and at their end, by whole words, and what stands between in the second.

    At least one word of the first is between.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    most = min(len(old) - 1, len(new))
    front = next((at for at in range(most) if old[at] != new[at]), max(most, 0))
    most = min(len(old) - front - 1, len(new) - front)
    back = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), max(most, 0))
    return len("".join(old[:front])), len("".join(old[len(old) - back :])), "".join(new[front : len(new) - back])


def reads_as(blocks: Iterable[Block], start: int, end: int, words: str) -> bool:
    """Tell whether a block reads these words, and no others, from the source range."""
    for block in blocks:
        first, last = block.source_map.text_range(start, end)
        if first < last and block.text[first:last] == words and block.source_map.source_range(first, last) == (start, end):
            return True
    return False
