"""What the automaton finds: names, wordings in all their forms, offers, and what the manifest or a rule rules out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimlint.linking.lexicon import Lexicon
from claimlint.linking.words import stems_of
from claimlint.sieve.literals import ALWAYS, literals_of
from claimlint.vocabulary import Concept, Examples, Wordings, compile_wordings


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("the cornering headlamps", "long-name"),
        ("a long runtime", "name"),
        ("it is theft-proof", ALWAYS),
        ("it rides forever", ALWAYS),
        ("CE marked", "mark"),
        ("now available", "offer-availability"),
        ("one of a kind", "superlative"),
    ],
)
def test_words_of_the_manifest_and_of_the_language_data_are_found(lexicon: Lexicon, text: str, label: str) -> None:
    assert label in literals_of(lexicon, Wordings()).labels_in(stems_of(text), amount=False)


@pytest.mark.parametrize(
    ("wording", "text", "amount", "found"),
    [
        ("grows wings", "It is growing wings.", False, True),
        ("grows wings", "Wings it grows.", False, False),
        ("grow (wings|fins)", "It grew fins and grows fins.", False, True),
        ("grow ... overnight", "It grows, as they say, overnight.", False, True),
        ("grow ... overnight", "It grows.", False, False),
        ("grow big? wings", "It grows wings.", False, True),
        ("{number} wings", "It has wings.", False, False),
        ("{number} wings", "It has six wings.", True, True),
        ("won't grow", "It will not grow.", False, True),
    ],
)
def test_a_new_wording_works_at_once(lexicon: Lexicon, wording: str, text: str, amount: bool, found: bool) -> None:
    concept = Concept("wings", ("wings",), (wording,), Examples((), ()))
    literals = literals_of(replace(lexicon, wordings=compile_wordings([concept])), Wordings())
    assert ("new-wording" in literals.labels_in(stems_of(text), amount=amount)) is found


def test_the_wordings_of_rules_are_read_at_any_rate(lexicon: Lexicon) -> None:
    asked = compile_wordings([Concept("green-wash", ("x",), ("kind to bees",), Examples((), ()))])
    assert ALWAYS in literals_of(lexicon, asked).labels_in(stems_of("It is kind to bees."), amount=False)
