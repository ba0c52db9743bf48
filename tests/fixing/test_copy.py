"""What becomes of copy, from one document to another."""

from __future__ import annotations

import pytest

from claimlint.fixing import document as reasons
from claimlint.fixing import verification


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("Battery life is up to 14 hours.", "Battery life is up to 10 hours.", id="a number"),
        pytest.param("Battery life is over 14 hours.", "Battery life is up to 10 hours.", id="words that claim more"),
        pytest.param("It has a 14-hour battery.", "It has a 10-hour battery.", id="joined to its unit"),
        pytest.param("It is waterproof to IP68.", "It is waterproof to IP67.", id="a rating"),
        pytest.param("With Bluetooth 5.4 on board.", "With Bluetooth 5.2 on board.", id="a version"),
        pytest.param("Brightness of 1,500 lumens.", "Brightness of 1,200 lumens.", id="grouped figures"),
        pytest.param("Operating temperature: -20 °C to 45 °C.", "Operating temperature: -10 °C to 45 °C.", id="one end of a range"),
        pytest.param("Battery life is up to **14** hours.", "Battery life is up to **10** hours.", id="markup around the number"),
        pytest.param(
            "| Item | Value |\n| --- | --- |\n| Brightness | 1500 lm |",
            "| Item | Value |\n| --- | --- |\n| Brightness | 1200 lm |",
            id="a cell",
        ),
        pytest.param("- Battery life: 14 h\n- Brightness: 1500 lm\n", "- Battery life: 10 h\n- Brightness: 1200 lm\n", id="two items"),
        pytest.param("The lamp has flawless sound.", "The lamp has rich sound.", id="a forbidden wording"),
        pytest.param("Flawless sound for your tent.", "Rich sound for your tent.", id="its capital stays"),
        pytest.param("It has a Zigbee radio.\n", "It has a Zigbee radio.\n\nNOTICE\n", id="a notice"),
        pytest.param("Battery life is 10 hours.", None, id="nothing is wrong"),
        pytest.param("Battery life is designed for 14 hours.", "Battery life is designed for 10 hours.", id="a hedge stays a hedge"),
    ],
)
def test_correction(correct_copy, notice, before, after):
    assert correct_copy(before).replace(notice, "NOTICE") == (before if after is None else after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Battery life is up to 14&nbsp;hours.</p>", "<p>Battery life is up to 10&nbsp;hours.</p>"),
        ("<p>Battery life is up to <b>14</b> hours.</p>", "<p>Battery life is up to <b>10</b> hours.</p>"),
        ('<img src="a.png" alt="Battery life is 14 hours">', '<img src="a.png" alt="Battery life is 10 hours">'),
        ("<body>\n  <p>It has a Zigbee radio.</p>\n</body>\n", "<body>\n  <p>It has a Zigbee radio.</p>\n  <p>NOTICE</p>\n</body>\n"),
    ],
)
def test_correction_in_html(correct_copy, notice, before, after):
    assert correct_copy(before, ".html").replace(notice, "NOTICE") == after


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("The battery has an 18-hour life.", reasons.GRAMMAR, id="the article would be wrong"),
        pytest.param("Battery life is **over** 14 hours.", reasons.MARKUP, id="markup among the words"),
        pytest.param('Anna writes: "The battery lasts 14 hours."', reasons.QUOTED, id="a quotation"),
        pytest.param("The sound of the lamp sounds flawless.", reasons.GRAMMAR, id="a noun for a verb"),
        pytest.param("Enjoy an endless reading light.", reasons.GRAMMAR, id="an article before a number"),
        pytest.param("It has a Zigbee radio.\n\n```\ncode", verification.UNREADABLE, id="a notice in an open code block"),
    ],
)
def test_left_to_a_person(correct_bytes, text, reason):
    fixed = correct_bytes(text.encode("utf-8")).fixed
    assert (fixed.after, [each.reason for each in fixed.refused]) == (text, [reason])
