"""Cuts runs of Word in two, so that a comment can begin and end on a word inside one; what they look like stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from claimlint.readers.xml_parts import Element, child, local

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def cut(text: Element, offsets: Iterable[int]) -> list[tuple[int, int, Element]]:
    """Cut the run around a w:t before its characters at these offsets, and give (start, stop, run) for each piece of its text.

    An offset of 0 parts the text from what stands before it in the run, one of its whole length from what stands behind.
    """
    whole = text.text or ""
    pieces = []
    at = 0
    for offset in sorted({offset for offset in offsets if 0 <= offset <= len(whole)}):
        if offset > at:
            rest = _cut_text(text, offset - at)
            pieces.append((at, offset, _run(text)))
            text, at = rest, offset
        elif offset == 0:
            _cut_before(text)
    if at < len(whole):
        pieces.append((at, len(whole), _run(text)))
    return pieces


def _cut_text(text: Element, offset: int) -> Element:
    """Give the second part of a w:t, in a run of its own; the whole of what follows in the run goes with it."""
    characters = text.text or ""
    rest = deepcopy(text)
    text.text, rest.text = characters[:offset], characters[offset:]
    for each in (text, rest):
        each.set(_SPACE, "preserve")
    text.addnext(rest)
    _cut_before(rest)
    return rest


def _cut_before(element: Element) -> None:
    """Move an element of a run, and what follows it, into a run of its own behind the first, formatted like it."""
    run = _run(element)
    moved = [element, *element.itersiblings()]
    if all(local(each) == "rPr" for each in run if each not in moved):
        return
    second = run.makeelement(run.tag, {str(key): str(value) for key, value in run.attrib.items()})
    properties = child(run, "rPr")
    if properties is not None:
        second.append(deepcopy(properties))
    second.extend(moved)
    run.addnext(second)


def _run(element: Element) -> Element:
    return next(ancestor for ancestor in element.iterancestors() if local(ancestor) == "r")
