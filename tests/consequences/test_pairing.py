"""Which claim is which under the other manifest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.claim import Claim
from claimlint.consequences.pairing import pairs
from claimlint.document import Block, BlockKind, Slice, SourceMap

TEXT = "It has a night light and a filter and is the quietest of all kettles that there are."


def claim(start: int, end: int, subject: str | None, kind: str = "feature") -> Claim:
    block = Block(BlockKind.PARAGRAPH, TEXT, SourceMap((Slice(0, len(TEXT), 0, len(TEXT)),)))
    text = TEXT[start:end]
    return Claim("page.md", start, end, text, subject, "x1", kind, "assertion", "affirmed", "own", "name", 1.0, block)  # type: ignore[arg-type]


WHOLE, PART, REST = claim(0, 34, "light"), claim(0, 20, "light"), claim(25, 34, "filter")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param([PART], [PART], [(PART, PART)], id="the same"),
        pytest.param([WHOLE], [REST, PART], [(WHOLE, PART), (None, REST)], id="the same subject before the same place"),
        pytest.param([PART], [REST], [(PART, None), (None, REST)], id="words that do not meet"),
        pytest.param([claim(0, 34, None)], [PART], [(claim(0, 34, None), PART)], id="unknown, then linked"),
        pytest.param([PART], [claim(0, 20, "lamp")], [(PART, claim(0, 20, "lamp"))], id="linked to something else"),
        pytest.param([PART], [claim(0, 20, "glow")], [(PART, claim(0, 20, "glow"))], id="linked to the same under another id"),
        pytest.param([PART], [claim(0, 30, "light", "value")], [(PART, claim(0, 30, "light", "value"))], id="of another kind"),
        pytest.param(
            [WHOLE], [claim(0, 34, None, "superlative")], [(WHOLE, None), (None, claim(0, 34, None, "superlative"))], id="a superlative"
        ),
        pytest.param(
            [claim(0, 20, "x1", "availability")], [PART], [(None, PART), (claim(0, 20, "x1", "availability"), None)], id="an offer"
        ),
        pytest.param(
            [claim(0, 20, "x1", "availability")],
            [claim(0, 20, None)],
            [(claim(0, 20, "x1", "availability"), claim(0, 20, None))],
            id="an offer of what nobody knows any more",
        ),
        pytest.param([PART, claim(0, 20, "lamp")], [PART], [(claim(0, 20, "lamp"), None), (PART, PART)], id="of two one is gone"),
    ],
)
def test_claims_are_paired_with_what_is_closest(before: list[Claim], after: list[Claim], expected: list[tuple]) -> None:
    assert sorted(pairs(before, after, {}), key=str) == sorted(expected, key=str)


def test_renamed_subject_is_the_same_subject() -> None:
    renamed = claim(0, 20, "glow")
    assert pairs([PART], [claim(0, 20, "lamp"), renamed], {"light": "glow"}) == [(PART, renamed), (None, claim(0, 20, "lamp"))]


CLAIMS = st.lists(
    st.builds(
        lambda start, length, subject, kind: claim(start, start + length, subject, kind),
        st.integers(0, 60),
        st.integers(1, 20),
        st.sampled_from([None, "light", "filter"]),
        st.sampled_from(["feature", "value", "superlative", "availability"]),
    ),
    max_size=6,
    unique=True,
)


@given(CLAIMS, CLAIMS)
def test_every_claim_is_in_one_pair(before: list[Claim], after: list[Claim]) -> None:
    found = pairs(before, after, {})
    assert sorted(map(repr, before)) == sorted(repr(old) for old, _ in found if old)
    assert sorted(map(repr, after)) == sorted(repr(new) for _, new in found if new)


@given(CLAIMS)
def test_claims_are_paired_with_themselves(claims: list[Claim]) -> None:
    assert all(old == new for old, new in pairs(claims, claims, {}))
