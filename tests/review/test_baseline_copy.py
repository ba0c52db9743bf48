"""Whether a baseline that was made of one text still excuses what is found in another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from claimlint.baseline_entry import BaselineEntry
from claimlint.finding import CheckedDocument
from claimlint.judging import check_text
from claimlint.manifest.loading import load_manifest
from claimlint.review.baseline import Matching, entry_for, match
from claimlint.rules.packs import load_rules

LAMP = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: PVT}}
capabilities:
  solar: {name: solar charging, validated: none}
  runtime: {name: battery life, validated: PVT, limits: {runtime: {max: 8 h}}}
  port: {name: USB-C port, validated: PVT}
"""
TWELVE = "Battery life is up to 12 hours."
TABLE = "| Feature | Lamp |\n|---|---|\n| Emergency strobe | Yes |\n| USB-C port | Yes |\n"
QUESTION = "**Does it have solar charging?**\n\nYes.\n"

Checked = Callable[..., CheckedDocument]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    path = tmp_path_factory.mktemp("lamp") / "capabilities.yaml"
    path.write_text(LAMP, encoding="utf-8")
    manifest, rules = load_manifest([path]), load_rules(["default"], Path(), {})
    return lambda text, suffix=".md": check_text(text, manifest, "public", rules, date(2026, 11, 22), suffix)


def entries_of(document: CheckedDocument) -> list[BaselineEntry]:
    return [entry_for(finding, "docs/a") for finding in document.findings]


def held(document: CheckedDocument, entries: Sequence[BaselineEntry]) -> Matching:
    def is_gone(path: str) -> bool:
        return path != "docs/a"

    return match(entries, [document], {document.path: "docs/a"}, is_gone)


STILL_THE_SAME = [
    pytest.param(TWELVE, "Battery life\nis up to\n12 hours.", id="reflowed"),
    pytest.param(TWELVE, "Hello.\n\nSomething new.\n\n" + TWELVE, id="lines moved"),
    pytest.param(TWELVE, "It is a lamp. " + TWELVE + " It is blue.", id="joined to a paragraph"),
    pytest.param(TWELVE, "BATTERY LIFE is up to **12 hours**.", id="markup and case"),
    pytest.param(TWELVE, "Battery life is up to 12&nbsp;hours.", id="entity"),
    pytest.param(TWELVE, "> Battery life is up\n> to 12 hours.", id="quotation"),
    pytest.param(TABLE, "| Feature  |  Lamp |\n| --- | --- |\n| **Emergency strobe** | yes |\n| USB-C port | yes |\n", id="table set anew"),
    pytest.param(TABLE, TABLE.replace("| Emergency", "| Laser | No |\n| Emergency"), id="row before"),
    pytest.param(QUESTION, "### Does it have solar charging?\n\nYes.\n", id="question as a heading"),
    pytest.param("It is eco-friendly.", "It is\n*eco-friendly*.", id="words of language"),
    pytest.param("It is eco-friendly.", "Look! It is eco-friendly. And small.", id="other sentences around words of language"),
]


@pytest.mark.parametrize(("before", "after"), STILL_THE_SAME)
def test_it_is_still_excused(checked: Checked, before: str, after: str) -> None:
    entries = entries_of(checked(before))
    matching = held(checked(after), entries)
    assert entries
    assert (matching.new, matching.unmatched) == ((), ())


ANOTHER_PROMISE = [
    pytest.param(TWELVE, "Battery life is up to 14 hours.", id="number"),
    pytest.param(TWELVE, "Battery life is up to 12 days.", id="unit"),
    pytest.param(TWELVE, "Battery life is always up to 12 hours.", id="word"),
    pytest.param(TABLE, TABLE.replace("Emergency strobe", "Laser"), id="head of the row"),
    pytest.param(TABLE, TABLE.replace("| Lamp", "| Lamp Mini"), id="head of the column"),
    pytest.param(QUESTION, QUESTION.replace("Does it have", "Will it always have"), id="question"),
    pytest.param("It has eco-friendly packaging.", "It has an eco-friendly battery.", id="what a word of language is said of"),
    pytest.param("Included:\n\n- Solar charging", "Also included, for 5 years:\n\n- Solar charging", id="introduction"),
    pytest.param("## In development\n\n- Solar charging", "## Features\n\n- Solar charging", id="heading that made a plan of it"),
]


@pytest.mark.parametrize(("before", "after"), ANOTHER_PROMISE)
def test_another_promise_is_new(checked: Checked, before: str, after: str) -> None:
    entries = entries_of(checked(before))
    matching = held(checked(after), entries)
    assert entries
    assert len(matching.new) == len(checked(after).findings) > 0
    assert len(matching.unmatched) == len(entries)


TWO_ROWS = "| Feature | Lamp |\n|---|---|\n| Laser pointer | Yes |\n| Emergency strobe | Yes |\n| USB-C port | Yes |\n"


def test_a_row_that_is_taken_out_takes_no_other_with_it(checked: Checked) -> None:
    both = entries_of(checked(TWO_ROWS))
    matching = held(checked(TABLE), both)
    assert (len(both), len(matching.excused), len(matching.new), len(matching.unmatched)) == (2, 1, 0, 1)
