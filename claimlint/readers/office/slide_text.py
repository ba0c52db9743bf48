"""Paragraphs on slides: their runs with what formatting says of them, and whether they are points of a list (ECMA-376 part 1, 21.1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.readers.office.drawings import alternative
from claimlint.readers.transcript import Transcript
from claimlint.readers.xml_parts import Element, attribute, child, local, number

_BULLETS = frozenset({"buChar", "buAutoNum", "buBlip"})
# Fields that programs fill in and that say nothing of the product.
_FILLED_IN = ("slidenum", "datetime")


def reads_as_item(properties: Element | None, by_default: bool) -> bool:
    """Whether a paragraph with these properties (a:pPr) is a point of a list. by_default: where the paragraph itself says nothing."""
    names = {local(each) for each in (properties if properties is not None else ())}
    return bool(names & _BULLETS) or (by_default and "buNone" not in names)


def read_paragraph(transcript: Transcript, paragraph: Element) -> None:
    """Read the runs of a paragraph (a:p)."""
    for each in paragraph:
        name = local(each)
        if name == "r" or (name == "fld" and not attribute(each, "type").startswith(_FILLED_IN)):
            _read_run(transcript, each)
        elif name == "br":
            transcript.line_break()
        elif name == "AlternateContent":
            chosen = alternative(each)
            if chosen is not None:
                _read_formula(transcript, chosen)
        elif name == "m":
            _read_formula(transcript, each)


def _read_formula(transcript: Transcript, element: Element) -> None:
    transcript.text("".join(each.text or "" for each in element.iter() if local(each) == "t"))


def _read_run(transcript: Transcript, run: Element) -> None:
    names = list(_formatting(child(run, "rPr")))
    for name in names:
        transcript.start(name)
    text = child(run, "t")
    transcript.text((text.text or "") if text is not None else "")
    for name in reversed(names):
        transcript.end(name)


def _formatting(properties: Element | None) -> Iterator[str]:
    if properties is None:
        return
    if attribute(properties, "strike") not in ("", "noStrike"):
        yield "s"
    if attribute(properties, "b") in ("1", "true"):
        yield "b"
    if number(attribute(properties, "baseline").removesuffix("%")) > 0:
        yield "sup"
    if child(properties, "hlinkClick") is not None:
        yield "a"
