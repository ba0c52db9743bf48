"""Days decide: that of publication, and the age of a locked manifest."""

from __future__ import annotations

from datetime import date

from claimlint.check import check
from claimlint.configuration.model import Configuration, Settings
from claimlint.manifest.lock import write_lock
from claimlint.sources import Discovered
from tests.check.lamp_copy import TODAY


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


def test_fresh_lock_is_not_noted(folder):
    write_lock([folder / "capabilities.yaml"], folder / "locked.yaml", None, "abc123", date(2026, 11, 1))
    (folder / "copy.md").write_text("It glows.", encoding="utf-8")
    configuration = Configuration(folder, (folder / "locked.yaml",), max_age=30)
    assert check([Discovered(folder / "copy.md", "copy.md", configuration, "public")], Settings(TODAY)).notes == ()
