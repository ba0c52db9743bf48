"""Which headings stand above the place that is being read."""

from __future__ import annotations

import re

from claimlint.document import Heading

TITLE = 0
BELOW_ALL = 7
"""The level of what heads a paragraph or two: a line in bold type, a question, the title of a card."""

_LONGEST_BOLD = 80
_LONGEST_QUESTION = 160
_ASKED = re.compile(r"(?:Q|Question)(?:\s?\d+)?\s*[:.)]\s+(?=\S)")


class Outline:
    """The headings that are in force, from the outermost to the nearest."""

    def __init__(self) -> None:
        self._headings: tuple[Heading, ...] = ()

    @property
    def empty(self) -> bool:
        """True before the first heading."""
        return not self._headings

    def open(self, level: int, text: str) -> None:
        """Begin a section, which ends those of its level and below."""
        self._headings = (*self.above(level), Heading(level, text))

    def above(self, level: int | None = None) -> tuple[Heading, ...]:
        """Give the headings in force, of levels higher than one where it is given."""
        return tuple(heading for heading in self._headings if level is None or heading.level < level)

    def restore(self, headings: tuple[Heading, ...]) -> None:
        """Put headings from before in force again."""
        self._headings = headings


def heads_what_follows(text: str, bold: bool) -> bool:
    """Whether a paragraph names what the next ones are about: a short one in bold type, or a question."""
    if text.endswith("?"):
        return len(text) <= _LONGEST_QUESTION and (bold or _ASKED.match(text) is not None)
    return bold and len(text) <= _LONGEST_BOLD and not text.endswith((".", "!"))
