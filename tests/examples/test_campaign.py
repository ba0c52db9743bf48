"""The example campaign has exactly the findings that examples/README.md lists: its table is the expectation."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from claimlint.readers.formats import FORMATS, format_of

ROOT = Path(__file__).resolve().parents[2]
CAMPAIGN = ROOT / "examples" / "campaign"
ROW = re.compile(
    r'^\| (?P<document>`[^`]+`)? ?\| \w* ?\| (?P<place>[^|]+) \| "(?P<words>[^"]+)" \| `(?P<category>[a-z-]+)` (?P<code>CL\d+) \|',
    re.MULTILINE,
)


@dataclass(frozen=True)
class Expected:
    """place: line and column, or what the report calls it in formats whose readers see no lines."""

    document: str
    place: str
    words: str
    category: str
    code: str

    def __str__(self) -> str:
        return f"{self.document}, {self.place}, {self.code}, {self.words!r}"


def table() -> list[Expected]:
    """The rows of the table; a row without a document belongs to the one above it, and "…" leaves out the rest of a sentence."""
    rows, document = [], ""
    for match in ROW.finditer((ROOT / "examples" / "README.md").read_text(encoding="utf-8")):
        document = (match["document"] or document).strip("`")
        rows.append(Expected(document, match["place"], match["words"].removesuffix("…").strip(), match["category"], match["code"]))
    return rows


TABLE = table()


@pytest.fixture(scope="module")
def report():
    command = [sys.executable, "-m", "claimlint"]
    options = ["check", "--as-of", "2026-11-23", "--format", "json", str(CAMPAIGN)]
    done = subprocess.run([*command, *options], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    return json.loads(done.stdout)


def describes(row: Expected, finding) -> bool:
    """Whether a finding is the one that the row tells of: same document, code, category and place, and it is about the words."""
    if not finding["path"].endswith(row.document) or (finding["category"], finding["code"]) != (row.category, row.code):
        return False
    return place_of(finding) == row.place and is_about(row, finding)


def place_of(finding) -> str:
    return finding["where"] or f"{finding['start']['line']}:{finding['start']['column']}"


def is_about(row: Expected, finding) -> bool:
    """Whether finding and words share characters of the document; where that is not text itself, one must be a part of the other."""
    if finding["where"]:
        return row.words in finding["text"] or finding["text"] in row.words
    start = (CAMPAIGN / row.document).read_text(encoding="utf-8").index(row.words)
    return finding["start"]["offset"] < start + len(row.words) and start < finding["end"]["offset"]


def test_table_shows_the_main_categories():
    shown = {"unvalidated", "withdrawn", "premature", "not-claimed", "overstated", "uncertified", "unknown"}
    assert shown <= {row.category for row in TABLE}


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_listed_finding_is_reported(report, row):
    assert [finding for finding in report["findings"] if describes(row, finding)]


def test_nothing_else_is_reported(report):
    surplus = [finding for finding in report["findings"] if not any(describes(row, finding) for row in TABLE)]
    assert [(finding["path"], place_of(finding), finding["code"], finding["text"]) for finding in surplus] == []


def test_every_document_is_checked(report):
    assert {document["status"] for document in report["documents"]} == {"checked"}
    assert len(report["documents"]) == sum(path.is_file() for path in CAMPAIGN.rglob("*"))


def test_there_is_a_document_of_every_format(report):
    shown = {format_of(document["path"]).module for document in report["documents"]}
    assert shown == {format_.module for format_ in FORMATS.values() if format_.module}
