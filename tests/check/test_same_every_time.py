"""The same copy gives the same report, byte by byte."""

from __future__ import annotations

from claimlint.reports import render
from claimlint.reports.options import RenderOptions
from claimlint.sources import together
from tests.check.lamp_copy import run

MIXED = (
    "# Glimmer Lamp\n\nSolar charging is built in. Battery life is up to 12 hours.\n\n- Solar charging\n- Solar charging\n- USB-C port\n"
)


def test_same_input_gives_the_same_document(checked):
    assert checked(MIXED) == checked(MIXED)


def test_same_input_gives_the_same_bytes(folder):
    for name in ("a.md", "b.md"):
        (folder / name).write_text(MIXED, encoding="utf-8")
    one, other = (render("json", run(folder, "a.md", "b.md"), RenderOptions()) for _ in range(2))
    assert one.encode() == other.encode()


def test_order_of_other_documents_changes_nothing(folder):
    for name in ("a.md", "b.md"):
        (folder / name).write_text(MIXED if name == "a.md" else "It glows.", encoding="utf-8")
    forward, backward = run(folder, "a.md", "b.md").documents, run(folder, "b.md", "a.md").documents
    assert forward == tuple(reversed(backward))


def test_what_is_read_beside_a_document_changes_nothing(folder, monkeypatch):
    """The parser and the language model read several documents at once."""
    meetings = [f"The choir met by the river in 19{year}, and the baker brought bread." for year in range(10, 70)]
    (folder / "a.md").write_text(MIXED, encoding="utf-8")
    (folder / "b.md").write_text(" ".join([*meetings, "The battery life of the Glimmer Lamp is 12 hours.", *meetings]), encoding="utf-8")
    (folder / "c.docx").write_bytes(b"no archive")
    (folder / "d.md").write_text("", encoding="utf-8")
    (folder / "e.md").write_text("The Glimmer Lamp charges in the sun and shines for 9 hours.", encoding="utf-8")
    names = [f"{name}.md" if name != "c" else "c.docx" for name in "abcde"]
    beside = run(folder, *names)
    monkeypatch.setattr(together, "AT_ONCE", 1)
    assert [bool(document.claims) for document in beside.documents] == [True, True, False, False, True]
    assert beside.documents == run(folder, *names).documents


def test_repeated_words_have_fingerprints_of_their_own(checked):
    fingerprints = [found.fingerprint for found in checked(MIXED).findings]
    assert len(set(fingerprints)) == len(fingerprints) > 2
