"""What is not checked says so, and why; it never passes for clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.finding import Report
from claimlint.reports import render
from claimlint.reports.options import RenderOptions
from claimlint.review.outcome import CLEAN, exit_status
from tests.check.lamp_copy import run


def test_internal_copy_raises_nothing(checked):
    document = checked("Solar charging is built in.", channel="internal")
    assert (len(document.claims), document.findings) == (1, ())


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("copy.xyz", b"Solar charging.", "no reader for this kind of file", id="unknown kind"),
        pytest.param("copy.md", None, "cannot be read", id="missing"),
        pytest.param("copy.md", b"\x00\x01\x02\xff\xfe binary", "", id="no text"),
    ],
)
def test_not_checked_says_why(folder, name, data, reason):
    if data is not None:
        (folder / name).write_bytes(data)
    (document,) = run(folder, name).documents
    assert (document.status, reason in (document.reason or "")) == ("not-checked", True)


def test_file_that_vanishes_leaves_the_others_checked(folder, monkeypatch):
    for name in ("first.md", "second.md"):
        (folder / name).write_text("Solar charging is built in.", encoding="utf-8")
    original = Path.read_bytes

    def read_bytes(path):
        if path.name == "first.md":
            path.unlink()
        return original(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    documents = run(folder, "first.md", "second.md").documents
    assert [(document.status, len(document.findings)) for document in documents] == [("not-checked", 0), ("checked", 1)]


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "```\nsolar charging\n```", "---\n---\n"])
def test_file_without_copy_is_checked_and_clean(checked, text):
    document = checked(text)
    assert (document.status, document.claims, document.findings) == ("checked", (), ())


GERMAN = "Die Lampe hält mit einer Ladung 20 Stunden, und das Solar charging ist nicht mehr nur ein Traum."


def test_a_document_in_another_language_is_not_checked_and_raises_nothing(checked):
    document = checked(f"# Glimmer Lamp\n\n{GERMAN}\n\nUSB-C port\n")
    assert (document.status, document.reason) == ("not-checked", "it is not in English")
    assert (document.claims, document.findings) == ((), ())


def test_blocks_in_another_language_are_named_and_raise_nothing(checked):
    document = checked(f"The lamp has solar charging.\n\n{GERMAN}\n")
    assert document.notes == ("1 block that is not in English: not checked (line 3)",)
    assert {document.document.source.text.count("\n", 0, claim.start) + 1 for claim in document.claims} == {1}


def test_a_document_in_another_language_does_not_fail_the_run(folder):
    (folder / "deutsch.md").write_text(GERMAN, encoding="utf-8")
    report = run(folder, "deutsch.md")
    assert [document.status for document in report.documents] == ["not-checked"]
    assert exit_status(report, {}) == CLEAN


@pytest.mark.parametrize(
    ("suffix", "text", "pictures"),
    [
        (".md", "![The lamp](a.png) ![](b.png)", 2),
        (".html", '<img src=a.png alt="The lamp"><img src=b.png><img src=ornament.png alt=""><img src=dot.gif width=1 height=1>', 2),
        (".rst", ".. image:: a.png\n\n.. figure:: b.png\n", 2),
        (".adoc", "image::a.png[]\n\nA image:b.png[icon] lamp.\n", 2),
    ],
)
def test_pictures_are_counted_and_told_in_one_line(checked, suffix, text, pictures):
    document = checked(text, suffix)
    assert document.document.pictures == pictures
    report = Report("0", "2026-11-22", (), (document,))
    assert f"Text in pictures is not checked: {pictures} pictures in 1 document." in render("text", report, RenderOptions())
