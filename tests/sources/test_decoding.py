"""Bytes become the text that their writer meant, or one clear refusal."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.sources.decoding import Undecodable, decode

TEXT = "Up to 10 h – 45 °C\r\nnext\rlast\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", "", id="empty"),
        pytest.param(TEXT.encode("utf-8"), TEXT, id="utf-8"),
        pytest.param(TEXT.encode("utf-8-sig"), TEXT, id="utf-8 with mark"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT, id="utf-16 little endian"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT, id="utf-16 big endian"),
        pytest.param("a\ufeffb".encode(), "a\ufeffb", id="a mark inside stays"),
    ],
)
def test_text_is_decoded_without_a_note(data: bytes, expected: str) -> None:
    assert decode(data) == (expected, ())


def test_windows_text_is_read_with_a_note_that_names_the_line() -> None:
    text, notes = decode("First line\nUp to 45 °C “outdoors”".encode("cp1252"))
    assert text == "First line\nUp to 45 °C “outdoors”"
    assert len(notes) == 1
    assert "line 2" in notes[0]
    assert "Windows-1252" in notes[0]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary", id="zero bytes"),
        pytest.param("text".encode("utf-16-le"), "byte order mark", id="utf-16 without mark"),
        pytest.param(codecs.BOM_UTF32_LE + "text".encode("utf-32-le"), "UTF-32", id="utf-32"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8a", "damaged", id="half a surrogate pair"),
        pytest.param(b"caf\x81 \x8d", "neither UTF-8 nor Windows-1252", id="unassigned in Windows-1252"),
        pytest.param(b"\x01\x02\x03\x04ab", "control characters", id="control characters"),
    ],
)
def test_other_data_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Undecodable, match=reason):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_what_was_encoded_is_decoded(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    # Two marks in a row are a mark and a character; UTF-16 text that starts with U+0000 would look like UTF-32.
    assert decode(data)[0] == (text.removeprefix("\ufeff") if encoding == "utf-8" else text)


@given(st.binary(max_size=200).filter(lambda data: data[:2] not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)))
def test_any_bytes_are_decoded_without_zeros_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except Undecodable:
        return
    assert "\0" not in text
