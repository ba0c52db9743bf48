"""Why a claim is linked as it is: what speaks for it, what came second, and why other clauses are no claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimlint.document import Source
from claimlint.explanation import Explanation
from claimlint.extraction import claims_of, explain, parse
from claimlint.linking.explanation import OFFER, RULED_OUT, TOO_WEAK, UNANSWERED_MARK, UNKNOWN, reasons
from claimlint.linking.score import Weights, score, weights
from claimlint.readers import reader_for

Explain = Callable[[str], tuple[Explanation, ...]]


@pytest.fixture(scope="module")
def explained(lexicon, pipeline) -> Explain:
    """Explains a Markdown page of the Heron's."""

    def explanations(text: str) -> tuple[Explanation, ...]:
        read = reader_for("heron/copy.md")
        assert read is not None
        parsed = parse(read(Source("heron/copy.md", text)), pipeline)
        return explain(parsed, claims_of(parsed, lexicon), lexicon)

    return explanations


def only_claim(explanations: tuple[Explanation, ...]) -> Explanation:
    (explanation,) = [each for each in explanations if each.claim is not None]
    return explanation


@pytest.mark.parametrize(
    ("text", "subject", "signal"),
    [
        ("The Heron has Bluetooth.", "bluetooth", "name"),
        ("The Heron has a pulse sensor.", "heart-rate", "by-words"),
        ("Take the Heron swimming.", "water-resistance", "vocabulary"),
        ("The Heron is waterproof to IP67.", "water-resistance", "rating"),
    ],
)
def test_the_signal_that_carries_a_link_is_a_reason(explained: Explain, text: str, subject: str, signal: str) -> None:
    explanation = only_claim(explained(text))
    assert explanation.claim is not None
    assert explanation.claim.subject == subject
    assert signal in {reason.signal for reason in explanation.reasons if reason.contribution > 0}


@pytest.mark.parametrize("text", ["The Heron has Bluetooth.", "The Heron lasts 14 days.", "Take the Heron swimming."])
def test_the_reasons_are_the_whole_score(explained: Explain, text: str) -> None:
    explanation = only_claim(explained(text))
    assert explanation.claim is not None
    assert score({reason.signal: reason.value for reason in explanation.reasons}, weights(True)) == pytest.approx(
        explanation.claim.score, abs=1e-4
    )


def test_reasons_come_in_the_order_of_what_they_count_for() -> None:
    table = Weights({"name": 0.5, "past": -2.0, "code": 1.0, "unit": 3.0}, 0.2)
    found = reasons({"name": 1.0, "past": 1.0, "code": 1.0, "heading": 1.0, "unit": 0.0}, table)
    assert [(reason.signal, reason.contribution) for reason in found] == [("code", 1.0), ("name", 0.5), ("past", -2.0)]


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("The Heron is in stock.", OFFER),
        ("The Heron cures insomnia.", RULED_OUT),
        ("The Heron is UL listed.", UNANSWERED_MARK),
        ("The Heron has a compass.", UNKNOWN),
    ],
)
def test_a_claim_that_no_signal_made_says_what_did(explained: Explain, text: str, ground: str) -> None:
    assert only_claim(explained(text)).ground == ground


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Does the Heron have Bluetooth?", "a question"),
        ("We wish you a good day.", TOO_WEAK),
        ("Have a look at our other pages.", TOO_WEAK),
    ],
)
def test_a_clause_without_a_claim_says_why(explained: Explain, text: str, ground: str) -> None:
    found = explained(text)
    assert [each.claim for each in found] == [None] * len(found)
    assert ground in {each.ground for each in found}


def test_the_subject_that_came_second_is_named_with_the_reason(explained: Explain) -> None:
    nearest = explained("The evening before last we met in a small room beside the river and talked about a display.")
    reasons_against = {each.second.subject: each.second.why_not for each in nearest if each.second}
    assert set(reasons_against.values()) == {f"a link counts from {weights(True).threshold:g}"}


def test_every_claim_is_explained_once_and_in_order(explained: Explain) -> None:
    found = explained("# Heron\n\nIt has Bluetooth and Wi-Fi. It is in stock.\n\n- IP67\n- Is it good?\n")
    assert len({id(each.claim) for each in found if each.claim}) == len([each for each in found if each.claim])
    assert [each.start for each in found] == sorted(each.start for each in found)
