"""Whether words fit into a sentence."""

from __future__ import annotations

import pytest

from claimlint.fixing.grammar import article_fits, takes_its_place


@pytest.mark.parametrize(
    ("before", "words", "fits"),
    [
        ("a ", "10-hour", True),
        ("an ", "10-hour", False),
        ("an ", "8-hour", True),
        ("a ", "8-hour", False),
        ("an ", "11-hour", True),
        ("a ", "110-hour", True),
        ("an ", "80 W", True),
        ("an ", "IP67", True),
        ("a ", "IP67", False),
        ("a ", "USB", True),
        ("An ", "hour", True),
        ("an ", "up to 10 hours", False),
        ("the ", "8-hour", True),
        ("", "8-hour", True),
        ("via ", "8-hour", True),
    ],
)
def test_article(before, words, fits):
    assert article_fits(f"{before}{words}", len(before), words) is fits


@pytest.mark.parametrize(
    ("text", "old", "new", "fits"),
    [
        ("The lamp has flawless sound.", "flawless sound", "rich sound", True),
        ("Flawless sound for your tent.", "Flawless sound", "Rich sound", True),
        ("The lamp sounds flawless.", "sounds flawless", "rich sound", False),
        ("An all-day battery is inside.", "all-day battery", "10 hours of playback", False),
        ("Enjoy all-day battery.", "all-day battery", "10 hours of playback", True),
        ("Enjoy an endless reading light.", "endless reading", "9 evenings of reading", False),
        ("Endless light is built in.", "Endless light", "Ten bright hours", False),
        ("Its port charges any device.", "charges any device", "two USB-C ports", False),
    ],
)
def test_words_in_a_sentence(pipeline, text, old, new, fits):
    start = text.index(old)
    assert takes_its_place(text, start, start + len(old), new, pipeline) is fits
