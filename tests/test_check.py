"""The whole way from files to a report: places, days, what is not checked, and that it is the same every time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimlint.check import check
from claimlint.configuration.model import Configuration, Settings
from claimlint.finding import Report
from claimlint.judging import check_text
from claimlint.manifest.loading import load_manifest
from claimlint.manifest.lock import write_lock
from claimlint.reports import render
from claimlint.reports.options import RenderOptions
from claimlint.review.outcome import CLEAN, exit_status
from claimlint.rules.packs import load_rules
from claimlint.sources import Discovered

TODAY = date(2026, 11, 22)
LAMP = """\
version: 1
products: {lamp: {name: Glimmer Lamp, validated: PVT}}
capabilities:
  solar: {name: solar charging, validated: EVT}
  runtime: {name: battery life, validated: PVT, expires: 2027-06-30, limits: {runtime: {max: 10 h}}}
  port: {name: USB-C port, validated: PVT}
certifications:
  ce: {name: CE marking, aliases: [CE mark], status: granted, expires: 2027-03-31}
"""


@pytest.fixture(scope="module")
def lamp(tmp_path_factory):
    path = tmp_path_factory.mktemp("lamp") / "capabilities.yaml"
    path.write_text(LAMP, encoding="utf-8")
    return load_manifest([path])


@pytest.fixture(scope="module")
def rules():
    return load_rules(["default"], Path(), {})


@pytest.fixture(scope="module")
def checked(lamp, rules):
    """Checks a text on the public channel; Markdown unless the suffix says otherwise."""

    def check_copy(text, suffix=".md", channel="public", day=TODAY):
        return check_text(text, lamp, channel, rules, day, suffix)

    return check_copy


@pytest.fixture
def folder(tmp_path):
    """A content repository with the lamp's manifest."""
    (tmp_path / "capabilities.yaml").write_text(LAMP, encoding="utf-8")
    return tmp_path


def run(folder, *names, **fields):
    """Checks files of a folder."""
    configuration = Configuration(folder, (folder / "capabilities.yaml",), **fields)
    return check([Discovered(folder / name, name, configuration, "public") for name in names], Settings(TODAY))


# ---- copy that is none


@pytest.mark.parametrize("text", ["[" * 30_000, "- " * 30_000, "&amp;" * 30_000, "a" * 30_000, "123" * 10_000], ids=lambda text: text[:5])
@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_a_long_line_without_words_promises_nothing(checked, text, suffix):
    document = checked(text, suffix)
    assert (document.status, document.claims) == ("checked", ())


def test_a_long_line_of_copy_is_read_to_its_end(checked):
    text = "It is a lamp for people who like lamps. " * 1_000 + "Solar charging is built in."
    assert [text[found.start : found.end] for found in checked(text).findings] == ["Solar charging is built in"]


# ---- places

BROKEN_PROMISES = [
    pytest.param("Solar charging is built in.", ".md", "Solar charging is built in", id="plain"),
    pytest.param("Its **solar** *charging* is built in.", ".md", "Its **solar** *charging* is built in", id="emphasis"),
    pytest.param("Solar&nbsp;charging &amp; more.", ".md", "Solar&nbsp;charging &amp; more", id="entities"),
    pytest.param("# Lamp\r\n\r\nSolar\r\ncharging is built in.\r\n", ".md", "Solar\r\ncharging is built in", id="CRLF"),
    pytest.param("# Lamp\r\rSolar charging is built in.\r", ".md", "Solar charging is built in", id="CR"),
    pytest.param("-\tSolar\tcharging is built in.", ".md", "Solar\tcharging is built in", id="tabs"),
    pytest.param(
        "[Solar charging](https://example.com) is built in.", ".md", "Solar charging](https://example.com) is built in", id="link"
    ),
    pytest.param("Wow 😀.\n\nSolar charging is built in.", ".md", "Solar charging is built in", id="beyond the basic plane"),
    pytest.param("> Solar\n> charging is built in.", ".md", "Solar\n> charging is built in", id="quotation over two lines"),
    pytest.param("<p>Solar <b>charging</b> is built in.</p>", ".html", "Solar <b>charging</b> is built in", id="HTML"),
    pytest.param("Solar charging is built in.", ".txt", "Solar charging is built in", id="text"),
]


@pytest.mark.parametrize(("text", "suffix", "words"), BROKEN_PROMISES)
def test_finding_is_the_slice_of_the_source_that_it_names(checked, text, suffix, words):
    ((start, end, told),) = ((found.start, found.end, found.text) for found in checked(text, suffix).findings)
    assert (told, text[start:end]) == (words, words)


