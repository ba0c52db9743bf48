"""What a change of the manifest does to copy, as text, Markdown and JSON; the comparison is put together by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from claimlint.claim import Claim
from claimlint.consequence import EFFECTS, Comparison, Consequence, Effect, Judged, Side
from claimlint.document import Position
from claimlint.finding import Finding
from claimlint.manifest.differences import Difference
from claimlint.reports.consequences import COMPARISON_FORMATS, TITLES, render
from claimlint.reports.markdown import escaped
from claimlint.reports.options import RenderOptions

TEXT = "It lasts **10 hours** | and glows.\x1b"
PLAIN = RenderOptions()

CHANGES = (
    Difference("capability", "battery-life", "battery life", "gates", "PVT failed; the last gate passed is DVT (was PVT)"),
    Difference("capability", "battery-life", "battery life", "limits", "runtime: max 10 h → 8 h"),
    Difference("certification", "ce", "CE marking", "status", "granted (was pending)"),
)


@pytest.fixture
def consequence(make_claim: Callable[..., Claim], make_finding: Callable[..., Finding]) -> Callable[..., Consequence]:
    """Makes a consequence of the invented sentence; what is found is told by severities."""

    def make(effect: Effect, was: tuple[str, ...] = (), now: tuple[str, ...] = (), **of: object) -> Consequence:
        claim = make_claim("page.md", TEXT, TEXT)
        before, after = (
            Judged("battery-life", "battery life", tuple(make_finding(claim, severity=severity) for severity in severities))
            for severities in (was, now)
        )
        fields: dict[str, object] = {"before": before, "after": after, "causes": CHANGES[:1], **of}
        return Consequence(effect, "page.md", "public", Position(3, 5, 40), Position(3, 40, 75), None, TEXT, **fields)  # type: ignore[arg-type]

    return make


@pytest.fixture
def comparison(consequence: Callable[..., Consequence]) -> Comparison:
    """One consequence of each kind, and a document that could not be read."""
    found = (
        consequence("becomes-wrong", (), ("error",)),
        consequence("may-be-said", ("error",), ()),
        consequence("says-less", (), ("info",)),
        consequence("stays-wrong", ("error",), ("warning",)),
        consequence("read-otherwise", relinked=True, after=Judged(promises=False)),
    )
    old, new = Side((("HEAD:capabilities.yaml", "ab" * 32),)), Side((("capabilities.yaml", "cd" * 32),))
    return Comparison(old, new, "2026-11-22", CHANGES, found, 4, (("deck.pptx", "it is no text"),))


def test_text_begins_with_the_changes_by_entry(comparison: Comparison) -> None:
    assert render("text", comparison, PLAIN).splitlines()[:8] == [
        "HEAD:capabilities.yaml → capabilities.yaml, as of 2026-11-22",
        "",
        "battery life",
        "  PVT failed; the last gate passed is DVT (was PVT)",
        "  runtime: max 10 h → 8 h",
        "CE marking",
        "  granted (was pending)",
        "",
    ]


def test_text_tells_of_each_promise_what_was_what_is_and_why(comparison: Comparison) -> None:
    assert (
        "Becomes wrong (1)\n"
        "\n"
        "page.md:3:5 (public)\n"
        "  “It lasts **10 hours** | and glows.\ufffd”\n"
        "  Before: nothing found\n"
        "  Now:    error CL101 unvalidated: Battery life has not passed PVT yet. Instead: designed for up to\n"
        "          10 hours\n"
        "  Because of battery life: PVT failed; the last gate passed is DVT (was PVT)\n"
    ) in render("text", comparison, PLAIN)


def test_text_says_what_copy_is_read_as_where_that_changes(comparison: Comparison) -> None:
    assert "  Before: read as a promise of battery life\n  Now:    read as no promise\n" in render("text", comparison, PLAIN)


def test_text_ends_with_what_was_not_read_and_the_counts(comparison: Comparison) -> None:
    assert render("text", comparison, PLAIN).endswith(
        "Not read:\n"
        "  deck.pptx: it is no text\n"
        "\n"
        "1 promise becomes wrong (1 error), 1 may now be said, 1 says less than may be said now, 1 stays wrong for other reasons,"
        " 1 is read otherwise now, in 4 documents.\n"
    )


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_every_kind_has_a_title(comparison: Comparison, name: str) -> None:
    assert [TITLES[effect] in render(name, comparison, PLAIN) for effect in EFFECTS] == [True] * 5


def test_only_a_terminal_gets_colours(comparison: Comparison) -> None:
    assert "\x1b" not in render("text", comparison, PLAIN)
    assert "\x1b[31m" in render("text", comparison, RenderOptions(color=True))


def test_state_is_shown_where_it_is_not_new(comparison: Comparison, make_claim: Callable[..., Claim], make_finding) -> None:
    excused = make_finding(make_claim("page.md", TEXT, TEXT), state="baseline")
    one = replace(comparison.consequences[0], after=Judged("battery-life", "battery life", (excused,)))
    assert "error CL101 unvalidated [baseline]: " in render("text", replace(comparison, consequences=(one,)), PLAIN)


def test_place_in_words_stands_for_line_and_column(comparison: Comparison) -> None:
    one = replace(comparison.consequences[0], where="slide 3, title")
    assert "page.md (slide 3, title) (public)\n" in render("text", replace(comparison, consequences=(one,)), PLAIN)


def test_markdown_begins_with_a_table(comparison: Comparison) -> None:
    lines = render("markdown", comparison, PLAIN).splitlines()
    assert lines[0] == "## What this change of the manifest does to copy"
    assert lines[4:6] == ["| | Where | Copy | Before | Now | Because of |", "| --- | --- | --- | --- | --- | --- |"]
    assert lines[6] == (
        "| **Becomes wrong** | page.md:3:5 | It lasts \\*\\*10 hours\\*\\* \\| and glows.\ufffd | nothing found | error CL101 unvalidated "
        "| battery life: PVT failed; the last gate passed is DVT (was PVT) |"
    )


def test_markdown_lists_changes_and_hides_details(comparison: Comparison) -> None:
    text = render("markdown", comparison, PLAIN)
    assert "- **CE marking**: granted (was pending)\n" in text
    assert text.index("<details>") < text.index("Battery life has not passed PVT yet.") < text.index("</details>")


def test_markdown_without_consequences_has_no_table(comparison: Comparison) -> None:
    text = render("markdown", replace(comparison, consequences=(), unread=()), PLAIN)
    assert ("|" in text, "<details>" in text, "No promise is judged otherwise, in 4 documents." in text) == (False, False, True)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("<script>", "&lt;script&gt;"),
        ("@everybody", "@&#8203;everybody"),
        ("https://a.example", "https:&#8203;//a.example"),
        ("www.a.example", "www&#8203;.a.example"),
        ("_www.a.example", "\\_www&#8203;.a.example"),
        ("#12 and GH-12", "\\#&#8203;12 and GH&#8203;-12"),
        ("a|b", "a\\|b"),
        ("5 * 5_m", "5 \\* 5\\_m"),
        ("[x](y)", "\\[x\\](y)"),
        ("R&D", "R&amp;D"),
        ("C:\\copy", "C:\\\\copy"),
        ("\\<b>", "\\\\&lt;b&gt;"),
    ],
)
def test_signs_are_no_markup(text: str, markdown: str) -> None:
    assert escaped(text) == markdown


def test_json_has_sides_changes_and_consequences(comparison: Comparison) -> None:
    found = json.loads(render("json", comparison, PLAIN))
    assert found["old"] == [{"path": "HEAD:capabilities.yaml", "sha256": "ab" * 32}]
    assert found["differences"][2] == {
        "section": "certification",
        "subject": "ce",
        "name": "CE marking",
        "aspect": "status",
        "words": "granted (was pending)",
    }
    first = found["consequences"][0]
    assert (first["effect"], first["start"], first["causes"]) == ("becomes-wrong", {"line": 3, "column": 5, "offset": 40}, [0])
    assert [finding["severity"] for finding in first["after"]["findings"]] == ["error"]
    assert found["summary"] == dict.fromkeys(EFFECTS, 1) | {"documents": 4}
    assert found["not_checked"] == [{"path": "deck.pptx", "reason": "it is no text"}]


@pytest.mark.parametrize("name", COMPARISON_FORMATS)
def test_comparison_without_copy_says_so(comparison: Comparison, name: str) -> None:
    text = render(name, replace(comparison, consequences=(), unread=(), documents=None), PLAIN)
    assert ('"documents": null' if name == "json" else "No copy was read") in text


@pytest.mark.parametrize("name", COMPARISON_FORMATS)
def test_every_format_ends_with_a_line_end(comparison: Comparison, name: str) -> None:
    assert render(name, comparison, PLAIN).endswith("\n")
