"""Feeds the inline content of Markdown to an assembly, every token with its exact place."""

from __future__ import annotations

import html
import re
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from claimlint.document import BlockKind
from claimlint.readers import elements, markup
from claimlint.readers.assembly import Assembly
from claimlint.readers.flow import Flow
from claimlint.readers.passage import Passage

_MARKED = {
    "em_open": "em",
    "strong_open": "strong",
    "s_open": "s",
    "em_close": "em",
    "strong_close": "strong",
    "s_close": "s",
    "link_open": "a",
    "link_close": "a",
}
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")


class _State(StateInline):
    """Notes for each token where in the content it starts."""

    def __init__(self, text: str, parser: MarkdownIt, env: EnvType) -> None:
        super().__init__(text, parser, env, [])
        self.starts: dict[int, int] = {}
        self._pending_start = 0
        self._pushed_at: tuple[Token, int] | None = None

    def append_pending(self, text: str) -> None:
        if not self.pending:
            self._pending_start = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:
        token = super().pushPending()
        self.starts[id(token)] = self._pending_start
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        start = self.pos
        if self._pushed_at is not None:
            # A rule that takes a run of delimiters pushes a token for each before it moves on.
            before, at = self._pushed_at
            if before.type == "text" and at == self.pos:
                start = self.starts[id(before)] + len(before.content)
        self.starts[id(token)] = start
        self._pushed_at = (token, self.pos)
        return token


def footnote_sign(number: int) -> str:
    """The superscript sign of a footnote, as typed copy has it."""
    return str(number).translate(elements.SUPERSCRIPTS)


class InlineReader:
    """Adds inline content to an assembly; link and footnote definitions are in env."""

    def __init__(self, parser: MarkdownIt, env: EnvType, assembly: Assembly) -> None:
        self._parser = parser
        self._env = env
        self._assembly = assembly

    def add(self, passage: Passage) -> None:
        """Add a passage of inline Markdown."""
        skipping = False
        state = self._tokenized(passage.text)
        for token in state.tokens:
            if token.type in ("link_open", "link_close"):
                skipping = token.type == "link_open" and token.info == "auto"
                if token.info != "auto":
                    self._mark(token)
            elif not skipping:
                self._add_token(token, passage, state.starts[id(token)])

    def _tokenized(self, text: str) -> _State:
        state = _State(text, self._parser, self._env)
        self._parser.inline.tokenize(state)
        for rule in self._parser.inline.ruler2.getRules(""):
            # Joined, the tokens would lose their places.
            if rule.__name__ != "fragments_join":
                rule(state)
        return state

    def _add_token(self, token: Token, passage: Passage, start: int) -> None:
        if token.type == "text":
            self._assembly.text(passage, start, start + len(token.content))
        elif token.type == "text_special":
            self._add_special(token, passage, start)
        elif token.type == "code_inline":
            first = _code_start(token, passage.text, start)
            self._assembly.text(passage, first, first + len(token.content))
        elif token.type == "softbreak":
            self._assembly.text(passage, start, start + 1)
        elif token.type == "hardbreak":
            self._assembly.line_break(passage, start, start + (2 if passage.text[start] == "\\" else 1))
        elif token.type == "html_inline":
            markup.feed(self._assembly, passage.excerpt(start, start + len(token.content)))
        elif token.type == "image":
            self._add_image(token, passage, start)
        elif token.type == "footnote_ref":
            stop = start + len(token.meta["label"]) + 3
            self._assembly.replace(footnote_sign(token.meta["id"] + 1), passage, start, stop)
        elif token.type in _MARKED:
            self._mark(token)

    def _mark(self, token: Token) -> None:
        if token.nesting > 0:
            self._assembly.start(_MARKED[token.type])
        else:
            self._assembly.end(_MARKED[token.type])

    def _add_special(self, token: Token, passage: Passage, start: int) -> None:
        stop = start + len(token.markup)
        if token.content == token.markup:
            self._assembly.text(passage, start, stop)
        else:
            text = html.unescape(token.markup) if token.info == "entity" else token.content
            self._assembly.replace(text, passage, start, stop)

    def _add_image(self, token: Token, passage: Passage, start: int) -> None:
        self._assembly.picture()
        first = start + 2
        last = first + len(token.content)
        label = Assembly()
        label.start("p", fixed=True)
        InlineReader(self._parser, self._env, label).add(passage.excerpt(first, last))
        for block in label.finish():
            self._assembly.adopt(BlockKind.ALT_TEXT, "alt", block)
        if passage.text[last + 1 : last + 2] == "(" and token.attrs.get("title"):
            self._assembly.value(BlockKind.ALT_TEXT, "title", self._title(passage, last + 2))

    def _title(self, passage: Passage, at: int) -> Flow:
        text, helpers = passage.text, self._parser.helpers
        destination = helpers.parseLinkDestination(text, _past_spaces(text, at), len(text))
        title = helpers.parseLinkTitle(text, _past_spaces(text, destination.pos), len(text), None)
        first = _past_spaces(text, destination.pos) + 1
        return _unescaped(passage, first, title.pos - 1)


def _past_spaces(text: str, at: int) -> int:
    while text[at : at + 1] in (" ", "\t", "\n"):
        at += 1
    return at


def _unescaped(passage: Passage, start: int, stop: int) -> Flow:
    flow = Flow()
    at = start
    for match in [*_ESCAPED.finditer(passage.text, start, stop), None]:
        for character, first, last in markup.decoded(passage.text, at, match.start() if match else stop):
            if character is None:
                flow.add(passage, first, last)
            else:
                flow.replace(character, passage, first, last)
        if match:
            flow.replace(match[0][1], passage, match.start(), match.end())
            at = match.end()
    return flow


def _code_start(token: Token, text: str, start: int) -> int:
    """Where the content of a code span starts: one space is dropped at each end of "` a `"."""
    first = start + len(token.markup)
    last = first + len(token.content)
    dropped = not text.startswith(token.markup, last) or (last > first and text[last - 1] == "`")
    return first + dropped
