"""Days that copy names, as spans of days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.rules.calendar import spans_in


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2027-02-15", "2027-02-15", "2027-02-15"),
        ("15 February 2027", "2027-02-15", "2027-02-15"),
        ("the 3rd of May 2027", "2027-05-03", "2027-05-03"),
        ("Feb. 15, 2027", "2027-02-15", "2027-02-15"),
        ("in March 2027", "2027-03-01", "2027-03-31"),
        ("Q2 2027", "2027-04-01", "2027-06-30"),
        ("2028 Q1", "2028-01-01", "2028-03-31"),
        ("the fourth quarter of 2027", "2027-10-01", "2027-12-31"),
        ("H2 2027", "2027-07-01", "2027-12-31"),
        ("by 2028", "2028-01-01", "2028-12-31"),
        ("in February 2028", "2028-02-01", "2028-02-29"),
    ],
)
def test_a_span_of_days(text, first, last):
    (span,) = spans_in(text)
    assert (span.first.isoformat(), span.last.isoformat()) == (first, last)


@pytest.mark.parametrize("text", ["in March", "2027-02-31", "the model 2027", "you may order 2027 pieces", "version 12027-01-01"])
def test_no_span_of_days(text):
    assert spans_in(text) == ()


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.text("ab ,.", max_size=8))
def test_every_day_is_found_where_it_stands(day, before):
    text = f"{before} {day.isoformat()}."
    assert [(span.first, text[span.start : span.stop]) for span in spans_in(text)] == [(day, day.isoformat())]
