"""`claimlint annotate`: one document, one copy, and never the document itself."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

Run = Callable[..., tuple[int, str, str]]

MANIFEST = """
version: 1
products: {x1: {name: Aurora X1, validated: PVT}}
capabilities:
  battery-life: {name: battery life, concept: battery-life, validated: PVT, limits: {runtime: {max: 10 h}}}
"""


def launch(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.fixture(autouse=True)
def files(repository: Path) -> None:
    Path("capabilities.yaml").write_text(MANIFEST, encoding="utf-8")
    Path("launch.docx").write_bytes(launch("The battery lasts 14 hours."))


def test_findings_become_comments(run: Run) -> None:
    before = Path("launch.docx").read_bytes()
    status, out, _ = run("annotate", "launch.docx", "-o", "reviewed.docx", "--as-of", "2026-11-23")
    (comment,) = docx.Document("reviewed.docx").comments
    assert status == 1
    assert comment.author == "claimlint"
    assert comment.text.startswith("Error CL201: “14 hours”")
    assert Path("launch.docx").read_bytes() == before
    assert out.startswith("reviewed.docx: 1 comment written; launch.docx is as it was.\n")


def test_a_document_without_findings_has_a_copy_without_comments(run: Run) -> None:
    Path("launch.docx").write_bytes(launch("The battery lasts 9 hours."))
    status, out, _ = run("annotate", "launch.docx", "-o", "reviewed.docx")
    assert (status, Path("reviewed.docx").exists()) == (0, True)
    assert out.startswith("reviewed.docx: 0 comments written")


def test_what_is_not_installed_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimlint.readers.find_spec", lambda name: None if name == "docx" else object())
    status, _, error = run("annotate", "launch.docx", "-o", "reviewed.docx")
    assert (status, Path("reviewed.docx").exists()) == (2, False)
    assert "pip install 'claimlint-copy[office]'" in error


def test_a_document_that_cannot_be_read_has_no_copy(run: Run) -> None:
    Path("launch.docx").write_bytes(b"Dear all,")
    status, out, _ = run("annotate", "launch.docx", "-o", "reviewed.docx")
    assert (status, Path("reviewed.docx").exists()) == (2, False)
    assert "launch.docx: it is no .docx file" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["launch.docx", "-o", "launch.docx"], "is the document itself"),
        (["launch.docx", "-o", "./sub/../launch.docx", "--force"], "is the document itself"),
        (["launch.docx", "-o", "there.docx"], "is already there. Name another file, or add --force"),
        (["launch.docx", "-o", "reviewed.pdf"], "is a copy of a .docx file"),
        (["launch.docx", "-o", "gone/reviewed.docx"], "cannot be written"),
        (["copy.md", "-o", "reviewed.md"], "comments are written into .docx and .pptx files only"),
        (["launch.docx", "copy.md", "-o", "reviewed.docx"], "One document is annotated at a time, and 2 are named"),
        (["launch.docx"], "Missing option '--output'"),
    ],
)
def test_what_is_refused(run: Run, arguments: list[str], message: str) -> None:
    Path("there.docx").write_bytes(b"mine")
    Path("copy.md").write_text("Copy.", encoding="utf-8")
    status, _, err = run("annotate", *arguments)
    assert status == 2
    assert message in " ".join(err.split())
    assert Path("there.docx").read_bytes() == b"mine"


def test_force_writes_over_a_copy(run: Run) -> None:
    Path("there.docx").write_bytes(b"an older copy")
    run("annotate", "launch.docx", "-o", "there.docx", "--force")
    assert Path("there.docx").read_bytes().startswith(b"PK")


def test_fix_leaves_word_documents_alone(run: Run) -> None:
    before = Path("launch.docx").read_bytes()
    status, out, _ = run("fix", "launch.docx", "--as-of", "2026-11-23")
    assert status == 1
    assert ".docx files are read, and cannot be written back" in " ".join(out.split())
    assert Path("launch.docx").read_bytes() == before


def test_a_word_document_comes_on_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path("launch.docx").read_bytes()), encoding="ascii"))
    status, out, _ = run("check", "-", "--stdin-filename", "decks/new.docx", "--as-of", "2026-11-23")
    assert status == 1
    assert "decks/new.docx:1:19 (paragraph 1): error CL201" in out
