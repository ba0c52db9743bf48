"""XML 1.0 of elements, with no character in it that XML cannot hold."""

from __future__ import annotations

import re
from xml.etree import ElementTree

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All that the production Char of XML 1.0 (section 2.2) leaves out; not even a reference may stand for it."""
_INSTEAD = "\ufffd"


def safe(text: str) -> str:
    """Give a text with a sign in place of each character that XML cannot hold."""
    return _NOT_IN_XML.sub(_INSTEAD, text)


def element(tag: str, text: str = "", /, **attributes: str | int) -> ElementTree.Element:
    """Make an element; attributes keep their order."""
    made = ElementTree.Element(tag, {key: safe(str(value)) for key, value in attributes.items()})
    made.text = safe(text) or None
    return made


def as_xml(root: ElementTree.Element) -> str:
    """Give a document in UTF-8, indented."""
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'