def test_byte_order_mark_is_no_character(folder):
    (folder / "copy.md").write_bytes(b"\xef\xbb\xbfSolar charging is built in.")
    assert [(found.start, found.text) for found in run(folder, "copy.md").findings] == [(0, "Solar charging is built in")]


PIECES = [
    "Solar charging",
    "is",
    "**built in**",
    "up to 12&nbsp;h",
    "battery life",
    "&amp;",
    "*USB-C* port",
    ".",
    "\n",
    "\r\n",
    "\n\n- ",
    "\t",
    "`x`",
    "😀",
    "| ",
    "# ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_told_is_a_slice_of_the_source(checked, text):
    document = checked(text)
    told = [*document.claims, *document.findings, *(value for claim in document.claims for value in claim.values)]
    assert all(0 <= one.start < one.end <= len(text) for one in told)
    assert [one.text for one in (*document.claims, *document.findings)] == [
        text[one.start : one.end] for one in (*document.claims, *document.findings)
    ]


# ---- days


def test_page_is_judged_as_of_the_day_on_which_it_is_published(checked):
    copy = "It carries the CE mark."
    published = {day: bool(checked(f"---\npublish: {day}\n---\n{copy}").findings) for day in ("2027-03-31", "2027-04-01")}
    assert published == {"2027-03-31": False, "2027-04-01": True}


def test_the_day_of_publication_is_said(checked):
    notes = checked("---\npublish: 2027-04-01\n---\nIt glows.").notes
    assert notes == ("judged as of 2027-04-01, the day on which it will be published (front matter)",)


def test_publication_day_that_is_no_date_is_told_and_today_counts(checked):
    document = checked("---\npublish: in spring\n---\nIt carries the CE mark.")
    assert (document.notes, document.findings) == (
        ('the front matter says "publish: in spring", which is no date such as 2027-02-15; judged as of 2026-11-22',),
        (),
    )


def test_stale_lock_is_noted(folder):
    write_lock([folder / "capabilities.yaml"], folder / "locked.yaml", None, "abc123", date(2026, 10, 1))
    (folder / "copy.md").write_text("It glows.", encoding="utf-8")
    configuration = Configuration(folder, (folder / "locked.yaml",), max_age=30)
    report = check([Discovered(folder / "copy.md", "copy.md", configuration, "public")], Settings(TODAY))
    (note,) = report.notes
    assert note.endswith(
        "locked.yaml: this copy of the manifest is 52 days old, more than max-age: 30 days; `claimlint manifest lock` writes a new one"
    )


def test_the_report_describes_each_rule_in_force_once(folder):
    (folder / "copy.md").write_text("It glows.", encoding="utf-8")
    configurations = [
        Configuration(folder, (folder / "capabilities.yaml",), rules=packs) for packs in (("default",), ("default", "us-fcc"))
    ]
    report = check([Discovered(folder / "copy.md", "copy.md", each, "public") for each in configurations], Settings(TODAY))
    codes = [rule.code for rule in report.rules]
    assert codes == sorted(set(codes))
    assert {"CL101", "FCC101"} <= set(codes)


def test_fresh_lock_is_not_noted(folder):
    write_lock([folder / "capabilities.yaml"], folder / "locked.yaml", None, "abc123", date(2026, 11, 1))
    (folder / "copy.md").write_text("It glows.", encoding="utf-8")
    configuration = Configuration(folder, (folder / "locked.yaml",), max_age=30)
    assert check([Discovered(folder / "copy.md", "copy.md", configuration, "public")], Settings(TODAY)).notes == ()


# ---- channels


def test_internal_copy_raises_nothing(checked):
    document = checked("Solar charging is built in.", channel="internal")
    assert (len(document.claims), document.findings) == (1, ())


# ---- what is not checked


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("copy.xyz", b"Solar charging.", "no reader for this kind of file", id="unknown kind"),
        pytest.param("copy.md", None, "cannot be read", id="missing"),
        pytest.param("copy.md", b"\x00\x01\x02\xff\xfe binary", "", id="no text"),
    ],
)
def test_not_checked_says_why(folder, name, data, reason):
    if data is not None:
        (folder / name).write_bytes(data)
    (document,) = run(folder, name).documents
    assert (document.status, reason in (document.reason or "")) == ("not-checked", True)


