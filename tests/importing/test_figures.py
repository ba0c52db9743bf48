"""Numbers, dates and limits: what can be read in two ways is left out and said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claimlint.importing import Imported
from claimlint.importing.days import DAY_FIRST, MONTH_FIRST, day_of
from claimlint.importing.grid import Cell
from claimlint.importing.notes import NotUnderstood
from claimlint.importing.numbers import Notation, with_point
from claimlint.manifest.model import Limit, Manifest

COMMA_SEEN, POINT_SEEN = Notation(seen=frozenset({"comma"})), Notation(seen=frozenset({"point"}))


@pytest.mark.parametrize(
    ("text", "notation", "number"),
    [
        ("10 h", Notation(), "10"),
        ("10.5 h", Notation(), "10.5"),
        ("10,5 h", Notation(), "10.5"),
        ("-10 C", Notation(), "-10"),
        ("−10 C", Notation(), "-10"),
        (".5 W", Notation(), "0.5"),
        ("1 500 mAh", Notation(), "1500"),
        ("1'500 mAh", Notation(), "1500"),
        ("1,234.5 h", Notation(), "1234.5"),
        ("1.234,5 h", Notation(), "1234.5"),
        ("1,500,000", Notation(), "1500000"),
        ("0.125 s", Notation(), "0.125"),
        ("0,125 s", Notation(), "0.125"),
        ("1.500 kg", Notation(), "1.500"),
        ("1,500 mAh", POINT_SEEN, "1500"),
        ("1,500 kg", COMMA_SEEN, "1.500"),
        ("1.500 mAh", Notation("comma"), "1500"),
        ("1,500 mAh", Notation("point"), "1500"),
        ("1,500 mAh", Notation(), None),
        ("1.500 mAh", COMMA_SEEN, None),
        ("1.500 mAh", Notation(semicolons=True), None),
        ("10,5 h", Notation("point"), None),
        ("1.2.3", Notation(), None),
        ("about 10 h", Notation(), None),
    ],
)
def test_numbers(text: str, notation: Notation, number: str | None) -> None:
    if number is None:
        with pytest.raises(NotUnderstood, match="left out"):
            with_point(text, notation)
    else:
        assert with_point(text, notation)[0] == number


@pytest.mark.parametrize(
    ("text", "date_format", "day"),
    [
        ("2026-06-18", None, date(2026, 6, 18)),
        ("2026-06-18 14:30:00", None, date(2026, 6, 18)),
        ("18.06.2026", None, date(2026, 6, 18)),
        ("6/18/2026", None, date(2026, 6, 18)),
        ("04/04/2026", None, date(2026, 4, 4)),
        ("18 Jun 2026", None, date(2026, 6, 18)),
        ("18. Juni 2026", None, date(2026, 6, 18)),
        ("June 18th, 2026", None, date(2026, 6, 18)),
        ("03/04/2026", DAY_FIRST, date(2026, 4, 3)),
        ("03/04/2026", MONTH_FIRST, date(2026, 3, 4)),
        ("03/04/2026", None, None),
        ("03.04.2026", None, None),
        ("18/06/2026", MONTH_FIRST, None),
        ("Q3 2026", None, None),
        ("18/06/26", None, None),
        ("2026-02-30", None, None),
        ("soon", None, None),
    ],
)
def test_dates(text: str, date_format: str | None, day: date | None) -> None:
    if day is None:
        with pytest.raises(NotUnderstood, match="left out"):
            day_of(Cell(text), date_format)
    else:
        assert day_of(Cell(text), date_format) == day


HEADER = "Feature,Value,Min,Max,Unit"


@pytest.mark.parametrize(
    ("row", "kind", "text"),
    [
        ("Battery life,24,,,h", "max", "24 h"),  # more is better: what was measured is the most that copy may claim
        ("Battery life,24 h,,,", "max", "24 h"),
        ("Battery life,,20,,h", "max", "20 h"),
        ("Battery life,,20,28,h", "max", "20 h"),  # what every unit keeps
        ("Battery life,26,24,,h", "max", "24 h"),
        ("Battery life,≥ 20 h,,,", "max", "20 h"),
        ("Battery life,at least 20 h,,,", "max", "20 h"),
        ("Battery life,20 – 24 h,,,", "max", "20 h"),
        ("Battery life,,,24,h", "max", "24 h"),
        ("Weight,780,,,g", "min", "780 g"),  # less is better
        ("Weight,,700,780,g", "min", "780 g"),
        ("Weight,≤ 780 g,,,", "min", "780 g"),
        ("Operating temperature,-10 to 45,,,C", "range", "-10 C to 45 C"),
        ("Operating temperature,,-10,45,C", "range", "-10 C to 45 C"),
        ("Operating temperature,-10…45 °C,,,", "range", "-10 °C to 45 °C"),
        ("Flux,,3,5,W", "range", "3 W to 5 W"),
        ("Water resistance,IP67,,,", "rating", "IP67"),
        ("Bluetooth,5.3,,,", "version", "5.3"),
        ("Flux,12,,,W", None, "Value: 12 W"),  # nobody says whether more is better
        ("Flux,≤ 12 W,,,", None, "Value: ≤ 12 W"),
        ("Operating temperature,45,,,C", None, "Value: 45 C"),
        ("Battery life,24,,,mm", None, "Value: 24 mm"),
        ("Battery life,24,,,hous", None, "Value: 24 hous"),
        ('Battery life,"1,500",,,h', None, "Value: 1,500 h"),
    ],
)
def test_limits(imported: Callable[..., Imported], manifest: Callable[..., Manifest], row: str, kind: str | None, text: str) -> None:
    (capability,) = manifest(HEADER, row).capabilities.values()
    limits: list[Limit] = list(capability.limits.values())
    assert [(limit.kind, limit.text) for limit in limits] == ([(kind, text)] if kind else [])
    if kind is None:
        done = imported(HEADER, row)
        assert f"# not taken: {text}\n" in done.text
        assert any(note.startswith("row 2") for note in done.notes)


def test_a_unit_may_stand_in_the_header(manifest: Callable[..., Manifest]) -> None:
    (capability,) = manifest("Feature,Min [h]", "Battery life,20").capabilities.values()
    assert [limit.text for limit in capability.limits.values()] == ["20 h"]


def test_of_two_limits_the_stricter_is_kept(imported: Callable[..., Imported], manifest: Callable[..., Manifest]) -> None:
    lines = ("Feature,Value", "Battery life,24 h", "Battery life,1200 min")
    (capability,) = manifest(*lines).capabilities.values()
    assert [limit.text for limit in capability.limits.values()] == ["1200 min"]
    assert 'row 3: an earlier row has another limit "time" of "Battery life"; the one that allows less was kept.' in imported(*lines).notes


def test_a_decimal_comma_is_said(imported: Callable[..., Imported]) -> None:
    notes = imported("Feature;Value", "Battery life;10,5 h").notes
    assert "numbers such as 10,5 were read with a decimal comma; --decimal states it, and --decimal point refuses them." in notes


@pytest.mark.parametrize(
    ("row", "limit"),
    [
        ("Battery life,26 h,24 h", "max: 24 h"),
        ("Battery life,22 h,24 h", "max: 22 h"),
        ("Battery life,26 h,≥ 24 h", "max: 24 h"),
        ("Battery life,,≥ 24 h", "max: 24 h"),
        ("Weight,415 g,≤ 420 g", "min: 420 g"),
        ("Operating temperature,,-10…45 °C", 'range: ["-10 °C", "45 °C"]'),
        ("Water resistance,,IP67", "rating: IP67"),
    ],
)
@pytest.mark.parametrize("header", ["Feature,Measured value,Target value", "Feature,Measured value,Limit", "Feature,Measured,Spec"])
def test_what_was_asked_for_and_what_was_measured(imported: Callable[..., Imported], header: str, row: str, limit: str) -> None:
    assert f"{{ {limit} }}" in imported(header, row).text


@pytest.mark.parametrize(("row", "limit"), [("Battery life,≥ 24,,h", "max: 24 h"), ("Weight,,<= 780,g", "min: 780 g")])
def test_a_bound_may_say_again_what_its_column_says(imported: Callable[..., Imported], row: str, limit: str) -> None:
    assert f"{{ {limit} }}" in imported("Feature,Min,Max,Unit", row).text


def test_a_unit_is_said_once(imported: Callable[..., Imported]) -> None:
    assert "# not taken: Value: 12 W, max 14 W\n" in imported("Feature,Value,Max,Unit", "Loudness,12 W,14,W").text
