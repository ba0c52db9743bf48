"""What is a promise of the product at all, and whose words it is."""

from __future__ import annotations

import pytest

from claimlint.document import BlockKind, Heading

NO_PROMISES = [
    ("Press the button to pair over Bluetooth.", "Press", "an instruction"),
    ("Open the app and tap Pair.", "tap Pair", "an instruction"),
    ("Never open the case in the rain.", "open the case", "an instruction"),
    ("First, connect the charger.", "charger", "an instruction"),
    ("Please read the manual.", "manual", "an instruction"),
    ("Then plug in the cable and wait for the light.", "light", "an instruction"),
    ("You must dry the lamp first.", "dry the lamp", "an instruction"),
    ("Does it float?", "float", "a question"),
    ("Is the lamp waterproof?", "waterproof", "a question"),
    ('Customers ask: "Is it waterproof?"', "waterproof", "a question"),
    ("If it gets wet, dry it before charging.", "gets wet", "a condition"),
    ("Unless the battery is empty, the lamp stays on.", "battery", "a condition"),
    ("Whether it rains or not, it works.", "rains", "a condition"),
    ("Our founder grew up by the sea.", "sea", "about somebody else"),
    ("Our competitors charge by USB-A.", "USB", "about somebody else"),
    ("Our customers love the seal.", "seal", "about somebody else"),
    ("I carried the first one up a mountain.", "carried", "about ourselves, not the product"),
    ("I was tired of dead batteries.", "batteries", "about ourselves, not the product"),
    ("To pair the lamp with your phone, open the settings.", "pair the lamp", "an instruction"),
    ("Make sure that the lamp is dry.", "lamp is dry", "an instruction"),
    ("For the best results, press the button twice.", "press", "an instruction"),
    ("The lamp must be dry before charging.", "dry", "an instruction"),
    ("So please keep it off the stove.", "keep", "an instruction"),
    ("The light had been off for an hour.", "off", "history"),
    ("Lamps were lit by gas in the 1880s.", "gas", "history"),
    ("The first lamp was made by hand forty years ago.", "hand", "history"),
    ("Our competitors' lamps have solar cells.", "solar", "about somebody else"),
    ("Most lamps need new batteries.", "batteries", "about somebody else"),
    ("Another lamp needs two batteries.", "batteries", "about somebody else"),
    ("Your router needs WPA3.", "WPA3", "about somebody else"),
    ("It uses the GPS of your phone.", "GPS", "about somebody else"),
    ("Bluetooth is a registered trademark of its owner.", "Bluetooth", "about somebody else"),
    ("LED stands for a diode that emits light.", "LED", "about somebody else"),
]


@pytest.mark.parametrize(("sentence", "words", "reason"), NO_PROMISES)
def test_no_promise_and_why(clause_of, sentence, words, reason):
    clause = clause_of(sentence, words)
    assert (clause.promise, clause.reason) == (False, reason)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The lamp floats.", "floats"),
        ("Ten hours of light.", "light"),
        ("It was tested to IP67.", "IP67"),
        ("Take it swimming.", "swimming"),
        ("Charge your phone from the lamp.", "phone"),
        ("Enjoy ten hours of light.", "light"),
        ("We offer a two-year warranty.", "warranty"),
        ("We added a solar lid.", "solar lid"),
        ("You can charge it anywhere.", "charge"),
        ("Unless the battery is empty, the lamp stays on.", "stays on"),
        ("Whether it rains or not, it works.", "works"),
        ("The lamp that you open floats.", "floats"),
        ("Clip on the panel to charge it by the sun.", "charge it"),
        ("You never have to change a battery.", "battery"),
        ("No other lamp lasts as long.", "lamp"),
        ("Most people forget that it is there.", "forget"),
        ("It stands under water for days.", "water"),
        ("It was tested last winter.", "tested"),
        ("It charges your phone.", "phone"),
        ("It must not be charged for a week.", "week"),
        ('"I had left it in the river all night," says Anna Berg.', "river"),
    ],
)
def test_promise(clause_of, sentence, words):
    assert clause_of(sentence, words).promise


