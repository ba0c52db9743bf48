"""How firmly copy promises: each sentence with the words in it whose strength is told."""

from __future__ import annotations

import pytest

from claimlint.document import BlockKind, Heading

GUARANTEES = [
    ("Not a single photo is ever lost.", "lost"),
    ("It always finds your keys.", "finds"),
    ("It never runs dry.", "runs dry"),
    ("We guarantee 10 hours of light.", "10 hours of light"),
    ("Battery life is guaranteed for two years.", "Battery life"),
    ("Every seal holds without fail.", "seal"),
    ("It works under all conditions.", "works"),
    ("It never loses its GPS fix.", "GPS"),
    ("The light comes on every single time.", "light"),
    ("100 % waterproof.", "waterproof"),
    ("It keeps charging no matter what.", "charging"),
    ("The frame carries a truck and never cracks.", "never cracks"),
    ("No file is lost, guaranteed.", "file"),
    ("You will never change a bulb again.", "change"),
]

ASSERTIONS = [
    ("The kettle boils in three minutes.", "boils"),
    ("It has a USB-C port.", "port"),
    ("It supports Bluetooth 5.2.", "Bluetooth"),
    ("Solar charging.", "Solar"),
    ("Weight: 310 g", "310 g"),
    ("A lid that keeps out the rain.", "rain"),
    ("Our lamp lights a whole camp.", "lights"),
    ("Rain bounces off the shell.", "Rain"),
    ("It will wake you every morning.", "wake"),  # a habit, no plan
    ("The app will remind you to drink.", "remind"),
    ("The handle will not slip.", "slip"),
    ("The May edition glows.", "glows"),  # the month
    ("You may use it in the rain.", "rain"),  # what the reader does is no promise withheld
    ("You could leave it on all night.", "all night"),
    ("It is no longer experimental.", "experimental"),
    ("The lid is out of beta.", "lid"),
    ("It has a water target of two litres.", "two litres"),
    ("Nothing about the radio is experimental.", "radio"),
    ("It isn't a prototype.", "prototype"),
    ("The radio has left beta.", "radio"),
    ("It is production-ready.", "production"),
    ("It is now generally available.", "available"),
    ("DVT is complete.", "DVT"),
    ("It is FCC and CE certified.", "FCC"),
    ("It pairs without caveats.", "pairs"),
    ("It stays warm in winter.", "warm"),  # every winter
    ("macOS 13 or later.", "macOS"),
    ("It comes back two seconds later.", "comes back"),
    ("Charging stops at 100 % by itself.", "stops"),  # a level
    ("The old lamp never dimmed.", "dimmed"),  # a story
    ("Plan your route on the map.", "route"),  # a command
    ("Should it run dry, it stops.", "stops"),
    ("It will switch off when it is docked.", "switch off"),
    ("The app will wake you every day at six.", "wake"),
    ("It contains nothing that could leak.", "nothing"),
    ("Our parcels leave Brno every Thursday.", "parcels"),
    ("The lamp is in the shops since Tuesday.", "lamp"),
    ("This is a compact lamp designed for wet tents.", "compact lamp"),
    ("A crank makes the power, so you never change a battery.", "A crank makes the power"),
    ("We have yet to meet a brighter lamp.", "lamp"),
]

COMMITMENTS = [
    ("It will support Matter in spring.", "Matter"),
    ("Solar charging is coming soon.", "Solar charging"),
    ("Offline maps arrive in March.", "maps"),
    ("Pre-order the kettle today.", "kettle"),
    ("We are going to add voice control.", "voice control"),
    ("Voice control comes in Q3.", "Voice control"),
    ("The lid will ship in May.", "lid"),
    ("Thread support is coming this summer.", "Thread"),
    ("We will add a torch later this year.", "torch"),
    ("Zigbee follows shortly.", "Zigbee"),
    ("Shipping this autumn: the solar lid", "solar lid"),
    ("Voice control, coming in Q3", "Voice control"),
    ("In shops from April", "shops"),
    ("In stock from week 38.", "stock"),
    ("Shops can order from 1 October.", "order"),
    ("Orders are taken from June.", "Orders"),
    ("Solar lid (this spring)", "Solar lid"),
    ("With firmware 2 it will also read bicycle sensors.", "bicycle sensors"),
    ("You will be able to change the cell once the second batch arrives.", "change"),
    ("You will hear the rain through it.", "hear"),  # people are to do it
    ("Once it is certified, it will fly with you.", "fly"),
    ("The lid is available from May.", "lid"),
    ("Will carry two spools", "spools"),  # an entry of a plan
    ("The first batch ships in week 9.", "batch"),
    ("The maps come with the next update.", "maps"),
    ("By the end of the year two arms will share a belt.", "belt"),
]

