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
