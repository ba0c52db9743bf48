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
    ],
)
def test_promise(clause_of, sentence, words):
    assert clause_of(sentence, words).promise


@pytest.mark.parametrize("heading", ["Changelog", "Release notes", "License", "About us", "See also", "Disclaimer"])
def test_nothing_is_promised_under_such_a_heading(clause_of, heading):
    clause = clause_of("Solar charging.", "Solar", headings=(Heading(1, "Lamp"), Heading(2, heading)))
    assert (clause.promise, clause.reason) == (False, f'under "{heading}"')


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