def test_file_that_vanishes_leaves_the_others_checked(folder, monkeypatch):
    for name in ("first.md", "second.md"):
        (folder / name).write_text("Solar charging is built in.", encoding="utf-8")
    original = Path.read_bytes

    def read_bytes(path):
        if path.name == "first.md":
            path.unlink()
        return original(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    documents = run(folder, "first.md", "second.md").documents
    assert [(document.status, len(document.findings)) for document in documents] == [("not-checked", 0), ("checked", 1)]


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "```\nsolar charging\n```", "---\n---\n"])
def test_file_without_copy_is_checked_and_clean(checked, text):
    document = checked(text)
    assert (document.status, document.claims, document.findings) == ("checked", (), ())


# ---- the same every time

MIXED = (
    "# Glimmer Lamp\n\nSolar charging is built in. Battery life is up to 12 hours.\n\n- Solar charging\n- Solar charging\n- USB-C port\n"
)


def test_same_input_gives_the_same_document(checked):
    assert checked(MIXED) == checked(MIXED)


def test_same_input_gives_the_same_bytes(folder):
    for name in ("a.md", "b.md"):
        (folder / name).write_text(MIXED, encoding="utf-8")
    one, other = (render("json", run(folder, "a.md", "b.md"), RenderOptions()) for _ in range(2))
    assert one.encode() == other.encode()


def test_order_of_other_documents_changes_nothing(folder):
    for name in ("a.md", "b.md"):
        (folder / name).write_text(MIXED if name == "a.md" else "It glows.", encoding="utf-8")
    forward, backward = run(folder, "a.md", "b.md").documents, run(folder, "b.md", "a.md").documents
    assert forward == tuple(reversed(backward))


def test_repeated_words_have_fingerprints_of_their_own(checked):
    fingerprints = [found.fingerprint for found in checked(MIXED).findings]
    assert len(set(fingerprints)) == len(fingerprints) > 2


# ---- size


@pytest.mark.slow
def test_one_line_of_a_megabyte(checked):
    filler = "the path goes on through quiet woods " * 500
    text = "x" * 1_000_000 + " " + filler + ". Solar charging is built in."
    assert [found.text for found in checked(text, ".txt").findings] == ["Solar charging is built in"]


@pytest.mark.slow
def test_markdown_file_of_two_megabytes(checked):
    code = "```\n" + "print('solar charging')\n" * 85_000 + "```\n"
    text = code + "\n" + "The path goes on through quiet woods.\n\n" * 300 + "Solar charging is built in.\n"
    assert len(text) > 1_900_000
    assert [(found.text, found.start) for found in checked(text).findings] == [("Solar charging is built in", text.rindex("Solar"))]


GERMAN = "Die Lampe hält mit einer Ladung 20 Stunden, und das Solar charging ist nicht mehr nur ein Traum."


def test_a_document_in_another_language_is_not_checked_and_raises_nothing(checked):
    document = checked(f"# Glimmer Lamp\n\n{GERMAN}\n\nUSB-C port\n")
    assert (document.status, document.reason) == ("not-checked", "it is not in English")
    assert (document.claims, document.findings) == ((), ())


def test_blocks_in_another_language_are_named_and_raise_nothing(checked):
    document = checked(f"The lamp has solar charging.\n\n{GERMAN}\n")
    assert document.notes == ("1 block that is not in English: not checked (line 3)",)
    assert {document.document.source.text.count("\n", 0, claim.start) + 1 for claim in document.claims} == {1}


def test_a_document_in_another_language_does_not_fail_the_run(folder):
    (folder / "deutsch.md").write_text(GERMAN, encoding="utf-8")
    report = run(folder, "deutsch.md")
    assert [document.status for document in report.documents] == ["not-checked"]
    assert exit_status(report, {}) == CLEAN


@pytest.mark.parametrize(
    ("suffix", "text", "pictures"),
    [
        (".md", "![The lamp](a.png) ![](b.png)", 2),
        (".html", '<img src=a.png alt="The lamp"><img src=b.png><img src=ornament.png alt=""><img src=dot.gif width=1 height=1>', 2),
        (".rst", ".. image:: a.png\n\n.. figure:: b.png\n", 2),
        (".adoc", "image::a.png[]\n\nA image:b.png[icon] lamp.\n", 2),
    ],
)
def test_pictures_are_counted_and_told_in_one_line(checked, suffix, text, pictures):
    document = checked(text, suffix)
    assert document.document.pictures == pictures
    report = Report("0", "2026-11-22", (), (document,))
    assert f"Text in pictures is not checked: {pictures} pictures in 1 document." in render("text", report, RenderOptions())


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


# ---- what a run tells of itself


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


# ---- what a report carries for its readers


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
