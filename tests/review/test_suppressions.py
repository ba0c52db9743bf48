"""Suppressions in every text format: what each form silences, and what is told of those that silence nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimlint.judging import check_text
from claimlint.manifest.loading import load_manifest
from claimlint.rules.packs import load_rules

TODAY = date(2026, 11, 22)
MANIFEST = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: PVT}}
capabilities:
  solar: {name: solar charging, validated: EVT}
  runtime: {name: battery life, validated: PVT, limits: {runtime: {max: 10 h}}}
"""

# How a comment and a paragraph are written in each format; the words of a claim are the same everywhere.
COMMENT = {
    ".md": "<!-- {} -->",
    ".html": "<!-- {} -->",
    ".mdx": "{{/* {} */}}",
    ".txt": "{}",
}
PARAGRAPH = {".md": "{}", ".html": "<p>{}</p>", ".mdx": "{}", ".txt": "{}"}
SOLAR = "The lamp has solar charging."
LONG = "Battery life is 14 hours."
CUE = "00:03.000"
FORMATS = pytest.mark.parametrize("suffix", COMMENT)


@pytest.fixture(scope="module")
def rules():
    return load_rules(["default"], Path(), {})


@pytest.fixture(scope="module")
def states(tmp_path_factory, rules):
    path = tmp_path_factory.mktemp("manifest") / "capabilities.yaml"
    path.write_text(MANIFEST, encoding="utf-8")
    manifest = load_manifest([path])

    def states(text, suffix=".md", channel="public", day=TODAY):
        """The code and state of each finding, in order."""
        return [(found.code, found.state) for found in check_text(text, manifest, channel, rules, day, suffix).findings]

    return states


def page(suffix, *parts):
    """Make a document of comments, which are marked by @, paragraphs and empty lines."""
    written = (part and (COMMENT if part.startswith("@") else PARAGRAPH)[suffix].format(part.removeprefix("@")) for part in parts)
    return "\n".join(written) + "\n"


@FORMATS
@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            ["@claimlint-disable-next-line CL101: agreed with legal", SOLAR, "", SOLAR],
            [("CL101", "suppressed"), ("CL101", "new")],
        ),
        (
            ["@claimlint-disable-next-line CL101: agreed with legal", "", SOLAR],
            [("CL101", "suppressed")],
        ),
        (
            ["@claimlint-disable-next-line CL101: one", "@claimlint-disable-next-line CL201: two", f"{SOLAR} {LONG}"],
            [("CL101", "suppressed"), ("CL201", "suppressed")],
        ),
        (
            ["@claimlint-disable-next-line CL201: agreed with legal", f"{SOLAR} {LONG}"],
            [("CL101", "new"), ("CL201", "suppressed")],
        ),
        (
            [SOLAR, "", "@claimlint-disable unvalidated: agreed", "", SOLAR, "", LONG, "", "@claimlint-enable", "", SOLAR],
            [("CL101", "new"), ("CL101", "suppressed"), ("CL201", "new"), ("CL101", "new")],
        ),
        (
            ["@claimlint-disable CL101, CL201: agreed", SOLAR, "", "@claimlint-enable CL101", SOLAR, "", LONG, "", "@claimlint-enable"],
            [("CL101", "suppressed"), ("CL101", "new"), ("CL201", "suppressed")],
        ),
        (
            [SOLAR, "", "@claimlint-disable-file CL101: agreed with legal", "", SOLAR, "", LONG],
            [("CL101", "suppressed"), ("CL101", "suppressed"), ("CL201", "new")],
        ),
        (
            ["@claimlint-disable-next-line CL101: agreed with legal, until 2026-11-22", SOLAR],
            [("CL101", "suppressed")],
        ),
        (
            ["@claimlint-disable-next-line CL101: agreed with legal, until 2026-11-21", SOLAR],
            [("CL701", "new"), ("CL101", "new")],
        ),
        (
            ["@claimlint-disable-next-line CL201: agreed with legal", SOLAR],
            [("CL802", "new"), ("CL101", "new")],
        ),
        (
            ["@claimlint-disable-file CL201, CL101: agreed with legal", "", SOLAR],
            [("CL802", "new"), ("CL101", "suppressed")],
        ),
        (
            ["@claimlint-disable-next-line CL101", SOLAR],
            [("CL801", "new"), ("CL101", "new")],
        ),
        (
            ["@claimlint-disable -next-line CL101: agreed with legal", SOLAR],
            [("CL801", "new"), ("CL101", "new")],
        ),
        (
            ["@claimlint-disable CL101: a block without an end", "", SOLAR],
            [("CL801", "new"), ("CL101", "new")],
        ),
        (
            [SOLAR, "", "@claimlint-enable CL101"],
            [("CL101", "new"), ("CL801", "new")],
        ),
        (
            ["@claimlint-disable-file CL801: slips are fine", "", "@claimlint-disable-line CL101", SOLAR],
            [("CL802", "new"), ("CL801", "new"), ("CL101", "new")],
        ),
    ],
    ids=[
        "the next line alone",
        "empty lines do not count",
        "two of them stand on each other",
        "one rule alone",
        "a block",
        "ended rule by rule",
        "the whole file",
        "on its last day",
        "after its last day",
        "nothing to silence",
        "one of two rules is unused",
        "no reason",
        "a stray space",
        "a block without an end",
        "an end without a block",
        "what is wrong with suppressions cannot be suppressed",
    ],
)
def test_forms(states, suffix, parts, expected):
    assert states(page(suffix, *parts), suffix) == expected


@FORMATS
def test_the_same_line(states, suffix):
    comment = {**COMMENT, ".txt": "# {}"}[suffix].format("claimlint-disable-line CL101: agreed with legal")
    text = page(suffix, f"{SOLAR} @", "", SOLAR).replace("@", comment)
    assert states(text, suffix) == [("CL101", "suppressed"), ("CL101", "new")]


