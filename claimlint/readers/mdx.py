"""MDX: Markdown with JSX. The code is blanked, the copy in attributes is kept, and the rest is Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from claimlint.document import Directive, Document, Source
from claimlint.readers import front_matter, markdown, templates
from claimlint.readers.attributes import HEADINGS, Attribute, kind_of
from claimlint.readers.directives import directive_in
from claimlint.readers.enclosures import Enclosure
from claimlint.readers.passage import Passage

SUFFIXES: tuple[str, ...] = (".mdx",)

_INTEREST = re.compile(
    r"""(?P<fence>^[ \t>]*(?:`{3,}|~{3,})) | (?P<module>^(?:import|export)\b) | (?P<ticks>`+) | (?P<brace>\{)
    | (?P<tag></[ \t]*(?=[A-Za-z>])|<(?=[A-Za-z>])) | \\.""",
    re.MULTILINE | re.VERBOSE,
)
_MODULE = re.compile(
    r"""import\s+(?:[\w*{][^;\n]*|\{[^}]*\}\s*)from\s*['"] | import\s*['"]
    | export\s+(?:default|const|let|var|function|class|async|type|interface|\{|\*)""",
    re.VERBOSE,
)
_STATEMENT_END = re.compile(r"[;'\")}\]>][ \t]*$")
_CODE_TOKEN = re.compile(r"[{}]|/\*|//|[\"'`]")
_COMMENT = re.compile(r"\{\s*/\*.*\*/\s*\}", re.DOTALL)
_TAG_NAME = re.compile(r"<(?:/[ \t]*)?([A-Za-z][\w.:-]*)?")
_TAG_TOKEN = re.compile(r"""[>{<"']|/>""")
_ATTRIBUTE_NAME = re.compile(r"([A-Za-z_][\w:.-]*)\s*=\s*$")
_LITERAL = re.compile(r"\{\s*([\"'`])((?:(?!\1)[^\\{}\n])*)\1\s*\}")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*['\"]none|visibility\s*:\s*['\"]hidden")


def read(source: Source) -> Document:
    """Read an MDX document."""
    passage = Passage.with_line_feeds(source.text)
    front = front_matter.find(passage.text)
    text = templates.blank(front_matter.blank(passage.text, front), (templates.KRAMDOWN,))
    code = _Scanner(text)
    blanked = code.blanked()
    document = markdown.assemble(
        source, passage, blanked, front, code.attributes, sorted(code.enclosures, key=lambda found: found.start), mdx=True
    )
    directives = [directive_in(passage, start, stop) for start, stop in code.comments]
    directives += (_told_of_html(each, source.text) for each in document.directives)
    return replace(document, directives=tuple(sorted(filter(None, directives), key=lambda directive: directive.start)))


def _told_of_html(directive: Directive, text: str) -> Directive:
    """Object to a comment of HTML: MDX has none, and whatever builds the page stops at it."""
    return replace(directive, problem="html-in-mdx") if text.startswith("<!--", directive.start) else directive


@dataclass
class _Scanner:
    """Goes through a text once, and around code fences and code spans."""

    text: str
    attributes: list[Attribute] = field(default_factory=list)
    enclosures: list[Enclosure] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)
    _entered: list[_Tag] = field(default_factory=list)
    _pairs: dict[int, int] = field(default_factory=dict)

    def blanked(self) -> str:
        """The text with spaces where modules, expressions and components stood."""
        pieces: list[str] = []
        at = 0
        for start, stop, instead in self._ranges():
            self.comments += self._comments(start, stop)
            pieces += (self.text[at:start], instead or templates.blank_ranges(self.text[start:stop], iter([(0, stop - start)])))
            at = stop
        return "".join((*pieces, self.text[at:]))

    def _ranges(self) -> Iterator[tuple[int, int, str]]:
        at = 0
        while found := _INTEREST.search(self.text, at):
            at = found.end()
            start = found.start()
            if found["fence"]:
                at = self._end_of_fence(found)
            elif found["module"] and _MODULE.match(self.text, start):
                at = self._end_of_module(start)
                yield start, at, ""
            elif found["ticks"]:
                at = self._end_of_ticks(found)
            elif found["brace"]:
                stop = self._closing_brace(start)
                if stop is not None:
                    at = stop + 1
                    yield start, at, ""
            elif found["tag"]:
                tag = self._tag(start)
                if tag:
                    at = tag.stop
                    yield from tag.ranges

    def _comments(self, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """Find the comments in a stretch of code; one that is a whole expression is given with its braces."""
        if _COMMENT.fullmatch(self.text, start, stop):
            yield start, stop
            return
        at = start
        while token := _CODE_TOKEN.search(self.text, at, stop):
            at = token.end() if token[0] in "{}" else self._past_string(token)
            if token[0] in ("/*", "//"):
                yield token.start(), at

    def _end_of_fence(self, found: re.Match[str]) -> int:
        marker = found["fence"].lstrip(" \t>")
        close = re.compile(rf"^[ \t>]*{re.escape(marker)}{re.escape(marker[0])}*[ \t]*$", re.MULTILINE)
        line_end = self.text.find("\n", found.end())
        end = close.search(self.text, line_end + 1) if line_end >= 0 else None
        return end.end() if end else len(self.text)

    def _end_of_ticks(self, found: re.Match[str]) -> int:
        ticks = found["ticks"]
        limit = self.text.find("\n\n", found.end())
        end = re.compile(rf"(?<!`){ticks}(?!`)").search(self.text, found.end(), limit if limit >= 0 else len(self.text))
        return end.end() if end else found.end()

    def _end_of_module(self, start: int) -> int:
        at = start
        while True:
            feed = self.text.find("\n", at)
            stop = feed if feed >= 0 else len(self.text)
            brace = self.text.find("{", at, stop)
            closing = self._closing_brace(brace) if brace >= 0 else None
            if closing is not None:
                at = closing + 1
                continue
            line_start = self.text.rfind("\n", 0, stop) + 1
            line = self.text[max(line_start, start) : stop]
            if feed < 0 or _STATEMENT_END.search(line) or not self.text[feed + 1 : feed + 3].strip(" \t"):
                return stop
            if self.text.startswith("\n", feed + 1):
                return stop
            at = feed + 1

    def _closing_brace(self, opening: int) -> int | None:
        """Where the brace closes; None where it never does. What one search learns serves all braces inside it."""
        if opening not in self._pairs:
            self._match_braces(opening)
        closing = self._pairs[opening]
        return closing if closing >= 0 else None

    def _match_braces(self, opening: int) -> None:
        stack = []
        at = opening
        while token := _CODE_TOKEN.search(self.text, at):
            at = token.end()
            if token[0] == "{":
                stack.append(token.start())
            elif token[0] == "}":
                self._pairs[stack.pop()] = token.start()
                if not stack:
                    return
            else:
                at = self._past_string(token)
        self._pairs.update(dict.fromkeys(stack, -1))

    def _past_string(self, token: re.Match[str]) -> int:
        """Past a string or comment; an apostrophe in running text begins none."""
        start = token.end()
        if token[0] == "/*":
            return self._past("*/", start, len(self.text))
        if token[0] == "//":
            before = self.text[token.start() - 1 : token.start()]
            return start if before == ":" else max(self._line_end(start), start)
        limit = len(self.text) if token[0] == "`" else self._line_end(start)
        return self._past(token[0], start, limit)

    def _past(self, closer: str, start: int, limit: int) -> int:
        found = self.text.find(closer, start, limit)
        return found + len(closer) if found >= 0 else start

    def _line_end(self, start: int) -> int:
        found = self.text.find("\n", start)
        return found if found >= 0 else len(self.text)

    def _tag(self, start: int) -> _Tag | None:
        name = _TAG_NAME.match(self.text, start)
        if not name or (self.text.startswith(":", name.end()) and not name[1]):
            return None
        tag = _Tag(name[1] or "")
        at = name.end()
        while token := _TAG_TOKEN.search(self.text, at):
            at = token.end()
            if token[0] in (">", "/>"):
                tag.stop = at
                return self._finished(tag, start)
            if token[0] == "<":
                return None
            end = self._closing_brace(token.start()) if token[0] == "{" else self.text.find(token[0], at)
            if end is None or end < 0:
                return None
            tag.values.append((token.start(), end + 1))
            at = end + 1
        return None

    def _finished(self, tag: _Tag, start: int) -> _Tag:
        if tag.name[:1].islower() and "." not in tag.name:
            # An element of HTML stays, without the expressions in it.
            for first, last in tag.values:
                if self.text[first] == "{":
                    name = _ATTRIBUTE_NAME.search(self.text, max(start, first - 100), first)
                    begin = name.start() if name else first
                    hidden = name and name[1] == "style" and _HIDDEN_STYLE.search(self.text, first, last)
                    tag.ranges.append((begin, last, "hidden" + " " * (last - begin - 6) if hidden else ""))
            return tag
        tag.ranges.append((start, tag.stop, ""))
        for first, last in tag.values:
            self._add_attribute(tag, first, last)
        if self.text.startswith("</", start):
            self._leave(tag, start)
        elif self.text[tag.stop - 2] != "/":
            self._entered.append(tag)
        return tag

    def _leave(self, closing: _Tag, at: int) -> None:
        """End the innermost open component of that name and those left open in it."""
        index = next((index for index in range(len(self._entered) - 1, -1, -1) if self._entered[index].name == closing.name), None)
        if index is not None:
            opening = self._entered[index]
            del self._entered[index:]
            self.enclosures.append(Enclosure(opening.stop, at, opening.heading))

    def _add_attribute(self, tag: _Tag, first: int, last: int) -> None:
        name = _ATTRIBUTE_NAME.search(self.text, max(0, first - 100), first)
        kind = kind_of(name[1], tag.name) if name else None
        if name is None or kind is None:
            return
        if self.text[first] == "{":
            literal = _LITERAL.fullmatch(self.text, first, last)
            if not literal:
                return
            first, last = literal.span(2)
        else:
            first, last = first + 1, last - 1
        self.attributes.append(Attribute(kind, name[1], first, last))
        if name[1] in HEADINGS and not tag.heading:
            tag.heading = self.text[first:last].strip()


@dataclass
class _Tag:
    name: str
    stop: int = 0
    heading: str = ""
    values: list[tuple[int, int]] = field(default_factory=list)
    ranges: list[tuple[int, int, str]] = field(default_factory=list)
