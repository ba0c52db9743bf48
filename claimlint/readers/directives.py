"""Words to claimlint itself in comments: what looks like such words is kept, right or wrong, so that a typo is told and not ignored."""

from __future__ import annotations

import re

from claimlint.document import Directive
from claimlint.readers.passage import Passage

_OPENING = re.compile(r"(?:<!--+|\{?/\*+|//+|#+|%+|;+|\[|\()?\s*")
_CLOSING = ("-->", "*/}", "*/", "]", ")")
_WORDS = re.compile(r"claimlint[\W_]*(?:disable|enable|ignore|suppress)", re.IGNORECASE)


def directive_in(passage: Passage, start: int, stop: int, problem: str = "") -> Directive | None:
    """Give the words to claimlint of which a comment, or a line, at [start, stop) of a passage consists; None where it speaks to others.

    problem: as for `Directive`.
    """
    words = words_to_claimlint(passage.text[start:stop])
    return Directive(words, *passage.source_range(start, stop), problem) if words else None


def words_to_claimlint(comment: str) -> str:
    """Give the words of a comment without its marks and with white space folded; "" where it speaks to others."""
    text = comment.strip()
    opening = _OPENING.match(text)
    text = text[opening.end() if opening else 0 :]
    if not _WORDS.match(text):
        return ""
    closing = next((mark for mark in _CLOSING if opening and opening[0].strip() and text.endswith(mark)), "")
    return " ".join(text.removesuffix(closing).split())
