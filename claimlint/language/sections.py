"""What the headings above a block say of everything below them: planned, coming, not supported, no promise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimlint.claim import Strength
from claimlint.document import Block, BlockKind
from claimlint.language.data import language_data


@dataclass(frozen=True, slots=True)
class Section:
    """How a block is read because of what stands above it. reason: why nothing in it is a promise, or empty."""

    strength: Strength = "assertion"
    negated: bool = False
    reason: str = ""


def section_of(block: Block) -> Section:
    """Read the headings and the introduction above a block; the nearest that means something decides."""
    if block.kind is BlockKind.CODE:
        return Section(reason="code")
    above = [heading.text for heading in block.headings if heading.level > 1]
    for text in (block.introduction, *reversed(above)):
        label = _label(text) if text else None
        if label == "negated":
            return Section(negated=True)
        if label == "no-claim":
            return Section(reason=f'under "{text}"')
        if label in ("intent", "commitment", "possibility"):
            return Section(strength=label)  # type: ignore[arg-type]  # one of three strengths
    return Section()


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        label: re.compile(
            r"\b(?:" + "|".join(re.escape(words) for words in sorted(wordings, key=len, reverse=True)) + r")\b", re.IGNORECASE
        )
        for label, wordings in language_data("sections").items()
    }


def _label(text: str) -> str | None:
    if len(text.split()) > 8:
        return None
    return next((label for label, pattern in _patterns().items() if pattern.search(text)), None)
