"""Long lines and large files are read to their end."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("text", ["[" * 30_000, "- " * 30_000, "&amp;" * 30_000, "a" * 30_000, "123" * 10_000], ids=lambda text: text[:5])
@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_a_long_line_without_words_promises_nothing(checked, text, suffix):
    document = checked(text, suffix)
    assert (document.status, document.claims) == ("checked", ())


def test_a_long_line_of_copy_is_read_to_its_end(checked):
    text = "It is a lamp for people who like lamps. " * 1_000 + "Solar charging is built in."
    assert [text[found.start : found.end] for found in checked(text).findings] == ["Solar charging is built in"]


@pytest.mark.slow
def test_one_line_of_a_megabyte(checked):
    filler = "the path goes on through quiet woods " * 500
    text = "x" * 1_000_000 + " " + filler + ". Solar charging is built in."
    assert [found.text for found in checked(text, ".txt").findings] == ["Solar charging is built in"]


@pytest.mark.slow
def test_markdown_file_of_two_megabytes(checked):
    code = "```\n" + "print('solar charging')\n" * 85_000 + "```\n"
    text = code + "\n" + "The path goes on through quiet woods.\n\n" * 300 + "Solar charging is built in.\n"
    assert len(text) > 1_900_000
    assert [(found.text, found.start) for found in checked(text).findings] == [("Solar charging is built in", text.rindex("Solar"))]
