"""Which words of a clause could be a name, and whose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimlint.bench import lexicon_of
from claimlint.linking.clauses import clauses_of
from claimlint.linking.explanation import considered
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.products import ProductContext
from claimlint.manifest.loading import load_manifest
from claimlint.proposals.copy import copy_of
from claimlint.proposals.naming import names, usage
from claimlint.proposals.phrases import Phrase, phrases


@pytest.fixture
def lexicon(manifest_path) -> Lexicon:
    return lexicon_of(load_manifest([manifest_path]))


@pytest.fixture
def phrases_of(parsed, lexicon: Lexicon, manifest_path) -> Callable[[str], set[str]]:
    """Gives the phrases of a text."""

    def found(text: str) -> set[str]:
        copy = copy_of(parsed(page=text), load_manifest([manifest_path]))
        return {
            phrase.text
            for stretch in copy.stretches
            for clause in considered(clauses_of([stretch.spoken], lexicon), lexicon)
            for phrase in phrases(clause.view, lexicon)
        }

    return found


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("It has a rescue beacon.", "rescue beacon"),
        ("Magnetic mount in the base.", "magnetic mount"),
        ("It comes with a hand-crank generator.", "hand-crank generator"),
        ("It runs KDE on the screen.", "KDE"),
    ],
)
def test_noun_phrases_are_found(phrases_of, text: str, present: str) -> None:
    assert present in phrases_of(text)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The Brook Lantern has feet.", "Brook Lantern"),
        ("It has everything you need in life.", "life"),
        ("It weighs 300 grams in the hand.", "grams"),
        ("It has a charging dock.", "charging dock"),
        ("It comes with a hand-crank generator.", "crank generator"),
        ("It is a lovely product.", "lovely product"),
    ],
    ids=["the product", "vague", "a unit", "a name that is there", "half a compound", "the product in general"],
)
def test_what_is_no_name_is_left_out(phrases_of, text: str, absent: str) -> None:
    assert absent not in phrases_of(text)


def phrase(*stems: str, nouns: tuple[str, ...] = (), proper: bool = False) -> Phrase:
    return Phrase(" ".join(stems), stems, 0, len(stems), frozenset(nouns or stems), proper)


@pytest.mark.parametrize(
    ("candidate", "subject", "expected"),
    [
        (phrase("rescu", "beacon"), "beacon", True),
        (phrase("beacon", "switch"), "beacon", False),
        (phrase("old", "beacon", nouns=("beacon",)), "beacon", False),
        (phrase("dock", "beacon"), "beacon", False),
        (phrase("sos", proper=True), "beacon", True),
        (phrase("solar", proper=True), "solar-lid", True),
        (phrase("solar"), "solar-lid", False),
    ],
    ids=["a kind of it", "something else for it", "only an adjective", "another's word", "no word shared", "proper", "half a name"],
)
def test_whose_name_a_phrase_can_be(lexicon: Lexicon, candidate: Phrase, subject: str, expected: bool) -> None:
    assert names(candidate, lexicon.subjects[subject], ProductContext(("brook",), True), lexicon) is expected


@pytest.mark.parametrize(
    ("page", "subject"),
    [
        ("The glow rod has a battery life of 10 hours.\n\nBattery life with a glow rod: 9 hours.", "runtime"),
        ("The glow rod has a battery life of 10 hours.", None),
        ("The glow rod is here.\n\nWe love the glow rod.", None),
    ],
    ids=["twice", "once is chance", "no sure link"],
)
def test_use_beside_sure_links_tells_whose_a_phrase_is(parsed, manifest_path, page: str, subject: str | None) -> None:
    assert usage(copy_of(parsed(page=page), load_manifest([manifest_path]))).get(("glow", "rod")) == subject
