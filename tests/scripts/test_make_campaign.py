"""The example's documents in office formats and PDF say what the script that makes them says, and a second run changes nothing."""

from __future__ import annotations

import pytest

from claimlint import readers

MADE = ["public/press-release.docx", "sales/sales-deck.pptx", "public/search-ads.xlsx", "public/data-sheet.pdf", "sales/dealer-letter.odt"]


def copy_of(name, data):
    return [(block.kind, block.where, block.text) for block in readers.read(name, data).blocks]


def test_these_are_all(script):
    assert sorted(script("make_campaign").DOCUMENTS) == sorted(MADE)


@pytest.mark.slow
@pytest.mark.parametrize("name", MADE)
def test_the_example_is_what_the_script_makes(script, name):
    making = script("make_campaign")
    assert copy_of(name, (making.CAMPAIGN / name).read_bytes()) == copy_of(name, making.DOCUMENTS[name]())


@pytest.mark.slow
def test_a_second_run_changes_nothing(script, tmp_path, monkeypatch, capsys):
    making = script("make_campaign")
    monkeypatch.setattr("sys.argv", ["make_campaign.py", str(tmp_path)])
    making.main()
    written = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
    capsys.readouterr()
    making.main()
    assert capsys.readouterr().out == "".join(f"{name}: as it was\n" for name in making.DOCUMENTS)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*")} == written
