"""Whatever stands in copy, paths and messages: each format is read by its own parser, and says what it should."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimlint.claim import Claim
from claimlint.document import Block, BlockKind, Document, Slice, Source, SourceMap
from claimlint.finding import CheckedDocument, Correction, Finding, PolicyCell, Report, RuleDescription
from claimlint.reports import RenderOptions, render
from claimlint.reports.excerpt import on_one_line, printable

PIECES = (
    "]]> --> :: ::error:: %0A %25 \r \n \r\n \t \0 \x1b[2J \x85 \u2028 \u202e \u2066 \ufeff \ufffe 😀 é 東京 \" ' , ; : & < > "
    "&amp; </details> <b> <!-- | ` ``` * _ ~~ # #12 @team "
    "a@b.example [x](y) ![x](y) https://a.example www.a.example \\ \\| { }} =1+1 +1 -1 .. / //x C:/x"
).split(" ")
nasty = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5), st.just(" ")), min_size=1, max_size=8).map("".join).filter(bool)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """One finding of which everything that is free text is nasty, one document that was not checked, and notes."""
    path, text = draw(nasty), draw(nasty)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    block = Block(BlockKind.PARAGRAPH, words, SourceMap((Slice(0, len(words), start, end),)), where=draw(st.none() | nasty))
    claim = Claim(path, start, end, words, draw(nasty), "x1", "feature", "assertion", "affirmed", "own", "name", 1.0, block)
    rule, code = draw(nasty), draw(nasty)
    finding = Finding(
        code,
        rule,
        draw(nasty),
        draw(st.sampled_from(["error", "warning", "info"])),
        claim.subject,
        path,
        start,
        end,
        words,
        draw(nasty),
        draw(nasty),
        claim,
        (draw(nasty),),
        PolicyCell(draw(nasty), "assertion", "PVT", "DVT"),
        fingerprint="0" * 64,
        correction=Correction(draw(nasty), start, end),
    )
    document = Document(Source(path, text), (block,), extracted=draw(st.booleans()))
    checked = CheckedDocument(path, draw(nasty), document, None, (claim,), (finding,), (draw(nasty),))
    unread = CheckedDocument(draw(nasty), "public", None, draw(nasty))
    described = RuleDescription(rule, code, finding.category, "error", draw(nasty), draw(nasty), draw(nasty))
    return Report("0.1.0", "2026-11-22", ((draw(nasty), "ab" * 32),), (checked, unread), (draw(nasty),), rules=(described,))


def of(name: str, report: Report) -> str:
    text = render(name, report, RenderOptions())
    text.encode("utf-8")  # what cannot be written is no report
    return text


def message_of(report: Report) -> str:
    return on_one_line(report.findings[0].message)


@pytest.mark.parametrize(
    ("name", "messages"),
    [
        ("sarif", lambda found: [result["message"]["text"] for result in found["runs"][0]["results"]]),
        ("gitlab", lambda found: [entry["description"] for entry in found[2:]]),
        ("rdjson", lambda found: [diagnostic["message"] for diagnostic in found["diagnostics"][2:]]),
    ],
)
@settings(max_examples=30)
@given(report=reports())
def test_json(name: str, messages: Callable[[Any], list[str]], report: Report) -> None:
    (told,) = messages(json.loads(of(name, report)))
    assert told.startswith(message_of(report).replace("](", "] (") if name == "sarif" else message_of(report))


@pytest.mark.parametrize(("name", "parts", "count"), [("junit", ".//testsuite", 2), ("checkstyle", ".//error", 3)])
@settings(max_examples=30)
@given(report=reports())
def test_xml(name: str, parts: str, count: int, report: Report) -> None:
    assert len(ElementTree.fromstring(of(name, report)).findall(parts)) == count


@settings(max_examples=30)
@given(report=reports())
def test_csv(report: Report) -> None:
    header, *rows = csv.reader(io.StringIO(of("csv", report), newline=""), strict=True)
    assert [len(row) for row in rows] == [len(header)] * 3
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


COMMAND = re.compile(r"::(?P<level>error|warning|notice) (?P<properties>(?:[a-zA-Z]+=[^:,\r\n]*,?)+)::(?P<message>[^\r\n]*)\n")


@settings(max_examples=30)
@given(report=reports())
def test_workflow_commands(report: Report) -> None:
    text = of("github", report)
    commands = [*COMMAND.finditer(text)]
    assert "".join(command[0] for command in commands) == text
    files = {unescaped(dict(each.split("=", 1) for each in command["properties"].split(","))["file"]) for command in commands}
    assert len(files) == len({printable(document.path) for document in report.documents}) or len(files) == 1


def unescaped(text: str) -> str:
    """As the runner of a workflow reads a property."""
    for written, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written, character)
    return text


def words_of(token: Token) -> str:
    """The text of a paragraph or cell, as it is read."""
    return "".join(child.content for child in token.children or ())


PLAIN = {"text", "text_special", "strong_open", "strong_close", "softbreak"}
OWN = re.compile(r"<!-- claimlint -->\n|<details>\n<summary>[^<>]*</summary>\n|</details>\n?")


@settings(max_examples=30)
@given(report=reports())
def test_markdown_has_no_markup_but_its_own(report: Report) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(of("markdown", report))
    inline = [child for token in tokens for child in token.children or ()]
    assert {token.type for token in inline} <= PLAIN
    assert [token.content for token in tokens if token.type == "html_block" and not OWN.fullmatch(token.content)] == []
    assert not re.search(r"@\w|://|www\.|#\d", "\n".join(words_of(token) for token in tokens))


@settings(max_examples=30)
@given(report=reports())
def test_markdown_keeps_its_table(report: Report) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(of("markdown", report))
    assert sum(token.type == "td_open" for token in tokens) == 2 * 5
