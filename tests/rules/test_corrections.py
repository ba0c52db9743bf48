"""Values written anew, with what was validated."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.claim import Value
from claimlint.manifest.loading import load_manifest
from claimlint.rules.corrections import approved_wording, capitalised_as, corrected_value
from claimlint.rules.messages import render
from claimlint.rules.phrases import load_phrases
from claimlint.rules.situation import Situation

LIMITS = """\
version: 1
products: {lumo: {name: Lumo Lantern, validated: PVT}}
capabilities:
  lantern:
    name: lantern
    validated: PVT
    limits:
      runtime: {max: 10 h}
      standby: {max: 240 h}
      storage: {max: 2 d}
      charge: {min: 90 min}
      slow-charge: {min: 3 h}
      flux: {max: 1200 lm}
      speakers: {max: 8}
      cores: {equals: 4}
      length: {max: 77 mm}
      countries: {max: 10 countries}
      port: {equals: 1}
      temperature: {range: [-10 C, 45 C]}
      ingress: {rating: IP67}
      bluetooth: {version: "5.2"}
      wifi: {version: "6"}
    wording: {approved: [ten bright hours], forbidden: [endless light]}
"""


@pytest.fixture(scope="module")
def lantern(tmp_path_factory):
    path = tmp_path_factory.mktemp("lantern") / "capabilities.yaml"
    path.write_text(LIMITS, encoding="utf-8")
    return load_manifest([path])


@pytest.fixture
def situation(lantern, default_rules, make_claim):
    def make(*values, words="", after="", channel="public"):
        claim = make_claim("lantern", words or values[0].text, after=after, values=values)
        return Situation(claim, lantern, channel, default_rules.policy, date(2026, 11, 22))

    return make


@pytest.mark.parametrize("before", ["It drops by ", "Not ", "It is not "])
def test_a_difference_and_a_denied_number_are_left_to_a_person(situation, before):
    number = value("14 hours", "runtime", 14.0)
    text = before + number.text
    placed = Value(number.text, len(before), len(text), limit="runtime", amount=14.0)
    assert corrected_value(situation(placed, words=text), load_phrases(), render) == ""


def value(text, limit, amount=None, to=None, **fields):
    return Value(text, 0, len(text), limit=limit, amount=amount, to=to, **fields)


@pytest.mark.parametrize(
    ("claimed", "corrected"),
    [
        (value("14 hours", "runtime", 14), "10 hours"),
        (value("14 hrs", "runtime", 14), "10 hrs"),
        (value("14h", "runtime", 14), "10h"),
        (value("14\u00a0h", "runtime", 14), "10\u00a0h"),
        (value("fourteen hours", "runtime", 14), "ten hours"),
        (value("up to 14 hours", "runtime", 14, bound="max"), "up to 10 hours"),
        (value("Up to 14 hours", "runtime", 14, bound="max"), "Up to 10 hours"),
        (value("over 14 hours", "runtime", 14, bound="min", strict=True), "up to 10 hours"),
        (value("Over 14 hours", "runtime", 14, bound="min", strict=True), "Up to 10 hours"),
        (value("14+ hours", "runtime", 14, bound="min"), "up to 10 hours"),
        (value("14 hours or more", "runtime", 14, bound="min"), "up to 10 hours"),
        (value("about 14 hours", "runtime", 14, bound="approx"), "up to 10 hours"),
        (value("a week", "runtime", 168), "10 hours"),
        (value("14-hour", "runtime", 14), "10-hour"),
        (value("14-day", "runtime", 336), "10-hour"),
        (value("14-day", "standby", 336), "10-day"),
        (value("14 days", "standby", 336), "10 days"),
        (value("two weeks", "standby", 336), "240 hours"),
        (value("5,000 minutes", "storage", 3.472222222), "2 days"),
        (value("60 minutes", "charge", 60), "90 minutes"),
        (value("1 hour", "charge", 60), "90 minutes"),
        (value("half an hour", "charge", 30), "90 minutes"),
        (value("under 60 minutes", "charge", 60, bound="max", strict=True), "as little as 90 minutes"),
        (value("at least 60 minutes", "charge", 60, bound="min"), "at least 90 minutes"),
        (value("90 minutes", "slow-charge", 1.5), "3 hours"),
        (value("1,500 lumens", "flux", 1500), "1,200 lumens"),
        (value("over 1500 lm", "flux", 1500, bound="min", strict=True), "up to 1200 lm"),
        (value("12", "speakers", 12), "8"),
        (value("up to twelve", "speakers", 12, bound="max"), "up to eight"),
        (value("Twelve", "speakers", 12), "Eight"),
        (value("six", "cores", 6), "four"),
        (value("from -20 °C", "temperature", -20, bound="min"), "from -10 °C"),
        (value("up to 60 °C", "temperature", 60, bound="max"), "up to 45 °C"),
        (value("from −20 to 50 °C", "temperature", -20, 50), "from −10 to 45 °C"),
        (value("-20 °C to 40 °C", "temperature", -20, 40), "-10 °C to 40 °C"),
        (value("8–14 hours", "runtime", 8, 14), "8–10 hours"),
        (value("IP68", "ingress", rating="IP68"), "IP67"),
        (value("Bluetooth 5.4", "bluetooth", version="5.4"), "Bluetooth 5.2"),
        (value("Version 5.4", "bluetooth", version="5.4"), "Version 5.2"),
        (value("Wi-Fi 6E", "wifi", version="6E"), "Wi-Fi 6"),
        (value("5.4", "bluetooth", version="5.4"), "5.2"),
        (value("Wi-Fi 7", "wifi", version="7"), "Wi-Fi 6"),
    ],
    ids=lambda value: value.text if isinstance(value, Value) else None,
)
def test_value_is_written_anew(situation, claimed, corrected):
    assert corrected_value(situation(claimed), load_phrases(), render) == corrected


@pytest.mark.parametrize(
    ("values", "after"),
    [
        pytest.param((value("9 hours", "runtime", 9),), "", id="nothing is wrong"),
        pytest.param((value("two", "port", 2),), " ports", id="the noun behind it would have to change"),
        pytest.param((value("all-day", "runtime", 16, bound="approx"),), " battery", id="no number"),
        pytest.param((value("exceeds 14 hours", "runtime", 14, bound="min", strict=True),), "", id="a verb among the words"),
        pytest.param((value("less than 14 hours", "runtime", 14, bound="max", strict=True),), "", id="says the opposite of a boast"),
        pytest.param((value("12 to 14 hours", "runtime", 12, 14),), "", id="nothing would be left of the range"),
        pytest.param((value("within 60 minutes", "charge", 60, bound="max"),), "", id="a preposition among the words"),
        pytest.param((value("two", "cores", 2),), " cores", id="the true value would claim more"),
        pytest.param((value("18 × 25 cm", "length", 250),), "", id="several numbers"),
        pytest.param((value("3.2 in", "length", 81.28),), "", id="another unit of length"),
        pytest.param((value("more than 12", "countries", 12, bound="min", strict=True),), " countries", id="its unit stands behind it"),
        pytest.param((value("7", "wifi", version="7"),), "", id="a bare number that may be anything"),
        pytest.param((value("USB 3.2 Gen 2", "bluetooth", version="3.2 Gen 2"),), "", id="a version of two numbers"),
        pytest.param((value("14 hours", "runtime", 14),), " and 30 minutes", id="the value goes on"),
        pytest.param((value("14 hours", "runtime", 14),), " longer than others", id="a comparison"),
        pytest.param((value("14 h", "runtime", 14), value("20 h", "runtime", 20)), "", id="two values of one limit"),
    ],
)
def test_value_is_left_to_a_person(situation, values, after):
    assert corrected_value(situation(*values, after=after), load_phrases(), render) == ""


@pytest.mark.parametrize(
    ("words", "channel", "approved"),
    [
        ("It gives endless light.", "public", "ten bright hours"),
        ("Endless light.", "public", "Ten bright hours"),
        ("It gives light.", "public", ""),
    ],
)
def test_approved_wording_takes_the_place_of_a_forbidden_one(situation, words, channel, approved):
    assert approved_wording(situation(words=words, channel=channel)) == approved


@pytest.mark.parametrize(("words", "before", "expected"), [("a", "B", "A"), ("a", "b", "a"), ("A", "b", "A"), ("10", "B", "10")])
def test_capital_at_the_start_stays(words, before, expected):
    assert capitalised_as(words, before) == expected
