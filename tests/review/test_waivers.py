"""Waivers in the manifest excuse findings of a rule, for one capability or for all, until their day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimlint.judging import check_text
from claimlint.manifest.loading import load_manifest
from claimlint.review.excusing import waiver_notes
from claimlint.rules.packs import load_rules

TODAY = date(2026, 11, 22)
MANIFEST = """\
version: 1
products: {{lamp: {{name: Glimmer Lamp, validated: PVT}}}}
waivers: [{general}]
capabilities:
  solar: {{name: solar charging, validated: EVT, waivers: [{solar}]}}
  shade: {{name: paper shade, validated: EVT}}
"""
COPY = "The lamp has solar charging.\n\nThe lamp has a paper shade.\n"


@pytest.fixture(scope="module")
def rules():
    return load_rules(["default"], Path(), {})


@pytest.fixture
def manifest(tmp_path):
    def manifest(general="", solar=""):
        path = tmp_path / "capabilities.yaml"
        path.write_text(MANIFEST.format(general=general, solar=solar), encoding="utf-8")
        return load_manifest([path])

    return manifest


@pytest.mark.parametrize(
    ("general", "solar", "expected"),
    [
        ("", "{rule: CL101, why: agreed}", [("CL101", "solar", "suppressed"), ("CL101", "shade", "new")]),
        ("", "{rule: unvalidated, why: agreed, until: 2026-11-22}", [("CL101", "solar", "suppressed"), ("CL101", "shade", "new")]),
        ("", "{rule: CL201, why: agreed}", [("CL101", "solar", "new"), ("CL101", "shade", "new")]),
        (
            "",
            "{rule: CL101, why: agreed, until: 2026-11-21}",
            [("CL101", "solar", "new"), ("CL701", "solar", "new"), ("CL101", "shade", "new")],
        ),
        ("{rule: CL101, why: agreed}", "", [("CL101", "solar", "suppressed"), ("CL101", "shade", "suppressed")]),
        ("{rule: CL101, why: agreed, until: 2026-11-21}", "", [("CL101", "solar", "new"), ("CL101", "shade", "new")]),
    ],
    ids=["by code", "by category, on its last day", "another rule", "after its last day", "for all", "for all, after its last day"],
)
def test_what_is_waived(manifest, rules, general, solar, expected):
    found = check_text(COPY, manifest(general, solar), "public", rules, TODAY).findings
    assert [(finding.code, finding.subject, finding.state) for finding in found] == expected


def test_the_excuse_says_by_whom_until_when_and_why(manifest, rules):
    waiver = "{rule: CL101, by: head of quality, until: 2026-12-31, why: the housing did not change}"
    first, _ = check_text(COPY, manifest(solar=waiver), "public", rules, TODAY).findings
    assert first.excuse == "waived by head of quality until 2026-12-31: the housing did not change"


@pytest.mark.parametrize(
    ("waiver", "note"),
    [
        (
            "{rule: unvalidatd, why: agreed}",
            '"unvalidatd" is no rule, code or category in force, so this waives nothing. Did you mean "unvalidated"?',
        ),
        ("{rule: CL101, why: agreed, until: 2026-11-21}", "the waiver of CL101 expired on 2026-11-21, and waives nothing any more"),
    ],
    ids=["a slip", "lapsed"],
)
def test_a_waiver_that_waives_nothing_is_noted(manifest, rules, waiver, note):
    (told,) = waiver_notes(manifest(general=waiver), rules, TODAY)
    assert told.partition(": ")[2] == note


def test_a_waiver_that_holds_needs_no_note(manifest, rules):
    assert list(waiver_notes(manifest(general="{rule: CL101, why: agreed}"), rules, TODAY)) == []
