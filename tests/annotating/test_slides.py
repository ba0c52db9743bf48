"""Comments on slides stand on their slide, quote their words, and leave those of others alone."""

from __future__ import annotations

import io
import zipfile

import pptx
import pytest
from lxml import etree

from claimlint import readers
from claimlint.annotating.remarks import Remark
from claimlint.annotating.slides import annotate
from claimlint.readers import UnreadableDocument

DAY = "2026-11-23"


def deck(*titles: str) -> bytes:
    presentation = pptx.Presentation()
    for title in titles:
        presentation.slides.add_slide(presentation.slide_layouts[5]).shapes.title.text = title
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def remark(slide: int, words: str) -> Remark:
    return Remark(0, 1, words, f"slide {slide}, title", ("Error CL201: too much.",))


def comments(data: bytes) -> dict[int, list[tuple[str, str]]]:
    """By slide, from 1: the author and the text of each comment, in order."""
    presentation = pptx.Presentation(io.BytesIO(data))
    part = next(each.target_part for each in presentation.part.rels.values() if each.reltype.endswith("/commentAuthors"))
    authors = {each.get("id"): each.get("name") for each in etree.fromstring(part.blob)}
    found: dict[int, list[tuple[str, str]]] = {}
    for number, slide in enumerate(presentation.slides, start=1):
        for each in slide.part.rels.values():
            if each.reltype.endswith("/comments"):
                root = etree.fromstring(each.target_part.blob)
                found[number] = [(authors[comment.get("authorId")], comment.findtext("{*}text")) for comment in root]
    return found


def test_each_comment_stands_on_its_slide() -> None:
    copy = annotate(deck("Aurora X1", "Battery", "Lasts 14 h"), DAY, [remark(1, "X1"), remark(3, "Lasts 14 h"), remark(3, "14 h")])
    said = "(slide 3, title):\nError CL201: too much."
    assert comments(copy) == {
        1: [("claimlint", "On “X1” (slide 1, title):\nError CL201: too much.")],
        3: [("claimlint", f"On “Lasts 14 h” {said}"), ("claimlint", f"On “14 h” {said}")],
    }


def test_those_that_are_there_stay() -> None:
    once = annotate(deck("Aurora X1"), DAY, [remark(1, "X1")])
    twice = annotate(once, DAY, [remark(1, "Aurora")])
    assert [text.split(" (")[0] for _, text in comments(twice)[1]] == ["On “X1”", "On “Aurora”"]
    with zipfile.ZipFile(io.BytesIO(twice)) as file:
        indexes = [each.get("idx") for each in etree.fromstring(file.read("ppt/comments/claimlint1.xml"))]
    assert indexes == ["1", "2"]


def test_the_slides_stay_as_they_were() -> None:
    data = deck("Aurora X1")
    assert readers.read("a.pptx", annotate(data, DAY, [remark(1, "X1")])).blocks == readers.read("a.pptx", data).blocks


def test_slides_that_cannot_be_opened_are_refused() -> None:
    with pytest.raises(UnreadableDocument, match="save it once more in PowerPoint"):
        annotate(b"PK\x03\x04", DAY, [])
