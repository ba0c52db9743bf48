"""Quantities in running text: what is counted or measured, how far it reaches, and which way it is bounded."""

from __future__ import annotations

import pytest

from claimlint.language.quantities import find_quantities


def read(text):
    """What a text's quantities say: (amount, to, unit, bound, strict)."""
    return [(found.amount, found.to, found.unit, found.bound, found.strict) for found in find_quantities(text)]


PLAIN = [
    ("It weighs 310 g.", (310, None, "g")),
    ("A 310-gram body.", (310, None, "gram")),
    ("It weighs 310g.", (310, None, "g")),
    ("A 27,000 mAh pack.", (27000, None, "mAh")),
    ("A 1.5 m cable.", (1.5, None, "m")),
    ("A .5 mm nib.", (0.5, None, "mm")),
    ("It starts at -20 °C.", (-20, None, "°C")),
    ("It starts at −20 °C.", (-20, None, "°C")),
    ("Six hours of light.", (6, None, "hours")),
    ("Twenty-four hours of light.", (24, None, "hours")),
    ("Two hundred hours of light.", (200, None, "hours")),
    ("It lasts half a day.", (0.5, None, "day")),
    ("It lasts a full week.", (1, None, "week")),
    ("It lasts a couple of days.", (2, None, "days")),
    ('A 6.1" screen.', (6.1, None, '"')),
    ("A 7-inch screen.", (7, None, "inch")),
    ("Charges to 80 % in a jiffy.", (80, None, "%")),
    ("Pumps 3 L/min.", (3, None, "L/min")),
    ("Prints 30 ppm of toner.", (30, None, "ppm")),
    ("Downloads at 300 Mbps.", (300, None, "Mbps")),
    ("It reaches 25 km/h on the flat.", (25, None, "km/h")),
    ("It carries 5 lbs.", (5, None, "lbs")),
    ("It is 3x brighter than before.", (3, None, "x")),
    ("Stores 64 GiB of maps.", (64, None, "GiB")),
    ("It runs for 12 hours in winter.", (12, None, "hours")),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_number_with_a_unit(text, expected):
    assert read(text) == [(*expected, "exact", False)]


BOUNDS = [
    ("Up to 10 hours.", ("max", False)),
    ("up to a 10 h runtime", ("max", False)),
    ("As much as 10 h.", ("max", False)),
    ("No more than 10 h.", ("max", False)),
    ("≤ 10 h", ("max", False)),
    ("At least 10 h.", ("min", False)),
    ("From 10 h.", ("min", False)),
    ("10+ hours", ("min", False)),
    ("10 hours or more", ("min", False)),
    ("≥10 h", ("min", False)),
    ("About 10 h.", ("approx", False)),
    ("~10 h", ("approx", False)),
    ("Nearly 10 h.", ("approx", False)),
    ("Over 10 h.", ("min", True)),
    ("More than 10 h.", ("min", True)),
    (">10 h", ("min", True)),
    ("Under 10 h.", ("max", True)),
    ("Less than 10 h.", ("max", True)),
    ("< 10 h", ("max", True)),
    ("in 10 h", ("exact", False)),
    ("Moreover 10 h", ("exact", False)),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDS)
def test_words_before_and_behind_bound_a_number(text, expected):
    assert [(found.bound, found.strict) for found in find_quantities(text)] == [expected]


RANGES = [
    ("-10 to 45 °C", (-10, 45, "°C")),
    ("-10 °C to 45 °C", (-10, 45, "°C")),
    ("-10 °C … +45 °C", (-10, 45, "°C")),
    ("−20–60 °C", (-20, 60, "°C")),
    ("8-10 hours", (8, 10, "hours")),
    ("8–10 h", (8, 10, "h")),
    ("between 8 and 10 hours", (8, 10, "hours")),
    ("eight to ten hours", (8, 10, "hours")),
    ("100–240 V", (100, 240, "V")),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_range(text, expected):
    assert [(found.amount, found.to, found.unit) for found in find_quantities(text)] == [expected]


DIMENSIONS = [
    ("1920 × 1080 px", [(1920, "px"), (1080, "px")]),
    ("1920x1080 pixels", [(1920, "pixels"), (1080, "pixels")]),
    ("80 x 60 x 12 mm", [(80, "mm"), (60, "mm"), (12, "mm")]),
    ("80 mm × 60 mm", [(80, "mm"), (60, "mm")]),
    ("a 320x240 display", [(320, ""), (240, "")]),
]


@pytest.mark.parametrize(("text", "expected"), DIMENSIONS)
def test_each_side_of_a_dimension_is_a_quantity(text, expected):
    found = find_quantities(text)
    assert [(side.amount, side.unit) for side in found] == expected
    assert [side.position for side in found] == list(range(len(expected)))


COUNTS = [
    ("four USB ports", (4, ("usb", "ports"))),
    ("4 ports", (4, ("ports",))),
    ("dual speakers", (2, ("speakers",))),
    ("a quad-core processor", (4, ("core", "processor"))),
    ("500 charge cycles", (500, ("charge", "cycles"))),
    ("10k charge cycles", (10000, ("charge", "cycles"))),
    ("2x USB-C", (2, ("usb", "c"))),
    ("30 pages/min", (30, ("pages",))),
    ("14 kinds of file", (14, ("kinds", "file"))),
    ("1 x HDMI and 2 fans", (1, ("hdmi",)), (2, ("fans",))),
    ("three USB 3.2 Gen 2 ports", (3, ("usb", "gen", "ports"))),
    ("two 10 GbE ports", (2, ("ports",))),
    ("half a million cards", (500_000, ("cards",))),
    ("twelve languages at once", (12, ("languages",))),
    ("a dozen presets", (12, ("presets",))),
]


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for text, *expected in COUNTS])
def test_bare_count_knows_the_words_behind_it(text, expected):
    assert [(found.amount, found.nouns) for found in find_quantities(text) if not found.unit] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lasts 10 hours and weighs 310 g.", [(10, "hours"), (310, "g")]),
        ("10 h at 20 °C, 6 h at -10 °C", [(10, "h"), (20, "°C"), (6, "h"), (-10, "°C")]),
        ("IP67, 5 m", [(5, "m")]),
        ("5 V/2 A", [(5, "V"), (2, "A")]),
        ("Video at 1080p60.", [(1080, "px"), (60, "fps")]),
        ("Video at 4K60.", [(2160, "px"), (60, "fps")]),
        ("It shoots 4K video.", [(2160, "px")]),
        ("5V/2A", [(5, "V"), (2, "A")]),
        ("A 10,000mAh pack with 14-day life.", [(10000, "mAh"), (14, "day")]),
        ("four x 10 mm", [(4, ""), (10, "mm")]),
    ],
)
def test_each_number_keeps_its_own_unit(text, expected):
    assert [(found.amount, found.unit) for found in find_quantities(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Firmware 2.4.1 is out.",
        "Released on 2026-11-02.",
        "Doors open at 18:30.",
        "Founded in 1998.",
        "See https://example.com/v2/10-hours for more.",
        "It is light, quick and quiet.",
        "It keeps going, no matter what.",
        "One of the best lamps there is.",
        "All your files in one place.",
        "An all-in-one, one-stop, 3-in-1 solution.",
        "It pairs two-way and one-handed.",
        "Follow step 3 on page 12.",
        "It meets IEC 62368-1 and ISO 9001.",
        "It has USB 3.0 and HDMI 2.1.",
        "It speaks Bluetooth 5.3 and Wi-Fi 6.",
        "Coming in Q3 2027, or in the third quarter.",
        "On sale from 3 May 2027.",
        "It ships May 3.",
        "The shop opens at 9 am.",
        "It is made for 5G networks.",
        "The 3D view of a 2nd floor.",
        "A third lighter than the old one.",
        "Half the weight, by half.",
        "A second battery comes along.",
        "The picture is 16:9.",
        "",
    ],
)
def test_what_measures_nothing_is_no_quantity(text):
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It lasts up to 10 hours.", "up to 10 hours"),
        ("It takes more than a 2 h charge.", "more than a 2 h"),
        ("It takes 10k cycles.", "10k"),
        ("Works from -10 to 45 °C.", "from -10 to 45 °C"),
        ("It has four USB ports.", "four"),
        ("Storage: 64 GB.", "64 GB"),
    ],
)
def test_range_of_a_quantity_holds_its_bound_and_unit(text, words):
    assert [text[found.start : found.stop] for found in find_quantities(text)] == [words]


def test_a_quantity_moves_with_its_text():
    (alone,) = find_quantities("up to 10 hours")
    (behind,) = find_quantities("It lasts up to 10 hours")
    assert alone.moved(len("It lasts ")) == behind
    assert alone.moved(0) is alone
