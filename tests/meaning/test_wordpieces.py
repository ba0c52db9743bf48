"""Text in word pieces: what the original tokenizer of the model gives for the same text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.meaning.model import model


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The lamp lasts 14 days.", ["the", "lamp", "lasts", "14", "days", "."]),
        ("Crème brûlée: 5V/2A!", ["cr", "##eme", "br", "##ule", "##e", ":", "5", "##v", "/", "2a", "!"]),
        ("IP67-rated, dust-tight", ["ip", "##6", "##7", "-", "rated", ",", "dust", "-", "tight"]),
        ("naïve façade – 25 °C", ["naive", "facade", "–", "25", "°c"]),
        ("Wi‑Fi 6E", ["wi", "‑", "fi", "6", "##e"]),
        ("hyperspectralometrically", ["hyper", "##sp", "##ect", "##ral", "##ometric", "##ally"]),
        ("电池 life", ["[UNK]", "[UNK]", "life"]),
        ("x" * 120, ["[UNK]"]),
        ("a\u00adb\tc", ["ab", "c"]),
        ("$9.99+tax", ["$", "9", ".", "99", "+", "tax"]),
        ("", []),
    ],
)
def test_a_text_is_read_in_pieces(text: str, pieces: list[str]) -> None:
    wordpieces = model().pieces
    names = list(wordpieces.numbers)
    assert [names[number] for number in wordpieces.read(text, 50)] == pieces


@given(text=st.text(max_size=200), most=st.integers(0, 40))
def test_any_text_is_read_and_no_more_pieces_than_asked(text: str, most: int) -> None:
    wordpieces = model().pieces
    assert wordpieces.read(text, most) == wordpieces.read(text, 1000)[:most]
