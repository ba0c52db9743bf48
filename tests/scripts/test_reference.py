"""The reference is what the data says: pages that are written, and none that has been forgotten."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The pages, written into an empty folder."""
    return tmp_path_factory.mktemp("reference")


@pytest.fixture
def reference(script):
    return script("reference")


def test_the_pages_of_the_checkout_are_up_to_date(reference) -> None:
    assert reference.stale() == [], "run: make reference"


def test_what_was_written_is_up_to_date(reference, written) -> None:
    reference.write(written)
    assert reference.stale(written) == []


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("policy.md", lambda path: path.write_text(path.read_text(encoding="utf-8").replace("PVT", "EVT"), encoding="utf-8")),
        ("rules/eu.md", lambda path: path.unlink()),
        ("rules/gone.md", lambda path: path.write_text((path.parent / "eu.md").read_text(encoding="utf-8"), encoding="utf-8")),
    ],
    ids=["changed", "missing", "left over"],
)
def test_page_that_is_not_what_the_data_says_is_named_and_mended(reference, written, name, damage) -> None:
    reference.write(written)
    damage(written / name)
    assert reference.stale(written) == [name]
    reference.write(written)
    assert reference.stale(written) == []


def test_pages_written_by_hand_are_left_alone(reference, written) -> None:
    page = written / "index.md"
    page.write_text("# Written by hand\n", encoding="utf-8")
    reference.write(written)
    assert reference.stale(written) == []
    assert page.exists()


@pytest.mark.parametrize(
    ("text", "span"), [("a|b", "`a|b`"), ("a `b` c", "``a `b` c``"), ("`b`", "`` `b` ``")], ids=["plain", "with code", "at its ends"]
)
def test_code_spans_hold_whatever_they_show(reference, text, span) -> None:
    assert reference.code(text) == span


def test_cells_do_not_end_early(reference) -> None:
    assert reference.cell("a | b\nc") == "a \\| b c"


def test_a_field_of_the_report_that_nobody_explains_is_an_error(reference, monkeypatch, tmp_path) -> None:
    """An empty table leaves even the first field unexplained."""
    empty = tmp_path / "json-report.yaml"
    empty.write_text("{}\n", encoding="utf-8")
    monkeypatch.setattr(reference.structure, "REPORT_FIELDS", empty)
    with pytest.raises(ValueError, match="does not say what version is"):
        reference.structure.report_objects()
