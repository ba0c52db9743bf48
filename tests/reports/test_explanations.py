"""Explanations below claims, and as JSON beside them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from claimlint.explanation import Explanation, Reason, Rival
from claimlint.finding import Report
from claimlint.reports.claims import render_json, render_text

Make = Callable[..., Any]

COPY = "The X1 lasts a week.\nDoes it float?\n"


@pytest.fixture
def explained(make_report: Make, make_document: Make, make_claim: Make) -> Report:
    """A claim with seven reasons for it and one against, and a question."""
    claim = make_claim("a.md", COPY, "lasts a week")
    weighed = (("name", 1.0, 1.5), ("unit", 0.5, 2.0), *((f"signal-{number}", 1.0, 0.1) for number in range(5)), ("past", 1.0, -1.0))
    reasons = tuple(Reason(name, f"what {name} means", value, weight) for name, value, weight in weighed)
    second = Rival("standby", 0.2041, "a link counts from 0.23")
    explanations = (
        Explanation(claim, "a.md", claim.start, claim.end, claim.text, "", reasons, second),
        Explanation(None, "a.md", 21, 35, "Does it float?", "a question"),
    )
    document = make_document("a.md", COPY, (claim,))
    return make_report(replace(document, explanations=explanations))  # type: ignore[no-any-return]


CLAIM = """\
a.md:1:8: battery-life (feature, assertion, affirmed, own): lasts a week
    score 0.93 by name
      +1.50  name: what name means
      +1.00  unit: what unit means
      +0.10  signal-0: what signal-0 means
      +0.10  signal-1: what signal-1 means
      +0.10  signal-2: what signal-2 means
      -1.00  past: what past means
      +0.20  2 more
    second: standby, 0.20: a link counts from 0.23
"""


@pytest.mark.parametrize(("passed_over", "expected"), [(False, CLAIM), (True, CLAIM + "a.md:2:1: no claim (a question): Does it float?\n")])
def test_text(explained: Report, passed_over: bool, expected: str) -> None:
    assert render_text(explained, passed_over) == expected


def test_a_ground_stands_in_place_of_signals(explained: Report) -> None:
    (document,) = explained.documents
    offered = replace(document.explanations[0], ground="the words offer the product itself", reasons=(), second=None)
    report = replace(explained, documents=(replace(document, explanations=(offered,)),))
    assert render_text(report).splitlines()[1:] == ["    score 0.93 by name: the words offer the product itself"]


@pytest.mark.parametrize(("passed_over", "claims"), [(False, ["c1"]), (True, ["c1", None])])
def test_json_has_explanations_beside_the_claims(explained: Report, passed_over: bool, claims: list[str | None]) -> None:
    found = json.loads(render_json(explained, passed_over))
    assert list(found) == ["version", "tool", "documents", "claims", "explanations"]
    assert [each["claim"] for each in found["explanations"]] == claims
    first = found["explanations"][0]
    assert first["reasons"][1] == {"signal": "unit", "says": "what unit means", "value": 0.5, "weight": 2.0}
    assert first["second"] == {"subject": "standby", "score": 0.2041, "why_not": "a link counts from 0.23"}
    assert first["start"] == {"line": 1, "column": 8, "offset": 7}


def test_claims_are_those_of_a_report_without_explanations(explained: Report) -> None:
    (document,) = explained.documents
    plain = replace(explained, documents=(replace(document, explanations=()),))
    with_explanations, without = json.loads(render_json(explained)), json.loads(render_json(plain))
    del with_explanations["explanations"]
    assert with_explanations == without