INTENTS = [
    ("It is designed to survive a fall.", "survive a fall"),
    ("It is built to last ten years.", "ten years"),
    ("We aim to reach IP67.", "IP67"),
    ("Voice control is planned.", "Voice control"),
    ("Solar charging is in development.", "Solar charging"),
    ("Solar charging (planned)", "Solar charging"),
    ("In development: solar charging", "solar charging"),
    ("The beta app counts steps.", "steps"),
    ("FCC certification is pending.", "FCC"),
    ("We are working on voice control.", "voice control"),
    ("We hope to ship a solar lid.", "solar lid"),
    ("It should last ten hours.", "ten hours"),
    ("The battery is expected to last a week.", "a week"),
    ("A companion app is on our roadmap.", "app"),
    ("It is not yet waterproof.", "waterproof"),
    ("We have applied for the CE mark.", "CE mark"),
    ("An experimental mesh mode is included.", "mesh mode"),
    ("A prototype already floats.", "floats"),
    ("It is meant to survive a fall.", "survive"),
    ("It aims to reach IP67.", "IP67"),
    ("Early access: voice control", "voice control"),
    ("Voice control (early access)", "Voice control"),
    ("Voice control is in preview.", "Voice control"),
    ("Voice control is prototype software.", "Voice control"),
    ("Voice control is something we hope to add.", "Voice control"),
    ("Voice control is what we are building now.", "Voice control"),
    ("The solar lid is being tested.", "solar lid"),
    ("We are also learning to save power.", "save power"),
    ("The solar lid is still on the bench.", "solar lid"),
    ("FCC certificate: pending, expected in May", "FCC certificate"),
    ("Once certified, it would work on aircraft.", "aircraft"),
    ("FCC and CE tests are running.", "are running"),
    ("The tests for CE are still running.", "CE"),
    ("A lid for gardens is being drawn.", "lid"),
    ("The laboratory is busy with a solar lid.", "solar lid"),
    ("This is a compact lamp designed for wet tents.", "wet tents"),
]

POSSIBILITIES = [
    ("It may float.", "float"),
    ("It might survive a fall.", "survive"),
    ("It could replace your torch.", "replace"),
    ("Perhaps it will float one day.", "float"),
    ("We are exploring solar charging.", "solar charging"),
    ("We are considering a solar lid.", "solar lid"),
    ("We would love to add voice control.", "voice control"),
    ("Maybe a solar lid comes someday.", "solar lid"),
    ("Solar charging is under consideration.", "Solar charging"),
    ("You might be able to fold it.", "fold"),
    ("It finds a lost key: something we are exploring.", "lost key"),
    ("We are thinking about a solar lid.", "solar lid"),
    ("We are toying with a solar lid.", "solar lid"),
    ("The lamp may\nfloat.", "float"),  # a soft-wrapped line
    ("We may add a solar lid in spring.", "solar lid"),  # the weakest hedge decides
]


@pytest.mark.parametrize(("sentence", "words"), GUARANTEES)
def test_guarantee(clause_of, sentence, words):
    assert clause_of(sentence, words).strength == "guarantee"


@pytest.mark.parametrize(("sentence", "words"), ASSERTIONS)
def test_assertion(clause_of, sentence, words):
    assert clause_of(sentence, words).strength == "assertion"


@pytest.mark.parametrize(("sentence", "words"), COMMITMENTS)
def test_commitment(clause_of, sentence, words):
    assert clause_of(sentence, words).strength == "commitment"


@pytest.mark.parametrize(("sentence", "words"), INTENTS)
def test_intent(clause_of, sentence, words):
    assert clause_of(sentence, words).strength == "intent"


