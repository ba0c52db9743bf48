"""What drawings say, wherever they stand: charts, diagrams (SmartArt), descriptions of pictures (ECMA-376 part 1, 20 and 21)."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.document import BlockKind
from claimlint.readers.office.package import Package
from claimlint.readers.transcript import Transcript
from claimlint.readers.xml_parts import Element, attribute, child, descendants, local

# The name and the categories of a series, kept beside the cells that they were drawn from; newer kinds of charts say "series".
_SERIES = frozenset({"ser", "series"})
_SERIES_TEXTS = frozenset({"tx", "cat"})


def alternative(element: Element) -> Element | None:
    """Give the edition of mc:AlternateContent that is read: the first, which the newest programs show."""
    chosen = child(element, "Choice")
    return chosen if chosen is not None else child(element, "Fallback")


def visible(element: Element) -> Iterator[Element]:
    """Give an element and all below it in document order, of alternative editions one."""
    pending = [element]
    while pending:
        current = pending.pop()
        if local(current) == "AlternateContent":
            chosen = alternative(current)
            pending += [chosen] if chosen is not None else []
            continue
        yield current
        pending += reversed(current)


def paragraph_text(paragraph: Element) -> str:
    """Give the text of a paragraph of DrawingML (a:p), with line breaks; fields give what they show."""
    parts = []
    for each in paragraph.iter():
        if local(each) == "t":
            parts.append(each.text or "")
        elif local(each) == "br":
            parts.append("\n")
    return "".join(parts)


def read_description(transcript: Transcript, properties: Element | None, where: str) -> None:
    """Read the description of a picture or shape (its title is what programs call it)."""
    text = attribute(properties, "descr").strip()
    if text and attribute(properties, "hidden") not in ("1", "true"):
        transcript.value(BlockKind.ALT_TEXT, "alt", text, where)


def read_related(transcript: Transcript, package: Package, part: str, drawing: Element, where: str) -> None:
    """Read the charts and diagrams that a drawing in a part shows."""
    related = package.related(part)
    for each in visible(drawing):
        if local(each) == "chart" and attribute(each, "id") in related:
            read_chart(transcript, package.element(related[attribute(each, "id")].target), f"{where}, chart")
        elif local(each) == "relIds" and attribute(each, "dm") in related:
            read_diagram(transcript, package.element(related[attribute(each, "dm")].target), f"{where}, diagram")


def read_chart(transcript: Transcript, root: Element, where: str) -> None:
    """Read the texts of a chart: its title and those of its axes, the names of series and categories, labels that were typed."""
    seen: set[str] = set()
    for name, text in _chart_texts(root):
        text = text.strip()
        # The categories are written down again for each series.
        if text and text not in seen and any(character.isalpha() for character in text):
            seen.add(text)
            transcript.block("figcaption", text, f"{where}, {name}" if name else where)


def _chart_texts(root: Element) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        name = local(element)
        if name == "title":
            axis = element.getparent()
            yield "title" if axis is not None and local(axis) == "chart" else "axis", _rich_text(element)
        elif name in _SERIES_TEXTS and (parent := element.getparent()) is not None and local(parent) in _SERIES:
            for value in descendants(element, "v"):
                yield "series" if name == "tx" else "category", value.text or ""
        elif name == "strDim":
            yield from (("category", value.text or "") for value in descendants(element, "pt"))
        elif name == "dLbl":
            yield "label", _rich_text(element)


def _rich_text(element: Element) -> str:
    return "\n".join(paragraph_text(each) for each in descendants(element, "p"))


def read_diagram(transcript: Transcript, root: Element, where: str) -> None:
    """Read the texts of a diagram, one for each of its points, in the order in which they were made."""
    for point in descendants(root, "pt"):
        if attribute(point, "type") in ("", "node", "asst"):
            text = "\n".join(filter(None, (paragraph_text(each) for each in descendants(child(point, "t"), "p"))))
            if text.strip():
                transcript.block("p", text, where)
