"""What a report carries for its readers beside the findings: rules, boards, notes, the time of each stage."""

from __future__ import annotations

import pytest

from claimlint.check import check
from claimlint.configuration.model import Configuration, Settings
from claimlint.sources import Discovered
from tests.check.lamp_copy import LAMP, TODAY, run


def test_the_report_describes_each_rule_in_force_once(folder):
    (folder / "copy.md").write_text("It glows.", encoding="utf-8")
    configurations = [
        Configuration(folder, (folder / "capabilities.yaml",), rules=packs) for packs in (("default",), ("default", "us-fcc"))
    ]
    report = check([Discovered(folder / "copy.md", "copy.md", each, "public") for each in configurations], Settings(TODAY))
    codes = [rule.code for rule in report.rules]
    assert codes == sorted(set(codes))
    assert {"CL101", "FCC101"} <= set(codes)


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        pytest.param((), "capabilities.yaml is part of what copy is checked against: all 3 documents are checked", id="all"),
        pytest.param((1,), "capabilities.yaml is part of what copy is checked against: 2 of 3 documents are checked", id="not all"),
        pytest.param((0, 1), "capabilities.yaml is part of what copy is checked against: 1 of 3 documents is checked", id="one of them"),
    ],
)
def test_it_says_how_much_copy_is_checked_for_the_sake_of_a_part(folder, missing, said):
    configuration = Configuration(folder, (folder / "capabilities.yaml",))
    documents = [
        Discovered(
            folder / f"{number}.md",
            f"{number}.md",
            configuration,
            "public",
            b"The lamp has a USB-C port.",
            "cannot be read" if number in missing else None,
            ("capabilities.yaml",),
        )
        for number in range(3)
    ]
    assert said in check(documents, Settings(TODAY)).notes


def test_the_time_of_each_stage_is_counted(folder):
    (folder / "copy.md").write_text("The lamp lasts 14 hours.", encoding="utf-8")
    timings = run(folder, "copy.md").timings
    assert list(timings) == ["load", "remember", "read", "start the parser", "extract", "link", "judge", "review"]
    assert all(seconds >= 0 for seconds in timings.values())


def test_documents_are_read_as_progress_gives_them(folder):
    given = []

    def told(documents):
        for document in documents:
            given.append(document.reported)
            yield document

    configuration = Configuration(folder, (folder / "capabilities.yaml",))
    documents = [Discovered(folder / name, name, configuration, "public") for name in ("a.md", "missing.md")]
    report = check(documents, Settings(TODAY), told)
    assert given == [document.path for document in report.documents] == ["a.md", "missing.md"]


def test_each_manifest_has_one_board_with_the_documents_that_it_judges(folder):
    (folder / "a.md").write_text("USB-C port.\n", encoding="utf-8")
    (folder / "b.md").write_text("USB-C port.\n", encoding="utf-8")
    (folder / "other.yaml").write_text(LAMP.replace("Glimmer", "Shimmer"), encoding="utf-8")
    own, other = (Configuration(folder, (folder / name,)) for name in ("capabilities.yaml", "other.yaml"))
    files = [("a.md", own), ("b.md", own), ("c.md", other)]
    report = check([Discovered(folder / "a.md", name, each, "public") for name, each in files], Settings(TODAY))
    assert [(board.products[0].name, board.documents) for board in report.boards] == [
        ("Glimmer Lamp", ("a.md", "b.md")),
        ("Shimmer Lamp", ("c.md",)),
    ]


def test_a_report_keeps_from_which_severity_each_document_fails(folder):
    (folder / "a.md").write_text("USB-C port.\n", encoding="utf-8")
    assert run(folder, "a.md", fail_on="warning").fail_on == {"a.md": "warning"}


@pytest.mark.parametrize(("channel", "judged"), [("public", True), ("internal", False)])
def test_a_document_says_whether_its_channel_is_judged(channel, judged, checked):
    assert checked("It has solar charging.\n", channel=channel).judged is judged


def test_a_report_has_the_rules_in_words(folder):
    (folder / "a.md").write_text("It has solar charging.\n", encoding="utf-8")
    report = run(folder, "a.md")
    (finding,) = report.findings
    assert [rule.code for rule in report.rules if rule.name == finding.rule and rule.why] == ["CL101"]
