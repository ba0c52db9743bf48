"""What stands above a block, or beside it as a mark, and says of all in it: planned, coming, not supported, no promise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from claimlint.claim import Strength
from claimlint.document import Block, BlockKind
from claimlint.language.data import language_data

_SHORT = 8
"""A heading of more words says something itself."""
_STRENGTHS: tuple[Strength, ...] = ("assertion", "commitment", "intent", "possibility")
_NO_LABELS = {"passed-over", "pictures"}
_WORD = re.compile(r"[^\W\d_][\w'’/-]*")


@dataclass(frozen=True, slots=True)
class Section:
    """How a block is read because of what stands above or beside it.

    reason: why nothing in it is a promise, or empty. instructing: commands in it are steps that the reader is to take.
    answered: an answer of its own says so, whatever stands above.
    """

    strength: Strength = "assertion"
    negated: bool = False
    reason: str = ""
    instructing: bool = False
    answered: bool = False


def section_of(block: Block) -> Section:
    """Read the answer given to a block, and the headings and the introduction above it; the nearest that means something decides."""
    if block.kind is BlockKind.CODE:
        return Section(reason="code")
    if _points_elsewhere(block):
        return Section(reason="a link to another page")
    if block.kind is BlockKind.ALT_TEXT and any(word in language_data("sections")["pictures"] for word in block.text.lower().split()):
        return Section(reason="the description of a picture")
    section = _above(block)
    if not block.answer or section.reason:
        return section
    says = language_data("answers")[block.answer]
    if "reason" in says:
        return Section(reason=says["reason"])
    return replace(section, strength=says["strength"], negated=says["polarity"] == "negated", answered=True)


def _points_elsewhere(block: Block) -> bool:
    """Whether an item is one of a list of links; below an introduction or another item, it is what these speak of."""
    return block.kind is BlockKind.LIST_ITEM and block.linked and not block.introduction


def _above(block: Block) -> Section:
    instructing = False
    for text, nested in _texts_above(block):
        label = _label(text, nested)
        if label == "instructions":
            instructing = True
        elif label == "negated":
            return Section(negated=True)
        elif label == "no-claim":
            return Section(reason=f'under "{text}"')
        elif label in _STRENGTHS:
            return Section(strength=label, instructing=instructing)
    return Section(instructing=instructing)


def _texts_above(block: Block) -> Iterator[tuple[str, bool]]:
    """Yield what stands above a block, the nearest first, and whether other words may stand beside what counts.

    The title names the product or the occasion ("Beta note: the twin programme"): it counts where it is nothing but a label.
    """
    for introduction in reversed(block.introduction.split(" > ")):
        if introduction:
            yield introduction, True
    for at, heading in reversed(list(enumerate(block.headings))):
        yield heading.text, heading.level > 1 or at > 0


@cache
def _label(text: str, nested: bool) -> str | None:
    words = _WORD.findall(text.lower())
    if len(words) > _SHORT:
        return None
    data = language_data("sections")
    bare = " ".join(word for word in words if word not in data["passed-over"])
    for label in data:
        if label not in _NO_LABELS and bare and bare in _bare(label):
            return str(label)
    whole = f" {' '.join(words)} "
    if nested:
        return next((label for label, wordings in data.items() if label not in _NO_LABELS and _says(whole, wordings["within"])), None)
    return None


@cache
def _bare(label: str) -> frozenset[str]:
    data = language_data("sections")
    return frozenset(" ".join(word for word in wording.split() if word not in data["passed-over"]) for wording in data[label]["alone"])


def _says(whole: str, wordings: list[str]) -> bool:
    return any(f" {wording} " in whole for wording in wordings)
