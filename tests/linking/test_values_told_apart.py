"""Which of several limits, or none, a quantity is given to: by the words next to it, by its kind, by whose it is."""

from __future__ import annotations

import pytest

from claimlint.language.quantities import find_quantities
from claimlint.linking.lexicon import Subject, Term
from claimlint.linking.numbers import numbers_of
from claimlint.linking.values import speaking_values
from claimlint.linking.words import stems_of
from claimlint.manifest.model import Limit, Measure


def most(name, amount, unit):
    return Limit(name, "max", measure=Measure(amount, unit, f"{amount} {unit}"))


def exactly(name, amount, unit=""):
    return Limit(name, "equals", measure=Measure(amount, unit, f"{amount} {unit}"))


def spoken(text, name, *limits):
    """The limits that a text speaks of, with amounts, for a capability of this name."""
    subject = Subject(
        "id",
        "capability",
        frozenset(),
        (Term(stems_of(name), name),),
        None,
        1.0,
        {limit.name: limit for limit in limits},
        {limit.name: frozenset(stems_of(limit.name)) for limit in limits},
        0,
    )
    found = speaking_values(subject, numbers_of(text, 0, len(text), find_quantities(text), frozenset(stems_of(text))))
    return [(speaking.value.limit, speaking.value.amount) for speaking in found]


@pytest.mark.parametrize(
    ("text", "name", "limits", "expected"),
    [
        (
            "a 300 mAh pack of two 150 mAh cells",
            "battery",
            (most("capacity", 300, "mAh"), most("cell-capacity", 150, "mAh")),
            [("capacity", 300), ("cell-capacity", 150)],
        ),
        (
            "2x USB Type-C, 4x USB Type-A",
            "USB",
            (exactly("type-c-ports", 2), exactly("type-a-ports", 4)),
            [("type-c-ports", 2), ("type-a-ports", 4)],
        ),
        ("1x 40-pin GPIO header", "headers", (exactly("gpio-pins", 40),), [("gpio-pins", 40)]),
        ("a 3840 × 2160 picture", "sensor", (most("lines", 2160, "px"),), [("lines", 2160)]),
        ("two 5 W speakers: 2 × 5 W", "speakers", (most("power", 10, "W"),), [("power", 5), ("power", 10)]),
    ],
)
def test_words_and_order_tell_limits_apart(text, name, limits, expected):
    assert spoken(text, name, *limits) == expected


@pytest.mark.parametrize(
    ("text", "name", "limit"),
    [
        ("comes with a 128 GB USB stick", "storage", most("capacity", 64, "GB")),
        ("ships with a 65 W charger", "power", most("power", 45, "W")),
        ("a viewing angle of 80 degrees", "cooling", most("temperature", 60, "C")),
        ("tilts by 80 degrees", "cooling", most("temperature", 60, "C")),
        ("finds you to within 2 metres", "shock", most("height", 1.5, "m")),
        ("one chip for all of it", "cores", exactly("count", 4)),
        ("four little cores", "cores", exactly("count", 12)),
        ("twice as fast as before", "cores", exactly("count", 4)),
        ("no matter what, all in one place", "cores", exactly("count", 4)),
        ("6 µm dots", "screen", most("diagonal", 0.2, "in")),
    ],
)
def test_quantity_of_something_else_speaks_of_no_limit(text, name, limit):
    assert spoken(text, name, limit) == []


@pytest.mark.parametrize(
    ("text", "limit", "amount"),
    [
        ("600 pages a minute", most("rate", 10, "pages/s"), 10),
        ("5,000 readings a second", most("rate", 5000, "1/s"), 5000),
        ("60 pictures a second", most("rate", 60, "fps"), 60),
        ("a hundred and eighty times a second", most("rate", 180, "Hz"), 180),
        ("40 MB a second", most("rate", 40_000, "kB/s"), 40_000),
        ("three months of standby", most("standby", 90, "d"), 90),
        ("half of the case is old nets", most("share", 40, "%"), 50),
        ("98 of 100 parcels", most("share", 95, "%"), 98),
        ("accurate to ±0.9 °F", most("error", 0.5, "C"), 0.5),
        ("a 5x zoom", most("zoom", 5, "x"), 5),
        ("keys good for a million strokes", exactly("strokes", 1_000_000), 1_000_000),
        ("sixteen little fields", most("zones", 12, ""), 16),
        ("USB 3.2 Gen 2 on the side", most("rate", 5, "Gbit/s"), 10),
        ("an orbit of 10 years", most("life", 87_600, "h"), 87_600),
    ],
)
def test_amount_is_in_the_unit_of_the_limit(text, limit, amount):
    assert spoken(text, "USB things", limit) == [(limit.name, pytest.approx(amount))]
