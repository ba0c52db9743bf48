"""Each entry of a baseline excuses one finding of the same promise, in its own file or, where that is gone, in another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.baseline_entry import BaselineEntry
from claimlint.claim import Claim
from claimlint.document import Block, BlockKind, Document, Slice, Source, SourceMap
from claimlint.finding import CheckedDocument, Finding, State
from claimlint.review.baseline import LONGEST, Matching, entry_for, match, promise_of


def finding(text: str, path: str = "a.md", rule: str = "overstated-value", subject: str | None = "runtime") -> Finding:
    block = Block(BlockKind.PARAGRAPH, text, SourceMap((Slice(0, len(text), 0, len(text)),)))
    claim = Claim(path, 0, len(text), text, subject, "x1", "value", "assertion", "affirmed", "own", "name", 1.0, block)
    return Finding("CL201", rule, "overstated", "error", subject, path, 0, len(text), text, "Too long.", "", claim)


def document(path: str, *findings: Finding, reason: str | None = None) -> CheckedDocument:
    return CheckedDocument(path, "public", Document(Source(path, ""), ()), reason, findings=findings)


def entries(path: str, *texts: str) -> tuple[BaselineEntry, ...]:
    return tuple(entry_for(finding(text), path) for text in texts)


def held(baseline: Sequence[BaselineEntry], *documents: CheckedDocument, gone: Sequence[str] = ()) -> Matching:
    return match(baseline, documents, {each.path: each.path for each in documents}, lambda path: path in gone)


def counts(matching: Matching) -> tuple[int, int, int, int]:
    return len(matching.excused), len(matching.new), len(matching.kept), len(matching.unmatched)


@pytest.mark.parametrize(
    ("in_baseline", "found", "excused", "new", "unmatched"),
    [
        ([], [], 0, 0, 0),
        ([], ["12 h"], 0, 1, 0),
        (["12 h"], ["12 h"], 1, 0, 0),
        (["12 h"], [], 0, 0, 1),
        (["12 h"], ["14 h"], 0, 1, 1),
        (["12 h"], ["12 h", "12 h"], 1, 1, 0),
        (["12 h", "12 h"], ["12 h"], 1, 0, 1),
        (["12 h", "14 h"], ["14 h", "12 h"], 2, 0, 0),
    ],
)
def test_one_entry_excuses_one_finding(in_baseline: list[str], found: list[str], excused: int, new: int, unmatched: int) -> None:
    matching = held(entries("a.md", *in_baseline), document("a.md", *map(finding, found)))
    assert counts(matching) == (excused, new, 0, unmatched)
    assert [each.state for each in matching.documents[0].findings].count("baseline") == excused


@pytest.mark.parametrize(
    ("gone", "counted", "moved"),
    [
        pytest.param([], (0, 1, 1, 0), 0, id="the old file is there"),
        pytest.param(["old.md"], (1, 0, 0, 0), 1, id="the old file is gone"),
    ],
)
def test_only_an_entry_whose_file_is_gone_follows_its_claim(gone: list[str], counted: tuple[int, ...], moved: int) -> None:
    matching = held(entries("old.md", "12 h"), document("new.md", finding("12 h", "new.md")), gone=gone)
    assert (counts(matching), matching.moved) == (counted, moved)
    assert all(entry.path == "new.md" for entry in matching.excused)


def test_the_entry_of_the_same_file_comes_first() -> None:
    baseline = entries("gone.md", "12 h") + entries("a.md", "12 h")
    matching = held(baseline, document("a.md", finding("12 h")), gone=["gone.md"])
    assert [entry.path for entry in matching.unmatched] == ["gone.md"]


@pytest.mark.parametrize(
    ("documents", "gone", "counted"),
    [
        pytest.param([document("other.md")], [], (0, 0, 1, 0), id="not looked at"),
        pytest.param([document("other.md")], ["a.md"], (0, 0, 0, 1), id="not there any more"),
        pytest.param([document("a.md", reason="is not in English")], [], (0, 0, 1, 0), id="not checked"),
        pytest.param([document("a.md")], [], (0, 0, 0, 1), id="checked"),
    ],
)
def test_what_becomes_of_an_entry_without_a_finding(
    documents: list[CheckedDocument], gone: list[str], counted: tuple[int, int, int, int]
) -> None:
    assert counts(held(entries("a.md", "12 h"), *documents, gone=gone)) == counted


@pytest.mark.parametrize(("state", "counted"), [("new", (1, 0, 0, 0)), ("suppressed", (0, 0, 0, 1))])
def test_what_is_suppressed_needs_no_entry(state: State, counted: tuple[int, int, int, int]) -> None:
    assert counts(held(entries("a.md", "12 h"), document("a.md", replace(finding("12 h"), state=state)))) == counted


@pytest.mark.parametrize("other", [finding("12 h", rule="unqualified"), finding("12 h", subject="charging"), finding("12 min")])
def test_rule_subject_and_words_are_the_promise(other: Finding) -> None:
    assert promise_of(other) != promise_of(finding("12 h"))


def test_severity_and_place_are_not_part_of_the_promise() -> None:
    one = finding("12 h")
    assert promise_of(replace(one, severity="warning", path="b.md", start=7, message="Other words.")) == promise_of(one)


def test_the_promise_is_the_same_in_every_release() -> None:
    assert promise_of(finding("12 h")) == "ecc4cb051740480c501cad45f3df81394243053f5076e3647c996d360a5ba916"


def test_an_entry_shows_the_words_folded_and_cut() -> None:
    assert entry_for(finding("Lasts **14**\ndays"), "a.md").words == "lasts 14 days"
    assert len(entry_for(finding("word " * 99), "a.md").words) == LONGEST


WORDS = st.lists(st.text(alphabet="abcdefghij0123456789", min_size=1, max_size=6), min_size=1, max_size=8)
SPACES = st.sampled_from([" ", "  ", "\n", "\t", "\r\n", "\u00a0"])
SUBJECTS = st.sampled_from([None, "runtime"])


@given(words=WORDS, subject=SUBJECTS, data=st.data())
def test_any_reflow_keeps_the_promise(words: list[str], subject: str | None, data: st.DataObject) -> None:
    reflowed = "".join(word + data.draw(SPACES) for word in words).strip()
    assert promise_of(finding(reflowed, subject=subject)) == promise_of(finding(" ".join(words), subject=subject))


@given(words=WORDS, subject=SUBJECTS, data=st.data())
def test_any_other_word_or_digit_ends_it(words: list[str], subject: str | None, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    letter = data.draw(st.integers(0, len(words[at]) - 1))
    other = data.draw(st.sampled_from("abcdefghij0123456789").filter(lambda sign: sign != words[at][letter]))
    changed = [*words[:at], words[at][:letter] + other + words[at][letter + 1 :], *words[at + 1 :]]
    assert promise_of(finding(" ".join(changed), subject=subject)) != promise_of(finding(" ".join(words), subject=subject))


TEXTS = st.lists(st.sampled_from(["12 h", "14 h", "16 h"]), max_size=6)


@given(in_baseline=TEXTS, found=TEXTS)
def test_nothing_is_excused_twice_or_lost(in_baseline: list[str], found: list[str]) -> None:
    excused, new, kept, unmatched = counts(held(entries("a.md", *in_baseline), document("a.md", *map(finding, found))))
    assert (excused + new, excused + kept + unmatched) == (len(found), len(in_baseline))
    assert excused == sum(min(in_baseline.count(text), found.count(text)) for text in set(found))
