"""What copy speaks of: names and aliases in every spelling, everyday wordings, marks, things that nobody knows."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("It has Wi-Fi.", "wifi"),
        ("It has wifi.", "wifi"),
        ("It has WiFi.", "wifi"),
        ("It has WI-FI.", "wifi"),
        ("It has Wi Fi.", "wifi"),
        ("It has Wi‑Fi.", "wifi"),  # a hyphen that does not break
        ("It has **Wi**-Fi.", "wifi"),  # emphasis inside a name
        ("It has Wi&#8209;Fi.", "wifi"),  # an entity inside a name
        ("A heart-rate sensor is built in.", "heart-rate"),
        ("Heart rate sensors are built in.", "heart-rate"),
        ("The HEART-RATE SENSOR is built in.", "heart-rate"),
        ("A heartrate sensor is built in.", "heart-rate"),
        ("It has a pulse sensor.", "heart-rate"),
        ("Sleep-tracking is included.", "sleep-tracking"),
        ("It tracks your sleep.", "sleep-tracking"),
        ("Tracking of your sleep is included.", "sleep-tracking"),
        ("It charges over USB-C.", "usb-c-charging"),
        ("USB C charging is included.", "usb-c-charging"),
        ("USBC charging is included.", "usb-c-charging"),
        ("It is waterproof.", "water-resistance"),
        ("It is water resistant.", "water-resistance"),
        ("It is water-resistant.", "water-resistance"),
        ("It is rated IP67.", "water-resistance"),
        ("Rain is no problem.", "water-resistance"),
        ("It shrugs off spills.", "water-resistance"),
        ("It carries the CE mark.", "ce"),
        ("It is FCC certified.", "fcc"),
    ],
)
def test_copy_speaks_of(claims_of, text, subject):
    assert [claim.subject for claim in claims_of(text)] == [subject]


def test_one_clause_may_speak_of_several(claims_of):
    assert {claim.subject for claim in claims_of("It has a WiFi-connected screen.")} == {"display", "wifi"}


@pytest.mark.parametrize(
    "text",
    [
        "The strap is blue.",
        "You can buy the strap at the market.",
        "Press the button and switch on Wi-Fi.",
        pytest.param(
            "Press the button to switch on Wi-Fi.",
            marks=pytest.mark.xfail(strict=True, reason="the purpose of an instruction is taken for a promise"),
        ),
        "Does it have Wi-Fi?",
        "Our competitors have Wi-Fi.",
        pytest.param(
            "`wifi.connect()`", marks=pytest.mark.xfail(strict=True, reason="a line of code in running text is taken for its name")
        ),
        "```\nIt has Wi-Fi.\n```",
        "Wireless freedom, every day.",
        "## Changelog\n\nIt has Wi-Fi.",
    ],
)
def test_no_claim(claims_of, text):
    assert claims_of(text) == ()


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("It has no GPS.", "negated"),
        ("It comes without GPS.", "negated"),
        ("Not FCC certified for resale.", "negated"),
        ("Not supported:\n\n- Wi-Fi\n- GPS", "negated"),
        ("## Not supported\n\n- Wi-Fi\n- GPS", "negated"),
        ("Rain is no problem.", "affirmed"),  # the wording's own "no"
        ("It has GPS.", "affirmed"),
    ],
)
def test_polarity(claims_of, text, polarity):
    assert {claim.polarity for claim in claims_of(text)} == {polarity}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It has GPS.", "feature"),
        ("It has Bluetooth 5.2.", "value"),
        ("It carries the CE mark.", "certification"),
        ("The Heron Watch is available now.", "availability"),
    ],
)
def test_kind(claims_of, text, kind):
    assert [claim.kind for claim in claims_of(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "matched"),
    [("It has GPS.", "name"), ("Rain is no problem.", "vocabulary"), ("| Feature | Value |\n|---|---|\n| Endurance | 14 days |", "unit")],
)
def test_claim_says_by_what_it_was_found(claims_of, text, matched):
    assert [claim.matched for claim in claims_of(text)][-1:] == [matched]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It has a thermometer.", "It has a thermometer"),
        ("It features a barometer.", "It features a barometer"),
        ("The Heron Watch has a solar panel.", "The Heron Watch has a solar panel"),
    ],
)
def test_concrete_feature_that_the_manifest_does_not_have(claims_of, text, words):
    assert [(claim.subject, claim.text) for claim in claims_of(text)] == [(None, words)]


@pytest.mark.parametrize("text", ["It has everything.", "The watch offers more freedom.", "It comes with love."])
def test_vague_praise_is_no_feature(claims_of, text):
    assert claims_of(text) == ()


@pytest.mark.parametrize(
    ("text", "subject", "words"),
    [
        ("It cures insomnia.", None, "cures insomnia"),
        ("IT CURES INSOMNIA!", None, "CURES INSOMNIA"),
        ("Nights are calm; it cures   insomnia.", None, "cures   insomnia"),
        ("The strap is medical grade.", "heart-rate", "medical grade"),
    ],
)
def test_words_that_are_ruled_out_are_claims_wherever_they_stand(claims_of, text, subject, words):
    assert [(claim.subject, claim.text) for claim in claims_of(text)] == [(subject, words)]


def test_a_forbidden_wording_beside_its_own_subject_is_one_claim(claims_of):
    assert [claim.subject for claim in claims_of("The pulse sensor is medical grade.")] == ["heart-rate"]
