"""Parses the XML that documents are made of, without entities, document types and anything from outside, and looks into it.

Elements and attributes are known by their names without namespaces: office formats exist in several editions which differ in those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from claimlint.readers.unreadable import UnreadableDocument

Element = etree._Element

# In any encoding that has a byte for each of these characters, or two, or four; office formats ask for UTF-8 or UTF-16.
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def parse(data: bytes, name: str) -> Element:
    """Give the root element of an XML part. name: of the part, for messages.

    Raises UnreadableDocument where it is no XML, or declares a document type or entities, by which a small part can grow without end
    or ask for other files.
    """
    refuse_declarations(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(f"it is damaged: its part {name} is no whole XML") from error
    return root


def refuse_declarations(data: bytes, name: str) -> None:
    """Raise UnreadableDocument where an XML part declares a document type or entities."""
    if _DECLARATION.search(data.replace(b"\0", b"")):
        raise UnreadableDocument(f"its part {name} declares entities, which no program that writes documents does; it is not read")


def local(element: Element) -> str:
    """Give the name of an element without its namespace; that of a comment, where a tree has them, is nobody's."""
    return _local(str(element.tag))


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def attribute(element: Element | None, name: str) -> str:
    """Give an attribute by its name without namespace; "" where it is not there."""
    if element is None:
        return ""
    found = element.get(name)
    if found is not None:
        return str(found)
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith("}" + name)), "")


def child(element: Element | None, *names: str) -> Element | None:
    """Follow a path of children's names, the first of each; None where it leads nowhere."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Give the children with a name."""
    return (each for each in (element if element is not None else ()) if local(each) == name)


def descendants(element: Element | None, name: str) -> Iterator[Element]:
    """Give all elements with a name below an element, in document order."""
    return (each for each in (element.iter() if element is not None else ()) if local(each) == name)


def number(text: str, default: int = 0) -> int:
    """Give a whole number, or the default where the text is none."""
    try:
        return int(text)
    except ValueError:
        return default
