"""What single signals say of a clause and a subject; what they weigh is learned."""

from __future__ import annotations

import math

import pytest

from claimlint.document import Source
from claimlint.extraction import parse, spoken_blocks
from claimlint.linking.clauses import clauses_of
from claimlint.linking.evidence import evidence_for
from claimlint.readers import reader_for


@pytest.fixture(scope="module")
def signals_of(lexicon, pipeline):
    """Gives the signals for a subject in a sentence about the Heron."""

    def signals(text, subject):
        read = reader_for("heron.md")
        (views,) = clauses_of(spoken_blocks(parse(read(Source("heron.md", text)), pipeline), lexicon), lexicon)
        (evidence,) = [each for view in views for each in evidence_for(view, lexicon) if each.subject.id == subject]
        return evidence.signals

    return signals


@pytest.mark.parametrize(
    ("text", "subject", "words"),
    [
        ("It goes all day without a plug.", "battery-life", 6),
        ("It is splashproof.", "water-resistance", 1),
    ],
)
def test_a_wording_that_stands_alone_counts_by_its_length(signals_of, text, subject, words):
    signals = signals_of(text, subject)
    assert (signals["lone-vocabulary"], signals.get("lone-vocabulary-length", 0.0)) == (1.0, math.log(words))


def test_a_wording_beside_a_name_does_not_stand_alone(signals_of):
    assert "lone-vocabulary" not in signals_of("Its battery goes all day.", "battery-life")


@pytest.mark.parametrize(
    ("text", "subject", "signal"),
    [
        ("The case meets IP68.", "water-resistance", "rating"),
        ("It comes with Bluetooth 5.3.", "bluetooth", "version"),
    ],
)
def test_a_rating_is_not_a_version(signals_of, text, subject, signal):
    signals = signals_of(text, subject)
    assert {name for name in ("rating", "version") if signals.get(name)} == {signal}
