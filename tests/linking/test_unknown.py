"""Promises that the manifest does not have, and what looks like one."""

from __future__ import annotations

import pytest

from claimlint.linking.score import unknown_weights
from claimlint.linking.unknown_signals import UNKNOWN_SIGNALS

SPECIFICATIONS = (
    "# Heron Watch\n\n## Specifications\n\n- GPS receiver\n- Wi-Fi 5\n- Bluetooth 5.2\n- 14 days of battery life\n- Sleep tracking\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(SPECIFICATIONS + "- Four user LEDs, 2 mm", ["Four user LEDs, 2 mm"], id="an item among linked ones"),
        pytest.param(SPECIFICATIONS + "- NFC payments", ["NFC payments"], id="a wording of a feature that no capability has"),
        pytest.param(SPECIFICATIONS + "- USB-C charging", [], id="an item that is linked"),
        pytest.param(SPECIFICATIONS + "- No headphone jack", [], id="an item that is denied"),
        pytest.param("It has an altimeter.", ["It has an altimeter"], id="a verb of having"),
        pytest.param("It has a certain charm.", [], id="a verb of having, and nothing concrete"),
        pytest.param("Open the lid. Press the button for two seconds.", [], id="steps"),
        pytest.param("The tram leaves at nine, and the museum is worth a morning.", [], id="prose"),
        pytest.param("- the museum by the river\n- lunch in the old harbour\n- a nap", [], id="a list beside which nothing is linked"),
    ],
)
def test_unknown_promises(claims_of, text, expected):
    assert [claim.text for claim in claims_of(text) if claim.subject is None and claim.polarity == "affirmed"] == expected


@pytest.mark.parametrize("with_meaning", [False, True])
def test_the_tables_that_ship_know_these_signals_only(with_meaning):
    assert set(unknown_weights(with_meaning).signals) <= set(UNKNOWN_SIGNALS)


def test_without_the_language_model_nearness_weighs_nothing():
    assert "nearest" not in unknown_weights(False).signals
