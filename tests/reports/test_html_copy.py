"""Copy as the page shows it: passages with their places, promises marked, findings beside the words they speak of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint import readers
from claimlint.claim import Claim, promises_nothing
from claimlint.document import Block, Document, Source
from claimlint.finding import CheckedDocument, Finding, Report
from claimlint.reports import RenderOptions
from claimlint.reports.html import page_of
from claimlint.reports.html.page import Passage, Sheet, Stretch

COPY = "# Aurora\n\nIt lasts up to 14 days on one charge. It floats.\n"
CLAIM, FLOATS, VALUE = "lasts up to 14 days on one charge", "It floats", "up to 14 days"


def place_in(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def claim_in(document: Document, words: str, **of: object) -> Claim:
    start, end = place_in(document.source.text, words)
    block = next(each for each in document.blocks if words in each.text)
    return Claim("a.md", start, end, words, "battery-life", None, "feature", "assertion", "affirmed", "own", "name", 1.0, block)


def finding_in(document: Document, claim: Claim, words: str, **of: object) -> Finding:
    start, end = place_in(document.source.text, words)
    fields = {"severity": "error", "state": "new", **of}
    return Finding("CL101", "r", "unvalidated", subject="x", path="a.md", start=start, end=end, text=words, message="", suggestion="",
                   claim=claim, **fields)  # type: ignore[arg-type]  # fmt: skip


def sheet_of(checked: CheckedDocument, options: RenderOptions | None = None) -> Sheet:
    (sheet,) = page_of(Report("0", "2026-11-22", (), (checked,)), options or RenderOptions()).sheets
    return sheet


def sheet_with(claims: list[str], findings: list[tuple[str, str, str]], options: RenderOptions | None = None) -> Sheet:
    """A page of COPY with claims, and with findings: their claim, their words and their severity or state."""
    document = readers.read_text(Source("a.md", COPY))
    made = {words: claim_in(document, words) for words in claims}
    found = tuple(
        finding_in(document, made[claim], words, **({"state": what} if what in ("baseline", "suppressed") else {"severity": what}))
        for claim, words, what in findings
    )
    return sheet_of(CheckedDocument("a.md", "public", document, None, tuple(made.values()), found), options)


def marks(sheet: Sheet) -> list[tuple[str, str, tuple[int, ...]]]:
    return [(words_of(each), each.verdict, each.findings) for each in stretches(sheet.passages) if each.verdict is not None]


def stretches(passages: tuple[Passage, ...]) -> Iterator[Stretch]:
    return (each for passage in passages for cell in passage.cells for each in cell.stretches)


def words_of(stretch: Stretch) -> str:
    return "".join(piece.text for piece in stretch.pieces)


@pytest.mark.parametrize(
    ("claims", "findings", "expected"),
    [
        pytest.param([], [], [], id="nothing is promised"),
        pytest.param([CLAIM], [], [(CLAIM, "ok", ())], id="a promise that holds"),
        pytest.param([CLAIM], [(CLAIM, CLAIM, "error")], [(CLAIM, "error", (1,))], id="an error"),
        pytest.param([CLAIM], [(CLAIM, VALUE, "warning")], [(CLAIM, "warning", (1,))], id="a finding of a part marks all of the promise"),
        pytest.param(
            [CLAIM], [(CLAIM, CLAIM, "info"), (CLAIM, VALUE, "error")], [(CLAIM, "error", (1, 2))], id="the gravest of two counts"
        ),
        pytest.param(
            [CLAIM, FLOATS], [(FLOATS, FLOATS, "error")], [(CLAIM, "ok", ()), (FLOATS, "error", (1,))], id="each promise has its mark"
        ),
        pytest.param([CLAIM, VALUE], [(VALUE, VALUE, "error")], [(CLAIM, "error", (1,))], id="promises in one another are one mark"),
        pytest.param([CLAIM], [(CLAIM, CLAIM, "suppressed")], [(CLAIM, "suppressed", ())], id="what is suppressed does not pass as fine"),
        pytest.param([CLAIM], [(CLAIM, CLAIM, "baseline")], [(CLAIM, "baseline", ())], id="neither does what is in the baseline"),
    ],
)
def test_each_promise_is_marked_by_its_verdict(claims, findings, expected):
    assert marks(sheet_with(claims, findings)) == expected


def test_what_is_excused_leads_to_its_finding_where_all_are_shown():
    sheet = sheet_with([CLAIM], [(CLAIM, CLAIM, "suppressed")], RenderOptions(show_all=True))
    assert marks(sheet) == [(CLAIM, "suppressed", (1,))]


def test_a_finding_that_is_too_slight_to_be_listed_is_marked_all_the_same():
    sheet = sheet_with([CLAIM], [(CLAIM, CLAIM, "info")], RenderOptions(min_severity="error"))
    assert (marks(sheet), [passage.cards for passage in sheet.passages]) == ([(CLAIM, "info", ())], [(), ()])


def test_the_words_that_a_finding_speaks_of_are_told_from_the_promise_around_them():
    (mark,) = (each for each in stretches(sheet_with([CLAIM], [(CLAIM, VALUE, "error")]).passages) if each.verdict)
    assert [(piece.text, piece.reported) for piece in mark.pieces] == [("lasts ", False), (VALUE, True), (" on one charge", False)]


def test_a_finding_stands_beside_the_passage_that_it_speaks_of():
    sheet = sheet_with([CLAIM, FLOATS], [(FLOATS, FLOATS, "error")])
    assert [(passage.place, [card.number for card in passage.cards]) for passage in sheet.passages] == [("line 1", []), ("line 3", [1])]


def test_a_finding_of_what_is_no_copy_stands_apart():
    document = readers.read_text(Source("a.md", "<!-- claimlint-disable -->\n\nIt floats.\n"))
    comment = (0, 26)
    claim = promises_nothing("a.md", *comment, "", document.blocks[0])
    finding = Finding("CL903", "r", "suppression", "error", None, "a.md", *comment, "", "", "", claim)
    sheet = sheet_of(CheckedDocument("a.md", "public", document, None, (), (finding,)))
    assert [card.number for card in sheet.apart] == [1]


def test_promises_on_a_channel_that_nobody_checks_are_not_said_to_hold():
    document = readers.read_text(Source("a.md", COPY))
    checked = CheckedDocument("a.md", "internal", document, None, (claim_in(document, CLAIM),), judged=False)
    assert marks(sheet_of(checked)) == [(CLAIM, "unjudged", ())]


def test_promises_in_a_document_that_was_not_checked_are_not_said_to_hold():
    document = readers.read_text(Source("a.md", COPY))
    checked = CheckedDocument("a.md", "public", document, "it is not in English", (claim_in(document, CLAIM),))
    assert marks(sheet_of(checked)) == [(CLAIM, "unjudged", ())]


def test_the_rows_of_a_table_stand_together():
    table = "| Feature | Value |\n| --- | --- |\n| Weight | 780 g |\n| Light | 400 lm |\n"
    document = readers.read_text(Source("a.md", table))
    sheet = sheet_of(CheckedDocument("a.md", "public", document, None))
    rows = [[words_of(each) for cell in passage.cells for each in cell.stretches] for passage in sheet.passages]
    assert rows == [["Feature", "Value"], ["Weight", "780 g"], ["Light", "400 lm"]]


@pytest.mark.parametrize(
    ("name", "text", "label"),
    [
        ("a.html", "<img src=x.png alt='A lamp'>", "alternative text"),
        ("a.html", "<title>A lamp</title>", "title"),
        ("a.md", "---\nslogan: A lamp for you\n---\n", "slogan"),
    ],
)
def test_what_is_not_seen_to_be_what_it_is_has_a_label(name, text, label):
    document = readers.read_text(Source(name, text))
    sheet = sheet_of(CheckedDocument(name, "public", document, None))
    assert [cell.label for passage in sheet.passages for cell in passage.cells] == [label]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from(["error", "warning", "info"])), max_size=6))
def test_no_character_is_lost_or_shown_twice(ranges):
    text = "Aurora lasts and lasts, it floats, it shines, and it never stops."
    document = readers.read_text(Source("a.md", text))
    block: Block = document.blocks[0]
    claims = [
        Claim("a.md", start, min(start + length, len(text)), "", "x", None, "feature", "assertion", "affirmed", "own", "name", 1.0, block)
        for start, length, _ in ranges
    ]
    findings = tuple(
        Finding("CL101", "r", "unvalidated", severity, "x", "a.md", claim.start, claim.end, "", "", "", claim)
        for claim, (_, _, severity) in zip(claims, ranges, strict=True)
    )
    sheet = sheet_of(CheckedDocument("a.md", "public", document, None, tuple(claims), findings))
    assert "".join(words_of(each) for each in stretches(sheet.passages)) == text
    assert sorted(number for each in stretches(sheet.passages) for number in each.findings) == list(range(1, len(findings) + 1))
