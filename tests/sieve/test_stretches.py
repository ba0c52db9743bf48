"""Cutting a block into stretches: only where a sentence ends beyond doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.sieve.stretches import stretches_of


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("It floats. It never sinks.", ["It floats.", "It never sinks."]),
        ("Really? Yes! Try it…", ["Really?", "Yes!", "Try it…"]),
        ("“It floats.” She nods.", ["“It floats.”", "She nods."]),
        ("one line\nanother line", ["one line", "another line"]),
        ("See Fig. 3 for approx. Values.", ["See Fig. 3 for approx. Values."]),
        ("Ask Dr. Ferrars about it.", ["Ask Dr. Ferrars about it."]),
        ("J. R. Vane built it.", ["J. R. Vane built it."]),
        ("It has 3.\nIt floats.", ["It has 3.", "It floats."]),
        ("It floats?! (It does.) “Well.”", ["It floats?!", "(It does.)", "“Well.”"]),
        ("version 1.4. and later", ["version 1.4. and later"]),
        ("It is ready. or so they say", ["It is ready. or so they say"]),
        ("  ", []),
        ("", []),
    ],
)
def test_a_text_is_cut_where_sentences_end(text: str, stretches: list[str]) -> None:
    assert [text[start:stop] for start, stop in stretches_of(text)] == stretches


@given(st.text(alphabet="ab AB.!?…\n”’) 1,", max_size=80))
def test_stretches_stand_in_order_and_leave_out_nothing_but_white_space(text: str) -> None:
    cuts = stretches_of(text)
    edges = [edge for cut in cuts for edge in cut]
    assert edges == sorted(edges)
    assert "".join("".join(text[start:stop].split()) for start, stop in cuts) == "".join(text.split())
