"""What each construct of Markdown becomes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimlint.document import Block, Document, Heading

Summary = Callable[[str, str], list[tuple[str, str]]]
Blocks = Callable[[str, str], list[Block]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Lasts **all** day.", [("paragraph", "Lasts all day.")], id="emphasis vanishes"),
        pytest.param("Lasts\n  all day.", [("paragraph", "Lasts all day.")], id="a soft break is a space"),
        pytest.param("Lasts  \nall day.", [("paragraph", "Lasts\nall day.")], id="two spaces break the line"),
        pytest.param("Lasts\\\nall day.", [("paragraph", "Lasts\nall day.")], id="a backslash breaks the line"),
        pytest.param("See [the specs](/s 'Up to 9 h').", [("paragraph", "See the specs.")], id="a link keeps its label alone"),
        pytest.param("See <https://example.com> now", [("paragraph", "See now")], id="an autolink has no text"),
        pytest.param("Has `BLE 5.3`.", [("paragraph", "Has BLE 5.3.")], id="inline code is text"),
        pytest.param("~~IP68~~ IP67", [("paragraph", "IP67")], id="what is struck out is not said"),
        pytest.param("Charges in 20<sup>1</sup> min", [("paragraph", "Charges in 20¹ min")], id="a superscript is no digit of the number"),
        pytest.param("CO<sub>2</sub> sensor", [("paragraph", "CO2 sensor")], id="a subscript joins its word"),
        pytest.param("One<br/>two", [("paragraph", "One\ntwo")], id="br breaks the line"),
        pytest.param("A <!-- until MP --> B", [("paragraph", "A B")], id="a comment vanishes"),
        pytest.param("A <span hidden>not</span> B", [("paragraph", "A B")], id="hidden inline text vanishes"),
        pytest.param("wa&shy;ter\u00adproof", [("paragraph", "waterproof")], id="soft hyphens do not split words"),
        pytest.param("Ten&nbsp;\u202fhours", [("paragraph", "Ten hours")], id="no-break spaces are spaces"),
        pytest.param("# Ten hours #", [("heading", "Ten hours")], id="heading"),
        pytest.param("Ten\nhours\n===", [("heading", "Ten hours")], id="underlined heading"),
        pytest.param("> Ten hours", [("quotation", "Ten hours")], id="quotation"),
        pytest.param("- [x] Ten hours", [("list-item", "Ten hours")], id="a check box is no text"),
        pytest.param("```sh\nrun\n```", [("code", "run\n")], id="fenced code"),
        pytest.param("    run", [("code", "run")], id="indented code"),
        pytest.param('![A **red** lamp](a.png "At &quot;night\\*")', [("alt-text", "A red lamp"), ("alt-text", 'At "night*')], id="image"),
        pytest.param("[a]: /b\n\n<!-- c -->\n\n[TOC]", [], id="definitions, comments and tables of contents vanish"),
        pytest.param(":::info Note\nTen hours\n:::", [("paragraph", "Ten hours")], id="the fences of an admonition vanish"),
        pytest.param("> [!NOTE]\n> Ten hours", [("quotation", "Ten hours")], id="the kind of an alert vanishes"),
        pytest.param("{{< b >}} Ten hours", [("paragraph", "Ten hours")], id="a blanked tag does not make indented code"),
        pytest.param("<div hidden>\n\nTen hours\n\n</div>\n\nNine", [("paragraph", "Nine")], id="hidden HTML hides the Markdown in it"),
        pytest.param("- Ten </li></ul>hours\n- nine", [("list-item", "Ten hours"), ("list-item", "nine")], id="stray end tags end no list"),
    ],
)
def test_construct(summary: Summary, text: str, expected: list[tuple[str, str]]) -> None:
    assert summary("a.md", text) == expected


def test_a_footnote_has_the_sign_at_its_reference_and_at_its_text(summary: Summary) -> None:
    text = "Lasts 14 days[^b] at 25 °C[^a].\n\n[^a]: Measured.\n[^b]: Typical use."
    assert summary("a.md", text) == [
        ("paragraph", "Lasts 14 days¹ at 25 °C²."),
        ("paragraph", "² Measured."),
        ("paragraph", "¹ Typical use."),
    ]


def test_a_block_knows_the_headings_above_it(blocks: Blocks) -> None:
    text = "---\ntitle: Aurora\n---\n# One\n## Two\n**Roadmap**\n\ntext\n\n## Three\n"
    assert {block.text: [(heading.level, heading.text) for heading in block.headings] for block in blocks("a.md", text)} == {
        "Aurora": [],
        "One": [(0, "Aurora")],
        "Two": [(0, "Aurora"), (1, "One")],
        "Roadmap": [(0, "Aurora"), (1, "One"), (2, "Two")],
        "text": [(0, "Aurora"), (1, "One"), (2, "Two"), (7, "Roadmap")],
        "Three": [(0, "Aurora"), (1, "One")],
    }


@pytest.mark.parametrize(
    "question", ["**Does it float?**", "Q: Does it float?", "Question 3: Does it float?", "<details><summary>Does it float?</summary>\n"]
)
def test_a_question_stands_above_its_answer(blocks: Blocks, question: str) -> None:
    asked, told = blocks("a.md", f"{question}\n\nYes.")
    assert told.headings == (Heading(7, asked.text),)


def test_what_folds_open_keeps_its_headings_to_itself(blocks: Blocks) -> None:
    text = "<details><summary>Radio</summary>\n\n## Range\n\nin\n\n</details>\n\nout"
    assert {block.text: [heading.text for heading in block.headings] for block in blocks("a.md", text)}["out"] == []


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        pytest.param("- [x] GPS", "done", id="ticked"),
        pytest.param("- [X] GPS", "done", id="ticked with a capital"),
        pytest.param("- [ ] GPS", "open", id="not ticked"),
        pytest.param("- GPS", "", id="no box"),
        pytest.param('<ul><li><input type="checkbox" checked disabled> GPS</ul>', "done", id="ticked in HTML"),
        pytest.param('<ul><li><input type="checkbox"> GPS</ul>', "open", id="not ticked in HTML"),
    ],
)
def test_a_check_box_answers_for_its_item(blocks: Blocks, text: str, answer: str) -> None:
    assert [(block.text, block.answer) for block in blocks("a.md", text)] == [("GPS", answer)]


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("- [GPS](/gps)", True),
        ("- <a href='/gps'>GPS</a>", True),
        ("- [GPS](/gps) inside", False),
        ("- GPS", False),
        ("- **[GPS](/gps)**", True),
    ],
)
def test_a_block_knows_whether_it_is_a_link(blocks: Blocks, text: str, linked: bool) -> None:
    assert [block.linked for block in blocks("a.md", text)] == [linked]


def test_a_bold_sentence_is_no_heading(blocks: Blocks) -> None:
    assert blocks("a.md", "**It lasts.**\n\ntext")[1].headings == ()


@pytest.mark.parametrize(
    ("text", "introductions"),
    [
        pytest.param("In development:\n\n- GPS\n- NFC", {"GPS": "In development:", "NFC": "In development:"}, id="paragraph with a colon"),
        pytest.param("It has two radios.\n\n- GPS", {"GPS": ""}, id="paragraph without"),
        pytest.param("- **MCU**\n  - nRF\n    - BLE", {"MCU": "", "nRF": "MCU", "BLE": "MCU > nRF"}, id="nested items"),
        pytest.param("Soon:\n1. MCU\n   1. nRF", {"MCU": "Soon:", "nRF": "Soon: > MCU"}, id="nested under a paragraph"),
        pytest.param("Soon:\n\n# Radios\n\n- GPS", {"GPS": ""}, id="a heading between"),
    ],
)
def test_a_list_item_knows_what_leads_into_it(blocks: Blocks, text: str, introductions: dict[str, str]) -> None:
    items = [block for block in blocks("a.md", text) if block.kind.value == "list-item"]
    assert {item.text: item.introduction for item in items} == introductions


def test_a_table_cell_knows_its_headers(blocks: Blocks) -> None:
    cells = blocks("a.md", "| Spec | X1 \\| S |\n|---|:-:|\n| **Life** | 10 `h` |\n| IP |\n")
    assert [(cell.text, cell.row_header, cell.column_header, cell.key) for cell in cells] == [
        ("Spec", "", "", "header"),
        ("X1 | S", "", "", "header"),
        ("Life", "", "Spec", ""),
        ("10 h", "Life", "X1 | S", ""),
        ("IP", "", "Spec", ""),
    ]


def test_a_table_in_html_that_markdown_runs_through_is_one_table(blocks: Blocks) -> None:
    text = "<table><tr><th>Life</th>\n<td>\n\n**10 h**\n\n</td></tr></table>"
    assert [(block.text, block.row_header) for block in blocks("a.md", text)] == [("Life", ""), ("10 h", "Life")]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        pytest.param("title: Ten hours", [("title", "Ten hours", "title")], id="title"),
        pytest.param("post_title: 'It''s'", [("title", "It's", "post_title")], id="the last word of the key counts"),
        pytest.param('summary: "Ten\\u00a0hours\\nof \\"play\\""', [("description", 'Ten hours of "play"', "summary")], id="escapes"),
        pytest.param("description: >-\n  Ten\n  hours", [("description", "Ten hours", "description")], id="folded"),
        pytest.param(
            "hero:\n  - headline: Fast\n    note: It is fast",
            [("front-matter", "Fast", "headline"), ("front-matter", "It is fast", "note")],
            id="nested",
        ),
        pytest.param("date: 2026-01-01 10:00\nurl: /a b/c\ntags: [Sign up]\nlayout: two columns", [], id="settings are no copy"),
    ],
)
def test_front_matter(blocks: Blocks, front: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(block.kind.value, block.text, block.key) for block in blocks("a.md", f"---\n{front}\n---\n")] == expected


def test_toml_front_matter(read: Callable[[str, str], Document]) -> None:
    document = read("a.md", '+++\ntitle = "Ten \\"hours\\""\ndraft = false\nslug = \'a\'\n+++\ntext')
    assert [(block.kind.value, block.text) for block in document.blocks] == [("title", 'Ten "hours"'), ("paragraph", "text")]
    assert document.blocks[1].headings == (Heading(0, 'Ten "hours"'),)
    assert document.metadata == {"title": 'Ten "hours"', "draft": "false", "slug": "a"}


def test_metadata_is_the_text_of_the_top_level_scalars(read: Callable[[str, str], Document]) -> None:
    assert read("a.md", "---\npublish: 2027-02-15\nversion: 5.10\nlist: [a]\n---\n").metadata == {
        "publish": "2027-02-15",
        "version": "5.10",
        "list": "a",
    }


def test_broken_front_matter_is_noted_and_the_rest_is_read(read: Callable[[str, str], Document]) -> None:
    document = read("a.md", "---\ntitle: [a\n---\n# Ten hours")
    assert [block.text for block in document.blocks] == ["Ten hours"]
    assert "line 2" in document.source.notes[0] or "line 3" in document.source.notes[0]


@pytest.mark.parametrize(
    ("front", "why"),
    [
        pytest.param("title: a: b", "line 2: is not valid YAML", id="a colon too many"),
        pytest.param("a: 1\n\tb: 2", "line 3: a tab indents this line.", id="a tab"),
        pytest.param("a: 1\nb: \x07", "line 3: a control character (U+0007)", id="a control character"),
        pytest.param("a: 1\nb: " + "[" * 60_000, "line 3: this is nested too deeply", id="too deep"),
        pytest.param("- a", "line 2: it holds no keys", id="a list"),
        pytest.param('a: "\\UFFFFFFFF"', "is not valid YAML: an escape names no character", id="no character"),
    ],
)
def test_front_matter_that_cannot_be_read_is_noted_with_its_line(read: Callable[[str, str], Document], front: str, why: str) -> None:
    document = read("a.md", f"---\n{front}\n---\nIt is fast.\n")
    assert [block.text for block in document.blocks] == ["It is fast."]
    assert document.source.notes[0].startswith(f"The front matter could not be read and was left out: {why}")


@pytest.mark.parametrize("fence", ["---", "+++"])
def test_an_escape_that_names_no_character_is_shown_as_unknown(blocks: Blocks, fence: str) -> None:
    sign = ":" if fence == "---" else " ="
    assert blocks("a.md", f'{fence}\ntitle{sign} "It is \\uD800 fast"\n{fence}\n')[0].text == "It is \ufffd fast"


def test_a_rule_at_the_top_is_no_front_matter(summary: Summary) -> None:
    assert summary("a.md", "---\n\nTen hours") == [("paragraph", "Ten hours")]
