"""Words to claimlint in a document: what they come to, and which slips make them silence nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import Directive
from claimlint.review.statements import KnownNames, Malformed, read_statement

NAMES = ["CL101", "CL201", "overstated", "overstated-value", "unvalidated"]
KNOWN = KnownNames(NAMES.__contains__, lambda: NAMES)


def read(words, problem=""):
    return read_statement(Directive(words, 0, len(words), problem), KNOWN)


@pytest.mark.parametrize(
    ("words", "form", "rules", "reason", "until"),
    [
        ("claimlint-disable-next-line CL201: agreed with legal", "disable-next-line", ("CL201",), "agreed with legal", None),
        ("claimlint-disable-line CL201, CL101: a quotation", "disable-line", ("CL201", "CL101"), "a quotation", None),
        ("claimlint-disable-file overstated: archive", "disable-file", ("overstated",), "archive", None),
        ("claimlint-disable overstated-value : old price list", "disable", ("overstated-value",), "old price list", None),
        ("claimlint-disable CL101: agreed, until 2026-12-31", "disable", ("CL101",), "agreed", date(2026, 12, 31)),
        ("claimlint-disable CL101: agreed until 2026-12-31.", "disable", ("CL101",), "agreed", date(2026, 12, 31)),
        ("claimlint-disable CL101: agreed; until 2026-12-31", "disable", ("CL101",), "agreed", date(2026, 12, 31)),
        ("claimlint-disable CL101: stays until the relaunch", "disable", ("CL101",), "stays until the relaunch", None),
        ("claimlint-disable CL101: see ticket 12: agreed", "disable", ("CL101",), "see ticket 12: agreed", None),
        ("claimlint-enable CL101", "enable", ("CL101",), "", None),
        ("claimlint-enable", "enable", (), "", None),
    ],
)
def test_a_directive_in_its_parts(words, form, rules, reason, until):
    statement = read(words)
    assert (statement.form, statement.rules, statement.reason, statement.until) == (form, rules, reason, until)


@pytest.mark.parametrize(
    ("words", "problem", "word"),
    [
        ("claimlint-disable-next-line CL201", "no-reason", "CL201"),
        ("claimlint-disable-next-line CL201:", "no-reason", "CL201"),
        ("claimlint-disable-next-line CL201: -", "no-reason", "CL201"),
        ("claimlint-disable-next-line CL201: until 2026-12-31", "no-reason", "CL201"),
        ("claimlint-disable-next-line: agreed with legal", "no-rule", ""),
        ("claimlint-disable-next-line", "no-rule", ""),
        ("claimlint-disable-next-line CL20l: agreed with legal", "unknown-rule", "CL20l"),
        ("claimlint-disable-next-line cl201: agreed with legal", "unknown-rule", "cl201"),
        ("claimlint-disable-next-line CL201 CL101: agreed with legal", "unknown-rule", "CL201 CL101"),
        ("claimlint-disable-next-line *: agreed with legal", "unknown-rule", "*"),
        ("claimlint-disable-next-line all: agreed with legal", "unknown-rule", "all"),
        ("claimlint-disable-next-line CL201,: agreed with legal", "unknown-rule", ""),
        ("claimlint-disable -next-line CL201: agreed with legal", "unknown-rule", "-next-line CL201"),
        ("claimlint-disable-nextline CL201: agreed with legal", "no-form", "claimlint-disable-nextline"),
        ("claimlint-ignore CL201: agreed with legal", "no-form", "claimlint-ignore"),
        ("claimlint disable-line CL201: agreed with legal", "no-form", "claimlint"),
        ("Claimlint-disable-line CL201: agreed with legal", "no-form", "Claimlint-disable-line"),
        ("claimlint-disable-line CL201: agreed, until spring", "no-day", "spring"),
        ("claimlint-disable-line CL201: agreed, until 2026-13-01", "no-day", "2026-13-01"),
        ("claimlint-disable-line CL201: agreed, until 31.12.2026", "no-day", "31.12.2026"),
        ("claimlint-enable CL999", "unknown-rule", "CL999"),
    ],
)
def test_a_slip_is_told_and_silences_nothing(words, problem, word):
    with pytest.raises(Malformed) as raised:
        read(words)
    assert (raised.value.flaw.problem, raised.value.flaw.rule) == (problem, word)


def test_what_a_reader_objects_to_is_malformed():
    with pytest.raises(Malformed, match="html-in-mdx"):
        read("claimlint-disable-line CL201: agreed with legal", "html-in-mdx")


@given(st.text(max_size=60))
def test_no_words_silence_a_rule_that_they_do_not_name(rest):
    try:
        statement = read(f"claimlint-disable-line {rest}")
    except Malformed:
        return
    assert statement.rules
    assert all(rule in rest and rule in NAMES for rule in statement.rules)
    assert statement.reason in rest
