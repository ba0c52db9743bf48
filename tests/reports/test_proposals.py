"""Proposals as a patch with comments, and as JSON."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from claimlint.document import Position
from claimlint.proposal import Amendment, FileChange, Occurrence, Proposal, Suggestions
from claimlint.reports.proposals import patch, render_json, render_patch

BEFORE = "version: 1\ncapabilities:\n  lamp: {name: lamp}  # in the lid\n"
AFTER = "version: 1\ncapabilities:\n  lamp: {name: lamp, aliases: [camp light]}  # in the lid\n"

FOUND = Suggestions(
    proposals=(
        Proposal(
            Amendment("lamp", "aliases", "camp light"),
            (
                Occurrence("copy/a.md", Position(3, 5, 20), "the camp light\nshines", "lamp", 0.3012, 0.7),
                Occurrence("copy/b.md", Position(1, 1, 0), "Camp light", None, 0.0, 0.6),
            ),
            (Occurrence("copy/b.md", Position(9, 1, 90), "in the camp light", None, 0.0, 0.4),),
        ),
    ),
    changes=(FileChange("engineering/capabilities.yaml", BEFORE, AFTER),),
    remaining=(Occurrence("copy/b.md", Position(4, 1, 40), "It has a crank.", None, 0.0, 0.0),),
    claims=3,
    documents=2,
)


def test_everything_at_once() -> None:
    assert (
        render_patch(FOUND)
        == """\
# 1 proposal for 2 of 3 claims of 2 documents that are unlinked or linked weakly.
#
# lamp: alias “camp light” links 2 claims (score before -> after)
#   copy/a.md:3:5  0.30 -> 0.70  the camp light shines
#   copy/b.md:1:1  unlinked -> 0.60  Camp light
#   and makes claims of 1 clause that was none:
#   copy/b.md:9:1  0.40  in the camp light
#
# Promises that no name would link; the manifest may lack what they promise:
#   copy/b.md:4:1  It has a crank.
--- a/engineering/capabilities.yaml
+++ b/engineering/capabilities.yaml
@@ -1,3 +1,3 @@
 version: 1
 capabilities:
-  lamp: {name: lamp}  # in the lid
+  lamp: {name: lamp, aliases: [camp light]}  # in the lid
"""
    )


@pytest.mark.parametrize(
    ("suggestions", "line"),
    [
        (Suggestions(documents=1), "# No proposals: no claim of 1 document is unlinked or linked weakly."),
        (
            Suggestions(documents=2, claims=3),
            "# No proposals: 3 claims of 2 documents unlinked or linked weakly; no name would link them without changing other links.",
        ),
        (Suggestions(unread=(("a.md", "is not UTF-8"),)), "# Not read: a.md: is not UTF-8"),
        (replace(FOUND, proposals=(), unplaced=FOUND.proposals), "#   Write it by hand: the entry shares its lines with another one."),
        (replace(FOUND, remaining=FOUND.remaining * 12), "#   and 2 more; --format json lists them all"),
        (replace(FOUND, changes=(FileChange("../e/c.yaml", BEFORE, AFTER),)), "# Apply the patch in ../e."),
    ],
)
def test_lines_for_special_cases(suggestions: Suggestions, line: str) -> None:
    assert line in render_patch(suggestions).splitlines()


def test_no_proposals_give_no_diff() -> None:
    assert patch(Suggestions(claims=3, documents=2)) == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (BEFORE, AFTER),
        (BEFORE.replace("\n", "\r\n"), AFTER.replace("\n", "\r\n")),
        (BEFORE.rstrip("\n"), AFTER.rstrip("\n")),
        ("\ufeff" + BEFORE, "\ufeff" + AFTER),
        (BEFORE.replace("lid", "li\u2028d"), AFTER.replace("lid", "li\u2028d")),
    ],
    ids=["LF", "CRLF", "no line end", "byte order mark", "a line separator inside"],
)
def test_git_applies_the_patch(tmp_path: Path, before: str, after: str) -> None:
    (tmp_path / "capabilities.yaml").write_bytes(before.encode())
    text = render_patch(replace(FOUND, changes=(FileChange("capabilities.yaml", before, after),)))
    (tmp_path / "names.patch").write_bytes(text.encode())
    subprocess.run(["git", "apply", "names.patch"], cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "capabilities.yaml").read_bytes() == after.encode()


def test_control_characters_of_a_document_do_not_reach_the_terminal() -> None:
    gain = replace(FOUND.proposals[0].gains[0], text="a \x1b[2J lamp")
    found = replace(FOUND, proposals=(replace(FOUND.proposals[0], gains=(gain,)),))
    assert "\x1b" not in render_patch(found)


def test_json_has_proposals_places_and_patch() -> None:
    found = json.loads(render_json(FOUND))
    assert found["proposals"][0]["amendment"] == {"entry": "lamp", "key": "aliases", "text": "camp light"}
    assert found["proposals"][0]["gains"][1]["position"] == {"line": 1, "column": 1, "offset": 0}
    assert found["patch"] == patch(FOUND)
