"""Template tags inside documents, blanked so that what is left can be read as the format it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

BRACES = "braces"  # Liquid, Jinja, Handlebars, Nunjucks, Hugo
SHORTCODES = "shortcodes"  # WordPress and the Jekyll plugins like it
KRAMDOWN = "kramdown"  # attribute lists of Jekyll's Markdown, heading identifiers

PAGES = (BRACES,)
MARKDOWN = (BRACES, SHORTCODES, KRAMDOWN)

# How a tag ends, by how it begins; the longer beginnings come first.
_CLOSERS = {"{{!--": "--}}", "{{{": "}}}", "{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}", "{#": "#}"}
_OPENER = re.compile("|".join(map(re.escape, _CLOSERS)))
_COMMENTS = frozenset({"{{!--", "{#"})

# Liquid and Jinja blocks whose content is no copy; they end at the tag with "end" before the name.
_NOT_COPY = re.compile(r"\{%-?\s*(comment|highlight|schema|stylesheet|javascript|style)\b[^%\n]*%\}")

_SHORTCODE = re.compile(
    r"""\[(?P<close>/)?(?P<name>[a-z][\w-]*)(?P<attributes>(?:\s+[\w:-]+(?:=(?:"[^"\n]*"|'[^'\n]*'|[^\s\["'\]]+))?)*)\s*/?\](?![(:])"""
)
_SHORTCODE_END = re.compile(r"\[/([a-z][\w-]*)\](?!\()")
_ATTRIBUTE_LIST = re.compile(r"\{:[^{}\n]*\}|\{#[\w:.-]+\}(?=[ \t]*$)", re.MULTILINE)
_NOT_LINE_END = re.compile(r"[^\r\n]")


def blank(text: str, dialects: Collection[str]) -> str:
    """Replace the tags of template dialects (BRACES, SHORTCODES, KRAMDOWN) by as many spaces; line ends stay.

    A tag that is not closed before the next empty line is left alone, comments excepted, which may hold empty lines.
    """
    for dialect in (KRAMDOWN, BRACES, SHORTCODES):
        if dialect in dialects:
            text = blank_ranges(text, _FINDERS[dialect](text))
    return text


def tags(text: str) -> Iterator[tuple[int, int]]:
    """Give the ranges of the tags with braces and in brackets, in order; what is commented out holds none."""
    comments = ("{{!", "{#", "{{/*")
    braces = [found for found in _braces(text) if not text.startswith(comments, found[0]) and not _NOT_COPY.match(text, found[0])]
    yield from sorted([*braces, *_shortcodes(blank_ranges(text, iter(braces)))])


def blank_ranges(text: str, ranges: Iterator[tuple[int, int]]) -> str:
    """Replace ranges, which are in order and do not overlap, by spaces; line ends stay."""
    parts: list[str] = []
    at = 0
    for start, stop in ranges:
        parts += (text[at:start], _NOT_LINE_END.sub(" ", text[start:stop]))
        at = stop
    return "".join((*parts, text[at:])) if parts else text


def _braces(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    last = {closer: text.rfind(closer) for closer in _CLOSERS.values()}
    empty_lines = _EmptyLines(text)
    never_ended: set[str] = set()
    while opener := _OPENER.search(text, at):
        at = opener.end()
        closer = _CLOSERS[opener[0]]
        if last[closer] < at:
            continue
        limit = len(text) if opener[0] in _COMMENTS else empty_lines.after(at)
        stop = text.find(closer, at, limit)
        if stop >= 0:
            at = _end_of_block(text, opener.start(), never_ended) or stop + len(closer)
            yield opener.start(), at


def _end_of_block(text: str, start: int, never_ended: set[str]) -> int | None:
    block = _NOT_COPY.match(text, start)
    if not block or block[1] in never_ended:
        return None
    end = re.compile(rf"\{{%-?\s*end{block[1]}\s*-?%\}}").search(text, block.end())
    if not end:
        never_ended.add(block[1])
    return end.end() if end else None


class _EmptyLines:
    """Finds the next empty line, for offsets that only grow."""

    def __init__(self, text: str) -> None:
        self._found = re.compile(r"\n[ \t]*\r?\n").finditer(text)
        self._next = 0
        self._end = len(text) + 1

    def after(self, offset: int) -> int:
        """The offset of the first empty line at or after an offset."""
        while self._next < offset:
            match = next(self._found, None)
            self._next = match.start() if match else self._end
        return self._next


def _shortcodes(text: str) -> Iterator[tuple[int, int]]:
    closed = set(_SHORTCODE_END.findall(text))
    for match in _SHORTCODE.finditer(text):
        if match["close"] or match["name"] in closed or "=" in match["attributes"]:
            yield match.span()


def _attribute_lists(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _ATTRIBUTE_LIST.finditer(text))


_FINDERS: dict[str, Callable[[str], Iterator[tuple[int, int]]]] = {
    BRACES: _braces,
    SHORTCODES: _shortcodes,
    KRAMDOWN: _attribute_lists,
}
