"""The way back from text to bytes."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimlint.sources.decoding import Undecodable, decode
from claimlint.sources.encoding import Unencodable, encode_like

texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), min_size=1)


@given(text=texts, mark=st.sampled_from([b"", codecs.BOM_UTF8]))
def test_utf8_comes_back_as_it_was(text, mark):
    data = mark + text.encode("utf-8")
    assert encode_like(decode(data)[0], data) == data


@given(text=texts, order=st.sampled_from(["le", "be"]))
def test_utf16_comes_back_as_it_was(text, order):
    data = (codecs.BOM_UTF16_LE if order == "le" else codecs.BOM_UTF16_BE) + text.encode(f"utf-16-{order}")
    assert encode_like(decode(data)[0], data) == data


@given(data=st.binary())
def test_whatever_can_be_read_comes_back_as_it_was(data):
    try:
        text, _ = decode(data)
    except Undecodable:
        assume(False)
    assert encode_like(text, data) == data


def test_windows_1252_lacks_some_characters():
    with pytest.raises(Unencodable, match="cp1252, has no “≥”"):
        encode_like("≥ 10 h", "10 °C".encode("cp1252"))
