"""Whether a condition is stated: in which words, and where."""

from __future__ import annotations

import pytest

from claimlint.claim import Value
from claimlint.rules.notes import Note
from claimlint.rules.qualification import conditions_asked, missing_conditions, where_stated
from claimlint.rules.stating import states


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("At a volume of 50% and 25 °C.", "50 % volume, 25 C"),
        ("Measured at 25 degrees Celsius, 50 percent volume", "50 % volume, 25 C"),
        ("in line-of-sight", "line of sight"),
        ("at half volume, 20 °C", "50 % volume, 20 C"),
        ("With two 20 W adapters.", "20 W adapter"),
    ],
)
def test_a_condition_is_stated_in_other_words(text, condition):
    assert states(text, condition)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("At a volume of 40% and 25 °C.", "50 % volume, 25 C"),
        ("At a volume of 50% and -25 °C.", "50 % volume, 25 C"),
        ("At a volume of 50%.", "50 % volume, 25 C"),
        ("The 20 cups come in a box. Later, and for what it is worth, W stands for an adapter.", "20 W adapter"),
        ("", "line of sight"),
    ],
)
def test_a_condition_is_not_stated(text, condition):
    assert not states(text, condition)


def value(bound):
    return Value("30 m", 0, 4, bound=bound, limit="distance", amount=30.0)


@pytest.mark.parametrize(
    ("subject", "bound", "asked"),
    [
        pytest.param("disclosed", "exact", ("line of sight", "at 25 °C"), id="disclosed, and wording that is required"),
        pytest.param("at-dvt", "max", ("50 % volume",), id="a greatest value names its condition"),
        pytest.param("at-dvt", "exact", (), id="a condition that need not be disclosed"),
        pytest.param("at-mp", "max", (), id="no condition at all"),
    ],
)
def test_what_must_stand_near_a_claim(manifest, make_claim, subject, bound, asked):
    capability = manifest.capabilities[subject]
    limits = tuple(capability.limits.values())
    claim = make_claim(subject, values=tuple(value(bound) for _ in limits))
    spoken_of = make_claim(subject, values=tuple(Value("x", 0, 1, bound=bound, limit=limit.name) for limit in limits))
    assert (conditions_asked(spoken_of, capability, limits), claim.subject) == (asked, subject)


NOTE = (Note("*", "In line of sight.", 500),)


@pytest.mark.parametrize(
    ("after", "notes", "stated"),
    [
        pytest.param(" In line of sight.", (), "beside", id="in the same paragraph"),
        pytest.param("*", NOTE, "in-note", id="in the note that the sign points to"),
        pytest.param("", NOTE, "missing", id="in a note to which nothing points"),
        pytest.param("", (), "missing", id="nowhere"),
    ],
)
def test_where_a_condition_stands(make_claim, after, notes, stated):
    assert where_stated(make_claim("disclosed", after=after), ("line of sight",), notes) == stated


def test_nothing_asked_is_nothing_missing(make_claim):
    assert where_stated(make_claim("disclosed"), (), ()) == "nothing-asked"


def test_of_several_conditions_the_missing_ones_are_named(make_claim):
    claim = make_claim("disclosed", after=" In line of sight.")
    assert missing_conditions(claim, ("line of sight", "at 25 °C"), ()) == ("at 25 °C",)


def test_a_condition_may_stand_in_another_cell_of_the_row(make_claim):
    assert where_stated(make_claim("disclosed"), ("line of sight",), (), row=" 30 m in line of sight") == "beside"
