"""Findings as comments on slides (ECMA-376 part 1, 19.4): one list for each slide, and one of those who wrote them.

Comments on slides stand on a slide and not on words, so each quotes its own.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from claimlint.annotating.archives import with_fixed_times
from claimlint.annotating.remarks import AUTHOR, INITIALS, Remark
from claimlint.readers.unreadable import UnreadableDocument
from claimlint.readers.xml_parts import Element, attribute, children, number, parse

if TYPE_CHECKING:
    from pptx.opc.package import Part
    from pptx.presentation import Presentation

_NAMESPACE = "http://schemas.openxmlformats.org/presentationml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument.presentationml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SLIDE = re.compile(r"slide (\d+)")
# In 1/576 of an inch from the corner of the slide: each comment a little below the one before.
_STEP = 144
_FIRST = 10


def annotate(data: bytes, day: str, remarks: Sequence[Remark]) -> bytes:
    """Give a copy of slides with a comment for each remark, on its slide. day: its date, in ISO format.

    Raises UnreadableDocument where the slides cannot be opened for that.
    """
    presentation = _opened(data)
    slides = [slide.part for slide in presentation.slides]
    authors = _Listed(presentation.part, "commentAuthors", "/ppt/commentAuthors.xml", "cmAuthorLst")
    author = _author(authors.root)
    index = number(attribute(author, "lastIdx"))
    for place, group in groupby(remarks, key=_slide):
        comments = _Listed(slides[place], "comments", f"/ppt/comments/claimlint{place + 1}.xml", "cmLst")
        for row, remark in enumerate(group):
            index += 1
            _add(comments.root, remark, (attribute(author, "id"), str(index)), day, row)
        comments.write()
    author.set("lastIdx", str(index))
    authors.write()
    buffer = io.BytesIO()
    presentation.save(buffer)
    return with_fixed_times(buffer.getvalue())


def _opened(data: bytes) -> Presentation:
    import pptx

    try:
        return pptx.Presentation(io.BytesIO(data))
    except Exception as error:  # whatever the library meets in a file that is damaged or of another edition
        raise UnreadableDocument(f"it cannot be opened for that ({type(error).__name__}); save it once more in PowerPoint") from error


def _slide(remark: Remark) -> int:
    """The index of the slide that a remark is about."""
    found = _SLIDE.match(remark.where)
    return int(found[1]) - 1 if found else 0


def _author(authors: Element) -> Element:
    """Give the entry of claimlint among those who wrote comments; it is made where there is none."""
    others = list(children(authors, "cmAuthor"))
    own = next((each for each in others if attribute(each, "name") == AUTHOR), None)
    if own is not None:
        return own
    identifier = 1 + max((number(attribute(each, "id")) for each in others), default=-1)
    own = authors.makeelement(f"{{{_NAMESPACE}}}cmAuthor", {"id": str(identifier), "name": AUTHOR, "initials": INITIALS})
    own.set("lastIdx", "0")
    own.set("clrIdx", str(identifier))
    authors.append(own)
    return own


def _add(comments: Element, remark: Remark, key: tuple[str, str], day: str, row: int) -> None:
    """Add a comment to the list of a slide. key: the ids of its author and, among that author's, its own. row: how far down it stands."""
    attributes = {"authorId": key[0], "dt": f"{day}T00:00:00.000", "idx": key[1]}
    comment = comments.makeelement(f"{{{_NAMESPACE}}}cm", attributes)
    place = comment.makeelement(f"{{{_NAMESPACE}}}pos", {"x": str(_FIRST), "y": str(_FIRST + row * _STEP)})
    text = comment.makeelement(f"{{{_NAMESPACE}}}text", {})
    text.text = "\n".join(remark.elsewhere())
    comment.extend([place, text])
    comments.append(comment)


class _Listed:
    """The list in a part that another part names by its kind; both are made where there are none."""

    def __init__(self, owner: Part, kind: str, name: str, root: str) -> None:
        from pptx.opc.package import Part
        from pptx.opc.packuri import PackURI

        related = [each.target_part for each in owner.rels.values() if not each.is_external and each.reltype == f"{_RELATIONSHIPS}/{kind}"]
        if related:
            self._part = related[0]
        else:
            empty = f'<p:{root} xmlns:p="{_NAMESPACE}"/>'.encode()
            self._part = Part(PackURI(name), f"{_TYPES}.{kind}+xml", owner.package, empty)
            owner.relate_to(self._part, f"{_RELATIONSHIPS}/{kind}")
        self.root = parse(self._part.blob, name)

    def write(self) -> None:
        """Put the list back into its part."""
        from lxml import etree

        self._part.blob = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
