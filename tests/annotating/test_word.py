"""Comments stand on the exact words, the text and its formatting stay as they were, and other programs see them so."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint import readers
from claimlint.annotating.remarks import Remark
from claimlint.annotating.word import annotate
from claimlint.readers import UnreadableDocument
from tests.readers.office_files import paragraph, row, run, word
from tests.readers.test_docx import DRAWING, REVISION

DAY = "2026-11-23"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def complete(body: str, **others: str) -> bytes:
    """A document as `word` makes it, with the section that every program writes."""
    return word(f'{body}<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>', **others)


def remark_on(data: bytes, words: str) -> Remark:
    text = readers.read("a.docx", data).source.text
    start = text.index(words)
    return Remark(start, start + len(words), " ".join(words.split()), "paragraph 1", ("Error CL201: too much.", "Instead: 10 h"))


def commented(data: bytes) -> list[tuple[str, str]]:
    """The words that each comment stands on, and what it says."""
    document = docx.Document(io.BytesIO(data))
    found = []
    for comment in document.comments:
        inside, words = False, ""
        for element in document.element.iter():
            if element.get(f"{WORD}id") == str(comment.comment_id) and element.tag.startswith(f"{WORD}commentRange"):
                inside = element.tag.endswith("Start")
            elif inside and element.tag in (f"{WORD}t", f"{WORD}tab"):
                words += element.text or "\t"
        found.append((words, comment.text))
    return found


FOOTNOTE = f'<w:footnote w:id="7">{paragraph("At 99 % volume.")}</w:footnote>'
SIGN = '<w:r><w:footnoteReference w:id="7"/></w:r>'
BOX = f"<w:p>{run('Before ')}<w:r>{DRAWING}</w:r>{run('after')}</w:p>"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(complete(paragraph("It lasts up to 14 h, really.")), "up to 14 h", id="inside a run"),
        pytest.param(complete(paragraph("up to 14 h")), "up to 14 h", id="a whole run"),
        pytest.param(
            complete(f"<w:p>{run('It lasts up')}{run(' to 14', '<w:b/>')}{run(' h, really.')}</w:p>"), "up to 14 h", id="three runs"
        ),
        pytest.param(
            complete("<w:p><w:r><w:t>It</w:t><w:tab/><w:t>lasts 14 h</w:t><w:tab/><w:t>x</w:t></w:r></w:p>"), "lasts 14 h", id="tabs"
        ),
        pytest.param(complete("<w:p><w:r><w:t>lasts</w:t><w:tab/><w:t>14 h.</w:t></w:r></w:p>"), "lasts\t14 h", id="a tab inside"),
        pytest.param(complete(f"<w:tbl>{row('Play', 'up to 14 h')}</w:tbl>"), "14 h", id="a cell"),
        pytest.param(complete(f'<w:p><w:hyperlink r:id="x">{run("up to 14 h")}</w:hyperlink></w:p>'), "14 h", id="a link"),
        pytest.param(complete(f"<w:p>{run('up ')}<w:ins {REVISION}>{run('to 14 h')}</w:ins></w:p>"), "up to 14 h", id="inserted"),
        pytest.param(complete(BOX + paragraph("It lasts 14 h.")), "lasts 14 h", id="behind a text box"),
    ],
)
def test_a_comment_stands_on_the_exact_words(data: bytes, words: str) -> None:
    assert commented(annotate(data, DAY, [remark_on(data, words)])) == [(words, "Error CL201: too much.\nInstead: 10 h")]


@pytest.mark.parametrize(
    ("data", "words", "place"),
    [
        pytest.param(complete(paragraph("Aurora"), header=paragraph("It lasts 14 h.")), "14 h", "Aurora", id="header"),
        pytest.param(complete(f"<w:p>{run('Long')}{SIGN}</w:p>", footnotes=FOOTNOTE), "99 % volume", "", id="note: at its sign"),
        pytest.param(complete(BOX), "lasts 10 h", "In the boxIt lasts 10 h.", id="text box: the run that holds it"),
        pytest.param(complete(BOX), "The X1 in water", "after", id="description of a picture: the text before it"),
    ],
)
def test_where_no_comment_may_stand_its_place_in_the_body_has_it(data: bytes, words: str, place: str) -> None:
    (found,) = commented(annotate(data, DAY, [remark_on(data, words)]))
    assert found == (place, f"On “{words}” (paragraph 1):\nError CL201: too much.\nInstead: 10 h")


def test_a_comment_stands_around_a_field_and_not_in_its_text() -> None:
    data = complete(f"<w:p>{run('It lasts ')}<w:fldSimple w:instr='TITLE'>{run('up to 14 h.')}</w:fldSimple></w:p>")
    document = docx.Document(io.BytesIO(annotate(data, DAY, [remark_on(data, "14 h")])))
    (field,) = document.element.iter(f"{WORD}fldSimple")
    assert [each.tag.removeprefix(WORD) for each in field] == ["r", "r", "r"]
    assert [each.text for each in field.iter(f"{WORD}t")] == ["up to ", "14 h", "."]
    assert field.getprevious().tag == f"{WORD}commentRangeStart"
    assert field.getnext().tag == f"{WORD}commentRangeEnd"


def test_formatting_stays_as_it_was() -> None:
    data = complete(f"<w:p>{run('It lasts up to 14 h', '<w:b/>')}{run(' of play', '<w:i/>')}</w:p>")
    document = docx.Document(io.BytesIO(annotate(data, DAY, [remark_on(data, "14 h of")])))
    runs = [each for each in document.paragraphs[0].runs if each.text]
    assert [(each.text, bool(each.bold), bool(each.italic)) for each in runs] == [
        ("It lasts up to ", True, False),
        ("14 h", True, False),
        (" of", False, True),
        (" play", False, True),
    ]


RICH = complete(
    f"{paragraph('Aurora X1', 'T')}<w:p>{run('It lasts ')}{run('up to', '<w:b/>')}<w:r><w:tab/><w:t>14 h</w:t><w:br/></w:r>{SIGN}</w:p>"
    f"<w:tbl>{row('Play', '14 h')}</w:tbl>{BOX}",
    header=paragraph("Small"),
    footnotes=FOOTNOTE,
)
TEXT = readers.read("a.docx", RICH).source.text


@given(places=st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)), max_size=5))
def test_the_text_stays_as_it_was_wherever_comments_stand(places: list[tuple[int, int]]) -> None:
    remarks = [Remark(start, min(len(TEXT), start + length), "x", "here", ("y",)) for start, length in places]
    copy = annotate(RICH, DAY, remarks)
    assert readers.read("a.docx", copy).source.text == TEXT
    assert len(commented(copy)) == len(remarks)


def test_the_same_input_gives_the_same_bytes() -> None:
    data = complete(paragraph("It lasts 14 h."))
    assert annotate(data, DAY, [remark_on(data, "14 h")]) == annotate(data, DAY, [remark_on(data, "14 h")])


def test_a_document_without_text_takes_no_comment() -> None:
    with pytest.raises(UnreadableDocument, match="no text that a comment could stand on"):
        annotate(complete("", header=paragraph("It lasts 14 h.")), DAY, [Remark(0, 2, "It", "header", ("x",))])


def written() -> bytes:
    """A document as programs write it, with everything that other programs ask for."""
    document = docx.Document()
    text = document.add_paragraph("It lasts ")
    text.add_run("up to 14 h").bold = True
    text.add_run(" of play.")
    document.add_table(1, 2).rows[0].cells[1].text = "It is rated IP68."
    document.sections[0].header.paragraphs[0].text = "Loud"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.slow
def test_another_program_shows_the_comments_on_the_words(tmp_path: Path, office: str) -> None:
    data = written()
    path = tmp_path / "reviewed.docx"
    path.write_bytes(annotate(data, DAY, [remark_on(data, "14 h of"), remark_on(data, "IP68")]))
    xml = converted(office, path, "fodt").read_text(encoding="utf-8")
    shown = re.findall(r"</office:annotation>((?:(?!<office:annotation ).)*?)<office:annotation-end ", xml, re.DOTALL)
    assert [re.sub("<[^>]*>", "", each) for each in shown] == ["14 h of", "IP68"]
    assert xml.count("<dc:creator>claimlint</dc:creator>") == 2


@pytest.mark.slow
def test_another_program_prints_the_copy_as_the_original(tmp_path: Path, office: str) -> None:
    data = written()
    pictures = []
    for name, content in (("original", data), ("reviewed", annotate(data, DAY, [remark_on(data, "14 h of")]))):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(content)
        pictures.append(converted(office, path, "png").read_bytes())
    assert pictures[0] == pictures[1]


@pytest.fixture
def office() -> str:
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice is not installed")
    return found


def converted(office: str, path: Path, kind: str) -> Path:
    profile = (path.parent / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return path.with_suffix(f".{kind}")
