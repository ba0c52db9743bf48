"""Whose words copy is: the company's own, or a named third party's."""

from __future__ import annotations

import pytest

from claimlint.document import BlockKind, Heading

QUOTED = [
    ("“It lit the whole camp,” says Mira Holm, guide in Tromsø.", "lit"),
    ("“It lit the whole camp.” — Mira Holm", "lit"),
    ('"It lit the whole camp." Mira Holm', "lit"),
    ('"It lit the whole camp." (Mira, Oslo)', "lit"),
    ('"It lit the whole camp." Dr Mira Holm, ranger', "lit"),
    ('"It lit the whole camp." A happy customer', "lit"),
    ("„It lit the whole camp,“ tells Mira Holm, guide.", "lit"),
    ("«It lit the whole camp,» wrote Mira Holm.", "lit"),
    ('Mira Holm, guide: "I have dropped it into the lake twice. It still shines."', "still shines"),
    ('Mira from Oslo has had one since May: "My tent has never been so bright."', "bright"),
    ('According to Mira Holm, "it lights the whole camp".', "lights"),
    ('One of our customers, Mira, wrote us: "It lit the whole camp."', "lit"),
    ('"I was sceptical," said Mira Holm, a guide. "It lit the whole camp."', "lit"),  # she goes on
    ('"It lit the whole camp," said Mira Holm, founder of a scout troop.', "lit"),  # a founder, but not ours
]

OWN = [
    ("It lights the whole camp.", "lights"),
    ("“It lights the whole camp,” says Jan Berg, founder of Lumo.", "lights"),
    ("“It lights the whole camp,” says our designer Jan Berg.", "lights"),
    ("“It lights the whole camp,” says Jan Berg, CEO.", "lights"),
    ('"Nobody liked the old lid," said Jan Berg, head of product at Lumo. "The new one closes by itself."', "closes"),
    ('Choose "night light in the tent" and the lamp dims.', "dims"),
    ('The "all the way to the summit" mode lights for 40 hours.', "lights"),
    ('Slogan: "It lights the whole camp."', "lights"),
]


@pytest.mark.parametrize(("text", "words"), QUOTED)
def test_quoted(clause_of, text, words):
    assert clause_of(text, words).attribution == "quoted"


@pytest.mark.parametrize(("text", "words"), OWN)
def test_own(clause_of, text, words):
    assert clause_of(text, words).attribution == "own"


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        pytest.param("It lit the whole camp. — Mira Holm", "quoted", id="speaker behind a dash"),
        pytest.param("It lit the whole camp. — Jan Berg, CEO", "own", id="the company's own"),
        pytest.param('"It lit the whole camp."', "quoted", id="quotation marks alone"),
        pytest.param("It lights the whole camp.", "own", id="a note set off, nobody's words"),
    ],
)
def test_in_a_block_quotation(clause_of, text, whose):
    assert clause_of(text, "camp", BlockKind.QUOTATION).attribution == whose


@pytest.mark.parametrize(("heading", "whose"), [("What people say", "quoted"), ("Features", "own")])
def test_quotation_marks_below_a_heading(clause_of, heading, whose):
    assert clause_of('"It lit the whole camp."', "camp", headings=(Heading(2, heading),)).attribution == whose


def test_only_what_stands_in_quotation_marks_is_quoted(clause_of):
    text = '"It lit the whole camp," said Mira Holm, guide. It has two ports.'
    assert clause_of(text, "two ports").attribution == "own"
