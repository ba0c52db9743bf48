"""Days in copy are held against the days that the manifest gives: for offers, and for gates of one capability or of all."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.judging import check_text
from claimlint.manifest.loading import load_manifest

HARBOR = """\
version: 1
products:
  harbor: {name: Harbor Beacon, validated: DVT, availability: {preorder: 2026-12-01, ships: 2027-05-15}}
capabilities:
  fog-horn:
    name: fog horn
    gates:
      EVT: {result: passed, date: 2026-03-02}
      DVT: {result: passed, date: 2026-06-18}
      PVT: {result: planned, due: 2027-05-31}
  tide-clock:
    name: tide clock
    gates:
      EVT: {result: passed, date: 2026-03-02}
      DVT: {result: passed, date: 2026-07-20}
      PVT: {result: planned, due: 2027-05-31}
      MP: {result: planned, due: 2027-12-01}
"""
PUBLIC = "public"


@pytest.fixture(scope="module")
def harbor(tmp_path_factory):
    path = tmp_path_factory.mktemp("harbor") / "capabilities.yaml"
    path.write_text(HARBOR, encoding="utf-8")
    return load_manifest([path])


@pytest.mark.parametrize(
    ("copy", "day"),
    [
        pytest.param("The Harbor Beacon ships in July 2027.", "2027-05-15", id="a later month"),
        pytest.param("The Harbor Beacon ships in May 2027.", None, id="the month of the day"),
        pytest.param("The Harbor Beacon ships in Q2 2027.", None, id="the quarter of the day"),
        pytest.param("The Harbor Beacon ships by July 2027.", None, id="no later than"),
        pytest.param("The Harbor Beacon ships in Canada in July 2027.", None, id="somewhere else"),
        pytest.param("The Harbor Beacon ships in March 2027.", None, id="too early is premature"),
        pytest.param("Finally, our all-new Harbor Beacon ships in July 2027.", "2027-05-15", id="with words that narrow nothing"),
        pytest.param("Harbor Beacon spare parts ship in July 2027.", None, id="something else of its name"),
        pytest.param("A firmware update for the Harbor Beacon is available in July 2027.", None, id="something for it"),
        pytest.param("In July 2027, the next batch of the Harbor Beacon ships.", None, id="a batch of it"),
        pytest.param("Pre-orders for the Harbor Beacon open in January 2027.", "2026-12-01", id="orders open later"),
        pytest.param("Pre-order the Harbor Beacon in January 2027.", None, id="an order, no opening"),
        pytest.param("PVT is planned for March 2027.", "2027-05-31", id="a gate that all have still to pass"),
        pytest.param("PVT is planned for May 2027.", None, id="its month"),
        pytest.param("DVT was passed in June 2026 and PVT is planned for March 2027.", "2027-05-31", id="the second gate of a sentence"),
        pytest.param("DVT was passed in January 2026.", None, id="a gate that was passed on several days"),
        pytest.param("MP is planned for November 2027.", None, id="a gate that some have no day for"),
        pytest.param("The fog horn passed DVT in May 2026.", "2026-06-18", id="of one capability"),
        pytest.param("DVT of the tide clock was passed in June 2026.", "2026-07-20", id="named between"),
        pytest.param("The fog horn and the tide clock passed DVT in May 2026.", None, id="of two"),
        pytest.param("## Fog horn\n\nDVT was passed in May 2026.", "2026-06-18", id="named in the heading"),
        pytest.param("After PVT in March 2027 we look for testers.", None, id="something after the gate"),
        pytest.param("PVT hardware goes to testers in March 2027.", None, id="something of the gate"),
        pytest.param("PVT will not be passed in March 2027.", None, id="denied"),
        pytest.param("| Gate | Planned |\n| --- | --- |\n| PVT | March 2027 |", "2027-05-31", id="a row of a gate"),
        pytest.param("| Gate | Planned |\n| --- | --- |\n| PVT | May 2027 |", None, id="a row that is right"),
        pytest.param("| Gate | First plan | Plan |\n| --- | --- | --- |\n| PVT | March 2027 | May 2027 |", None, id="a row of two days"),
        pytest.param("| Part | DVT |\n| --- | --- |\n| Fog horn | May 2026 |", "2026-06-18", id="a column of a gate"),
        pytest.param("| Part | DVT |\n| --- | --- |\n| Tide clock | July 2026 |", None, id="a column that is right"),
    ],
)
def test_a_day_in_copy_and_the_day_of_the_manifest(harbor, default_rules, copy, day):
    checked = check_text(copy, harbor, PUBLIC, default_rules, date(2026, 11, 22))
    told = [finding.message for finding in checked.findings if finding.code == "CL601"]
    assert [f"the manifest says {day}" in message for message in told] == ([] if day is None else [True])


def test_a_gate_that_the_product_has_passed_has_not_the_day_of_what_lags_behind(tmp_path, default_rules):
    path = tmp_path / "capabilities.yaml"
    path.write_text(HARBOR.replace("validated: DVT", "validated: PVT"), encoding="utf-8")
    checked = check_text("PVT was passed in March 2026.", load_manifest([path]), PUBLIC, default_rules, date(2026, 11, 22))
    assert [finding.code for finding in checked.findings] == []


def test_copy_about_something_of_the_product_contradicts_none_about_the_product(harbor, default_rules):
    copy = "The Harbor Beacon ships in May 2027. Harbor Beacon spare parts ship in July 2027."
    checked = check_text(copy, harbor, PUBLIC, default_rules, date(2026, 11, 22))
    assert "CL601" not in [finding.code for finding in checked.findings]


def test_copy_that_agrees_with_the_manifest_is_not_told_of_copy_that_does_not(harbor, default_rules):
    copy = "PVT is planned for March 2027. We expect PVT in May 2027."
    checked = check_text(copy, harbor, PUBLIC, default_rules, date(2026, 11, 22))
    assert [finding.text for finding in checked.findings] == ["PVT is planned for March 2027"]


def test_two_tables_with_different_days_for_a_gate(manifest, default_rules):
    copy = "| Gate | Planned |\n| --- | --- |\n| PVT | March 2027 |\n\nWe expect PVT in May 2027."
    checked = check_text(copy, manifest, PUBLIC, default_rules, date(2026, 11, 22))
    assert [finding.text for finding in checked.findings if finding.code == "CL601"] == ["PVT in May 2027"]