@pytest.mark.parametrize("heading", ["Getting started", "How do I charge it?", "Installation", "Quick start", "Troubleshooting"])
def test_commands_are_steps_under_such_a_heading(clause_of, heading):
    headings = (Heading(1, "Lamp"), Heading(2, heading))
    assert clause_of("Carry it into the sun.", "sun").promise
    assert clause_of("Carry it into the sun.", "sun", headings=headings).reason == "an instruction"
    assert clause_of("It is full in an hour.", "hour", headings=headings).promise


@pytest.mark.parametrize(
    ("heading", "promise"),
    [
        ("Battery", False),
        ("Bluetooth setup", False),
        ("Getting started", False),
        ("Fall detection", True),
        ("Waterproof", True),
        ("Bluetooth 5.3", True),
        ("Light for a week", True),
        ("It floats", True),
    ],
)
def test_a_heading_promises_unless_it_only_names_a_topic(clause_of, heading, promise):
    assert clause_of(heading, heading, BlockKind.HEADING).promise is promise


@pytest.mark.parametrize(
    ("text", "promise"), [("Position of the button", False), ("The app store's badge", False), ("The lamp under water", True)]
)
def test_a_text_beside_a_picture_promises_unless_it_describes_it(clause_of, text, promise):
    assert clause_of(text, text, BlockKind.ALT_TEXT).promise is promise


def test_an_item_that_is_a_link_leads_elsewhere(clause_of):
    assert clause_of("Solar charging", "Solar", BlockKind.LIST_ITEM, linked=True).reason == "a link to another page"


def test_what_others_say_of_themselves_may_promise(clause_of):
    said = '"I carried it through the river all night," says Anna Berg.'
    assert clause_of(said, "carried").promise


def test_code_is_not_read(sentences):
    assert sentences("lamp.charge(solar=True)", BlockKind.CODE) == ()


@pytest.mark.parametrize(
    ("sentence", "words", "mood"),
    [
        ("Ten hours of light", "light", "fragment"),
        ("The lamp shines all night.", "shines", "statement"),
        ("Enjoy the light.", "Enjoy", "imperative"),
        ("The lamp survived the winter.", "survived", "past"),
        ("You charge it overnight.", "charge", "reader"),
        ("We build it by hand.", "build", "ourselves"),
    ],
)
def test_mood(clause_of, sentence, words, mood):
    assert clause_of(sentence, words).mood == mood


@pytest.mark.parametrize(
    ("sentence", "words", "attribution"),
    [
        ('"It survived the river," says Anna Berg, guide.', "survived", "quoted"),
        ('"It survived the whole winter," wrote Kim.', "survived", "quoted"),
        ("“I swim with it every day,” — Jo Smith", "swim", "quoted"),
        ("According to Trail Weekly, “the lamp survives anything you do to it”.", "survives", "quoted"),
        ('The guide told us: "The lamp lit the whole camp."', "lit", "quoted"),
        ("The lamp floats.", "floats", "own"),
        ("“It floats like a duck in the bath.”", "floats", "own"),  # nobody is named
        ('The "night light" mode lasts ten hours.', "lasts", "own"),
        ("We call it the “forever lamp of the forest”.", "call", "own"),
        ('"It floats," says Anna Berg. The seal is rated IP67.', "seal", "own"),
    ],
)
def test_attribution(clause_of, sentence, words, attribution):
    assert clause_of(sentence, words).attribution == attribution


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("“The lamp lit up the whole valley.”", "quoted"),
        ("The lamp lit up the whole valley. — Anna", "quoted"),
        ("The lamp lit up the whole valley.", "own"),
    ],
)
def test_a_quotation_block_needs_marks_or_a_speaker(clause_of, text, attribution):
    assert clause_of(text, "lit", BlockKind.QUOTATION).attribution == attribution
