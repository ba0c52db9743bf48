"""Inline markup of AsciiDoc (AsciiDoc Language Documentation, "Text Formatting", "Macros"), with exact places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from claimlint.document import BlockKind
from claimlint.readers import markup
from claimlint.readers.assembly import Assembly
from claimlint.readers.flow import Flow
from claimlint.readers.markdown_inline import footnote_sign
from claimlint.readers.passage import Passage

_DEEPEST = 12
_BRACKETED = r"\[((?:[^\]\\\n]|\\.|\n(?!\n)){0,2000})\]"
# Signs that mark words, from within words (doubled) or around them; what they make of the text between them, as HTML names it.
_SIGNS: Mapping[str, str] = {"*": "strong", "_": "em", "`": "span", "#": "span", "~": "sub", "^": "sup"}
_STRUCK = re.compile(r"\[[^\]\n]*line-through[^\]\n]*\]")
_START = re.compile(
    r"\\(?P<escaped>[*_`#~^\[{<+(|\\\-'\".]|(?=https?:|link:|image:|xref:|footnote:))"
    r"|(?P<passed>\+\+\+|\$\$|pass:[a-z,]*\[)"
    r"|(?P<raw>(?<![\w+])\+(?=\S))"
    r"|(?P<break>[ \t]\+(?=\n|\Z))"
    r"|(?P<attribute>\{[A-Za-z0-9_][\w-]{0,80}\})"
    r"|(?P<anchor>\[\[[^\]\n]{1,200}\]\])"
    r"|(?P<reference><<(?P<target>[^<>,\n]{1,300})(?:,(?P<label>[^<>]{0,500}))?>>)"
    rf"|(?P<macro>(?<![\w])(?P<name>link|xref|mailto|image|icon|footnote|footnoteref|kbd|btn|menu|stem|latexmath|asciimath|anchor|indexterm2?)"
    rf":(?P<address>[^\s\[\]:][^\s\[\]]{{0,1000}})?{_BRACKETED})"
    rf"|(?P<url>(?<![\w/])(?:https?|ftp|irc)://[^\s\[\]<>]{{1,1000}}{_BRACKETED.replace('((', '(?P<text>(')})"
    r"|(?P<hidden_term>\(\(\([^()\n]{1,300}\)\)\))|(?P<term>\(\((?P<shown>[^()\n]{1,300})\)\))"
    r"|(?P<sign>\((?:C|R|TM)\)|(?<=\w)--(?=\w)|(?<= )--(?= ))"
    r"|(?P<role>\[[^\]\n]{0,100}\])?(?:(?P<double>\*\*|__|``|\#\#)(?=\S)|(?P<single>(?<![\w;:}])[*_`\#](?=\S)|[~^](?=\S)))"
)
_REPLACED = {"(C)": "©", "(R)": "®", "(TM)": "™", "--": "—"}
_SHOWN_MACROS = frozenset({"link", "xref", "mailto", "btn", "menu", "kbd", "indexterm2"})
_LEFT_OUT = re.compile(r",\s*(?:window|role|opts|id|rel|title|subject|width|height)=[\s\S]*|\^\Z")


@dataclass
class Names:
    """What a document defines for use elsewhere: attributes to their text; how many footnotes there are so far."""

    attributes: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


class InlineReader:
    """Adds inline markup to an assembly; the texts of footnotes are kept, and added by `add_notes`."""

    def __init__(self, assembly: Assembly, names: Names) -> None:
        self._assembly = assembly
        self._names = names
        self._waiting: list[tuple[int, Passage]] = []
        self._unclosed: set[str] = set()

    def add(self, passage: Passage) -> None:
        """Add a passage of inline markup; what is never closed is text."""
        self._add(passage, 0, len(passage.text), 0)

    def add_notes(self) -> None:
        """Add the footnotes of what was added before, each as a paragraph."""
        while self._waiting:
            number, passage = self._waiting.pop(0)
            depth = self._assembly.depth
            self._assembly.start("p", fixed=True)
            self._assembly.replace(f"{footnote_sign(number)} ", passage, 0, 0)
            self.add(passage)
            self._assembly.close(depth)

    def _add(self, passage: Passage, start: int, stop: int, level: int) -> None:
        text, at, searched = passage.text, start, start
        unclosed: set[str] = set()
        while match := _START.search(text, searched, stop):
            kind = "double" if match["double"] else "single" if match["single"] else match.lastgroup or ""
            end = self._end(match, kind, passage, stop, unclosed)
            if end is None:
                searched = max(match.end(), match.start() + 1)
                continue
            self._assembly.text(passage, at, match.start())
            at = searched = end[1]
            if kind in ("double", "single") and level < _DEEPEST:
                element = "s" if match["role"] and _STRUCK.fullmatch(match["role"]) else _SIGNS[match[kind][0]]
                depth = self._assembly.depth
                self._assembly.start(element, fixed=True)
                self._add(passage, match.end(), end[0], level + 1)
                self._assembly.close(depth)
            elif kind in ("double", "single"):
                self._assembly.text(passage, match.end(), end[0])
            else:
                self._mark(passage, match, end[0], level)
        self._assembly.text(passage, at, stop)

    def _end(self, match: re.Match[str], kind: str, passage: Passage, stop: int, unclosed: set[str]) -> tuple[int, int] | None:
        """Where what begins with a match ends, without its closing sign and with it; None where it never does."""
        if kind in ("double", "single"):
            sign = re.escape(match[kind])
            pattern = rf"(?<=\S){sign}" + (r"(?!\w)" if kind == "single" and match[kind] in "*_`#" else "")
        elif kind == "passed":
            sign = "]" if match[kind].startswith("pass") else match[kind]
            pattern = re.escape(sign)
        elif kind == "raw":
            pattern = r"(?<=\S)\+(?!\w)"
        else:
            return match.end(), match.end()
        if pattern in unclosed:
            return None
        # Where an end was looked for and not found, there is none further on either.
        end = re.compile(pattern).search(passage.text, match.end() + (kind in ("double", "single", "raw")), stop)
        if end is None:
            unclosed.add(pattern)
            return None
        return end.span()

    def _mark(self, passage: Passage, match: re.Match[str], stop: int, level: int) -> None:
        if match["escaped"] is not None:
            self._assembly.text(passage, match.start() + 1, match.end())
        elif match["passed"] is not None:
            if match["passed"] == "+++" or match["passed"].startswith("pass:["):
                markup.feed(self._assembly, passage.excerpt(match.end(), stop))
            else:
                self._assembly.text(passage, match.end(), stop)
        elif match["raw"] is not None:
            self._assembly.text(passage, match.end(), stop)
        elif match["break"] is not None:
            self._assembly.line_break(passage, *match.span())
        elif match["attribute"] is not None:
            shown = self._names.attributes.get(match["attribute"][1:-1].lower())
            if shown is None:
                self._assembly.text(passage, *match.span())
            else:
                self._assembly.replace(shown, passage, *match.span())
        elif match["sign"] is not None:
            self._assembly.replace(_REPLACED[match["sign"]], passage, *match.span())
        elif match["reference"] is not None and match["label"]:
            self._linked(passage, *match.span("label"), level)
        elif match["shown"] is not None:
            self._add(passage, *match.span("shown"), level + 1)
        elif match["url"] is not None:
            self._linked(passage, *match.span("text"), level)
        elif match["macro"] is not None:
            self._macro(passage, match, level)

    def _linked(self, passage: Passage, start: int, stop: int, level: int) -> None:
        left_out = _LEFT_OUT.search(passage.text[start:stop])
        depth = self._assembly.depth
        self._assembly.start("a", fixed=True)
        self._add(passage, start, start + left_out.start() if left_out else stop, level + 1)
        self._assembly.close(depth)

    def _macro(self, passage: Passage, match: re.Match[str], level: int) -> None:
        name, (start, stop) = match["name"], match.span(match.re.groupindex["address"] + 1)
        if name in _SHOWN_MACROS:
            self._linked(passage, start, stop, level)
        elif name == "image":
            self._assembly.picture()
            comma = passage.text.find(",", start, stop)
            flow = Flow()
            flow.add(passage, start, comma if comma >= 0 else stop)
            self._assembly.value(BlockKind.ALT_TEXT, "alt", flow)
        elif name.startswith("footnote"):
            self._note(passage, match["address"], start, stop, match.span())

    def _note(self, passage: Passage, label: str | None, start: int, stop: int, place: tuple[int, int]) -> None:
        """Add the sign of a footnote; one with a label is defined where it first has a text."""
        notes = self._names.notes
        if label is None or label not in notes:
            notes.append(label or "")
            number = len(notes)
            if passage.text[start:stop].strip():
                self._waiting.append((number, passage.excerpt(start, stop)))
        else:
            number = notes.index(label) + 1
        self._assembly.replace(footnote_sign(number), passage, *place)


def plain(text: str) -> str:
    """Give what a line of inline markup shows."""
    assembly = Assembly()
    assembly.start("p", fixed=True)
    InlineReader(assembly, Names()).add(Passage.whole(text))
    return " ".join(block.text for block in assembly.finish())
