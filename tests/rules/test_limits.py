"""Which claimed values go beyond which limits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.claim import Value
from claimlint.manifest.model import Limit, Measure
from claimlint.rules.limits import beyond

amounts = st.integers(-10_000, 10_000).map(lambda tenths: tenths / 10)
tolerances = st.sampled_from([0.0, 5.0, 20.0])


@pytest.mark.parametrize(
    ("kind", "held", "claimed", "expected"),
    [
        pytest.param("max", (10.0,), {"amount": 10.0, "bound": "max"}, False, id="up to the most that was measured"),
        pytest.param("max", (10.0,), {"amount": 14.0, "bound": "max"}, True, id="up to more"),
        pytest.param("max", (10.0,), {"amount": 10.0, "bound": "min"}, False, id="at least the most"),
        pytest.param("max", (10.0,), {"amount": 10.0, "bound": "min", "strict": True}, True, id="over the most"),
        pytest.param("max", (10.0,), {"amount": 10.0, "bound": "max", "strict": True}, False, id="under the most"),
        pytest.param("max", (10.0,), {"amount": 8.0, "to": 12.0}, True, id="a range that ends above"),
        pytest.param("max", (10.0,), {"amount": 12.0, "to": 8.0}, True, id="a range written backwards"),
        pytest.param("max", (10.0,), {"amount": -50.0}, False, id="most has no floor"),
        pytest.param("min", (90.0,), {"amount": 90.0}, False, id="the least that was measured"),
        pytest.param("min", (90.0,), {"amount": 60.0}, True, id="less than the least"),
        pytest.param("min", (90.0,), {"amount": 90.0, "bound": "max", "strict": True}, True, id="under the least"),
        pytest.param("min", (90.0,), {"amount": 90.0, "bound": "min", "strict": True}, False, id="over the least"),
        pytest.param("range", (-10.0, 45.0), {"amount": -10.0, "to": 45.0}, False, id="the whole range"),
        pytest.param("range", (-10.0, 45.0), {"amount": -20.0, "to": 45.0}, True, id="a range that begins below"),
        pytest.param("range", (-10.0, 45.0), {"amount": 45.0, "bound": "min", "strict": True}, True, id="above the top of the range"),
        pytest.param("range", (-10.0, 45.0), {"amount": -10.0, "bound": "max", "strict": True}, True, id="below its bottom"),
        pytest.param("equals", (4.0,), {"amount": 4.0}, False, id="the one true value"),
        pytest.param("equals", (4.0,), {"amount": 3.0}, True, id="less than the one true value"),
        pytest.param("equals", (4.0,), {"amount": 8.0}, True, id="more than the one true value"),
        pytest.param("equals", (4.0,), {"amount": 4.0, "bound": "min", "strict": True}, True, id="over the one true value"),
        pytest.param("max", (10.0,), {}, False, id="no number at all"),
        pytest.param("max", (0.3,), {"amount": 0.1 + 0.2}, False, id="the same but for rounding"),
    ],
)
def test_numbers(make_limit, make_value, kind, held, claimed, expected):
    assert beyond(make_value(**claimed), make_limit(kind, *held)) is expected


@pytest.mark.parametrize(
    ("kind", "held", "claimed", "expected"),
    [
        pytest.param("max", (10.0,), 10.5, False, id="a little more than the most"),
        pytest.param("max", (10.0,), 10.6, True, id="too much more"),
        pytest.param("min", (100.0,), 95.0, False, id="a little less than the least"),
        pytest.param("min", (100.0,), 94.0, True, id="too much less"),
        pytest.param("max", (-40.0,), -38.0, False, id="the magnitude counts, not the sign"),
        pytest.param("range", (-10.0, 40.0), -10.5, False, id="below the range"),
        pytest.param("range", (-10.0, 40.0), 42.1, True, id="above the range"),
        pytest.param("equals", (20.0,), 19.0, False, id="beside the one true value"),
    ],
)
def test_five_percent_of_tolerance(make_limit, make_value, kind, held, claimed, expected):
    assert beyond(make_value(claimed), make_limit(kind, *held, tolerance=5.0)) is expected


@given(amounts, amounts)
def test_most_is_the_mirror_image_of_least(claimed: float, held: float) -> None:
    most = Limit("limit", "max", measure=Measure(held, "", ""))
    least = Limit("limit", "min", measure=Measure(-held, "", ""))
    assert beyond(Value("", 0, 1, amount=claimed), most) == beyond(Value("", 0, 1, amount=-claimed), least) == (claimed > held)


@given(amounts, amounts, amounts)
def test_a_range_is_a_most_and_a_least(claimed: float, one: float, other: float) -> None:
    low, high = sorted((one, other))
    limit = Limit("limit", "range", low=Measure(low, "", ""), high=Measure(high, "", ""))
    assert beyond(Value("", 0, 1, amount=claimed), limit) == (not low <= claimed <= high)


@given(amounts, amounts, tolerances, st.sampled_from(["max", "min", "equals"]))
def test_tolerance_never_makes_a_limit_tighter(claimed: float, held: float, tolerance: float, kind: str) -> None:
    value = Value("", 0, 1, amount=claimed)
    tight = Limit("limit", kind, measure=Measure(held, "", ""))  # type: ignore[arg-type]
    loose = Limit("limit", kind, measure=Measure(held, "", ""), tolerance=tolerance)  # type: ignore[arg-type]
    assert beyond(value, tight) or not beyond(value, loose)


@pytest.mark.parametrize(
    ("held", "claimed", "expected"),
    [
        ("IP67", "IP67", False),
        ("IP67", "ip 54", False),
        ("IP67", "IP64", False),
        ("IP67", "IP68", True),
        ("IP67", "IP65", True),
        ("IP68", "IP67", False),
        ("IP66", "IP65", False),
        ("IP66", "IP67", True),
        ("IP65/IP67", "IP65", False),
        ("IP65/67", "IP67", False),
        ("IP65", "IP65/67", True),
        ("IP69", "IP67", True),
        ("IP69K", "IP66", True),
        ("IP69", "IP64", False),
        ("IPX7", "IP67", True),
        ("IP67", "IPX7", False),
        ("IP5X", "IPX4", True),
        ("IP67", "IP6X", False),
        ("IP67", "MIL-STD-810H", False),
    ],
)
def test_ingress_codes(make_limit, make_value, held, claimed, expected):
    assert beyond(make_value(rating=claimed), make_limit("rating", held)) is expected


@pytest.mark.parametrize(
    ("held", "claimed", "expected"),
    [
        ("IK08", "IK08", False),
        ("IK08", "IK07", False),
        ("IK08", "IK10", True),
        ("5 ATM", "10ATM", True),
        ("10 ATM", "5 ATM", False),
        ("IP67/IK08", "IK09", True),
        ("IP67/IK08", "IP68", True),
        ("IP67", "IK08", False),
        ("MIL-STD-810H", "IK08", False),
        ("MIL-STD-810G", "MIL-STD-810H", True),
        ("MIL-STD-810H", "MIL-STD-810G", False),
        ("MIL-STD-810H", "MIL-STD-810", False),
        ("MIL-STD-810H", "MIL-STD-461G", False),
        ("NEMA 4", "NEMA 4X", True),
        ("NEMA 4X", "NEMA Type 3R", False),
        ("NEMA 6", "NEMA 12", True),
        ("UHS class 1", "UHS class 3", True),
    ],
)
def test_codes_of_which_the_higher_covers_the_lower(make_limit, make_value, held, claimed, expected):
    assert beyond(make_value(rating=claimed), make_limit("rating", held)) is expected


@pytest.mark.parametrize(
    ("held", "claimed", "expected"),
    [
        ("3.2 Gen 1", "3.2 Gen 2", True),
        ("3.2 Gen 2", "3.2 Gen 2x2", True),
        ("3.2 Gen 2", "3.1 Gen2", False),
        ("3.2 Gen 1", "3.0", False),
        ("3.2", "3.2 Gen 2", False),
        ("3.0", "3.2 Gen 1", True),
        ("5.2", "5.2", False),
        ("5.2", "5.3", True),
        ("5.2", "5.10", True),
        ("5.10", "5.2", False),
        ("5", "5.0", False),
        ("5.0", "5.0.1", True),
        ("5.2", "Bluetooth 5.3", True),
        ("6", "6E", True),
        ("6E", "Wi-Fi 6", False),
        ("802.11ac", "Wi-Fi 6", True),
        ("802.11ax", "6", False),
        ("6", "802.11ax", False),
        ("6", "802.11be", True),
        ("802.11a/b/g/n", "802.11ac", True),
        ("802.11ah", "6", False),
        ("2.1", "the latest", False),
    ],
)
def test_versions(make_limit, make_value, held, claimed, expected):
    assert beyond(make_value(version=claimed), make_limit("version", held)) is expected


@given(st.lists(st.integers(0, 40), min_size=1, max_size=4), st.lists(st.integers(0, 40), min_size=1, max_size=4))
def test_versions_compare_number_by_number(claimed: list[int], held: list[int]) -> None:
    length = max(len(claimed), len(held))
    newer = claimed + [0] * (length - len(claimed)) > held + [0] * (length - len(held))
    value = Value("", 0, 1, version=".".join(map(str, claimed)))
    assert beyond(value, Limit("limit", "version", code=".".join(map(str, held)))) == newer
