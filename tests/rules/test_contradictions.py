"""Places that contradict each other, in one document and across documents."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.claim import Reading, Value
from claimlint.document import Document, Source
from claimlint.judging import check_text
from claimlint.rules.contradictions import contradictions
from claimlint.rules.statements import statements
from claimlint.statement import key_of


def reading(make_claim, path, words, amount, **fields):
    """A document of one claim about the battery life."""
    number = Value(f"{amount:g} hours", 0, 1, limit="runtime", amount=amount)
    claim = make_claim("at-dvt", words, path=path, values=(number,), **fields)
    return Reading(Document(Source(path, words), (claim.block,)), (claim,))


def contradicted(*readings, manifest):
    """What is said otherwise of the claims of documents, by path."""
    return contradictions(each for one in readings for each in statements(one, manifest))


def test_the_later_document_is_told_of_the_earlier_one(manifest, make_claim):
    first = reading(make_claim, "a.md", "Ten hours.", 9.0)
    second = reading(make_claim, "b.md", "Eight hours.", 8.0)
    found = contradicted(first, second, manifest=manifest)
    told = {path: {key: (each.here, each.there, each.place) for key, each in claims.items()} for path, claims in found.items()}
    assert told == {"b.md": {key_of(second.claims[0]): ("8 hours", "9 hours", "a.md:1")}}


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"polarity": "negated"}, id="denied"),
        pytest.param({"product": "orb"}, id="of another product"),
    ],
)
def test_what_is_said_of_something_else_contradicts_nothing(manifest, make_claim, fields):
    first = reading(make_claim, "a.md", "Nine hours.", 9.0)
    second = reading(make_claim, "b.md", "Eight hours.", 8.0, **fields)
    assert contradicted(first, second, manifest=manifest) == {}


def test_a_number_beyond_its_limit_is_wrong_and_contradicts_nothing(manifest, make_claim):
    first = reading(make_claim, "a.md", "Nine hours.", 9.0)
    second = reading(make_claim, "b.md", "Twelve hours.", 12.0)
    assert contradicted(second, first, manifest=manifest) == {}


@pytest.mark.parametrize(
    ("copy", "words"),
    [
        ("DVT is done in March 2027. PVT follows in May 2027. PVT is planned for July 2027.", ["PVT is planned for July 2027"]),
        ("DVT in March 2027, PVT in May 2027. We expect PVT in May 2027.", []),
        ("Lumo Lantern ships in March 2027. Lumo Lantern ships in May 2027.", ["Lumo Lantern ships in May 2027"]),
        ("Lumo Lantern ships in March 2027. Orders for the Lumo Lantern open in December 2026.", []),
    ],
)
def test_dates_and_gate_calendars(manifest, default_rules, copy, words):
    checked = check_text(copy, manifest, "public", default_rules, date(2026, 11, 22))
    assert [finding.text for finding in checked.findings if finding.code == "CL601"] == words


def test_a_day_told_of_a_gate_is_compared_and_is_no_promise(manifest, default_rules):
    copy = "We expect PVT in May 2027. We expect PVT in July 2027."
    checked = check_text(copy, manifest, "public", default_rules, date(2026, 11, 22))
    assert [finding.code for finding in checked.findings] == ["CL601"]
