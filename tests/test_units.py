"""Measures and units: what counts as a measure, and which amounts are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.units import UnreadableMeasure, convert, convert_difference, quantity_of, read_as, read_measure, symbols, unit_of


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("10 h", 10, "h"),
        ("10h", 10, "h"),
        ("  10 h  ", 10, "h"),
        ("4", 4, ""),
        ("1.5 m", 1.5, "m"),
        (".5 mm", 0.5, "mm"),
        ("-20 C", -20, "C"),
        ("−20 °C", -20, "°C"),
        ("–20 °C", -20, "°C"),
        ("+85 °C", 85, "°C"),
        ("10,000 mAh", 10000, "mAh"),
        ("10 000 mAh", 10000, "mAh"),
        ("10_000", 10000, ""),
        ("1,234,567.5 px", 1234567.5, "px"),
        ("2e-3 s", 0.002, "s"),
        ("5 %", 5, "%"),
        ("3 L/min", 3, "L/min"),
        ("9.81 m/s2", 9.81, "m/s2"),
        ("80 images", 80, "images"),
        ("180 degrees Celsius", 180, "degrees Celsius"),
        ('6.1 "', 6.1, '"'),
    ],
)
def test_read_measure(text, amount, unit):
    assert read_measure(text) == (amount, unit)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "is not a number with a unit"),
        ("h", "is not a number with a unit"),
        ("ten hours", "is not a number with a unit"),
        ("about 10 h", "is not a number with a unit"),
        ("> 10 h", "is not a number with a unit"),
        ("10 h, 50 % volume", "cannot be a unit"),
        ("10 h 30 min", "cannot be a unit"),
        ("10 - 12 h", "cannot be a unit"),
        ("10; 12", "cannot be a unit"),
        ("1,23 m", "cannot be a unit"),
        ("10 h?", "cannot be a unit"),
    ],
)
def test_read_measure_says_what_is_wrong(text, complaint):
    with pytest.raises(UnreadableMeasure, match=complaint):
        read_measure(text)


CONVERSIONS = [
    # time
    (90, "min", "h", 1.5),
    (2, "weeks", "days", 14),
    (1, "fortnight", "h", 336),
    (1, "year", "months", 12),
    (18, "months", "years", 1.5),
    (2, "years", "d", 730),
    (2, "years", "months", 24),
    (3, "months", "days", 90),
    (18, "months", "years", 1.5),
    (1, "decade", "years", 10),
    (10, "years", "h", 87_600),
    (2, "weekends", "days", 4),
    (3, "nights", "days", 3),
    (250, "ms", "s", 0.25),
    (5, "µs", "ns", 5000),
    # length, area, volume
    (1.3, "in", "mm", 33.02),
    (6, "ft", "m", 1.8288),
    (1, "mile", "km", 1.609344),
    (100, "yards", "metres", 91.44),
    (1, "m²", "sq ft", 10.763910417),
    (2, "ha", "m2", 20000),
    (1.5, "L", "ml", 1500),
    (1, "gallon", "litres", 3.785411784),
    # mass
    (16, "oz", "lb", 1),
    (0.78, "kg", "g", 780),
    # temperature: points on a scale, not differences
    (0, "C", "K", 273.15),
    (100, "°C", "°F", 212),
    (-40, "F", "C", -40),
    (32, "degrees Fahrenheit", "celsius", 0),
    # electricity
    (5, "Ah", "mAh", 5000),
    (0.5, "A", "mA", 500),
    (1.2, "kWh", "Wh", 1200),
    (1, "Wh", "J", 3600),
    (1500, "milliwatts", "W", 1.5),
    (1, "MW", "mW", 1e9),
    (230000, "mV", "V", 230),
    # data: kB is decimal, KiB binary; b is a bit, B a byte
    (1, "KiB", "bytes", 1024),
    (1, "kB", "bytes", 1000),
    (1, "GiB", "MB", 1073.741824),
    (8, "Mb", "MB", 1),
    (1, "Gbps", "Mbit/s", 1000),
    (100, "MB/s", "Mbps", 800),
    (8, "kb/s", "kB/s", 1),
    (1, "GB/second", "MB/s", 1000),
    # others
    (1, "bar", "kPa", 100),
    (14.5, "psi", "bar", 0.999739806),
    (36, "km/h", "m/s", 10),
    (2.4, "GHz", "MHz", 2400),
    (12, "MP", "px", 12_000_000),
    (3, "L/min", "mL/s", 50),
    (1, "m/s2", "cm/s²", 100),
    (60, "fps", "Hz", 60),
    (1000, "nits", "nit", 1000),
    (500, "ppm", "%", 0.05),
    (180, "degrees", "rad", 3.141592654),
    (800, "nits", "cd/m²", 800),
    # counts that the data does not know convert to themselves, singular and plural alike
    (500, "cycles", "cycle", 500),
    (4, "", "", 4),
    (30, "images/min", "image/min", 30),
]


@pytest.mark.parametrize(("amount", "unit", "target", "expected"), CONVERSIONS)
def test_convert(amount, unit, target, expected):
    assert convert(amount, unit, target) == pytest.approx(expected, rel=1e-8)


@pytest.mark.parametrize(
    ("unit", "target"),
    [
        ("h", "m"),
        ("kg", "N"),
        ("Wh", "mAh"),
        ("Nm", "J"),
        ("dB", "dBm"),
        ("dBi", "dBm"),
        ("Hz", "rpm"),
        ("GB", "GB/s"),
        ("TOPS", "TFLOPS"),
        ("lm", "lx"),
        ("nit", "lm"),
        ("C", "deg"),
        ("cycles", "images"),
        ("cycles", ""),
        ("ms", "m"),
        ("s", ""),
        ("", "h"),
        ("%", ""),
        ("L/min", "m/s"),
        ("frobs/min", "frobs/s"),
    ],
)
def test_what_measures_something_else_does_not_convert(unit, target):
    assert convert(1, unit, target) is None


@pytest.mark.parametrize(
    ("amount", "unit", "target", "expected"),
    [
        (70, "degrees", "C", 70),
        (70, "degrees", "F", 70),
        (70, "degrees", "deg", 70),
        (5, "ATM", "m", 50),
        (5, "ATM", "bar", 5.06625),
        (2.5, "gigabit", "Gbit/s", 2.5),
        (2.5, "G", "Gbit/s", 2.5),
        (16, "G", "GB", 16),
        (5, "V", "A", None),
    ],
)
def test_what_copy_means_by_a_unit(amount, unit, target, expected):
    assert read_as(amount, unit, target) == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("amount", "unit", "target", "expected"),
    [(1, "°C", "°F", 1.8), (9, "F", "C", 5), (0.5, "degree", "C", 0.5), (3, "mm", "cm", 0.3), (3, "mm", "s", None)],
)
def test_difference_has_no_zero_point(amount, unit, target, expected):
    assert convert_difference(amount, unit, target) == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("unit", "quantity"),
    [
        ("h", "time"),
        ("hours", "time"),
        ("Hours", "time"),
        ("mAh", "charge"),
        ("MAH", "charge"),
        ("°C", "temperature"),
        ("km/h", "speed"),
        ("Mbps", "data-rate"),
        ("nits", "luminance"),
        ("x", "multiple"),
        ("", None),
        ("cycles", None),
        ("cycles/min", None),
    ],
)
def test_quantity_of(unit, quantity):
    assert quantity_of(unit) == quantity


def test_symbols_are_matched_as_written_before_their_case_is_folded():
    assert [unit_of(symbol).name for symbol in ("Mb", "MB", "mW", "MW", "m", "min")] == [
        "megabit",
        "megabyte",
        "milliwatt",
        "megawatt",
        "meter",
        "minute",
    ]


@pytest.mark.parametrize("symbol", ["mhZ", "KWH", "Celsius", "BAR"])
def test_case_is_folded_where_that_leaves_no_doubt(symbol):
    assert unit_of(symbol) is not None


@pytest.mark.parametrize("symbol", ["mw", "tb/", "", "frob"])
def test_no_unit_where_the_symbol_leaves_doubt(symbol):
    assert unit_of(symbol) is None


def test_longer_symbols_come_first():
    lengths = [len(symbol) for symbol in symbols()]
    assert lengths == sorted(lengths, reverse=True)


PAIRS = [(unit, target) for _, unit, target, _ in CONVERSIONS]


@given(st.sampled_from(PAIRS), st.floats(1, 1e4))
def test_converting_there_and_back_changes_nothing(pair, amount):
    unit, target = pair
    assert convert(convert(amount, unit, target), target, unit) == pytest.approx(amount, rel=1e-4, abs=1e-4)


@given(st.sampled_from(PAIRS), st.floats(1, 1e4), st.floats(1, 1e4))
def test_converting_keeps_the_order(pair, one, other):
    smaller, larger = sorted((one, other))
    assert convert(smaller, *pair) <= convert(larger, *pair)


@given(st.sampled_from(symbols()), st.floats(-1e6, 1e6))
def test_every_unit_converts_to_itself(symbol, amount):
    assert convert(amount, symbol, symbol) == amount
