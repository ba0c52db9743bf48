"""Every concept shows by examples what its wordings find and what they leave alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from claimlint.vocabulary import Concept, load_vocabulary

CONCEPTS = load_vocabulary()
MATCHING = [(concept.id, text) for concept in CONCEPTS.values() for text in concept.examples.match]
NOT_MATCHING = [(concept.id, text) for concept in CONCEPTS.values() for text in concept.examples.no_match]


@pytest.mark.parametrize("concept", CONCEPTS.values(), ids=CONCEPTS)
def test_a_concept_has_wordings_and_examples_of_both_kinds(concept: Concept) -> None:
    counts = len(concept.wordings), len(concept.examples.match), len(concept.examples.no_match)
    assert all(count >= least for count, least in zip(counts, (5, 2, 1), strict=True)), counts


@pytest.mark.parametrize(("concept", "text"), MATCHING)
def test_a_wording_is_found(concept: str, text: str, concepts_in: Callable[[str], set[str]]) -> None:
    assert concept in concepts_in(text)


@pytest.mark.parametrize(("concept", "text"), NOT_MATCHING)
def test_no_wording_is_found(concept: str, text: str, concepts_in: Callable[[str], set[str]]) -> None:
    assert concept not in concepts_in(text)


def test_examples_are_the_vocabularys_own_concepts(vocabulary: Mapping[str, Concept]) -> None:
    assert {identifier for identifier, _ in MATCHING} == set(vocabulary)


@pytest.mark.parametrize(
    "sentence",
    [
        "The committee will meet on Thursday to discuss the budget for the coming year.",
        "To reset your password, open the settings page and follow the steps that are shown there.",
        "If the problem persists, write to us and describe what you saw on the screen.",
        "Employees accrue two days of leave for each full month of service.",
        "Fold the letter twice before you put it into the envelope.",
        "The museum was founded in 1902 and moved to its present building after the war.",
        "Read the whole section before you begin, and keep the receipt.",
        "The function returns the number of rows that were changed, or zero if there were none.",
        "Our team works from three offices and is always happy to hear from readers.",
        "Choose a name that others can remember, and write it down.",
        "The river floods every spring, which is why the old mill stands on a hill.",
        "She has worked with the orchestra since the age of twelve and plays the violin.",
        "Press the button on the left to go back to the previous page.",
        "Travel costs are paid back within four weeks after you hand in the form.",
        "In this chapter we look at how prices are set and who decides about them.",
        "Leave a comment below the article if you would like to take part.",
    ],
)
def test_ordinary_prose_promises_nothing(sentence: str, concepts_in: Callable[[str], set[str]]) -> None:
    assert concepts_in(sentence) == set()
