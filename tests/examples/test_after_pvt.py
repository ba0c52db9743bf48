"""What examples/after-pvt/capabilities.yaml does to the example campaign: every promise that is judged otherwise, and no other."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Row(NamedTuple):
    """A promise: where it stands, what it says, what becomes of it, what is found before and after, and the changes it is due to."""

    document: str
    text: str
    effect: str
    before: str
    after: str
    causes: str


LIGHT, BATTERY, CHARGING = "camp light", "battery life", "USB-C charging"
FLOCK, FCC, CE = "Flock Mode", "FCC equipment authorization", "CE marking"

TABLE = [
    Row("beta/invitation.md", "The microphone lets you take calls by the fire", "becomes-wrong", "", "CL101", "built-in microphone"),
    Row("beta/invitation.md", "Flock Mode connects up to eight speakers", "stays-wrong", "CL101", "CL202", FLOCK),
    Row("beta/test-guide.rst", "The microphone works as a speakerphone", "becomes-wrong", "", "CL101", "built-in microphone"),
    Row("beta/test-guide.rst", "Flock Mode comes with the next firmware", "says-less", "", "CL602", FLOCK),
    Row("beta/welcome.eml", "Flock Mode connects up to eight speakers", "stays-wrong", "CL101", "CL202", FLOCK),
    Row("clean/newsletter.md", "It offers up to 24 hours of playback", "becomes-wrong", "", "CL101", BATTERY),
    Row("clean/newsletter.md", "its camp light gives you up to 400 lumens", "becomes-wrong", "", "CL201", LIGHT),
    Row("clean/newsletter.md", "Flock Mode is in development", "says-less", "", "CL602", FLOCK),
    Row("clean/newsletter.md", "The Ouzel Trail carries the CE mark", "becomes-wrong", "", "CL301 CL701", CE),
    Row("clean/newsletter.md", "FCC certification is pending", "says-less", "", "CL602", FCC),
    Row("public/camping.mdx", "At camp, its camp light is the lamp", "stays-wrong", "CL201", "CL201", LIGHT),
    Row("public/data-sheet.pdf", "it comes with the emergency strobe of the", "becomes-wrong", "", "CL110", "emergency strobe"),
    Row(
        "public/data-sheet.pdf",
        "The voice assistant answers your questions",
        "stays-wrong",
        "CL101",
        "CL101 CL111",
        "the manifest as a whole",
    ),
    Row("public/data-sheet.pdf", "450 lm", "stays-wrong", "CL201", "CL201", LIGHT),
    Row("public/display-ads.csv", "The camp light of the Ouzel Trail has 600", "stays-wrong", "CL201", "CL201", LIGHT),
    Row("public/landing.html", "Pre-order the Ouzel Trail today", "may-be-said", "CL302", "", FCC),
    Row("public/landing.html", "Drop it overboard and it floats back up", "may-be-said", "CL101", "", "buoyancy"),
    Row("public/landing.html", "Enjoy up to 24 hours of playback at half volume", "becomes-wrong", "", "CL101", BATTERY),
    Row("public/landing.html", "USB-C charging takes only 90 minutes", "may-be-said", "CL201", "", CHARGING),
    Row("public/landing.html", "carries the CE mark", "becomes-wrong", "", "CL301 CL701", CE),
    Row("public/launch-post.md", "the camp light gives you", "becomes-wrong", "", "CL201", LIGHT),
    Row("public/launch-post.md", "With Flock Mode you can connect up to twelve", "stays-wrong", "CL101 CL201", "CL201", FLOCK),
    Row("public/launch-post.md", "The voice assistant answers", "stays-wrong", "CL101", "CL101 CL111", "the manifest as a whole"),
    Row("public/launch-post.md", "The Ouzel Trail is in stock", "stays-wrong", "CL302", "CL103", f"Ouzel Trail, {FCC}"),
    Row("public/press-release.docx", "up to 30 hours of playback", "stays-wrong", "CL201", "CL201 CL101", BATTERY),
    Row("public/press-release.docx", "400 lm", "becomes-wrong", "", "CL201", LIGHT),
    Row("public/product-film.vtt", "Its camp light gives you", "becomes-wrong", "", "CL201", LIGHT),
    Row("public/search-ads.xlsx", "It Floats", "may-be-said", "CL101", "", "buoyancy"),
    Row("public/search-ads.xlsx", "Its camp light has 400 lumens", "becomes-wrong", "", "CL201", LIGHT),
    Row("public/shop-page.yaml", "The Ouzel Trail is a speaker with a camp", "becomes-wrong", "", "CL201", LIGHT),
    Row("public/social-posts.txt", "The power bank in the Ouzel Trail charges", "may-be-said", "CL101", "", "power bank"),
    Row("public/specifications.md", "Version 5.4", "stays-wrong", "CL201 CL302", "CL201", FCC),
    Row("public/specifications.md", "400 lm, 2200 K to 4000 K", "becomes-wrong", "", "CL201", LIGHT),
    Row("public/specifications.md", "24 hours at half volume", "becomes-wrong", "CL202", "CL101", BATTERY),
    Row("public/specifications.md", "3 hours", "becomes-wrong", "", "CL601", CHARGING),
    Row("public/specifications.md", "IP68", "stays-wrong", "CL201", "CL601", "water resistance"),
    Row("public/specifications.md", "Emergency strobe", "becomes-wrong", "", "CL110", "emergency strobe"),
    Row("public/specifications.md", "CE marking, FCC certified", "becomes-wrong", "", "CL301 CL701", CE),
    Row("public/specifications.md", "CE marking, FCC certified", "may-be-said", "CL301", "", FCC),
    Row("public/teaser.srt", "It floats", "may-be-said", "CL101", "", "buoyancy"),
    Row("sales/dealer-letter.odt", "The built-in microphone takes calls at the", "stays-wrong", "CL101", "CL101", "built-in microphone"),
    Row("sales/dealer-letter.odt", "FCC certification", "says-less", "", "CL602", FCC),
    Row("sales/deck-notes.md", "The camp light reaches 400 lumens", "becomes-wrong", "", "CL201", LIGHT),
    Row("sales/deck-notes.md", "Flock Mode is coming in the second quarter of 2027", "says-less", "", "CL602", FLOCK),
    Row("sales/deck-notes.md", "The power bank charges your customer's phone", "may-be-said", "CL101", "", "power bank"),
    Row("sales/deck-notes.md", "FCC certification is pending", "says-less", "", "CL602", FCC),
    Row("sales/sales-deck.pptx", "Flock Mode always connects eight speakers", "stays-wrong", "CL101", "CL101", FLOCK),
]


@pytest.fixture(scope="module")
def comparison():
    command = [sys.executable, "-m", "claimlint", "manifest", "diff", "capabilities.yaml", "examples/after-pvt/capabilities.yaml"]
    options = ["examples/campaign", "--as-of", "2027-04-26", "--format", "json"]
    done = subprocess.run([*command, *options], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    return json.loads(done.stdout)


def row_of(consequence, differences) -> Row:
    before, after = (" ".join(finding["code"] for finding in consequence[side]["findings"]) for side in ("before", "after"))
    causes = ", ".join(dict.fromkeys(differences[number]["name"] for number in consequence["causes"]))
    document = consequence["path"].removeprefix("examples/campaign/")
    return Row(document, consequence["text"], consequence["effect"], before, after, causes)


def test_every_promise_of_the_table_is_judged_otherwise_and_no_other(comparison) -> None:
    found = [row_of(each, comparison["differences"]) for each in comparison["consequences"]]
    assert [(each.document, each.effect, each.before, each.after, each.causes) for each in found] == [
        (each.document, each.effect, each.before, each.after, each.causes) for each in TABLE
    ]
    # The table gives the first words of a promise.
    assert [each.text for each, row in zip(found, TABLE, strict=True) if not each.text.startswith(row.text)] == []


def test_table_shows_what_becomes_wrong_and_what_may_be_said() -> None:
    assert {row.effect for row in TABLE} == {"becomes-wrong", "may-be-said", "says-less", "stays-wrong"}


def test_every_document_is_compared(comparison) -> None:
    assert (comparison["summary"]["documents"], comparison["not_checked"]) == (23, [])
