"""Tables of Word: which rows there are, and whether the first one names the columns (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from claimlint.readers.office.word_styles import Styles, is_on
from claimlint.readers.xml_parts import Element, attribute, child, children, descendants, local, number

_LONGEST_HEADER = 60
_FIRST_ROW = 0x0020
"""Bit of tblLook: the first row is formatted as a header."""


def rows_of(table: Element) -> list[Element]:
    """Give the rows of a table, without those that were taken out."""
    rows = []
    for each in table:
        if local(each) == "tr" and child(each, "trPr", "del") is None:
            rows.append(each)
        elif local(each) in ("sdt", "customXml", "sdtContent"):
            rows += rows_of(each)
    return rows


def cells_of(row: Element) -> list[Element]:
    """Give the cells of a row, without those that were taken out."""
    cells = []
    for each in row:
        if local(each) == "tc" and child(each, "tcPr", "cellDel") is None:
            cells.append(each)
        elif local(each) in ("sdt", "customXml", "sdtContent"):
            cells += cells_of(each)
    return cells


def reaching_down(rows: list[Element]) -> dict[Element, int]:
    """Give how many rows each cell takes, for those that are merged with the cells below; 0 for the cells that they take the place of."""
    reached: dict[Element, int] = {}
    above: dict[int, Element] = {}
    for row in rows:
        column = number(attribute(child(row, "trPr", "gridBefore"), "val"))
        tops: dict[int, Element] = {}
        for cell in cells_of(row):
            merge = child(cell, "tcPr", "vMerge")
            if merge is not None:
                top = above.get(column) if attribute(merge, "val") != "restart" else None
                tops[column] = cell if top is None else top
                reached[tops[column]] = reached.get(tops[column], 0) + 1
                reached.setdefault(cell, 0)
            column += max(number(span_of(cell)), 1)
        above = tops
    return reached


def span_of(cell: Element) -> str:
    """Give how many columns a cell takes, as text."""
    return attribute(child(cell, "tcPr", "gridSpan"), "val") or "1"


def has_header_row(table: Element, rows: list[Element], styles: Styles) -> bool:
    """Whether the first row names the columns: it is marked so, or it looks so.

    Word formats first rows as headers unless it is told otherwise, so that alone says little: short texts without figures beside it do,
    and so does bold type.
    """
    if len(rows) < 2:
        return False
    if is_on(rows[0], "trPr", "tblHeader"):
        return True
    texts = ["".join(each.text or "" for each in descendants(cell, "t")).strip() for cell in cells_of(rows[0])]
    if len(texts) < 2 or not any(texts[1:]) or any(len(text) > _LONGEST_HEADER for text in texts):
        return False
    if _is_bold(rows[0], styles) and not _is_bold(rows[1], styles):
        return True
    return _formats_first_row(table) and not any(character.isdigit() for text in texts for character in text)


def _formats_first_row(table: Element) -> bool:
    look = child(table, "tblPr", "tblLook")
    if attribute(look, "firstRow"):
        return attribute(look, "firstRow") in ("1", "true", "on")
    try:
        return bool(int(attribute(look, "val") or "0", 16) & _FIRST_ROW)
    except ValueError:
        return False


def _is_bold(row: Element, styles: Styles) -> bool:
    runs = [
        (styles.makes_bold(child(paragraph, "pPr")), child(run, "rPr"))
        for paragraph in descendants(row, "p")
        for run in descendants(paragraph, "r")
        if any((each.text or "").strip() for each in children(run, "t"))
    ]
    return bool(runs) and all(styles.is_bold(own) or (styled and child(own, "b") is None) for styled, own in runs)