def test_a_row_of_a_table(states):
    row = "| Battery life | 14 hours <!-- claimlint-disable-line CL201: agreed --> |"
    assert states(f"| Feature | Value |\n| --- | --- |\n{row}\n") == [("CL201", "suppressed")]


@FORMATS
@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("claimlint-disable-file:\n  CL101: agreed with legal", [("CL101", "suppressed")]),
        ("claimlint-disable-file:\n  CL101, CL201: agreed, until 2026-12-31", [("CL802", "new"), ("CL101", "suppressed")]),
        ('claimlint-disable-file: "CL101: agreed with legal"', [("CL101", "suppressed")]),
        ('claimlint-disable-file: ["CL101: agreed with legal"]', [("CL101", "suppressed")]),
        ("claimlint-disable-file:\n  CL101: agreed, until 2026-01-31", [("CL701", "new"), ("CL101", "new")]),
        ("claimlint-disable-file:\n  CL101:", [("CL801", "new"), ("CL101", "new")]),
        ("claimlint-disable-file: CL101: agreed with legal", [("CL801", "new"), ("CL101", "new")]),
        ("claimlint-disable:\n  CL101: agreed with legal", [("CL801", "new"), ("CL101", "new")]),
        ("claimlint-disable-file:\n  CL101: {why: agreed with legal}", [("CL801", "new"), ("CL101", "new")]),
    ],
    ids=[
        "mapping",
        "several rules and a last day",
        "text",
        "list",
        "after its last day",
        "no reason",
        "a colon without quotes",
        "a block cannot end",
        "too deep",
    ],
)
def test_front_matter(states, suffix, front, expected):
    assert states(f"---\ntitle: Lamps\n{front}\n---\n\n{PARAGRAPH[suffix].format(SOLAR)}\n", suffix) == expected


@pytest.mark.parametrize(
    "front",
    ['claimlint-disable-file = "CL101: agreed"', '[claimlint-disable-file]\nCL101 = "agreed"', 'claimlint-disable-file.CL101 = "agreed"'],
    ids=["text", "table", "dotted key"],
)
def test_front_matter_in_toml(states, front):
    front = f"+++\n{front}\n+++\n"
    assert states(f"{front}\n{SOLAR}\n") == [("CL101", "suppressed")]


def test_a_comment_of_html_is_none_in_mdx(states):
    text = f"<!-- claimlint-disable-next-line CL101: agreed with legal -->\n\n{SOLAR}\n"
    assert states(text, ".mdx") == [("CL801", "new"), ("CL101", "new")]


@pytest.mark.parametrize(
    "text",
    [
        f"`<!-- claimlint-disable-line CL101: as code -->` {SOLAR}",
        f"```\n<!-- claimlint-disable-file CL101: as code -->\n```\n\n{SOLAR}",
        f"Write claimlint-disable-file to silence a rule.\n\n{SOLAR}",
        f"<!-- The claimlint hook may be disabled here. -->\n{SOLAR}",
    ],
    ids=["code span", "code block", "running text", "a comment about something else"],
)
def test_what_only_speaks_of_suppressions_is_none(states, text):
    assert states(text) == [("CL101", "new")]


def test_a_line_is_a_line(states):
    """What a paragraph says further down stays a finding."""
    text = f"<!-- claimlint-disable-next-line CL101: agreed -->\nThe lamp is bright and warm.\n{SOLAR}\n"
    assert states(text) == [("CL802", "new"), ("CL101", "new")]


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        (f"<!-- claimlint-disable-next-line CL101: agreed -->\n<div>\n  <p>\n    {SOLAR}</p>\n</div>\n<p>{SOLAR}</p>\n", ".html"),
        (
            f"WEBVTT\n\nNOTE claimlint-disable-next-line CL101: agreed\n\n{CUE} --> 00:04.000\n{SOLAR}\n\n{CUE} --> 00:08.000\n{SOLAR}",
            ".vtt",
        ),
        (f"<!-- claimlint-disable-next-line CL101: agreed -->\n\n```\ncode\n```\n\n{SOLAR}\n\n{SOLAR}\n", ".md"),
    ],
    ids=["behind tags", "behind the time of a subtitle", "behind code"],
)
def test_the_next_line_is_one_that_has_copy(states, text, suffix):
    assert states(text, suffix) == [("CL101", "suppressed"), ("CL101", "new")]


def test_a_claim_that_begins_on_the_line_is_silenced_as_a_whole(states):
    text = "<!-- claimlint-disable-next-line CL201: agreed -->\nBattery life\nis 14 hours.\n"
    assert states(text) == [("CL201", "suppressed")]


def test_copy_on_a_channel_that_is_not_checked_has_no_findings_on_suppressions(states):
    assert states("<!-- claimlint-disable-line CL101 -->\n", channel="internal") == []


def test_a_rule_of_a_pack_that_is_not_in_force_is_neither_unknown_nor_unused(states):
    assert states("<!-- claimlint-disable-line FTC104: agreed with legal -->\n") == []


def test_it_is_judged_as_of_the_day_of_publication(tmp_path, states):
    text = f"---\npublish: 2027-02-01\n---\n\n<!-- claimlint-disable-next-line CL101: agreed, until 2026-12-31 -->\n{SOLAR}\n"
    assert states(text) == [("CL701", "new"), ("CL101", "new")]


def test_plain_text_goes_on_behind_the_line(states):
    """The line is no copy: the sentence around it stays one sentence."""
    assert states("Battery life is\n# claimlint-disable-next-line CL201: agreed\n14 hours.\n", ".txt") == [("CL201", "suppressed")]
