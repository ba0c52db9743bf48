"""Quantities in words: numbers, fractions, articles that count, signs, stretches of time."""

from __future__ import annotations

import pytest

from claimlint.language.quantities import find_quantities


def only(text):
    """The one quantity of a text, as amount and unit."""
    (found,) = find_quantities(text)
    return found.amount, found.unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It burns for twenty-five hours.", (25, "hours")),
        ("It burns for two hundred and fifty hours.", (250, "hours")),
        ("It burns for a hundred and eighty hours.", (180, "hours")),
        ("It burns for two thousand hours.", (2000, "hours")),
        ("It burns for 1.5 million hours.", (1_500_000, "hours")),
        ("It burns for half a dozen hours.", (6, "hours")),
        ("It burns for a dozen hours.", (12, "hours")),
        ("It burns for a couple of hours.", (2, "hours")),
        ("It burns for two and a half hours.", (2.5, "hours")),
        ("It burns for 2½ hours.", (2.5, "hours")),
        ("It burns for 2 and a half hours.", (2.5, "hours")),
        ("It burns for one and three quarters hours.", (1.75, "hours")),
        ("It burns for an hour and a half.", (1.5, "hour")),
        ("It burns for half an hour.", (0.5, "hour")),
        ("It burns for three quarters of an hour.", (0.75, "hour")),
        ("It burns for a full hour.", (1, "hour")),
        ("It lasts a year and a half.", (1.5, "year")),
        ("It stays on your desk for a decade.", (1, "decade")),
        ("It stays on your desk for a quarter of a century.", (0.25, "century")),
        ("It answers within a second.", (1, "second")),
        ("It wakes every hour.", (1, "hour")),
        ("The road is a kilometre and a half long.", (1.5, "kilometre")),
        ("It measures to a tenth of a degree.", (0.1, "degree")),
        ("It filters half a thousandth of a millimetre.", (0.0005, "millimetre")),
        ("It has a 1/2-inch thread.", (0.5, "inch")),
        ("A 1,5 V cell.", (1.5, "V")),
        ("All-day power.", (16, "hours")),
        ("It charges overnight.", (8, "hours")),
        ("It lasts the weekend.", (1, "weekend")),
        ("It zooms tenfold.", (10, "fold")),
        ("It is twice as loud.", (2, "times")),
    ],
)
def test_number_in_words(text, expected):
    assert only(text) == (pytest.approx(expected[0]), expected[1])


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Half of the case is recycled.", 50),
        ("Three quarters of the case is recycled.", 75),
        ("A third of the case is recycled.", 33.333333),
        ("Four fifths of the case is recycled.", 80),
        ("It catches 98 of 100 parcels.", 98),
        ("It catches 99 parcels out of a hundred.", 99),
        ("Three out of four dogs agree.", 75),
        ("It fails for 1 in 10 users.", 10),
    ],
)
def test_share_is_a_percentage(text, share):
    assert only(text) == (pytest.approx(share), "%")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("It works at minus fifteen.", -15),
        ("It works at minus 15 degrees.", -15),
        ("It works down to -15 degrees.", -15),
        ("It works at fifteen degrees below zero.", -15),
        ("It works at plus 40 degrees.", 40),
        ("It works at 40 degrees.", 40),
    ],
)
def test_sign(text, amount):
    assert [found.amount for found in find_quantities(text)] == [amount]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sub-second replies.", (1, "second", "max", True)),
        ("A sub-five millisecond ping.", (5, "millisecond", "max", True)),
        ("Sub-10 ms pings.", (10, "ms", "max", True)),
    ],
)
def test_sub_is_an_open_upper_bound(text, expected):
    (found,) = find_quantities(text)
    assert (found.amount, found.unit, found.bound, found.strict) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It costs $99.", (99, "$")),
        ("It costs €1,299.50 now.", (1299.5, "€")),
        ("It costs USD 49.", (49, "USD")),
        ("It costs 99 euros.", (99, "euros")),
        ("It costs 80 cents.", (80, "cents")),
    ],
)
def test_money(text, expected):
    assert only(text) == expected
