"""What a finding names is a slice of the source, in whatever way the source is written."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.check.lamp_copy import run

BROKEN_PROMISES = [
    pytest.param("Solar charging is built in.", ".md", "Solar charging is built in", id="plain"),
    pytest.param("Its **solar** *charging* is built in.", ".md", "Its **solar** *charging* is built in", id="emphasis"),
    pytest.param("Solar&nbsp;charging &amp; more.", ".md", "Solar&nbsp;charging &amp; more", id="entities"),
    pytest.param("# Lamp\r\n\r\nSolar\r\ncharging is built in.\r\n", ".md", "Solar\r\ncharging is built in", id="CRLF"),
    pytest.param("# Lamp\r\rSolar charging is built in.\r", ".md", "Solar charging is built in", id="CR"),
    pytest.param("-\tSolar\tcharging is built in.", ".md", "Solar\tcharging is built in", id="tabs"),
    pytest.param(
        "[Solar charging](https://example.com) is built in.", ".md", "Solar charging](https://example.com) is built in", id="link"
    ),
    pytest.param("Wow 😀.\n\nSolar charging is built in.", ".md", "Solar charging is built in", id="beyond the basic plane"),
    pytest.param("> Solar\n> charging is built in.", ".md", "Solar\n> charging is built in", id="quotation over two lines"),
    pytest.param("<p>Solar <b>charging</b> is built in.</p>", ".html", "Solar <b>charging</b> is built in", id="HTML"),
    pytest.param("Solar charging is built in.", ".txt", "Solar charging is built in", id="text"),
]


@pytest.mark.parametrize(("text", "suffix", "words"), BROKEN_PROMISES)
def test_finding_is_the_slice_of_the_source_that_it_names(checked, text, suffix, words):
    ((start, end, told),) = ((found.start, found.end, found.text) for found in checked(text, suffix).findings)
    assert (told, text[start:end]) == (words, words)


def test_byte_order_mark_is_no_character(folder):
    (folder / "copy.md").write_bytes(b"\xef\xbb\xbfSolar charging is built in.")
    assert [(found.start, found.text) for found in run(folder, "copy.md").findings] == [(0, "Solar charging is built in")]


PIECES = [
    "Solar charging",
    "is",
    "**built in**",
    "up to 12&nbsp;h",
    "battery life",
    "&amp;",
    "*USB-C* port",
    ".",
    "\n",
    "\r\n",
    "\n\n- ",
    "\t",
    "`x`",
    "😀",
    "| ",
    "# ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_told_is_a_slice_of_the_source(checked, text):
    document = checked(text)
    told = [*document.claims, *document.findings, *(value for claim in document.claims for value in claim.values)]
    assert all(0 <= one.start < one.end <= len(text) for one in told)
    assert [one.text for one in (*document.claims, *document.findings)] == [
        text[one.start : one.end] for one in (*document.claims, *document.findings)
    ]
