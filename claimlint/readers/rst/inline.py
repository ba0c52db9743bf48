"""Inline markup of reStructuredText (docutils, reStructuredText Markup Specification, "Inline Markup"), with exact places."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from claimlint.readers.assembly import Assembly
from claimlint.readers.markdown_inline import footnote_sign
from claimlint.readers.passage import Passage

# Markup begins at the start of a word and ends at the end of one (inline markup recognition rules 1 to 7).
_BEFORE = r"(?:(?<=[\s'\"(\[{<\-/:‘’“”«»–—])|(?<![\s\S]))"
_AFTER = r"(?=[\s'\")\]}>\-/:.,;!?\\‘’“”«»–—]|\Z)"
_START = re.compile(
    rf"\\(?P<escaped>[\s\S])|(?P<literal>{_BEFORE}``(?=\S))|{_BEFORE}:(?P<role>[A-Za-z][\w:.+-]{{0,60}}):`(?=\S)"
    rf"|(?P<interpreted>{_BEFORE}_?`(?=\S))|(?P<strong>{_BEFORE}\*\*(?=\S))|(?P<emphasis>{_BEFORE}\*(?=\S))"
    rf"|{_BEFORE}\[(?P<note>\d{{1,4}}|\#[\w-]{{0,60}}|\*|[A-Za-z][\w.-]{{0,60}})\]_{_AFTER}"
    rf"|(?P<substitution>{_BEFORE}\|(?=\S))|(?<=[A-Za-z0-9])(?P<reference>__?){_AFTER}"
)
_ENDS: Mapping[str, re.Pattern[str]] = {
    "literal": re.compile(rf"(?<=\S)``{_AFTER}"),
    "role": re.compile(rf"(?<=[^\s\\])`{_AFTER}"),
    "interpreted": re.compile(rf"(?<=[^\s\\])`_{{0,2}}{_AFTER}"),
    "strong": re.compile(rf"(?<=[^\s\\])\*\*{_AFTER}"),
    "emphasis": re.compile(rf"(?<=[^\s\\])\*{_AFTER}"),
    "substitution": re.compile(rf"(?<=[^\s\\])\|_{{0,2}}{_AFTER}"),
}
_TARGET = re.compile(r"\s*<([^<>]*)>\s*\Z")
_ESCAPE = re.compile(r"\\([\s\S])")
_ELEMENTS = {"strong": "strong", "emphasis": "em", "role": "span", "interpreted": "span", "literal": "span"}
_ROLE_ELEMENTS = {"sup": "sup", "superscript": "sup", "sub": "sub", "subscript": "sub", "strong": "strong", "strike": "s", "del": "s"}
# What these show is made elsewhere, from the title of a page or a number; what they are given is the name of a target.
_NAMES_A_TARGET = frozenset("ref doc numref term download any eq keyword token raw".split())
_FOLLOWED_BY_A_TARGET = frozenset({"ref", "doc", "numref", "term", "download", "any"})


@dataclass
class Names:
    """What a document defines for use elsewhere. substitutions: to their text. notes: labels of footnotes to their numbers."""

    substitutions: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, list[int]] = field(default_factory=dict)
    _used: dict[str, int] = field(default_factory=dict)

    def note(self, label: str, use: str) -> int | None:
        """Give the number of a footnote's next use of that sort (reference, definition), or None where there is no such note."""
        numbers = self.notes.get(label)
        if not numbers:
            return None
        count = self._used.get(use + label, 0)
        self._used[use + label] = count + 1
        return numbers[min(count, len(numbers) - 1)]


class InlineReader:
    """Adds inline markup to an assembly."""

    def __init__(self, assembly: Assembly, names: Names) -> None:
        self._assembly = assembly
        self._names = names

    def add(self, passage: Passage) -> None:
        """Add a passage of inline markup; what is never closed is text."""
        text, at, searched = passage.text, 0, 0
        unclosed: set[str] = set()
        while match := _START.search(text, searched):
            kind = match.lastgroup or ""
            # Where an end was looked for and not found, there is none further on either.
            end = _ENDS[kind].search(text, match.end() + 1) if kind in _ENDS and kind not in unclosed else None
            if kind in _ENDS and end is None:
                unclosed.add(kind)
                searched = match.end()
                continue
            self._assembly.text(passage, at, match.start())
            at = searched = end.end() if end else match.end()
            self._add(passage, kind, match, end)
        self._assembly.text(passage, at, len(text))

    def _add(self, passage: Passage, kind: str, match: re.Match[str], end: re.Match[str] | None) -> None:
        if end is None:
            self._add_mark(passage, kind, match)
        elif kind == "substitution":
            name = " ".join(passage.text[match.end() : end.start()].split())
            shown = self._names.substitutions.get(name, "")
            self._assembly.replace(shown, passage, match.start(), end.end())
        elif kind == "literal":
            self._assembly.text(passage, match.end(), end.start())
        elif kind == "role":
            self._add_role(passage, match["role"].rpartition(":")[2], match.end(), end.start())
        else:
            linked = kind == "interpreted" and end[0].endswith("_")
            self._within("a" if linked else _ELEMENTS[kind], lambda: self._add_plain(passage, match.end(), end.start(), linked))

    def _add_mark(self, passage: Passage, kind: str, match: re.Match[str]) -> None:
        if kind == "escaped":
            # A backslash takes white space with it.
            if not match["escaped"].isspace():
                self._assembly.replace(match["escaped"], passage, *match.span())
        elif kind == "note":
            number = self._names.note(match["note"], "reference")
            if number is not None:
                self._assembly.replace(footnote_sign(number), passage, *match.span())

    def _add_role(self, passage: Passage, role: str, start: int, stop: int) -> None:
        has_target = _TARGET.search(passage.text[start:stop]) is not None
        if role in _NAMES_A_TARGET and not (has_target and role in _FOLLOWED_BY_A_TARGET):
            return
        self._within(_ROLE_ELEMENTS.get(role, "span"), lambda: self._add_plain(passage, start, stop, has_target))

    def _add_plain(self, passage: Passage, start: int, stop: int, has_target: bool) -> None:
        """Add text in which only backslashes mean something. has_target: an address in angle brackets at its end is left out."""
        target = _TARGET.search(passage.text[start:stop]) if has_target else None
        if target:
            stop = start + target.start() if target.start() else stop
        at = start
        for match in _ESCAPE.finditer(passage.text, start, stop):
            self._assembly.text(passage, at, match.start())
            if not match[1].isspace():
                self._assembly.replace(match[1], passage, *match.span())
            at = match.end()
        self._assembly.text(passage, at, stop)

    def _within(self, element: str, add: Callable[[], None]) -> None:
        depth = self._assembly.depth
        self._assembly.start(element, fixed=True)
        add()
        self._assembly.close(depth)


def plain(text: str) -> str:
    """Give what a line of inline markup shows."""
    assembly = Assembly()
    assembly.start("p", fixed=True)
    InlineReader(assembly, Names()).add(Passage.whole(text))
    return " ".join(block.text for block in assembly.finish())
