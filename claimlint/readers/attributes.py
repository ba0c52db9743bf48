"""Copy that stands in the attributes of components and template tags, outside of the running text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from claimlint.document import BlockKind

# What components and shortcodes call the text that they show.
COPY: Mapping[str, BlockKind] = {
    "alt": BlockKind.ALT_TEXT,
    **dict.fromkeys(
        ("title", "heading", "label", "subtitle", "tagline", "caption", "description", "summary", "question", "text", "attr"),
        BlockKind.CAPTION,
    ),
}
# Which of them stand above the content of their component.
HEADINGS = frozenset({"title", "heading", "label", "summary", "question"})
_BUTTON = re.compile(r"button|btn|cta", re.IGNORECASE)
_BUTTON_TEXT = frozenset({"label", "text", "title"})


@dataclass(frozen=True)
class Attribute:
    """Copy in an attribute: [start, stop) of the text that is read."""

    kind: BlockKind
    key: str
    start: int
    stop: int


def kind_of(attribute: str, component: str) -> BlockKind | None:
    """Give the kind of the block that an attribute's value makes, or None where it is no copy."""
    if attribute in _BUTTON_TEXT and _BUTTON.search(component):
        return BlockKind.BUTTON
    return COPY.get(attribute)
