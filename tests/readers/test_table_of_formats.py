"""The reader for a path is found by its suffix."""

from __future__ import annotations

import importlib
from dataclasses import replace

import pytest

from claimlint import readers
from claimlint.readers import NOT_READ, SUFFIXES, UnreadableDocument, formats, reader_for
from claimlint.readers.limits import LIMITS


@pytest.mark.parametrize("module", ["markdown", "mdx", "html", "plain_text", "rst.reader", "asciidoc.reader", "subtitles", "content_data"])
def test_every_format_is_in_the_table(module: str) -> None:
    format_ = importlib.import_module(f"claimlint.readers.{module}")
    assert set(format_.SUFFIXES) <= set(SUFFIXES)
    assert {reader_for(f"docs/a{suffix}") for suffix in format_.SUFFIXES} == {format_.read}


@pytest.mark.parametrize("path", ["docs/A.MD", "a.b.md", "docs\\a.md", "docs.d/.hidden.md"])
def test_the_last_suffix_counts_in_any_case(path: str) -> None:
    assert reader_for(path) is importlib.import_module("claimlint.readers.markdown").read


@pytest.mark.parametrize("path", ["a", "a.tex", "docs.md/a", "", "a."])
def test_other_files_have_no_reader(path: str) -> None:
    assert reader_for(path) is None


@pytest.mark.parametrize("suffix", sorted(NOT_READ))
def test_what_is_not_read_says_what_to_do(suffix: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"save it as|check the files"):
        readers.read(f"decks/launch{suffix}", b"anything")


def test_what_is_not_installed_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    needy = replace(formats.FORMATS[".md"], extra="office", imports=("no_such_package",))
    monkeypatch.setattr(formats, "FORMATS", {**formats.FORMATS, ".md": needy})
    with pytest.raises(UnreadableDocument) as caught:
        readers.read("a.md", b"Copy.")
    assert str(caught.value).endswith("install them with: pip install 'claimlint-copy[office]'")


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "LIMITS", replace(LIMITS, file_bytes=3))
    with pytest.raises(UnreadableDocument, match="5 bytes, more than the 3 "):
        readers.read("a.md", b"Copy.")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnreadableDocument, match="zero bytes"):
        readers.read("a.md", b"a\0b")


@pytest.mark.parametrize(("path", "extracted"), [("a.md", False), ("a.srt", False), ("a.eml", True)])
def test_lines_of_text_that_was_taken_out_of_a_file_are_not_its_own(path: str, extracted: bool) -> None:
    assert readers.read(path, b"Subject: Copy\n\nIt floats.\n").extracted is extracted
