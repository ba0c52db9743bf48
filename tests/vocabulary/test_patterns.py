"""The language of wordings: what each element finds, and what cannot be read."""

from __future__ import annotations

import pytest

from claimlint.vocabulary import Concept, Examples, Match, PatternError, Token, compile_wordings, find
from claimlint.vocabulary.patterns import compile_pattern


def search(wording: str, tokens: list[Token], quantity: str | None = None) -> list[tuple[int, int]]:
    concept = Concept("concept", ("name",), (wording,), Examples((), ()), quantity)
    return [(match.start, match.stop) for match in find(tokens, compile_wordings([concept]))]


def words(text: str) -> list[Token]:
    """Tokens from text with spaces between them; `form/lemma` gives a word its base form."""
    return [Token(form, lemma or form) for form, _, lemma in (word.partition("/") for word in text.split())]


TEN_HOURS = [Token("10", "10", "time", 2), Token("hours", "hour")]


@pytest.mark.parametrize(
    ("wording", "text", "found"),
    [
        ("all-day battery", "an all - day battery", [(1, 5)]),
        ("all day battery", "an all-day battery", [(1, 3)]),
        ("ALL day battery", "all day batteries/battery", [(0, 3)]),
        ("all day battery", "all the day battery", []),
        ("charge overnight", "charges/charge overnight", [(0, 2)]),
        ("cable", "two cables", [(1, 2)]),
        ("no (cable|power cord)", "no cable", [(0, 2)]),
        ("no (cable|power cord)", "no power cord", [(0, 3)]),
        ("no (cable|power cord)", "no power", []),
        ("keep? the lid shut", "keep the lid shut", [(0, 4)]),
        ("keep? the lid shut", "the lid shut", [(0, 3)]),
        ("won't let you down", "it wo n't let you down", [(1, 6)]),
        ("{number} cores", "with 4 cores", [(1, 3)]),
        ("{number} cores", "with four cores", [(1, 3)]),
        ("{number} cores", "with many cores", []),
    ],
)
def test_words(wording: str, text: str, found: list[tuple[int, int]]) -> None:
    assert search(wording, words(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("go without charging", [(0, 3)]),
        ("go one two three four five six without charging", [(0, 9)]),
        ("go one two three four five six seven without charging", []),
        ("go on . without charging", []),
        ("go home : without charging", []),
        ("go home , without charging", [(0, 5)]),
    ],
)
def test_a_gap_is_six_words_within_a_sentence(text: str, found: list[tuple[int, int]]) -> None:
    assert search("go ... without charging", words(text)) == found


@pytest.mark.parametrize(
    ("wording", "quantity", "found"),
    [
        ("last {quantity}", "time", [(0, 3)]),
        ("last {time}", None, [(0, 3)]),
        ("last {length}", None, []),
        ("{quantity} per charge", "time", [(1, 5)]),
        ("{quantity} per charge", "length", []),
    ],
)
def test_an_amount_takes_its_number_and_unit(wording: str, quantity: str | None, found: list[tuple[int, int]]) -> None:
    tokens = [Token("lasts", "last"), *TEN_HOURS, *words("per charge")]
    assert search(wording, tokens, quantity) == found


def test_of_matches_within_each_other_only_the_outer_is_given() -> None:
    concept = Concept("battery", ("battery life",), ("long battery life", "battery life of"), Examples((), ()))
    assert list(find(words("long battery life"), compile_wordings([concept]))) == [Match(0, 3, "battery")]


def test_names_of_several_words_are_found_and_single_words_are_not() -> None:
    concept = Concept("range", ("range", "radio range"), (), Examples((), ()))
    assert list(find(words("a range and a radio range"), compile_wordings([concept]))) == [Match(4, 6, "range")]


@pytest.mark.parametrize(
    ("wording", "reason"),
    [
        ("", "at least one word"),
        ("... charge", "only between words"),
        ("charge ...", "only between words"),
        ("charge?", "may not be missing"),
        ("{time}", "may not be missing"),
        ("last {quantity}", "no quantity"),
        ("last {tiem}", "not a quantity"),
        ("a (cable|wire", "cannot read"),
        ("a (cable|wire (thin))", "cannot read"),
        ("no (cable|)", "empty"),
        ("a ... b ... c ... d", "twice at most"),
    ],
)
def test_what_is_wrong_with_a_wording_is_said(wording: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        compile_pattern(wording)


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    concept = Concept("charge", ("charge",), ("no ... no ... charge", "no? no? no? charge"), Examples((), ()))
    tokens = [Token("no", "no")] * 20_000
    assert list(find(tokens, compile_wordings([concept]))) == []
