"""Footnotes: which words stand behind a sign in the copy."""

from __future__ import annotations

import pytest

from claimlint.document import Source
from claimlint.readers import reader_for
from claimlint.rules.notes import notes_behind, notes_of

MARKDOWN = "copy.md"
HTML = "copy.html"
TEXT = "copy.txt"


def notes_at(words, text, path):
    """The notes to which the block with these words points."""
    document = reader_for(path)(Source(path, text))
    block = next(block for block in document.blocks if words in block.text)
    return list(notes_behind(block, block.source_map.source_range(0, 1)[0], notes_of(document)))


@pytest.mark.parametrize(
    ("path", "text", "notes"),
    [
        pytest.param(MARKDOWN, "Ten hours.\\*\n\n\\* With the lid shut.\n", ["With the lid shut."], id="an escaped asterisk"),
        pytest.param(MARKDOWN, "Ten hours.*\n\n* With the lid shut.\n", ["With the lid shut."], id="an asterisk that makes a list of it"),
        pytest.param(MARKDOWN, "Ten hours.†\n\n† With the lid shut.\n", ["With the lid shut."], id="a dagger"),
        pytest.param(MARKDOWN, "Ten hours.[^lid]\n\n[^lid]: With the lid shut.\n", ["With the lid shut."], id="a footnote of Markdown"),
        pytest.param(MARKDOWN, "Ten hours.<sup>1</sup>\n\n<sup>1</sup> With the lid shut.\n", ["With the lid shut."], id="raised"),
        pytest.param(MARKDOWN, "Ten hours.¹\n\n1 With the lid shut.\n", ["With the lid shut."], id="raised above, plain below"),
        pytest.param(HTML, "<p>Ten hours<sup>*</sup><p><small>*With the lid shut.</small>", ["With the lid shut."], id="small print"),
        pytest.param(TEXT, "Ten hours [1] and more.\n\n[1] With the lid shut.\n", ["With the lid shut."], id="in brackets"),
        pytest.param(TEXT, "Ten hours.*†\n\n* Lid shut. † In the shade.\n", ["Lid shut.", "In the shade."], id="two in a line"),
        pytest.param(MARKDOWN, "Ten hours.\n\n\\* With the lid shut.\n", [], id="nothing points to it"),
        pytest.param(MARKDOWN, "Ten hours on 4 m².\n\n² With the lid shut.\n", [], id="a square metre is no reference"),
        pytest.param(MARKDOWN, "Ten hours.†\n\n\\* With the lid shut.\n", [], id="another sign"),
    ],
)
def test_the_note_behind_a_sign(path, text, notes):
    assert notes_at("Ten hours", text, path) == notes


def test_a_sign_that_is_used_again_means_the_next_note():
    text = "Ten hours.†\n\n† Lid shut.\n\nNine days.†\n\n† In the shade.\n"
    assert (notes_at("Ten hours", text, MARKDOWN), notes_at("Nine days", text, MARKDOWN)) == (["Lid shut."], ["In the shade."])


def test_the_sign_may_stand_at_the_header_of_the_row():
    text = "| Battery† | Weight |\n| --- | --- |\n| ten hours | light |\n\n† Lid shut.\n"
    assert (notes_at("ten hours", text, MARKDOWN), notes_at("light", text, MARKDOWN)) == (["Lid shut."], [])
