"""`claimlint check --changed-since` and `--diff`: what is of the change, in real git repositories. Nothing is replaced here."""

from __future__ import annotations

import io

import docx
import pytest

from tests.cli.changes.copy_in_git import (
    BADGE,
    BOTH,
    EXCUSED,
    HOURS,
    NINE,
    PLAIN,
    SEAL,
    SOLAR,
    TABLE,
    Asked,
    Files,
    Run,
    by_diff,
    commit,
    found,
    put,
)

CASES = [
    pytest.param({"a.md": SOLAR}, {}, [], 1, id="nothing changed"),
    pytest.param({}, {"a.md": SOLAR}, ["a.md:1 CL101"], 0, id="a new document"),
    pytest.param({"a.md": SOLAR}, {"a.md": SOLAR + "\n" + SEAL}, ["a.md:3 CL101"], 1, id="a paragraph added"),
    pytest.param({"a.md": SOLAR + "\n" + SEAL}, {"a.md": PLAIN + "\n" + SEAL}, [], 1, id="a paragraph changed elsewhere"),
    pytest.param({"a.md": SOLAR}, {"a.md": "The old lamp has solar charging.\n"}, ["a.md:1 CL101"], 0, id="the line of a finding changed"),
    pytest.param({"a.md": SOLAR}, {"a.md": SOLAR.strip() + " " + PLAIN}, ["a.md:1 CL101"], 0, id="words added on its line"),
    pytest.param({"a.md": SOLAR}, {"a.md": "The  lamp has solar charging. \r\n"}, [], 1, id="white space and line ends changed"),
    pytest.param({"a.md": SOLAR}, {"a.md": "The lamp has\nsolar charging.\n"}, [], 1, id="wrapped anew"),
    pytest.param({"a.md": SOLAR + PLAIN}, {"a.md": SOLAR + "It is big.\n"}, [], 1, id="another line of its paragraph changed"),
    pytest.param({"a.md": SOLAR}, {"a.md": SOLAR + "\n" + SOLAR}, ["a.md:3 CL101"], 1, id="said again below"),
    # Renamed and moved
    pytest.param({"a.md": SOLAR + PLAIN}, {"a.md": None, "b/ü 'x'.md": SOLAR + PLAIN}, [], 1, id="renamed"),
    pytest.param(
        {"a.md": SOLAR + PLAIN * 9}, {"a.md": None, "b.md": SOLAR + PLAIN * 9 + "\n" + SEAL}, ["b.md:12 CL101"], 1, id="renamed, changed"
    ),
    pytest.param({"a.md": SOLAR + "\n" + PLAIN}, {"a.md": PLAIN + "\n" + SOLAR}, [], 1, id="moved within a document"),
    pytest.param(
        {"a.md": SOLAR + "\n" + PLAIN, "b.md": PLAIN}, {"a.md": PLAIN, "b.md": PLAIN + "\n" + SOLAR}, [], 1, id="moved to another document"
    ),
    pytest.param({"a.md": SOLAR, "b.md": PLAIN}, {"b.md": PLAIN + "\n" + SOLAR}, ["b.md:3 CL101"], 1, id="copied to another document"),
    pytest.param({"a.md": SEAL}, {"a.md": None, "beta/a.md": SEAL}, [], 0, id="moved to a channel that asks for less"),
    pytest.param({"beta/a.md": SEAL}, {"beta/a.md": None, "a.md": SEAL}, ["a.md:1 CL101"], 0, id="moved to a channel that asks for more"),
    pytest.param({"beta/a.md": SOLAR}, {"beta/a.md": None, "a.md": SOLAR}, ["a.md:1 CL101"], 0, id="wrong before, judged harder now"),
    pytest.param({"a.md": SOLAR, "b.md": PLAIN}, {"a.md": None}, [], 0, id="a document deleted"),
    # Context that decides
    pytest.param(
        {"a.md": "## Ideas for later\n\n- Solar charging\n"},
        {"a.md": "## Features\n\n- Solar charging\n"},
        ["a.md:3 CL101"],
        0,
        id="heading over a list",
    ),
    pytest.param(
        {"a.md": "We may one day build:\n\n- Solar charging\n"},
        {"a.md": "The lamp has:\n\n- Solar charging\n"},
        ["a.md:3 CL101"],
        0,
        id="introduction of a list",
    ),
    pytest.param(
        {"a.md": "## Does the lamp have solar charging?\n\nNo.\n"},
        {"a.md": "## Does the lamp have solar charging?\n\nYes.\n"},
        ["a.md:3 CL101"],
        0,
        id="answer to a question",
    ),
    pytest.param(
        {"a.md": "## Is the lamp for the evening?\n\nYes.\n"},
        {"a.md": "## Does the lamp have solar charging?\n\nYes.\n"},
        ["a.md:3 CL101"],
        0,
        id="question of an answer",
    ),
    pytest.param(
        {"a.md": TABLE.format(column="Planned", mark="✓", shape="round")},
        {"a.md": TABLE.format(column="Included", mark="✓", shape="round")},
        ["a.md:3 CL101"],
        0,
        id="header of a column",
    ),
    pytest.param(
        {"a.md": TABLE.format(column="Included", mark="✓", shape="round")},
        {"a.md": TABLE.format(column="Included", mark="✓", shape="flat")},
        [],
        1,
        id="another row",
    ),
    pytest.param(
        {"a.md": HOURS.replace(".", "[^1].") + "\n[^1]: Measured at 20 °C.\n"},
        {"a.md": HOURS.replace(".", "[^1].") + "\n[^1]: Measured in May.\n"},
        ["a.md:1 CL202"],
        0,
        id="condition in a footnote taken out",
    ),
    pytest.param({"a.md": EXCUSED + SOLAR}, {"a.md": SOLAR}, ["a.md:1 CL101"], 0, id="suppression taken out"),
    pytest.param({"a.md": EXCUSED + SOLAR}, {"a.md": EXCUSED + PLAIN}, ["a.md:1 CL802"], 0, id="suppression left over"),
    pytest.param({"a.md": SOLAR}, {"a.md": EXCUSED + SOLAR}, [], 0, id="suppressed by the change"),
    pytest.param({"a.md": EXCUSED + SOLAR}, {"a.md": EXCUSED + SOLAR + "\n" + SEAL}, ["a.md:4 CL101"], 0, id="suppressed before"),
    pytest.param(
        {"a.md": f"---\npublish: 2035-01-01\n---\n\n{SOLAR}"},
        {"a.md": f"---\npublish: 2036-01-01\n---\n\n{SOLAR}"},
        [],
        1,
        id="front matter of no consequence",
    ),
    pytest.param(
        {"a.md": f"---\npublish: 2035-01-01\n---\n\n{BADGE}"},
        {"a.md": f"---\npublish: 2037-01-01\n---\n\n{BADGE}"},
        ["a.md:5 CL101", "a.md:5 CL701"],
        0,
        id="front matter that decides",
    ),
    pytest.param(
        {"a.md": TABLE.format(column="Included | Colour", mark="✓ | ", shape="round | -").replace("--- |\n", "--- | --- |\n")},
        {"a.md": TABLE.format(column="Included | Colour", mark="✓ | –", shape="round | -").replace("--- |\n", "--- | --- |\n")},
        ["a.md:3 CL101"],
        0,
        id="another cell of the row",
    ),
    pytest.param(
        {"a.md": f"Pre-order the Pale Kite today.\n\n{PLAIN}\nPre-order the Pale Kite soon.\n"},
        {"a.md": f"{PLAIN}\nPre-order the Pale Kite soon.\n"},
        [],
        1,
        id="first of the places for one notice taken out",
    ),
    # Other documents
    pytest.param(
        {"a.md": NINE, "b.md": NINE},
        {"a.md": NINE.replace("9", "8")},
        ["b.md:1 CL601"],
        0,
        id="another document contradicted",
    ),
    pytest.param({"a.md": NINE, "b.md": NINE.replace("9", "8")}, {"a.md": None, "z.md": NINE}, [], 1, id="contradicting place renamed"),
    pytest.param({"a.md": NINE, "b.md": NINE.replace("9", "8")}, {"a.md": PLAIN + "\n" + NINE}, [], 1, id="contradicting place moved down"),
    # Documents that are not text lines
    pytest.param(
        {"a.html": f"<p>{PLAIN}</p><p>{SOLAR}</p>"},
        {"a.html": f"<p>{SEAL}</p><p>{SOLAR}</p>"},
        ["a.html:1 CL101"],
        1,
        id="one line of HTML",
    ),
]


@BOTH
@pytest.mark.parametrize(("before", "after", "expected", "older"), CASES)
def test_what_is_of_the_change(run: Run, asked: Asked, before: Files, after: Files, expected: list[str], older: int) -> None:
    commit(before)
    put(after)
    assert asked(run) == (expected, older)


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph.strip())
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_word_document_is_compared_by_its_paragraphs(run: Run) -> None:
    commit({"a.docx": word(SOLAR)})
    put({"a.docx": word(PLAIN, SOLAR, SEAL)})
    reported, older = found(run, "--changed-since", "main")
    assert ([each.split()[1] for each in reported], older) == (["CL101"], 1)


def test_a_diff_knows_no_older_version_of_a_word_document(run: Run) -> None:
    commit({"a.docx": word(SOLAR)})
    put({"a.docx": word(PLAIN, SOLAR)})
    reported, older = by_diff(run)
    assert (len(reported), older) == (1, 0)
