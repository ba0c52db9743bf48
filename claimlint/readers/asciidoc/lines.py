"""What lines of AsciiDoc can be, by what they look like."""

from __future__ import annotations

import re

from claimlint.readers.lines import Line

HEADING = re.compile(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
ATTRIBUTE = re.compile(r":(?P<unset>!)?(?P<name>[A-Za-z0-9_][\w-]*)!?:(?:[ \t]+(?P<value>.*?)(?:[ \t]+[\\+])?|(?P<empty>))[ \t]*")
COMMENT = re.compile(r"//(?!/)")
CONDITION = re.compile(r"(?:ifn?def|ifeval|endif)::[^\[\]]*\[(?P<text>[^\]]*)\][ \t]*")
DELIMITER = re.compile(r"(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|/{4,}|--|\"\"|```[^`]*)[ \t]*")
TABLE = re.compile(r"[|,:!]={3,}[ \t]*")
BLOCK_ATTRIBUTES = re.compile(r"\[(?:\[[^\[\]]*\]|[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\][ \t]*")
BLOCK_TITLE = re.compile(r"\.(?=[^\s.])")
BLOCK_MACRO = re.compile(r"(?P<name>[A-Za-z]\w*)::(?P<target>[^\s\[\]]*)\[(?P<text>.*)\][ \t]*")
RULE = re.compile(r"'{3,}|<{3,}|-[ \t]?-[ \t]?-|\*[ \t]\*[ \t]\*")
ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
ITEM = re.compile(r"[ \t]*(?P<marker>\*{1,5}|-|\.{1,5}|\d{1,9}\.|[a-zA-Z]\.|[ivxIVX]{1,6}\)|<(?:\d{1,3}|\.)>)[ \t]+(?=\S)")
TERM = re.compile(r"[ \t]*(?P<term>(?![ \t:/])(?:[^:;\n]|:(?!:)|;(?!;)){1,200}?)(?P<marker>:{2,4}|;;)(?:[ \t]+|$)")
_UNDERLINES = {"=": 1, "-": 2, "~": 3, "^": 4, "+": 5}


def item_marker(text: str) -> str:
    """Give the marker of a list item, the same for all items of a list; empty where the line begins none."""
    match = ITEM.match(text)
    if match:
        marker = match["marker"]
        return marker if marker[0] in "*-." else "1" if marker[0].isdigit() else "<" if marker[0] == "<" else "a"
    term = TERM.match(text)
    return term["marker"] if term else ""


def ends_paragraph(line: Line) -> bool:
    """True for a line that is no part of the paragraph before it."""
    text = line.text
    return (
        line.blank
        or text.strip() == "+"
        or bool(DELIMITER.fullmatch(text) or TABLE.fullmatch(text) or BLOCK_ATTRIBUTES.fullmatch(text) or CONDITION.fullmatch(text))
    )


def underline_level(lines: list[Line], at: int) -> int:
    """Give the level of a heading that is written with a line of signs below it, 0 where a line is none."""
    text = lines[at].text.rstrip()
    below = lines[at + 1].text.rstrip() if at + 1 < len(lines) else ""
    if not below or below[0] not in _UNDERLINES or below.strip(below[0]) or not any(character.isalnum() for character in text):
        return 0
    return _UNDERLINES[below[0]] if abs(len(text) - len(below)) <= 2 and len(below) > 2 else 0
