"""The block structure of Markdown, with the place of every character of its content.

markdown-it gives line numbers for blocks and no more. The rules that cut content out of lines are followed here by a step that
notes which source range they took; CommonMark itself is markdown-it's work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, code, fence, heading, html_block, lheading, paragraph, table
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin

from claimlint.readers.passage import Passage

_Rule = Callable[[StateBlock, int, int, bool], bool]
_Part = tuple[str, int, int]

# markdown-it skips blocks that are nested deeper; each level costs a few frames of Python's stack. Inline content that is nested
# deeper is taken for text; each level costs time on brackets that are never closed.
_DEEPEST_BLOCK = 48
_DEEPEST_INLINE = 16
PASSAGE = "passage"


class _LabelParser(ParserInline):
    """Leaves the labels of images alone, which markdown-it would parse once more without positions."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        return tokens


class _State(StateBlock):
    """Remembers where the lines that were last cut out stand."""

    cut: list[_Part]

    def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:
        text = super().getLines(begin, end, indent, keepLastLF)
        self.cut = list(self._parts(text, begin))
        return text

    def _parts(self, text: str, line: int) -> Iterator[_Part]:
        pieces = text.split("\n")
        for number, piece in enumerate(pieces):
            if not piece and number == len(pieces) - 1:
                return
            stop = self.eMarks[line]
            # The piece is the end of its line; spaces before it may be what is left of a tab that was cut in the middle.
            spaces = 0
            while not self.src.endswith(piece[spaces:], self.bMarks[line], stop):
                spaces += 1
            start = stop - len(piece) + spaces
            yield piece[:spaces], start - 1, start
            yield piece[spaces:], start, stop
            if number < len(pieces) - 1:
                yield "\n", stop, stop + 1
            line += 1


@cache
def parser(*, mdx: bool) -> MarkdownIt:
    """A CommonMark parser with tables, strikethrough and footnotes, for `parse` and for the inline parser; the same every time.

    mdx: without indented code, and with Markdown between HTML tags on lines of their own.
    """
    made = MarkdownIt("commonmark", {"maxNesting": _DEEPEST_INLINE}).enable(["table", "strikethrough"])
    made.use(footnote_plugin, inline=False, move_to_end=False)
    inline = _LabelParser()
    inline.ruler, inline.ruler2 = made.inline.ruler, made.inline.ruler2
    made.inline = inline
    rules: dict[str, tuple[_Rule, list[str]]] = {
        "paragraph": (_cut(paragraph), []),
        "lheading": (_cut(lheading), []),
        "heading": (_after_hashes, ["paragraph", "reference", "blockquote"]),
        "html_block": (_cut(html_block), ["paragraph", "reference", "blockquote"]),
        "fence": (_cut(fence), ["paragraph", "reference", "blockquote", "list"]),
        "code": (_cut(code), []),
        "table": (_cells, ["paragraph", "reference"]),
    }
    for name, (rule, interrupts) in rules.items():
        made.block.ruler.at(name, rule, {"alt": interrupts})
    if mdx:
        made.disable(["code", "html_block"])
    return made


def parse(made: MarkdownIt, passage: Passage, env: EnvType) -> list[Token]:
    """Give the block tokens of a passage, whose lines end with LF. Tokens with content have its passage in their meta data."""
    if not passage.text:
        return []
    state = _State(passage.text, made, env, [])
    inline_depth, made.options["maxNesting"] = made.options["maxNesting"], _DEEPEST_BLOCK
    try:
        made.block.tokenize(state, state.line, state.lineMax)
    finally:
        made.options["maxNesting"] = inline_depth
    for token in state.tokens:
        if PASSAGE in token.meta:
            token.meta[PASSAGE] = passage.rebuilt(token.meta[PASSAGE])
    return state.tokens


def _cut(rule: _Rule) -> _Rule:
    """The rule, followed by noting the lines that it cut out for the token with the content."""

    def cut(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        first = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        if not silent:
            token = next(token for token in state.tokens[first:] if token.type not in ("paragraph_open", "heading_open"))
            parts = cast(_State, state).cut
            token.meta[PASSAGE] = _trimmed(parts, token.content) if token.type == "inline" else parts
        return True

    return cut


def _trimmed(parts: list[_Part], content: str) -> Iterator[_Part]:
    """The parts that content, trimmed at both ends, is made of."""
    whole = "".join(text for text, _, _ in parts)
    skipped = len(whole) - len(mdTrim(whole + "|")) + 1
    left = len(content)
    for text, start, stop in parts:
        first = min(skipped, len(text))
        skipped -= first
        last = min(len(text), first + left)
        left -= last - first
        if len(text) == stop - start:
            yield text[first:last], start + first, start + last
        else:
            yield text[first:last], start, stop


def _after_hashes(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    first = len(state.tokens)
    if not heading(state, start, end, silent):
        return False
    if not silent:
        opening, inline = state.tokens[first : first + 2]
        at = state.bMarks[start] + state.tShift[start] + len(opening.markup)
        rest = state.src[at : state.eMarks[start]]
        at += len(rest) - len(mdTrim(rest + "|")) + 1
        inline.meta[PASSAGE] = [(inline.content, at, at + len(inline.content))]
    return True


def _cells(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    first = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    line, cells = start - 1, iter(())  # type: tuple[int, Iterator[list[_Part]]]
    for token in state.tokens[first:]:
        if token.type == "tr_open":
            # The line of dashes is no row.
            line += 2 if line == start else 1
            cells = iter(_row(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line]))
        elif token.type == "inline":
            token.meta[PASSAGE] = next(cells, [])
    return True


def _row(text: str, start: int, stop: int) -> list[list[_Part]]:
    """The parts of the content of each cell of the row in [start, stop), by GFM: split at pipes without a backslash before them."""
    raw = text[start:stop]
    stop -= len(raw) - len(mdTrim("|" + raw)) + 1
    start += len(raw) - len(mdTrim(raw + "|")) + 1
    cells: list[list[_Part]] = [[]]
    at, escaped = start, False
    for index in range(start, stop):
        if text[index] == "|":
            cells[-1].append((text[at : index - escaped], at, index - escaped))
            at = index + (not escaped)
            if not escaped:
                cells.append([])
        escaped = text[index] == "\\"
    cells[-1].append((text[at:stop], at, stop))
    cells = [parts for number, parts in enumerate(cells) if 0 < number < len(cells) - 1 or any(part[0] for part in parts)]
    return [list(_trimmed(parts, mdTrim("".join(part[0] for part in parts)))) for parts in cells]
