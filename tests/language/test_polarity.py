"""Which words a sentence denies: copy says that the product has them not."""

from __future__ import annotations

import pytest

from claimlint.document import Heading

DENIED = [
    ("There is no touch screen.", "touch screen"),
    ("It has no touch screen.", "touch screen"),
    ("No touch screen.", "touch screen"),
    ("The kettle has no app.", "app"),
    ("Neither a camera nor a microphone is built in.", "camera nor a microphone"),
    ("It has neither a camera nor a microphone.", "camera nor a microphone"),
    ("It comes without a charger.", "charger"),
    ("A watch without GPS.", "GPS"),
    ("Without Wi-Fi, but with Bluetooth.", "Wi-Fi"),
    ("It does not support GPS.", "GPS"),
    ("It doesn't support GPS.", "GPS"),
    ("The band does not include a heart sensor.", "heart sensor"),
    ("The lamp is not waterproof.", "waterproof"),
    ("The lamp isn't waterproof.", "waterproof"),
    ("It does not yet have a solar lid.", "solar lid"),
    ("It no longer supports Zigbee.", "Zigbee"),
    ("GPS is not supported.", "GPS"),
    ("GPS is not included.", "GPS"),
    ("Wireless charging is not available.", "Wireless charging"),
    ("It does not have GPS or Bluetooth.", "GPS or Bluetooth"),
    ("It does not have GPS, but it has Bluetooth.", "GPS"),
    ("It has Bluetooth but no GPS.", "GPS"),
    ("It lacks a microphone.", "microphone"),
    ("The lid lacks a solar cell and a vent.", "solar cell and a vent"),
    ("We removed the camera.", "camera"),
    ("This model omits Bluetooth.", "Bluetooth"),
    ("It is missing a compass.", "compass"),
    ("The screen is bright and the camera is not included.", "camera"),
    ("It is not certified by the FCC.", "FCC"),
    ("It is not a medical device.", "medical device"),
    ("The case is not military grade.", "military grade"),
    ("The lamp does not work with Alexa.", "Alexa"),
    ("It is not compatible with Zigbee.", "Zigbee"),
    ("Alexa support is not planned.", "Alexa support"),
    ("No camera, no microphone.", "microphone"),
    ("It cannot record video.", "video"),
    ("It has Bluetooth and GPS, not Zigbee.", "Zigbee"),
    ("It supports GPS, but not Galileo.", "Galileo"),
    ("The robot does not climb stairs.", "stairs"),
    ("It does not warn before a collision.", "collision"),
    ("You cannot take calls on it.", "calls"),
    ("Neither model has a camera.", "camera"),
    ("There are no games that teach reading.", "games"),
    ("The second port is gone.", "port"),
    ("The camera was dropped.", "camera"),
    ("It is incompatible with Zigbee.", "Zigbee"),
    ("It ships without a lid.", "lid"),
    ("It does not\nsupport GPS.", "GPS"),  # a soft-wrapped line
    ("Does not detect smoke.", "smoke"),  # without a subject
    ("Not a medical device.", "medical device"),
    ("We left the compass out.", "compass"),
    ("The fingerprint reader was given up.", "fingerprint reader"),
    ("Colour printing: we stopped that.", "Colour printing"),
    ("The cable port is gone for good.", "cable port"),
    ("It is a watch without a screen.", "screen"),
]

