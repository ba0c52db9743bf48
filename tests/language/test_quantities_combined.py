"""Numbers that belong together: lists, rates, multiplications, tolerances; and what holds for every text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimlint.language.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4, 8 or 16 GB", [(4, "GB"), (8, "GB"), (16, "GB")]),
        ("2.4 and 5 GHz", [(2.4, "GHz"), (5, "GHz")]),
        ("2.4/5 GHz", [(2.4, "GHz"), (5, "GHz")]),
        ("USB 3, 10 hours", [(10, "hours")]),
        ("four feet, 10 hours", [(4, "feet"), (10, "hours")]),
    ],
)
def test_list_shares_the_last_unit(text, expected):
    assert [(found.amount, found.unit) for found in find_quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 Hz to 22 kHz", (20, 22_000, "Hz")),
        ("300 ms to 1 s", (300, 1000, "ms")),
        ("from 9 V to 36 V", (9, 36, "V")),
        ("9 V up to 36 V", (9, 36, "V")),
        ("between two and eight degrees", (2, 8, "degrees")),
    ],
)
def test_range_of_two_units_is_in_the_first(text, expected):
    (found,) = find_quantities(text)
    assert (found.amount, found.to, found.unit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("40 MB a second", [(40, "MB/second", "")]),
        ("two litres a minute", [(2, "litres/minute", "")]),
        ("1.2 GB every second", [(1.2, "GB/second", "")]),
        ("600 pages a minute", [(600, "", "minute")]),
        ("60 pictures per second", [(60, "", "second")]),
        ("a hundred and eighty times a second", [(180, "", "second")]),
        ("30 frames/s", [(30, "frames/s", "")]),
        ("10 hours per charge", [(10, "hours", "")]),
        ("100 km a day", [(100, "km/day", "")]),
    ],
)
def test_rate(text, expected):
    assert [(found.amount, found.unit, found.per) for found in find_quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 × 5 W", [(2, "", 1), (5, "W", 2)]),
        ("2×150mAh cells", [(2, "", 1), (150, "mAh", 2)]),
        ("2x 5G Ethernet", [(2, "", 1), (5, "G", 2)]),
        ("1x 40-pin header", [(1, "", 1), (40, "", 1)]),
        ("4 x USB 3.0", [(4, "", 1)]),
    ],
)
def test_multiplication_keeps_how_many_there_are(text, expected):
    assert [(found.amount, found.unit, found.times) for found in find_quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("accurate to ±0.5 °C", [(0.5, "°C", True)]),
        ("10 ± 0.5 mm", [(10, "mm", False), (0.5, "mm", True)]),
        ("plus or minus 3 %", [(3, "%", True)]),
        ("+/- 3 %", [(3, "%", True)]),
    ],
)
def test_deviation(text, expected):
    assert [(found.amount, found.unit, found.deviation) for found in find_quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("within 2 m", ("max", False)),
        ("10 hours max", ("max", False)),
        ("10 hours or less", ("max", False)),
        ("10 hours and up", ("min", False)),
        ("10 hours at least", ("min", False)),
        ("10 hours or so", ("approx", False)),
        ("not exceeding 10 W", ("max", False)),
        ("faster than 5 ms", ("min", True)),
        ("under an hour", ("max", True)),
        ("over a year", ("min", True)),
        ("over a 5 GHz link", ("exact", False)),
        ("under a 256-bit key", ("exact", False)),
        ("under 256-bit encryption", ("exact", False)),
    ],
)
def test_bound(text, expected):
    assert [(found.bound, found.strict) for found in find_quantities(text)] == [expected]


PIECES = [
    *("up to", "over", "10", "1,000", "-5", "2.5", "four", "half a", "a", "an hour", "and a half", "h", "mAh", "°C", "x", "×", "to", "–"),
    *("±", "$", "USB", "ports", ".", "%", "4K", "+", "or", ",", "of", "a second", "all-day", "sub-", "minus", "out of", "100"),
]
COPY = st.lists(st.sampled_from(PIECES)).map(" ".join)


@given(COPY)
def test_quantities_stand_in_the_text_in_order(text):
    found = find_quantities(text)
    assert all(0 <= one.start <= one.number_start < one.stop <= len(text) for one in found)
    assert [one.number_start for one in found] == sorted(one.number_start for one in found)


@given(COPY)
@example("half a 4K half a")
@example("half a 30 fps half")
def test_quantities_overlap_only_as_sides_of_one_dimension(text):
    assert all(one.stop <= other.start or other.position for one, other in pairwise(find_quantities(text)))


@given(st.integers(0, 9_999_999), st.sampled_from(["h", "mAh", "°C", "GB", "hours"]), st.sampled_from(["", " ", "\u00a0", "-"]))
def test_whole_number_with_a_unit_is_read_as_it_is_written(amount, unit, gap):
    (found,) = find_quantities(f"It has {amount:,}{gap}{unit} now.")
    assert (found.amount, found.unit) == (amount, unit)


@given(st.decimals(0, 5000, places=2), st.sampled_from(["kg", "m", "W", "V"]))
def test_decimal_number_is_read_as_it_is_written(amount, unit):
    (found,) = find_quantities(f"It has {amount} {unit} now.")
    assert (found.amount, found.unit) == (float(amount), unit)


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelt(number):
    """A whole number below a million in words."""
    if number < 20:
        return ONES.split()[number]
    if number < 100:
        return TENS.split()[number // 10 - 2] + (f"-{spelt(number % 10)}" if number % 10 else "")
    size, word = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = number % size
    return f"{spelt(number // size)} {word}" + (f"{' and' if rest < 100 else ''} {spelt(rest)}" if rest else "")


@given(st.integers(0, 999_999))
def test_number_in_words_is_read_as_it_is_spoken(number):
    (found,) = find_quantities(f"It counts {spelt(number)} grams.")
    assert found.amount == number
