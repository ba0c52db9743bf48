"""The reader for a path is found by its suffix."""

from __future__ import annotations

import importlib

import pytest

from claimlint.readers import SUFFIXES, reader_for


@pytest.mark.parametrize("module", ["markdown", "mdx", "html", "plain_text"])
def test_every_format_is_in_the_table(module: str) -> None:
    format_ = importlib.import_module(f"claimlint.readers.{module}")
    assert set(format_.SUFFIXES) <= set(SUFFIXES)
    assert {reader_for(f"docs/a{suffix}") for suffix in format_.SUFFIXES} == {format_.read}


@pytest.mark.parametrize("path", ["docs/A.MD", "a.b.md", "docs\\a.md", "docs.d/.hidden.md"])
def test_the_last_suffix_counts_in_any_case(path: str) -> None:
    assert reader_for(path) is importlib.import_module("claimlint.readers.markdown").read


@pytest.mark.parametrize("path", ["a", "a.rst", "docs.md/a", "", "a."])
def test_other_files_have_no_reader(path: str) -> None:
    assert reader_for(path) is None
