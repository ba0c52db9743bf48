"""Findings as comments in Word documents, on the exact words wherever Word allows a comment."""

from __future__ import annotations

import io
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from claimlint.annotating.archives import with_fixed_times
from claimlint.annotating.remarks import AUTHOR, INITIALS, Remark
from claimlint.annotating.word_runs import cut
from claimlint.readers.office.docx import read_with_anchors
from claimlint.readers.office.word_inline import Anchor
from claimlint.readers.unreadable import UnreadableDocument
from claimlint.readers.xml_parts import Element, attribute, descendants, local

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_FIELD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}fldSimple"


@dataclass(frozen=True, slots=True)
class _Target:
    """The runs that a comment stands on. exact: they are the words that it is about."""

    first: Element
    last: Element
    exact: bool


def annotate(data: bytes, day: str, remarks: Sequence[Remark]) -> bytes:
    """Give a copy of a document with a comment for each remark. day: its date, in ISO format.

    Comments may stand in the body only. What is said in a header, a note, a text box or a chart is commented at its place in the
    body, with the words quoted. Raises UnreadableDocument where the document cannot be opened for that.
    """
    _, anchors = read_with_anchors("copy.docx", data)
    document = _opened(data)
    body = _Body(document.element, anchors)
    pieces = body.cut_at(remarks)
    for remark in remarks:
        target = body.exact(remark, pieces) or body.nearest(remark)
        _add(document, target, remark, day)
    buffer = io.BytesIO()
    document.save(buffer)
    return with_fixed_times(buffer.getvalue())


def _opened(data: bytes) -> WordDocument:
    from docx import Document

    try:
        return Document(io.BytesIO(data))
    except Exception as error:  # whatever the library meets in a file that is damaged or of another edition
        raise UnreadableDocument(f"it cannot be opened for that ({type(error).__name__}); save it once more in Word") from error


def _add(document: WordDocument, target: _Target, remark: Remark, day: str) -> None:
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    lines = remark.lines if target.exact else remark.elsewhere()
    first, last = (Run(each, Paragraph(each.getparent(), document)) for each in (target.first, target.last))  # type: ignore[arg-type]
    comment = document.add_comment([first, last], "\n".join(lines), AUTHOR, INITIALS)
    comment._comment_elm.date = datetime.fromisoformat(day)
    _move_out_of_fields(target)


def _move_out_of_fields(target: _Target) -> None:
    """Put the marks of the comment that was just added around the fields they stand in: programs take a field's content for its text."""
    start, end = target.first.getprevious(), target.last.getnext()
    reference = end.getnext() if end is not None else None
    if start is None or end is None or reference is None:
        return
    for outer in target.first.iterancestors(_FIELD):
        outer.addprevious(start)
    for outer in target.last.iterancestors(_FIELD):
        outer.addnext(reference)
        outer.addnext(end)


class _Body:
    """The body of the document that is written, and where the text that was read stands in it."""

    def __init__(self, root: Element, anchors: Sequence[Anchor]) -> None:
        self._root = root
        self._anchors = anchors
        written = list(descendants(root, "t"))
        self._written = {id(anchor): written[place] for anchor, place in _places(anchors) if place < len(written)}

    def cut_at(self, remarks: Sequence[Remark]) -> list[tuple[int, int, Element]]:
        """Cut the runs at both ends of every remark; give (start, stop, run) of what is touched, in offsets of the extracted text."""
        starts, stops = sorted(remark.start for remark in remarks), sorted(remark.end for remark in remarks)
        places = sorted({*starts, *stops})
        pieces = []
        for anchor in self._anchors:
            element = self._written.get(id(anchor))
            if element is None or _shown_in_box(element):
                continue
            ends = places[bisect_left(places, anchor.start) : bisect_right(places, anchor.stop)]
            # More have begun before it stops than had ended where it starts: one of them goes on over it.
            if ends or bisect_left(starts, anchor.stop) > bisect_right(stops, anchor.start):
                found = cut(element, [end - anchor.start for end in ends])
                pieces += [(anchor.start + start, anchor.start + stop, run) for start, stop, run in found]
        return pieces

    def exact(self, remark: Remark, pieces: Sequence[tuple[int, int, Element]]) -> _Target | None:
        """Give the runs with the words themselves; None where no comment may stand on them."""
        runs = [run for start, stop, run in pieces if start < remark.end and stop > remark.start]
        return _Target(runs[0], runs[-1], exact=True) if runs else None

    def nearest(self, remark: Remark) -> _Target:
        """Give the place in the body that shows the words, or the one before them."""
        before = [anchor for anchor in self._anchors if anchor.start <= remark.start]
        element = self._written.get(id(before[-1])) if before else None
        run = _in_body(element) if element is not None else self._reference(before[-1].element) if before else None
        if run is None:
            run = next((run for run in descendants(self._root, "r") if not _shown_in_box(run)), None)
        if run is None:
            raise UnreadableDocument("its body has no text that a comment could stand on")
        return _Target(run, run, exact=False)

    def _reference(self, element: Element) -> Element | None:
        """The run in the body with the sign of the note that an element stands in."""
        for note in element.iterancestors():
            kind = local(note)
            if kind in ("footnote", "endnote"):
                signs = descendants(self._root, f"{kind}Reference")
                sign = next((sign for sign in signs if attribute(sign, "id") == attribute(note, "id")), None)
                return _in_body(sign) if sign is not None else None
        return None


def _places(anchors: Sequence[Anchor]) -> Iterator[tuple[Anchor, int]]:
    """Give which of the elements with characters in the main part each anchor is."""
    numbers: Mapping[Element, int] | None = None
    for anchor in anchors:
        if anchor.part == anchors[0].part:
            if numbers is None:
                root = anchor.element.getroottree().getroot()
                numbers = {element: number for number, element in enumerate(descendants(root, "t"))}
            yield anchor, numbers[anchor.element]


def _shown_in_box(element: Element) -> bool:
    return any(local(ancestor) in ("txbxContent", "oMath") for ancestor in element.iterancestors())


def _in_body(element: Element) -> Element | None:
    """The outermost run around an element: for what a text box holds, the one that the box is anchored in."""
    runs = [ancestor for ancestor in (element, *element.iterancestors()) if local(ancestor) == "r" and not _shown_in_box(ancestor)]
    return runs[-1] if runs else None
