"""What headings, introductions and marks make of what stands below or beside them."""

from __future__ import annotations

import pytest

from claimlint.document import BlockKind, Heading

PAGE = Heading(1, "Lamp")


@pytest.mark.parametrize(
    ("heading", "strength"),
    [
        ("Roadmap", "intent"),
        ("7. Roadmap", "intent"),
        ("In development", "intent"),
        ("What's next", "intent"),
        ("What is planned for 2028", "intent"),
        ("Features in beta", "intent"),
        ("On the way", "intent"),
        ("Coming soon", "commitment"),
        ("Coming soon to all models", "commitment"),
        ("Ideas for later", "possibility"),
        ("Under consideration", "possibility"),
        ("Features", "assertion"),
        ("The next big thing in light", "assertion"),
        ("A beta tester's diary", "assertion"),
        ("We looked at everything that is planned and in development and liked it", "assertion"),
    ],
)
def test_a_heading_says_how_firmly_its_list_promises(clause_of, heading, strength):
    assert clause_of("Solar charging", "Solar", BlockKind.LIST_ITEM, headings=(PAGE, Heading(2, heading))).strength == strength


@pytest.mark.parametrize(
    ("item", "strength"),
    [
        ("Solar charging", "intent"),
        ("Perhaps solar charging", "possibility"),
        ("Solar charging: coming soon", "commitment"),
    ],
)
def test_what_an_item_says_of_itself_goes_before_its_heading(clause_of, item, strength):
    assert clause_of(item, "charging", BlockKind.LIST_ITEM, headings=(PAGE, Heading(2, "Roadmap"))).strength == strength


@pytest.mark.parametrize(
    "heading",
    [
        "Not supported",
        "Not included",
        "Not in the box",
        "Known limitations",
        "Limitations",
        "What it does not do",
        "What it won’t do",
        "Missing",
    ],
)
def test_a_heading_denies_what_its_list_names(tokens_of, heading):
    tokens = tokens_of("Solar charging", "Solar charging", kind=BlockKind.LIST_ITEM, headings=(PAGE, Heading(2, heading)))
    assert [token.negated for token in tokens] == [True, True]


@pytest.mark.parametrize(
    ("headings", "introduction", "strength"),
    [
        pytest.param(
            (PAGE, Heading(2, "Roadmap"), Heading(3, "Radios")), "", "intent", id="a heading without a meaning keeps the outer one"
        ),
        pytest.param((PAGE, Heading(2, "Roadmap"), Heading(3, "Available now")), "", "assertion", id="the nearest decides"),
        pytest.param((PAGE, Heading(2, "Roadmap")), "Works today:", "assertion", id="an introduction is nearer than a heading"),
        pytest.param((PAGE,), "Does not work yet:", "intent", id="an introduction"),
        pytest.param((PAGE,), "Planned: > Radios", "intent", id="an introduction of an outer list"),
        pytest.param((Heading(1, "Roadmap"),), "", "intent", id="a title that says nothing else"),
        pytest.param((Heading(1, "Beta note: the twin programme"),), "", "assertion", id="a title that says more"),
    ],
)
def test_the_nearest_that_means_something_decides(clause_of, headings, introduction, strength):
    clause = clause_of("Solar charging", "Solar", BlockKind.LIST_ITEM, headings=headings, introduction=introduction)
    assert clause.strength == strength


@pytest.mark.parametrize(
    "heading",
    [
        "Changelog",
        "License",
        "About us",
        "See also",
        "Disclaimer",
        "House rules",
        "Safety instructions",
        "2. Background",
        "Useful links",
        "Do not say",
    ],
)
def test_nothing_is_promised_under_such_a_heading(clause_of, heading):
    clause = clause_of("Solar charging.", "Solar", headings=(PAGE, Heading(2, heading)))
    assert (clause.promise, clause.reason) == (False, f'under "{heading}"')


@pytest.mark.parametrize(
    ("answer", "strength", "negated"),
    [
        ("yes", "assertion", False),
        ("done", "assertion", False),
        ("open", "intent", False),
        ("planned", "intent", False),
        ("soon", "commitment", False),
        ("maybe", "possibility", False),
        ("no", "assertion", True),
    ],
)
def test_a_mark_decides_whatever_stands_above(sentences, answer, strength, negated):
    (sentence,) = sentences("Solar charging", BlockKind.LIST_ITEM, headings=(PAGE, Heading(2, "Roadmap")), answer=answer)
    assert (sentence.clauses[0].strength, sentence.tokens[0].negated) == (strength, negated)
