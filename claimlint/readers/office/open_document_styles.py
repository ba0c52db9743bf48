"""What the styles of OpenDocument say of text: bold, raised, struck through, hidden (ISO/IEC 26300 part 3, 16)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.readers.xml_parts import Element, attribute, children, descendants

_LONGEST_CHAIN = 50
# Names of styles that programs bring, as files keep them in every language.
_BY_NAME = {
    "Title": "title",
    "Quotations": "blockquote",
    "Caption": "figcaption",
    "Illustration": "figcaption",
    "Table": "figcaption",
    "Figure": "figcaption",
    "Preformatted_20_Text": "pre",
}

_HEADING = re.compile(r"Heading_20_([1-6])")


class Styles:
    """The styles of a document: those of its content, and those that it shares with others (styles.xml)."""

    def __init__(self, *roots: Element | None) -> None:
        found = [style for root in roots for style in descendants(root, "style")]
        self._styles = {(attribute(style, "family"), attribute(style, "name")): style for style in found}

    def formatting(self, name: str, family: str = "text") -> Iterator[str]:
        """Give the names that HTML has for what a style makes of text: "s" also for what it hides."""
        if any(
            attribute(each, "display") == "none" or attribute(each, "text-line-through-style") not in ("", "none")
            for each in self._text(name, family)
        ):
            yield "s"
        if any(attribute(each, "font-weight") == "bold" for each in self._text(name, family)):
            yield "b"
        if any(attribute(each, "text-position").startswith("super") for each in self._text(name, family)):
            yield "sup"

    def role_of(self, paragraph: Element) -> str:
        """Give the element that a paragraph is by the names of its style and those that this is made from."""
        own = attribute(paragraph, "style-name")
        names = {own, *(attribute(style, "parent-style-name") for style in self._chain(own, "paragraph"))}
        heading = next((f"h{found[1]}" for name in sorted(names) if (found := _HEADING.fullmatch(name))), "p")
        return next((element for name, element in _BY_NAME.items() if name in names), heading)

    def is_bold(self, paragraph: Element) -> bool:
        """Whether the style of a paragraph makes it bold, as that of headers of tables does."""
        return "b" in self.formatting(attribute(paragraph, "style-name"), "paragraph")

    def _text(self, name: str, family: str) -> Iterator[Element]:
        for style in self._chain(name, family):
            yield from children(style, "text-properties")

    def _chain(self, name: str, family: str) -> Iterator[Element]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = attribute(style, "parent-style-name")
