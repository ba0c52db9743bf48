"""Corrections that rules of one's own propose, and that would make things worse: none of them is made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claimlint.configuration.model import Configuration, Settings
from claimlint.document import Source
from claimlint.fixing import correct_one
from claimlint.fixing.verification import FIRMER, STAYS, UNREADABLE, WORSE
from claimlint.judging import judged
from claimlint.opening import open_source
from claimlint.rules.packs import load_rules
from claimlint.sources import Discovered
from claimlint.timing import Stopwatch

SETTINGS = Settings(date(2026, 11, 22))

RULE = """\
rule: our-words
code: OUR101
category: style
severity: warning
summary: Words of ours.
why: We say it otherwise.
wordings: [{words}]
when: {{claim.polarity: affirmed}}
at: claim
message: Please say it otherwise.
fix: {{replace: "{instead}"}}
examples: {{match: [a, b], no-match: [c, d]}}
"""


@pytest.fixture
def corrected_by_rule(lamp, tmp_path):
    """Corrects a text by a rule that looks for words and puts others in their place."""

    def correct(text, words, instead):
        path = tmp_path / "our-words.yaml"
        path.write_text(RULE.format(words=words, instead=instead), encoding="utf-8")
        bench = replace(lamp, rules=load_rules(["default", str(path)], Path(), {}))
        opened = open_source(Source("copy.md", text), "public", bench, SETTINGS)
        document = Discovered(Path("copy.md"), "copy.md", Configuration(Path(), ()), "public", text.encode())
        return correct_one(document, opened, judged([opened], Stopwatch())[0], SETTINGS).fixed

    return correct


def test_words_of_a_rule_are_replaced(corrected_by_rule):
    assert corrected_by_rule("The lamp has a nice battery.", "nice battery", "good battery").after == "The lamp has a good battery."


@pytest.mark.parametrize(
    ("text", "words", "instead", "reason"),
    [
        pytest.param("The lamp may have Bluetooth.", "may have", "has", FIRMER, id="firmer"),
        pytest.param("The lamp has a nice battery.", "nice battery", "nice battery indeed", STAYS, id="found again"),
        pytest.param("The lamp has a nice battery.", "nice battery", "solar charging", WORSE, id="another error"),
        pytest.param("The lamp has a nice battery.", "nice battery", "`good` battery", UNREADABLE, id="markup in the words"),
    ],
)
def test_what_would_be_worse_is_left(corrected_by_rule, text, words, instead, reason):
    fixed = corrected_by_rule(text, words, instead)
    assert (fixed.after, [each.reason for each in fixed.refused]) == (text, [reason])
