"""A finding says how the planned day of the missing gate stands to the day on which the page is to be published."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.document import Document, Source
from claimlint.judging import check_text
from claimlint.manifest.loading import load_manifest
from claimlint.rules.publication import published_on

LONGEST = 340
SAMPLER = """\
version: 1
products:
  harbor: {name: Harbor Beacon, validated: DVT}
capabilities:
  fog-horn:
    name: fog horn
    gates:
      EVT: {result: passed, date: 2026-03-02}
      DVT: {result: passed, date: 2026-06-18}
      PVT: {result: planned, due: 2026-12-01}
"""


@pytest.fixture(scope="module")
def sampler(tmp_path_factory):
    path = tmp_path_factory.mktemp("sampler") / "capabilities.yaml"
    path.write_text(SAMPLER, encoding="utf-8")
    return load_manifest([path])


@pytest.mark.parametrize("copy", ["It has a fog horn.", "The Harbor Beacon is available now."], ids=["CL101", "CL103"])
@pytest.mark.parametrize(
    ("front_matter", "today", "said"),
    [
        pytest.param("", "2026-11-22", ", which is due on 2026-12-01.", id="no day"),
        pytest.param("", "2026-12-02", ", which was due on 2026-12-01.", id="overdue"),
        pytest.param(
            "---\npublish: 2026-11-25\n---\n",
            "2026-11-22",
            ", planned for 2026-12-01; this page is to be published before that, on 2026-11-25.",
            id="before",
        ),
        pytest.param(
            "---\npublish: 2026-12-01\n---\n",
            "2026-11-22",
            ", planned for 2026-12-01, in time for the publication of this page on 2026-12-01.",
            id="on that day",
        ),
        pytest.param(
            "---\npublish: 2027-02-15\n---\n",
            "2026-11-22",
            ", planned for 2026-12-01, in time for the publication of this page on 2027-02-15.",
            id="after",
        ),
        pytest.param(
            "+++\npublish = 2026-11-25\n+++\n", "2026-11-22", "; this page is to be published before that, on 2026-11-25.", id="TOML"
        ),
        pytest.param("---\npublish: 2026-01-15\n---\n", "2026-11-22", ", which is due on 2026-12-01.", id="published already"),
        pytest.param("---\npublish: soon\n---\n", "2026-11-22", ", which is due on 2026-12-01.", id="no readable day"),
    ],
)
def test_the_planned_day_of_a_gate(sampler, default_rules, copy, front_matter, today, said):
    checked = check_text(f"{front_matter}\n{copy}\n", sampler, "public", default_rules, date.fromisoformat(today))
    (finding,) = checked.findings
    assert said in finding.message
    assert len(finding.message) <= LONGEST


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2027-02-15", date(2027, 2, 15)),
        (" 2027-02-15 ", date(2027, 2, 15)),
        ("2027-02-15T09:00:00Z", date(2027, 2, 15)),
        ("2027-02-15 09:00", date(2027, 2, 15)),
        ("2027-02-31", None),
        ("20270215", None),
        ("", None),
    ],
)
def test_the_day_of_publication(written, day):
    assert published_on(Document(Source("page.md", ""), (), metadata={"publish": written})) == day
