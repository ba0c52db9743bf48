"""What is suggested may itself be said."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from claimlint.claim import STRENGTHS, Value
from claimlint.rules.phrases import load_phrases
from claimlint.rules.situation import Situation
from claimlint.rules.suggestions import strongest_allowed, wording_for_today

CAPABILITIES = ["nothing-yet", "at-evt", "at-dvt", "at-pvt", "at-mp", "lapsed", "disclosed", "worded-early"]
CHANNELS = ["public", "sales", "beta", "prospecting"]


@pytest.fixture
def situation(manifest, default_rules, make_claim):
    def make(subject, channel="public", **fields):
        return Situation(make_claim(subject, **fields), manifest, channel, default_rules.policy, date(2026, 11, 22))

    return make


@pytest.mark.parametrize(
    ("subject", "channel", "fields", "suggestion"),
    [
        pytest.param("nothing-yet", "public", {}, "", id="nothing may be said"),
        pytest.param("nothing-yet", "sales", {}, "designed to offer LoRa transceiver", id="a plan"),
        pytest.param("at-evt", "public", {}, "designed to offer solar charging", id="an intent"),
        pytest.param("at-evt", "sales", {}, "will offer solar charging", id="a commitment"),
        pytest.param(
            "at-dvt", "public", {}, "designed for battery life (up to 10 hours, 50 % volume)", id="the only number, with its name"
        ),
        pytest.param(
            "at-dvt",
            "public",
            {"values": (Value("14 h", 0, 4, limit="runtime", amount=14.0),)},
            "designed for up to 10 hours (50 % volume)",
            id="the number in place of the claimed one",
        ),
        pytest.param(
            "at-pvt",
            "public",
            {"values": (Value("4", 0, 1, limit="count", amount=4.0),)},
            "USB-C ports: 2",
            id="a bare count says what it counts",
        ),
        pytest.param("at-mp", "public", {}, "Bluetooth 5.2", id="a version names its standard"),
        pytest.param("lapsed", "sales", {}, "designed for water resistance (IP67)", id="a rating that lapsed"),
        pytest.param("failed", "sales", {}, "", id="withdrawn"),
        pytest.param("worded", "public", {}, "brighter than 500 candles", id="approved wording first"),
        pytest.param("worded-early", "public", {}, "designed for glow (up to 400 lm)", id="approved wording not before its gate"),
        pytest.param("disclosed", "public", {}, "range: up to 30 m (line of sight, at 25 °C)", id="with what must stand beside it"),
        pytest.param("lumo", "public", {}, "coming soon: Lumo Lantern", id="a product"),
        pytest.param("pending", "public", {}, "FCC authorization: pending", id="a pending certificate"),
        pytest.param("refused", "public", {}, "", id="a refused certificate"),
        pytest.param(None, "public", {}, "", id="nothing is known"),
    ],
)
def test_wording_for_today(situation, fill, subject, channel, fields, suggestion):
    assert wording_for_today(situation(subject, channel, **fields), load_phrases(), fill) == suggestion


@pytest.mark.parametrize(("subject", "channel", "strength"), list(product(CAPABILITIES, CHANNELS, STRENGTHS)))
def test_the_strength_that_is_suggested_is_allowed_and_none_above_it_is(situation, subject, channel, strength):
    case = situation(subject, channel, strength=strength)
    wordings = {name: name for name in STRENGTHS}
    chosen = strongest_allowed(case, wordings)
    firmer = STRENGTHS[: STRENGTHS.index(chosen)] if chosen else STRENGTHS
    assert [name for name in (*firmer, chosen) if name and case.allows(name)] == ([chosen] if chosen else [])


def test_nothing_is_suggested_more_firmly_than_as_a_fact():
    suggested = {strength for templates in load_phrases().suggestions.values() for strength in templates}
    assert suggested == set(STRENGTHS) - {"guarantee"}


@pytest.mark.parametrize(("subject", "channel"), list(product(CAPABILITIES, CHANNELS)))
def test_a_finding_that_finds_no_wording_says_whom_to_ask(judged, make_claim, subject, channel):
    for finding in judged(make_claim(subject, strength="guarantee"), channel=channel):
        way_out = f"“{finding.suggestion}”" if finding.suggestion else "or ask"
        assert way_out in finding.message


@pytest.fixture
def fill():
    from claimlint.rules.messages import render

    return render
