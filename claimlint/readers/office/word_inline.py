"""The text inside a paragraph of Word: what the reader of the page sees of its runs, with all changes accepted (ECMA-376 part 1, 17.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from claimlint.readers import elements
from claimlint.readers.office.drawings import alternative
from claimlint.readers.office.word_styles import Styles, is_on
from claimlint.readers.transcript import Transcript
from claimlint.readers.xml_parts import Element, attribute, child, local

# What was taken out, what only steers the program, and what is shown elsewhere.
_LEFT_OUT = frozenset(
    "del moveFrom pPr rPr instrText delInstrText delText sdtPr sdtEndPr smartTagPr customXmlPr rt rubyPr annotationRef footnoteRef"
    " endnoteRef separator continuationSeparator commentReference softHyphen ctrlPr fldData bookmarkStart bookmarkEnd".split()
)
_DRAWN = frozenset({"drawing", "pict", "object"})
_FIXED: Mapping[str, str] = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011"}
_BREAKS = frozenset({"br", "cr"})
_CHARACTERS = frozenset({"t", "sym", "footnoteReference", "endnoteReference", *_FIXED, *_BREAKS})
# Signs of the font Symbol that copy has, at the codes that Word writes.
_SYMBOLS: Mapping[str, str] = {
    "F0A3": "≤", "F0B0": "°", "F0B1": "±", "F0B2": "″", "F0B3": "≥", "F0B4": "×", "F0A5": "∞", "F0BB": "≈",
    "F057": "Ω", "F06D": "µ", "F0D2": "®", "F0D3": "©", "F0D4": "™", "F0E2": "®", "F0E3": "©", "F0E4": "™", "F02D": "−",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a stretch of extracted text, [start, stop), comes from: the element with the characters, and the part that holds it."""

    element: Element
    part: str
    start: int
    stop: int


@dataclass
class Inline:
    """Reads runs. note_numbers: of the notes that were referred to so far, by kind and id; 0 where the sign is typed.

    drawn: drawings met so far, to be read behind their paragraph. part: the one that is being read. sign: of
    the note that begins with the next paragraph. anchors: of all text so far.
    """

    transcript: Transcript
    styles: Styles
    note_numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    drawn: list[Element] = field(default_factory=list)
    part: str = ""
    sign: str = ""
    anchors: list[Anchor] = field(default_factory=list)

    def read(self, element: Element, hidden: bool = False) -> None:
        """Read what stands in an element: a paragraph, a link, a run."""
        for each in element:
            name = local(each)
            if name in _LEFT_OUT:
                continue
            if name == "AlternateContent":
                chosen = alternative(each)
                if chosen is not None:
                    self.read(chosen, hidden)
            elif name in _CHARACTERS:
                if not hidden:
                    self._read_character(each, name)
            elif name in _DRAWN:
                self.drawn += [] if hidden else [each]
            elif name == "r":
                self._read_run(each, hidden)
            elif name == "hyperlink":
                with self.transcript.element("a"):
                    self.read(each, hidden)
            elif name != "sdt" or not is_on(each, "sdtPr", "showingPlcHdr"):
                self.read(each, hidden)

    def begin_paragraph(self) -> None:
        """Write the sign of the note whose first paragraph this is."""
        sign, self.sign = self.sign, ""
        self.transcript.text(f"{sign} " if sign else "")

    def _read_run(self, run: Element, hidden: bool) -> None:
        properties = child(run, "rPr")
        hidden = hidden or self.styles.is_hidden(properties)
        names = list(self._formatting(properties))
        for name in names:
            self.transcript.start(name)
        self.read(run, hidden)
        for name in reversed(names):
            self.transcript.end(name)

    def _formatting(self, properties: Element | None) -> Iterator[str]:
        if properties is None:
            return
        if is_on(properties, "strike") or is_on(properties, "dstrike"):
            yield "s"
        if self.styles.is_bold(properties):
            yield "b"
        if attribute(child(properties, "vertAlign"), "val") == "superscript":
            yield "sup"

    def _read_character(self, element: Element, name: str) -> None:
        if name == "t":
            start = self.transcript.length
            self.transcript.text(element.text or "")
            self.anchors.append(Anchor(element, self.part, start, self.transcript.length))
        elif name in _FIXED:
            self.transcript.text(_FIXED[name])
        elif name in _BREAKS:
            self.transcript.line_break()
        elif name == "sym":
            self.transcript.text(_SYMBOLS.get(attribute(element, "char").upper(), ""))
        else:
            self._read_reference(element, name.removesuffix("Reference"))

    def _read_reference(self, element: Element, kind: str) -> None:
        # A mark of the author's own is typed behind the reference, and typed again in the note.
        if attribute(element, "customMarkFollows") in ("1", "true", "on"):
            self.note_numbers[kind, attribute(element, "id")] = 0
            return
        used = max(self.note_numbers.values(), default=0)
        sign = self.note_numbers.setdefault((kind, attribute(element, "id")), used + 1)
        self.transcript.text(superscript(sign))


def superscript(sign: int) -> str:
    """Give the sign of a note as typed copy has it; "" for 0, a note whose sign is typed."""
    return str(sign).translate(elements.SUPERSCRIPTS) if sign else ""
