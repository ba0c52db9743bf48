"""Which values of one limit cannot both be true."""

from __future__ import annotations

import pytest

from claimlint.claim import Value
from claimlint.rules.disagreement import disagree


def value(bound="exact", amount=None, to=None, **code):
    return Value("value", 0, 5, bound=bound, limit="runtime", amount=amount, to=to, **code)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(value(amount=10.0), value(amount=12.0), id="two numbers"),
        pytest.param(value("max", 10.0), value("max", 12.0), id="two greatest values"),
        pytest.param(value("max", 10.0), value(amount=12.0), id="a number above the greatest"),
        pytest.param(value("min", 8.0), value("max", 7.0), id="the least above the greatest"),
        pytest.param(value("approx", 10.0), value(amount=12.0), id="about is not as wide as that"),
        pytest.param(value(amount=-10.0, to=45.0), value(amount=50.0), id="a number outside a range"),
        pytest.param(value(amount=-10.0, to=45.0), value(amount=0.0, to=40.0), id="two ranges"),
        pytest.param(value(rating="IP67"), value(rating="IP68"), id="two ratings"),
        pytest.param(value(version="5.2"), value(version="5.3"), id="two versions"),
    ],
)
def test_values_at_odds(first, second):
    assert (disagree(first, second), disagree(second, first)) == (True, True)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(value(amount=10.0), value(amount=10.0), id="the same"),
        pytest.param(value("max", 12.0), value("min", 8.0), id="from at least to at most"),
        pytest.param(value("max", 12.0), value(amount=9.0), id="a number below the greatest"),
        pytest.param(value("approx", 10.0), value(amount=10.5), id="about"),
        pytest.param(value(amount=8.0, to=12.0), value(amount=10.0), id="a number within a range"),
        pytest.param(value(rating="IP67"), value(rating="IP 67"), id="one rating"),
        pytest.param(value(amount=10.0), value(rating="IP67"), id="what cannot be compared"),
    ],
)
def test_values_that_agree(first, second):
    assert (disagree(first, second), disagree(second, first)) == (False, False)