@pytest.mark.parametrize(("sentence", "words"), POSSIBILITIES)
def test_possibility(clause_of, sentence, words):
    assert clause_of(sentence, words).strength == "possibility"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The lamp works today; the solar lid is a prototype.", {"works": "assertion", "solar lid": "intent"}),
        ("The lamp floats and the solar lid is planned.", {"floats": "assertion", "solar lid": "intent"}),
        ("The lamp has two ports and may support solar charging.", {"two ports": "assertion", "solar": "possibility"}),
        ("It measures humidity, and voice control is coming soon.", {"humidity": "assertion", "voice control": "commitment"}),
        ("It charges by USB-C and, in the future, may charge by solar power.", {"USB": "assertion", "solar": "possibility"}),
        ("The lamp is waterproof, but the lid is still in development.", {"waterproof": "assertion", "lid": "intent"}),
        ("IP67 is reached and certification is in progress.", {"IP67": "assertion", "certification": "intent"}),
        ("Bluetooth works today; Wi-Fi is a prototype.", {"Bluetooth": "assertion", "Wi-Fi": "intent"}),
        ("While the lamp is certified, the lid is a prototype.", {"lamp": "assertion", "lid": "intent"}),
        ("CE, FCC pending", {"CE": "assertion", "FCC": "intent"}),
        ("CE, RoHS, FCC (planned)", {"CE": "assertion", "FCC": "intent"}),
        ("We plan a solar lid and a torch.", {"solar lid": "intent", "torch": "intent"}),
        ("It may float and survive a fall.", {"float": "possibility", "survive": "possibility"}),
        ("Voice control and solar charging are planned.", {"Voice control": "intent", "solar charging": "intent"}),
    ],
)
def test_a_hedge_reaches_as_far_as_its_clause(clause_of, sentence, expected):
    assert {words: clause_of(sentence, words).strength for words in expected} == expected


@pytest.mark.parametrize(
    ("heading", "strength"),
    [
        ("Roadmap", "intent"),
        ("What's next", "intent"),
        ("In development", "intent"),
        ("Beta features", "intent"),
        ("Coming soon", "commitment"),
        ("Ideas", "possibility"),
        ("Under consideration", "possibility"),
        ("Features", "assertion"),
        ("Why we wrote so much about our roadmap and what is next", "assertion"),  # a sentence, no label
    ],
)
def test_a_heading_weakens_what_stands_below_it(clause_of, heading, strength):
    below = (Heading(1, "Lamp"), Heading(2, heading))
    assert clause_of("Solar charging.", "Solar", BlockKind.LIST_ITEM, headings=below).strength == strength


@pytest.mark.parametrize(
    ("fields", "strength"),
    [
        pytest.param({"headings": (Heading(1, "Roadmap for the summer"),)}, "assertion", id="a page's own title weakens nothing"),
        pytest.param({"headings": (Heading(2, "Roadmap"), Heading(3, "Radio"))}, "intent", id="heading further out"),
        pytest.param({"headings": (Heading(2, "Roadmap"), Heading(3, "Coming soon"))}, "commitment", id="the nearest heading decides"),
        pytest.param({"introduction": "In development:"}, "intent", id="introduction of a list"),
        pytest.param(
            {"headings": (Heading(2, "Roadmap"),), "introduction": "Coming soon:"}, "commitment", id="introduction before heading"
        ),
    ],
)
def test_the_nearest_label_decides(clause_of, fields, strength):
    assert clause_of("Solar charging.", "Solar", BlockKind.LIST_ITEM, **fields).strength == strength


@pytest.mark.parametrize(
    ("text", "words", "strength"),
    [
        ("It finds your keys. We guarantee that.", "finds", "guarantee"),
        ("It finds your keys. Guaranteed.", "finds", "guarantee"),
        ("A lid that drinks sunlight. In development.", "sunlight", "intent"),
        ("A lid that drinks sunlight. We are working on it.", "sunlight", "intent"),
        ("Dim one and the others follow. This will arrive in May.", "follow", "commitment"),
        ("It finds your keys. It may float.", "finds", "assertion"),  # "it" is the product
        ("It finds your keys. The lid never leaks.", "finds", "assertion"),
        ("We keep no data. We never sell it.", "data", "assertion"),  # the guarantee is another
    ],
)
def test_a_sentence_may_speak_of_the_one_before(clause_of, text, words, strength):
    assert clause_of(text, words).strength == strength


def test_what_is_denied_under_a_roadmap_is_denied_as_a_fact(clause_of):
    assert clause_of("There is no radio inside.", "radio", headings=(Heading(2, "Roadmap"),)).strength == "assertion"


def test_a_hedge_of_its_own_weakens_further_than_the_heading(clause_of):
    below = (Heading(2, "Roadmap"),)
    assert clause_of("It may float.", "float", BlockKind.LIST_ITEM, headings=below).strength == "possibility"