AFFIRMED = [
    ("It has GPS.", "GPS"),
    ("It supports Bluetooth and Zigbee.", "Bluetooth and Zigbee"),
    ("The watch is waterproof.", "waterproof"),
    ("Without Wi-Fi, but with Bluetooth.", "Bluetooth"),
    ("It does not have GPS, but it has Bluetooth.", "Bluetooth"),
    ("It has Bluetooth but no GPS.", "Bluetooth"),
    ("The screen is bright and the camera is not included.", "screen"),
    ("It not only charges your phone but also lights the tent.", "charges your phone but also lights the tent"),
    ("Not only waterproof, but also dustproof.", "waterproof, but also dustproof"),
    ("It isn't just a lamp, it has Bluetooth too.", "Bluetooth"),
    ("It does not lack power.", "power"),
    ("The handle will not slip.", "slip"),
    ("The camera does not need a cable.", "camera"),
    ("It never loses its GPS fix.", "GPS"),
    ("Nothing beats its battery life.", "battery life"),
    # What is absent is a burden, so nothing that the product should have is denied.
    ("No installation needed.", "installation"),
    ("No tools required.", "tools"),
    ("There is no need for batteries.", "batteries"),
    ("No subscription fees, just free maps.", "maps"),
    ("Without any hassle it pairs over Bluetooth.", "hassle it pairs over Bluetooth"),
    ("You never need to charge it.", "charge"),
    ("It ships without caveats.", "caveats"),
    ("It works without a phone.", "phone"),
    ("Gravel leaves no scratch on it.", "scratch"),
    ("Rain is no problem.", "problem"),
    ("We keep no data.", "data"),
    ("It hears you, not the traffic.", "traffic"),
    ("No stranger sees a name.", "name"),
    ("You no longer have to wait for the mill.", "mill"),
    ("The battery life is longer than before.", "battery life"),
    ("It removes dust from the air.", "dust"),
    ("When there is no network, it stores the readings.", "network"),
    ("A stray router cannot hand out addresses.", "addresses"),
    ("Never miss a call.", "call"),
    ("No guest ever misses a word.", "word"),
    ("A heater no bigger than a shoebox.", "shoebox"),
    ("No filters to change.", "filters"),
    ("Ten hours without a socket.", "socket"),
    ("The smell is gone before breakfast.", "smell"),
    ("Two metres under water: no problem.", "metres under water"),
    ("In nine languages, with no network around.", "nine languages"),
    ("We have stopped counting the falls.", "falls"),
    ("Thunder does not scare it.", "Thunder"),
    # The hedge is denied, not the thing.
    ("It isn't a prototype.", "prototype"),
    ("Nothing about the radio is experimental.", "radio"),
    ("The mesh mode is no longer experimental.", "mesh mode"),
    # Two denials undo each other.
    ("It does not come without GPS.", "GPS"),
    ("It is not impossible to repair.", "repair"),
    ("FCC approval is not yet granted.", "FCC approval"),  # it is on its way
]


@pytest.mark.parametrize(("sentence", "words"), DENIED)
def test_denied(tokens_of, sentence, words):
    told = [token.text for token in tokens_of(sentence, words) if not token.negated and token.part in ("NOUN", "PROPN", "ADJ")]
    assert told == []


@pytest.mark.parametrize(("sentence", "words"), AFFIRMED)
def test_affirmed(tokens_of, sentence, words):
    assert [token.text for token in tokens_of(sentence, words) if token.negated] == []


@pytest.mark.parametrize("answer", ["No.", "It will not.", "Not yet.", "Not in this model.", "Not this one.", "Not today."])
def test_an_answer_that_only_denies_is_denied_as_a_whole(sentences, answer):
    assert all(token.negated for sentence in sentences(answer) for token in sentence.tokens)


@pytest.mark.parametrize("heading", ["Not supported", "What it does not do", "Missing features", "Not included"])
def test_a_heading_denies_what_stands_below_it(tokens_of, heading):
    assert all(token.negated for token in tokens_of("Solar charging.", "Solar charging", headings=(Heading(2, heading),)))


def test_what_is_announced_under_such_a_heading_is_not_denied(tokens_of):
    tokens = tokens_of("Maps will come in May.", "Maps", headings=(Heading(2, "Missing"),))
    assert not any(token.negated for token in tokens)


@pytest.mark.parametrize("heading", ["8. Not included", "4. Not supported"])
def test_a_numbered_slide_denies_what_stands_below_it(tokens_of, heading):
    headings = (Heading(1, "Lamp for dealers"), Heading(1, heading))
    assert all(token.negated for token in tokens_of("SIM card", "SIM card", headings=headings))


def test_an_introduction_denies_the_items_of_its_list(tokens_of):
    assert all(token.negated for token in tokens_of("Solar charging.", "Solar charging", introduction="The lamp does not support:"))
