"""Words to claimlint itself in comments: what looks like such words is kept, right or wrong, so that a typo is told and not ignored."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.document import Directive, SourceMap
from claimlint.readers.passage import Passage

_OPENING = re.compile(r"(?:<!--+|(?:\{\s*)?/\*+|//+|#+|%+|;+|\[|\(|[-*•>]+)?\s*")
# What ends a comment, by the first sign of the mark that opens it.
_CLOSING = {
    "<": re.compile(r"\s*--!?>$"),
    "{": re.compile(r"\s*\*/(?:\s*\})?$"),
    "/": re.compile(r"\s*\*/$"),
    "[": re.compile(r"\s*\]$"),
    "(": re.compile(r"\s*\)$"),
}
# "Claimlint ignores code" is said of it, not to it.
_WORDS = re.compile(r"claimlint[\W_]*(?:disable|enable|ignore|suppress)(?!s\b)", re.IGNORECASE)
_BEHIND_COPY = re.compile(rf"(?<=\s)(?:<!--+|/\*+|//+|#+)\s*(?={_WORDS.pattern})[^\n]*", re.IGNORECASE)
_NEVER_CLOSED = re.compile(rf"(?:<!--+|\{{/\*+)\s*(?={_WORDS.pattern})(?!.*?(?:--!?>|\*/))[^\n]*", re.IGNORECASE | re.DOTALL)


def directive_in(passage: Passage, start: int, stop: int, problem: str = "") -> Directive | None:
    """Give the words to claimlint of which a comment, or a line, at [start, stop) of a passage consists; None where it speaks to others.

    problem: as for `Directive`.
    """
    words = words_to_claimlint(passage.text[start:stop])
    return Directive(words, *passage.source_range(start, stop), problem) if words else None


def directives_behind_copy(passage: Passage, start: int) -> Iterator[tuple[tuple[int, int], Directive | None]]:
    """Give what is said to claimlint at the end of lines of plain text, behind an offset: where in the passage it stands, and the words."""
    for found in _BEHIND_COPY.finditer(passage.text, start):
        yield found.span(), directive_in(passage, *found.span())


def never_closed(text: str, source_map: SourceMap) -> Iterator[Directive]:
    """Give the words to claimlint that became copy, since the comment which they begin has no end."""
    for found in _NEVER_CLOSED.finditer(text):
        yield Directive(words_to_claimlint(found[0]), *source_map.source_range(*found.span()), "never-closed")


def words_to_claimlint(comment: str) -> str:
    """Give the words of a comment without its marks and with white space folded; "" where it speaks to others."""
    text = comment.strip()
    closing = _CLOSING.get(text[:1])
    opening = _OPENING.match(text)
    text = text[opening.end() if opening else 0 :]
    if not _WORDS.match(text):
        return ""
    end = closing.search(text) if closing else None
    return " ".join(text[: end.start() if end else len(text)].split())
