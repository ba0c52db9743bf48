"""Which concept a capability takes by the names that engineers give it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from claimlint.vocabulary import Concept, concepts_by_name, matching_concept
from claimlint.vocabulary.names import singular


@pytest.mark.parametrize(
    ("names", "concept"),
    [
        (["battery life"], "battery-life"),
        (["operating time on one charge"], "battery-life"),
        (["Battery Run-Time"], "battery-life"),
        (["standby time"], "standby-time"),
        (["full charge duration"], "charging-time"),
        (["fast charging", "USB-C PD"], "fast-charging"),
        (["inductive charging"], "wireless-charging"),
        (["energy source", "photovoltaic cells"], "solar-charging"),
        (["idle power consumption"], "power-consumption"),
        (["rated cell capacity", "21700 pack"], "battery-capacity"),
        (["user-replaceable batteries"], "removable-battery"),
        (["ingress protection", "IEC 60529"], "ingress-protection"),
        (["enclosure rating", "IP67"], "ingress-protection"),
        (["free-fall survivability"], "drop-resistance"),
        (["BLE"], "bluetooth"),
        (["Bluetooth mesh"], "bluetooth-mesh"),
        (["Bluetooth 5.2 radio"], "bluetooth"),
        (["WLAN"], "wi-fi"),
        (["Wi-Fi 6E"], "wi-fi"),
        (["LTE modem"], "cellular"),
        (["wide-area link", "LoRaWAN"], "lora"),
        (["Matter support"], "matter"),
        (["GNSS positioning"], "positioning"),
        (["microphone array"], "microphones"),
        (["keyword spotting"], "wake-word"),
        (["active noise cancellation"], "noise-cancelling"),
        (["display luminance"], "display-brightness"),
        (["image sensor resolution"], "camera-resolution"),
        (["infrared night vision"], "night-vision"),
        (["on-device inference"], "on-device-ai"),
        (["neural processing unit"], "npu"),
        (["eMMC storage"], "data-storage"),
        (["gigabit Ethernet ports"], "ethernet"),
        (["Power over Ethernet", "802.3at"], "power-over-ethernet"),
        (["ambient operating temperature range"], "operating-temperature"),
        (["headset mass"], "weight"),
        (["maximum payload"], "payload"),
        (["automatic shut-off"], "safety-shutoff"),
        (["encryption at rest"], "encryption"),
        (["multi-factor authentication"], "two-factor-authentication"),
        (["over-the-air updates"], "updates"),
        (["REST API"], "api"),
        (["service availability"], "uptime"),
        (["spare-part availability"], "repairability"),
        (["ISO/IEC 27001"], "iso-27001"),
        (["FCC equipment authorization", "FCC"], "fcc"),
    ],
)
def test_a_capability_takes_the_concept_of_its_name(names: list[str], concept: str, vocabulary: Mapping[str, Concept]) -> None:
    assert matching_concept(names, concepts_by_name(vocabulary.values())) == concept


@pytest.mark.parametrize("names", [[], ["frobnication"], ["flame"], ["blender"], ["unicode"], ["imaginary part"]])
def test_other_names_take_none(names: list[str], vocabulary: Mapping[str, Concept]) -> None:
    assert matching_concept(names, concepts_by_name(vocabulary.values())) is None


def test_no_two_concepts_share_a_name(vocabulary: Mapping[str, Concept]) -> None:
    taken: dict[str, list[str]] = {}
    for concept in vocabulary.values():
        for name in concept.names:
            taken.setdefault(name.lower(), []).append(concept.id)
    assert {name: concepts for name, concepts in taken.items() if len(concepts) > 1} == {}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("cells", "cell"),
        ("batteries", "battery"),
        ("switches", "switch"),
        ("lenses", "lense"),
        ("glass", "glass"),
        ("gps", "gps"),
        ("axis", "axis"),
    ],
)
def test_regular_plurals_are_folded(word: str, expected: str) -> None:
    assert singular(word) == expected
