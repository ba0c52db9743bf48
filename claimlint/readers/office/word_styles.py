"""What paragraphs and runs of Word are by their styles: headings, items of lists, quotations, hidden text (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimlint.readers.office.package import Package
from claimlint.readers.xml_parts import Element, attribute, child, children, number

# Styles that Word and other programs bring, by name (lower case, as files keep them in every language), and what they are.
_BY_NAME: Mapping[str, str] = {
    "title": "title",
    "quote": "blockquote",
    "intense quote": "blockquote",
    "block text": "blockquote",
    "caption": "figcaption",
    "image caption": "figcaption",
    "table caption": "figcaption",
    "html preformatted": "pre",
    "source code": "pre",
    "toc heading": "nav",
    "table of figures": "nav",
    "table of authorities": "nav",
    **{f"toc {level}": "nav" for level in range(1, 10)},
    **{f"index {level}": "nav" for level in range(1, 10)},
}
_LIST_NAME = re.compile(r"list (?:bullet|number)(?: (\d))?")
_HEADING_NAME = re.compile(r"heading (\d)")
_BODY_TEXT = 9
_DEEPEST_HEADING = 6
_OFF = frozenset({"0", "false", "off", "none"})
_LONGEST_CHAIN = 50


@dataclass(frozen=True, slots=True)
class ParagraphRole:
    """What a paragraph is. element: the name that HTML has for it. level: from 0, of an item of a list."""

    element: str
    level: int = 0


class Styles:
    """The styles of a document, each with those that it is based on."""

    def __init__(self, package: Package) -> None:
        part = package.related_by_kind(package.main, "styles")
        root = package.element(part) if part else None
        self._styles = {attribute(style, "styleId"): style for style in children(root, "style")}
        defaults = [each for each in self._styles.values() if attribute(each, "default") in ("1", "true")]
        self._chains: dict[str, tuple[Element, ...]] = {}
        self._default = next((attribute(each, "styleId") for each in defaults if attribute(each, "type") == "paragraph"), "")

    def role_of(self, properties: Element | None) -> ParagraphRole:
        """Say what a paragraph is by its properties (w:pPr)."""
        style = self._paragraph_style(properties)
        names = [attribute(child(each, "name"), "val").lower() for each in self._chain(style)]
        named = next((_BY_NAME[name] for name in names if name in _BY_NAME), None)
        if named is not None:
            return ParagraphRole(named)
        outline = number(self._setting(properties, style, "outlineLvl"), _BODY_TEXT)
        heading = next((number(found[1]) for name in names if (found := _HEADING_NAME.fullmatch(name))), outline + 1)
        if 1 <= heading <= _BODY_TEXT:
            return ParagraphRole(f"h{min(heading, _DEEPEST_HEADING)}")
        return self._list_role(properties, style, names)

    def is_hidden(self, properties: Element | None) -> bool:
        """Whether a run with these properties (w:rPr) is hidden text."""
        return self._switch(properties, "vanish")

    def is_bold(self, properties: Element | None) -> bool:
        """Whether a run with these properties is in bold type."""
        return self._switch(properties, "b")

    def makes_bold(self, properties: Element | None) -> bool:
        """Whether the style of a paragraph with these properties (w:pPr) makes it bold."""
        found = (child(each, "rPr", "b") for each in self._chain(self._paragraph_style(properties)))
        nearest = next((each for each in found if each is not None), None)
        return nearest is not None and attribute(nearest, "val") not in _OFF

    def hides(self, properties: Element | None) -> bool:
        """Whether the style of a paragraph with these properties (w:pPr) hides its text."""
        return any(is_on(each, "rPr", "vanish") for each in self._chain(self._paragraph_style(properties)))

    def _list_role(self, properties: Element | None, style: str, names: list[str]) -> ParagraphRole:
        listed = next((found for name in names if (found := _LIST_NAME.fullmatch(name))), None)
        numbering = self._number_properties(properties, style)
        if numbering is not None and attribute(child(numbering, "numId"), "val") != "0":
            return ParagraphRole("li", number(attribute(child(numbering, "ilvl"), "val"), number(listed[1] or "1") - 1 if listed else 0))
        if listed and numbering is None:
            return ParagraphRole("li", number(listed[1] or "1") - 1)
        return ParagraphRole("p")

    def _number_properties(self, properties: Element | None, style: str) -> Element | None:
        own = child(properties, "numPr")
        if own is not None:
            return own
        return next((found for each in self._chain(style) if (found := child(each, "pPr", "numPr")) is not None), None)

    def _setting(self, properties: Element | None, style: str, name: str) -> str:
        own = child(properties, name)
        if own is not None:
            return attribute(own, "val")
        return next((attribute(found, "val") for each in self._chain(style) if (found := child(each, "pPr", name)) is not None), "")

    def _switch(self, properties: Element | None, name: str) -> bool:
        own = child(properties, name)
        if own is not None:
            return attribute(own, "val") not in _OFF
        return any(is_on(each, "rPr", name) for each in self._chain(attribute(child(properties, "rStyle"), "val")))

    def _paragraph_style(self, properties: Element | None) -> str:
        return attribute(child(properties, "pStyle"), "val") or self._default

    def _chain(self, style: str) -> tuple[Element, ...]:
        """The style and those that it is based on, from the nearest; styles that are based on each other end somewhere."""
        if style not in self._chains:
            self._chains[style] = tuple(self._based_on(style))
        return self._chains[style]

    def _based_on(self, style: str) -> Iterator[Element]:
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            style = attribute(child(found, "basedOn"), "val")


def is_on(element: Element | None, *names: str) -> bool:
    """Whether a switch, at the end of a path of names, is there and not turned off."""
    found = child(element, *names)
    return found is not None and attribute(found, "val") not in _OFF
