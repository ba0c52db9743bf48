"""Findings are short and blame nobody, whichever rule speaks."""

from __future__ import annotations

import re

import pytest

from claimlint.rules.packs import pack_names

LONGEST = 300
"""Characters of a message."""

BLAMING = (
    "careless",
    "cheat",
    "deceive",
    "deceptive",
    "dishonest",
    "fault",
    "guilty",
    "illegal",
    "lie",
    "lies",
    "lying",
    "must not lie",
    "never do",
    "sloppy",
    "stop claiming",
    "unacceptable",
    "violate",
    "violates",
    "violation",
    "wrong",
    "you failed",
    "you forgot",
    "you have to",
    "you may not",
    "you must",
    "you should",
    "your mistake",
)
BLAME = re.compile(rf"\b(?:{'|'.join(map(re.escape, BLAMING))})\b", re.IGNORECASE)
QUOTED = re.compile("“[^”]*”")
"""The words of the copy, and those that may stand instead."""


def blame_in(message: str) -> list[str]:
    return BLAME.findall(QUOTED.sub("", message))


@pytest.fixture(params=pack_names())
def said(request, outcomes_of):
    """The code and the message of every finding that the examples of a pack raise."""
    return sorted({(finding.code, finding.message) for outcome in outcomes_of(request.param) for finding in outcome.found})


def test_no_message_blames_anybody(said):
    assert [(code, blame_in(message), message) for code, message in said if blame_in(message)] == []


def test_no_message_is_long(said):
    assert [(code, len(message), message) for code, message in said if len(message) > LONGEST] == []


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("“Never wrong” is more than engineering has measured.", []),
        ("This is Wrong.", ["Wrong"]),
        ("You must not say “fast”; you failed.", ["You must", "you failed"]),
        ("It believes in itself.", []),
    ],
)
def test_blame_is_found_outside_of_quotations(message, found):
    assert blame_in(message) == found
