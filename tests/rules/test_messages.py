"""Messages as people read them."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.claim import Value
from claimlint.manifest.model import Measure, Place
from claimlint.rules.messages import check_template
from claimlint.rules.phrases import load_phrases

HOURS_14 = Value("up to 14 hours", 6, 20, bound="max", limit="runtime", amount=14.0, unit="h")


@pytest.mark.parametrize(
    ("subject", "fields", "channel", "message"),
    [
        pytest.param(
            "at-dvt",
            {"words": "Lasts up to 14 hours.", "strength": "intent", "values": (HOURS_14,)},
            "public",
            "“up to 14 hours” is more than engineering has measured: the most that was measured for battery life is 10 "
            "hours (50 % volume). On a public page it may be stated as a fact once PVT has been passed, which is due on "
            "2026-12-01. You could say today: “designed for up to 10 hours (50 % volume)”.",
            id="more than was measured",
        ),
        pytest.param(
            "at-pvt",
            {"words": "USB-C ports, guaranteed.", "strength": "guarantee"},
            "sales",
            "“USB-C ports, guaranteed.” presents USB-C ports as guaranteed, which is too early. The last gate passed for "
            "USB-C ports is PVT (TR-3). In sales material it may be guaranteed once MP has been passed. You could say "
            "today: “USB-C ports: 2”.",
            id="a plural name",
        ),
        pytest.param(
            "nothing-yet",
            {"words": "It speaks LoRa."},
            "public",
            "“It speaks LoRa.” presents LoRa transceiver as a fact, which is too early. No gate has been passed for LoRa "
            "transceiver yet. On a public page it may be stated as a fact once PVT has been passed. Please leave it out for"
            " now, or ask the radio team what may be promised.",
            id="nothing may be said",
        ),
        pytest.param(
            "lapsed",
            {"words": "Swim with it."},
            "public",
            "“Swim with it.” presents water resistance as a fact, which is too early. The validation of water resistance "
            "lapsed on 2026-06-30. On a public page it may be stated as a fact once it has been validated anew, up to PVT. Please leave it "
            "out for now, or ask engineering what may be promised.",
            id="lapsed",
        ),
        pytest.param(
            "failed",
            {"words": "Talk to it."},
            "public",
            "“Talk to it.” promises voice control, but engineering has withdrawn it: it failed validation. Please take it "
            "out; the software team can tell you whether anything takes its place.",
            id="failed",
        ),
        pytest.param(
            "orb",
            {"words": "Orb is here.", "kind": "availability"},
            "public",
            "“Orb is here.” offers Orb Lamp too early. The last gate that the product has passed is PVT. Orders open on "
            "2026-12-01. It ships from 2027-03-15. You could say today: “coming soon: Orb Lamp”.",
            id="before its day",
        ),
        pytest.param(
            "expired",
            {"words": "Qi certified.", "kind": "certification"},
            "public",
            "“Qi certified.” claims Qi certification, which expired on 2026-01-31. Please leave it out for now, or ask "
            "engineering what may be promised.",
            id="an expired certificate",
        ),
    ],
)
def test_messages(judged, make_claim, subject, fields, channel, message):
    finding, *_ = judged(make_claim(subject, **fields), channel=channel, day=date(2026, 11, 22))
    assert finding.message == message


@pytest.mark.parametrize(
    ("amount", "unit", "written", "spelled"),
    [
        (10.0, "h", "10 h", "10 hours"),
        (1.0, "h", "1 h", "1 hour"),
        (2.5, "h", "2.5 h", "2.5 hours"),
        (-10.0, "C", "-10 C", "-10 °C"),
        (140.0, "deg", "140 deg", "140°"),
        (5000.0, "mAh", "5,000 mAh", "5,000 mAh"),
        (300.0, "images", "300 images", "300 images"),
        (4.0, "", "4", "4"),
    ],
)
def test_measures_are_spelled_for_readers(amount, unit, written, spelled):
    assert load_phrases().measure(Measure(amount, unit, written)) == spelled


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("{{ name }} {{ say.way_out() }}", [], id="sound"),
        pytest.param("{{ name }", ["rule.yaml:7:10: is not valid Jinja2: unexpected '}'."], id="one line"),
        pytest.param("fine\n{% if name %}\n", ["rule.yaml:9: is not valid Jinja2"], id="a block of lines"),
        pytest.param("{{ nmae }}", ['"nmae" is no name that a message may use. Did you mean "name"?'], id="an unknown name"),
    ],
)
def test_templates_are_checked_before_they_are_used(source, expected):
    problems = [str(problem) for problem in check_template(source, Place("rule.yaml", 7, 10))]
    assert len(problems) == len(expected)
    assert all(part in problem for part, problem in zip(expected, problems, strict=True))


def test_a_message_cannot_reach_into_the_program(judged, make_claim):
    from jinja2.exceptions import SecurityError

    from claimlint.rules.messages import render

    with pytest.raises(SecurityError):
        render("{{ claim.__class__.__mro__ }}", {"claim": make_claim("at-dvt")})
