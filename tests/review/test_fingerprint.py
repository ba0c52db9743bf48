"""A fingerprint stays while the words stay, and goes with them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.claim import Claim
from claimlint.document import Block, BlockKind, Slice, SourceMap
from claimlint.finding import Finding
from claimlint.review.fingerprint import folded, with_fingerprints


def finding(text: str, *, rule: str = "overstated-value", subject: str | None = "battery-life") -> Finding:
    block = Block(BlockKind.PARAGRAPH, text, SourceMap((Slice(0, len(text), 0, len(text)),) if text else ()))
    claim = Claim("a.md", 0, len(text), text, subject, "x1", "value", "assertion", "affirmed", "own", "name", 1.0, block)
    return Finding("CL201", rule, "overstated", "error", subject, "a.md", 0, len(text), text, "Too long.", "", claim)


def fingerprint(text: str, path: str = "docs/a.md", **of: str) -> str:
    return with_fingerprints([finding(text, **of)], path)[0].fingerprint


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Lasts  up to\n14 days", "lasts up to 14 days"),
        ("lasts **14 days**", "lasts 14 days"),
        ("lasts *14* __days__", "lasts 14 days"),
        ("lasts 14 ***days***.", "lasts 14 days."),
        ("un*frigging*believable", "unfriggingbelievable"),
        ("lasts `14` ~~12~~ days", "lasts 14 12 days"),
        ("lasts [14 days](https://example.com)", "lasts 14 days"),
        ("lasts [14 days][battery]", "lasts 14 days"),
        ("![14 days of runtime](a.png)", "14 days of runtime"),
        ("> lasts\n> 14 days", "lasts 14 days"),
        ("- lasts 14 days", "lasts 14 days"),
        ("## 14 days", "14 days"),
        ("lasts <b class='x'>14</b> days", "lasts 14 days"),
        ("lasts 14<br/>days", "lasts 14 days"),
        ("lasts&nbsp;14 days &amp; nights", "lasts 14 days & nights"),
        ("lasts <!-- not yet --> 14 days", "lasts 14 days"),
        (r"14\* days", "14* days"),
        ("2*3 cells", "2*3 cells"),
        ("model_x_1", "model_x_1"),
        ("under < 5 h > of charge", "under < 5 h > of charge"),
        ("-5 C", "-5 c"),
        ("", ""),
    ],
)
def test_only_the_words_count(written: str, words: str) -> None:
    assert folded(written) == words


WORDS = st.lists(st.text(alphabet="abcdefghij0123456789", min_size=1, max_size=6), min_size=1, max_size=8)
SPACES = st.sampled_from([" ", "  ", "\n", "\t", "\r\n", "\u00a0"])
MARKERS = st.sampled_from(["", "*", "**", "_", "__", "`", "***"])


@given(words=WORDS, data=st.data())
def test_white_space_case_and_emphasis_change_nothing(words: list[str], data: st.DataObject) -> None:
    pieces = []
    for word in words:
        marker = data.draw(MARKERS)
        written = word.upper() if data.draw(st.booleans()) else word
        pieces.append(marker + written + marker + data.draw(SPACES))
    assert fingerprint("".join(pieces)) == fingerprint(" ".join(words))


@given(words=WORDS, data=st.data())
def test_another_word_or_number_changes_it(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(st.text(alphabet="abcdefghij0123456789", min_size=1, max_size=6).filter(lambda word: word != words[at]))
    assert fingerprint(" ".join([*words[:at], other, *words[at + 1 :]])) != fingerprint(" ".join(words))


@pytest.mark.parametrize("of", [{"path": "docs/b.md"}, {"rule": "stale"}, {"subject": "charging"}])
def test_path_rule_and_subject_are_part_of_it(of: dict[str, str]) -> None:
    assert fingerprint("lasts 14 days", **of) != fingerprint("lasts 14 days")


def test_repetitions_are_counted() -> None:
    repeated = with_fingerprints([finding("Lasts 14 days"), finding("charges"), finding("lasts **14** days")], "a.md")
    assert len({one.fingerprint for one in repeated}) == 3
    assert repeated[0].fingerprint == fingerprint("lasts 14 days", "a.md")


def test_where_it_stands_and_what_is_said_of_it_do_not_matter() -> None:
    one = finding("lasts 14 days")
    moved = replace(one, start=100, end=113, message="Other words.", severity="warning", claim=replace(one.claim, start=100, end=113))
    assert with_fingerprints([moved], "a.md")[0].fingerprint == with_fingerprints([one], "a.md")[0].fingerprint


def test_it_is_the_same_in_every_release() -> None:
    assert fingerprint("lasts 14 days") == "7760acb0ea9d55b846cca087d6022e0285d098ede61c2326c665573fc7660228"
