"""Values of YAML and JSON files that are copy are read, each with its place."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from claimlint.document import Block, Document
from claimlint.readers import UnreadableDocument

Blocks = Callable[[str, str], list[Block]]
COPY = {
    "title": "Aurora X1",
    "hero": {"headline": "Waterproof", "text": "Lasts **ten** hours", "image": "a b.png", "theme": "dark"},
    "cards": [{"title": "Coming soon", "body": "GPS in 2027"}, {"a/b~c": 'It swims "deep" \\ far 🔋'}],
}
EXPECTED = [
    ("/title", "title", "Aurora X1", []),
    ("/hero/headline", "front-matter", "Waterproof", ["Aurora X1"]),
    ("/hero/text", "front-matter", "Lasts ten hours", ["Aurora X1", "Waterproof"]),
    ("/cards/0/title", "front-matter", "Coming soon", ["Aurora X1"]),
    ("/cards/0/body", "front-matter", "GPS in 2027", ["Aurora X1", "Coming soon"]),
    ("/cards/1/a~1b~0c", "front-matter", 'It swims "deep" \\ far 🔋', ["Aurora X1"]),
]
WRITTEN = {
    "on one line": ("a.json", json.dumps(COPY)),
    "with tabs": ("a.json", json.dumps(COPY, indent="\t", ensure_ascii=False)),
    "JSON as YAML": ("a.yaml", json.dumps(COPY, ensure_ascii=False)),
    "YAML": (
        "a.yml",
        """\
title: Aurora X1
hero:
  headline: Waterproof
  text: |
    Lasts **ten**
    hours
  image: a b.png
  theme: dark
cards:
- {title: Coming soon, body: 'GPS in 2027'}
- "a/b~c": "It swims \\"deep\\" \\\\ \\
    far \\U0001F50B"
""",
    ),
}


@pytest.mark.parametrize(("name", "text"), WRITTEN.values(), ids=WRITTEN)
def test_copy_is_read_with_its_pointer_and_the_titles_above_it(blocks: Blocks, name: str, text: str) -> None:
    found = [(block.where, block.kind.value, block.text, [heading.text for heading in block.headings]) for block in blocks(name, text)]
    assert found == EXPECTED


def test_markdown_in_a_value_is_read_as_such(blocks: Blocks) -> None:
    text = "body: |\n  ## Battery\n\n  - Lasts *ten*\n    hours\n"
    assert [(block.kind.value, block.text, block.where) for block in blocks("a.yaml", text)] == [
        ("heading", "Battery", "/body"),
        ("list-item", "Lasts ten hours", "/body"),
    ]


def test_html_in_a_value_is_read_as_such(blocks: Blocks) -> None:
    assert [block.text for block in blocks("a.json", '{"text": "Lasts <b>ten</b> hours&nbsp;now"}')] == ["Lasts ten hours now"]


def test_top_level_values_are_metadata(read: Callable[[str, str], Document]) -> None:
    assert read("a.json", '{"publish": "2027-02-15"}').metadata == {"publish": "2027-02-15"}


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        pytest.param("a.json", '{"a": 1,}', "line 1: it is not valid JSON: ", id="JSON"),
        pytest.param("a.json", "", "line 1: it is not valid JSON: Expecting value", id="an empty file"),
        pytest.param("a.json", '"text"', "line 1: it holds no keys with values", id="a string alone"),
        pytest.param("a.json", "[" * 100_000, "it is nested too deeply", id="nested"),
        pytest.param("a.yaml", "# a\n" * 130_000, "it has 520,000 characters, more than the 500,000 of YAML", id="a large file"),
        pytest.param("a.yaml", "a: [b", "line 1: it is not valid YAML", id="YAML"),
        pytest.param("a.yaml", "a: b\n--- \nc: d", "line 2: it is not valid YAML: but found another document", id="two documents"),
    ],
)
def test_what_is_not_valid_is_refused_with_its_line(read: Callable[[str, str], Document], name: str, text: str, why: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(name, text)
    assert str(caught.value).startswith(why)
